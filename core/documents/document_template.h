#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/json.h"
#include "core/base/length.h"
#include "core/documents/document.h"

namespace tutela::documents {

/// A paragraph of reasons: one's own words, or a passage taken over from the place named in `quotedFrom`.
struct Passage {
    std::string text;
    std::string quotedFrom = {};

    friend bool operator==(const Passage&, const Passage&) = default;
};

/// What is put into the places of a template. Every name that the template uses must be there.
struct TemplateValues {
    using Text = std::variant<std::string, Day, Instant>;

    std::map<std::string, Text, std::less<>> texts = {};
    std::map<std::string, std::vector<std::string>, std::less<>> lists = {};
    std::map<std::string, std::vector<Passage>, std::less<>> passages = {};
    std::map<std::string, std::vector<std::vector<std::string>>, std::less<>> tables = {};
    std::set<std::string, std::less<>> flags = {}; ///< conditions that hold
    std::map<std::string, std::vector<Block>, std::less<>> parts = {}; ///< blocks of another template
    std::string reference = {};
    std::string fingerprint = {};
    Instant created = {};
};

/// The fixed part of an order or a letter in one language, kept as data in
/// `forms/documents/<form>.<language>.json`: headings, labels, phrases with `{places}`, boxes, and the words
/// for days. A value is never searched for places. Each text is either a string or a list of
/// `{"when": flag or !flag, "text": …}` of which the first that holds is taken, none giving an empty text; an
/// item with `when` is left out where that does not hold.
class DocumentTemplate final {
public:
    /// The template compiled into the program. Throws std::logic_error when there is none (our bug).
    [[nodiscard]] static const DocumentTemplate& embedded(std::string_view form, std::string_view language);

    /// Whether `embedded` has this template.
    [[nodiscard]] static bool exists(std::string_view form, std::string_view language);

    /// Throws std::logic_error when the text is not a JSON object.
    explicit DocumentTemplate(std::string_view json);

    /// The document. Throws std::logic_error for a place without a value or an item of unknown kind.
    [[nodiscard]] Document fill(const TemplateValues& values) const;

    [[nodiscard]] std::string_view language() const { return m_template.text("language"); }

    /// The day in the words of the template, "1 March 2026".
    [[nodiscard]] std::string dayText(Day day) const;

    /// One of the template's own words. Throws std::logic_error when it has none of that name.
    [[nodiscard]] std::string word(std::string_view name) const;

    /// The language of that code in the words of the template, "German" of "de"; the code where it has none.
    [[nodiscard]] std::string languageText(std::string_view code) const;

    /// The length in the words of the template, "2 weeks".
    [[nodiscard]] std::string lengthText(Length length) const;

private:
    Json m_template;
};

} // namespace tutela::documents

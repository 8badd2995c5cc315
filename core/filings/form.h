#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/domain/filing.h"

namespace tutela::filings {

/// What a field holds.
enum class FieldType {
    Text, ///< a JSON string
    Day, ///< a JSON string `YYYY-MM-DD`
    Integer, ///< a whole number
    Boolean,
    Choice, ///< the id of one of the choices
    List, ///< an array of texts, or of ids of the choices
    Group, ///< one object with its own fields
    Objects, ///< an array of such objects
    Any, ///< whatever a foreign tool keeps there
    Scalar, ///< text, number, boolean or null: other people's formats
};

/// "text", "day", … as the form definitions write it.
[[nodiscard]] std::string_view toText(FieldType type);

enum class Requirement { Optional, Required };

/// One of the values a field may take.
struct Choice {
    std::string id;
    std::string label;
};

/// One field of a form, with everything that a page, the check, the schema and the printed form need.
struct Field {
    std::string id; ///< the JSON key
    FieldType type = FieldType::Text;
    Requirement requirement = Requirement::Optional; ///< a required list or array has at least one item
    std::string label;
    std::string help;
    std::string law; ///< the article that asks for it
    std::string fact; ///< what it tells about the filing: "provider.name", "measure"; or empty
    std::string missing; ///< the finding when it is missing or empty, "filing.missing" when nothing special
    std::string words; ///< the word list that translates its value; or empty
    std::optional<std::int64_t> minimum; ///< of an integer
    std::optional<std::int64_t> maximum;
    std::optional<std::size_t> maxLength; ///< of a text, in characters
    std::optional<std::size_t> maxItems; ///< of a list or array
    std::vector<Choice> choices;
    std::vector<Field> fields; ///< of a group or of each object
};

/// A place in the document and the value it must have; without a value it must only be filled in.
struct Condition {
    std::string path; ///< "factors.e.childUse", from the object the rule is about; an array holds the value
    std::optional<Json> is;
};

/// When all of `when` hold, one of `need` has to hold; otherwise the finding `code`.
struct FormRule {
    std::string code;
    domain::Severity severity = domain::Severity::ToCheck;
    std::string law;
    std::string each; ///< the array whose items are judged one by one, "technologies.errorRates" for one in
                      ///< the items of another; empty: the document
    std::vector<Condition> when;
    std::vector<Condition> need;
};

/// A question of a foreign format, known by its number.
struct OutlineQuestion {
    std::string id;
    std::string label;
    std::string fact; ///< for risks: "impacts", "threats", "sources", "measures", "severity", "likelihood"
};

/// A part of a foreign format.
struct OutlineItem {
    std::string id;
    std::string heading;
    std::string law;
    bool risk = false;
    std::vector<OutlineQuestion> questions;
};

/// A form that others fill in, as `forms/filings/<id>.json` defines it.
struct Form {
    std::string id;
    std::int64_t version = 0;
    FilingKind kind = FilingKind::RiskReport;
    std::string law;
    std::string title;
    bool open = false; ///< a foreign format: other fields than the known ones are no error of the sender
    std::vector<Field> fields;
    std::vector<FormRule> rules;
    std::vector<OutlineItem> outline;
    std::map<std::string, std::map<std::string, std::string>> words; ///< word list → value → words
};

/// Reads a form definition with its English texts. Errors: BadInput with `where` for an unknown key, type,
/// fact or severity, a path or word list that leads nowhere, a missing text, a duplicate id.
[[nodiscard]] Result<Form> parseForm(std::string_view json);

/// All embedded forms, by id. Throws std::logic_error when one of them does not load (our bug).
[[nodiscard]] std::span<const Form> forms();

/// The form of that id, or null-pointer.
[[nodiscard]] const Form* formById(std::string_view id);

/// The field at a dotted path ("provider.name"), or null-pointer.
[[nodiscard]] const Field* fieldAt(std::span<const Field> fields, std::string_view path);

/// The words for a value in one of the form's word lists, or the value itself.
[[nodiscard]] std::string wordFor(const Form& form, std::string_view list, const std::string& value);

} // namespace tutela::filings

#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/base/message.h"

namespace tutela {

/// The texts of one language: message id → text with `{name}` places. Source:
/// `forms/texts/<language>.<area>.json`.
class Catalogue final {
public:
    /// The embedded catalogue of a language ("en"), with the English texts where it has none. Throws
    /// std::logic_error when it is missing or malformed (our bug).
    [[nodiscard]] static const Catalogue& embedded(std::string_view language);

    Catalogue() = default;

    /// Reads `{"id": "text", …}`. Throws std::logic_error when the text is not of this shape.
    explicit Catalogue(std::string_view json);

    /// Adds the texts of one more file. Throws std::logic_error as the constructor does, or when an id is
    /// there already.
    void add(std::string_view json);

    /// The text of a message with its arguments filled in. An unknown id is shown as the id itself, so that
    /// nothing is hidden; a test compares the ids in the code with the catalogue.
    [[nodiscard]] std::string text(const Message& message) const;

    /// The text of a term without arguments.
    [[nodiscard]] std::string term(std::string_view id) const;

    [[nodiscard]] bool has(std::string_view id) const { return m_texts.contains(id); }

    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& texts() const { return m_texts; }

private:
    std::map<std::string, std::string, std::less<>> m_texts;
};

} // namespace tutela

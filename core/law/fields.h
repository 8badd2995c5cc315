#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/length.h"
#include "core/base/result.h"

namespace tutela::law {

/// Reads the members of one object of a law pack strictly and remembers the first thing that is wrong, so
/// that a parser can read on and ask once at the end.
class Fields final {
public:
    /// `where` is the JSON path of the object. Members outside `known` are an error.
    Fields(const Json& object, std::string where, std::initializer_list<std::string_view> known);

    [[nodiscard]] bool has(std::string_view key) const { return m_object.find(key) != nullptr; }

    /// A text that must be there and not be empty.
    [[nodiscard]] std::string text(std::string_view key);

    /// A text that may be missing.
    [[nodiscard]] std::string optionalText(std::string_view key);

    /// A whole number within the bounds, which must be there.
    [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);

    /// A length above zero, when the member is there.
    [[nodiscard]] std::optional<Length> optionalLength(std::string_view key);

    /// Texts; empty when the member is missing.
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);

    /// Notes that a member has a value that is not allowed.
    void refuse(std::string_view key, std::string_view problem = "law.pack.value");

    [[nodiscard]] std::string path(std::string_view key) const { return m_where + "." + std::string(key); }

    /// The first thing that was wrong.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    const Json& m_object;
    std::string m_where;
    std::optional<Error> m_error;
};

} // namespace tutela::law

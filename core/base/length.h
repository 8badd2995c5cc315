#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tutela {

/// The units in which Regulation 1182/71 and the rulebooks count.
enum class LengthUnit { Hours, Days, WorkingDays, Weeks, Months, Years };

/// A length of time as the law states it; never converted between units.
struct Length {
    std::int64_t amount = 0;
    LengthUnit unit = LengthUnit::Days;

    friend bool operator==(const Length&, const Length&) = default;
};

/// Reads `P10D`, `P5WD`, `P2W`, `P3M`, `P3Y` or `PT24H`, optionally with a leading `-`; nothing for any other
/// text.
[[nodiscard]] std::optional<Length> parseLength(std::string_view text);

/// Writes the form that parseLength reads.
[[nodiscard]] std::string formatLength(Length length);

} // namespace tutela

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tutela {

/// A civil day, without a zone.
using Day = std::chrono::sys_days;

/// A moment in UTC, to the microsecond.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// Reads `YYYY-MM-DD`; nothing when the text has another shape or names a day that does not exist.
[[nodiscard]] std::optional<Day> parseDay(std::string_view text);

/// Writes `YYYY-MM-DD`.
[[nodiscard]] std::string formatDay(Day day);

/// Reads RFC 3339 with an offset (`2026-03-01T09:30:00Z`, `…+02:00`, up to six decimals); nothing otherwise.
[[nodiscard]] std::optional<Instant> parseInstant(std::string_view text);

/// Writes RFC 3339 in UTC: `2026-03-01T09:30:00Z`, with six decimals when they are not zero.
[[nodiscard]] std::string formatInstant(Instant instant);

} // namespace tutela

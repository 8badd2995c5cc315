#pragma once

#include <optional>

#include "core/base/day.h"
#include "core/base/length.h"

namespace tutela::law {

/// A day reached by a length.
struct ReachedDay {
    Day day;
    bool lacksDate = false; ///< the date does not exist in that month: its last day was taken
};

/// The day that lies a length after a day (before it, when the amount is negative), by Regulation 1182/71
/// Art 3(2)(b)-(c): days and weeks by counting; months and years on the same date of the month, or on the
/// last day of that month when it has no such date. Nothing for hours and working days, and when the year
/// would leave 1…9999.
[[nodiscard]] std::optional<ReachedDay> reachedDay(Day day, Length length);

/// Only the day of reachedDay.
[[nodiscard]] std::optional<Day> plusLength(Day day, Length length);

/// Whether reachedDay had to take the last day of the month because the date does not exist.
[[nodiscard]] bool lacksDate(Day day, Length length);

} // namespace tutela::law

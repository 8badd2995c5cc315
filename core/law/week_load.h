#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/day.h"
#include "core/law/calendar.h"

namespace tutela::law {

/// So many periods end on that day.
struct DueDay {
    Day day{};
    std::int64_t dates = 1;
};

/// From a day to a day, both included.
struct DayRange {
    Day first{};
    Day last{};
};

/// A week with what ends in it and the working days that are left of it.
struct LoadedWeek {
    Day monday{};
    std::int64_t dates = 0;
    std::int64_t workingDays = 0;
};

/// The Monday of the ISO 8601 week of a day.
[[nodiscard]] Day mondayOf(Day day);

/// So many weeks from the one of `from` on. Days off are those of the calendar and the absences.
[[nodiscard]] std::vector<LoadedWeek> weekLoads(std::span<const DueDay> due,
    std::span<const DayRange> absences, const Calendar& calendar, Day from, std::int64_t weeks);

/// So many working days before a day (Reg. 1182/71 Art 2(2)).
[[nodiscard]] Day workingDaysBefore(Day day, int workingDays, const Calendar& calendar);

} // namespace tutela::law

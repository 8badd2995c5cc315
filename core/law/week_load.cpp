#include "core/law/week_load.h"

#include <algorithm>

namespace tutela::law {

using std::chrono::days;

Day mondayOf(Day day)
{
    return day - (std::chrono::weekday{day} - std::chrono::Monday);
}

std::vector<LoadedWeek> weekLoads(std::span<const DueDay> due, std::span<const DayRange> absences,
    const Calendar& calendar, Day from, std::int64_t weeks)
{
    std::vector<LoadedWeek> loads;
    const Day first = mondayOf(from);
    for (std::int64_t week = 0; week < weeks; ++week) {
        LoadedWeek load{first + days{7 * week}};
        for (const DueDay& one : due) {
            if (mondayOf(one.day) == load.monday)
                load.dates += one.dates;
        }
        for (Day day = load.monday; day < load.monday + days{7}; day += days{1}) {
            const bool away = std::ranges::any_of(
                absences, [day](const DayRange& range) { return range.first <= day && day <= range.last; });
            if (calendar.isWorkingDay(day) && !away)
                ++load.workingDays;
        }
        loads.push_back(load);
    }
    return loads;
}

Day workingDaysBefore(Day day, int workingDays, const Calendar& calendar)
{
    for (int left = workingDays; left > 0;) {
        day -= days{1};
        if (calendar.isWorkingDay(day))
            --left;
    }
    return day;
}

} // namespace tutela::law

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/day.h"
#include "core/base/json.h"
#include "core/base/result.h"

namespace tutela::law {

/// One public holiday.
struct Holiday {
    Day day;
    std::string name;

    friend bool operator==(const Holiday&, const Holiday&) = default;
};

/// How a rule finds its day in a year.
enum class HolidayKind {
    FixedDate, ///< the same date every year
    EasterOffset, ///< so many days after Easter Sunday (Gregorian)
    OrthodoxEasterOffset, ///< so many days after the Easter Sunday of the Orthodox churches
    NthWeekday, ///< the n-th, or with −1 the last, such weekday of a month
    WeekdayFrom, ///< the first such weekday on or after a date
    DayList, ///< single days, as an official journal lists them
};

/// What happens when the day falls on a Saturday or Sunday.
enum class Substitute {
    None, ///< nothing is added
    NextWorkingDay, ///< the next working day is a holiday too
    MondayAfterSunday, ///< the next working day, but only when the day is a Sunday
};

/// How well the rule was checked.
enum class HolidayBasis {
    Checked, ///< compared with a published list
    Memory, ///< general knowledge; to be compared with the yearly list in the Official Journal
    /// Sources differ, or the decision for the year is not known: the day counts as a working day, which is
    /// the earlier end, and a date that rests on it is unconfirmed.
    Disputed,
};

/// A rule of a calendar for a range of years, with its source.
struct HolidayRule {
    std::string name;
    HolidayKind kind = HolidayKind::FixedDate;
    std::chrono::month_day date{}; ///< FixedDate, WeekdayFrom
    int easterOffset = 0; ///< EasterOffset, OrthodoxEasterOffset: days
    std::chrono::month month{}; ///< NthWeekday
    std::chrono::weekday weekday{}; ///< NthWeekday, WeekdayFrom
    int nth = 1; ///< NthWeekday: 1…4, or −1 for the last
    /// FixedDate, NthWeekday: this date instead, in a year in which it falls on `insteadWeekday`.
    std::optional<std::chrono::month_day> insteadDate;
    std::chrono::weekday insteadWeekday{};
    std::vector<Day> days; ///< DayList, ascending
    int fromYear = 1;
    int toYear = 9999;
    Substitute substitute = Substitute::None;
    HolidayBasis basis = HolidayBasis::Memory;
    std::string source; ///< the act or list that the rule follows
};

/// Easter Sunday of a Gregorian year.
[[nodiscard]] Day easterSunday(int year);

/// Easter Sunday of the Orthodox churches (Julian reckoning) as a Gregorian day, for the years 1900…2099.
[[nodiscard]] Day orthodoxEasterSunday(int year);

/// The days of one rule in a year, before any substitution; empty outside its years.
[[nodiscard]] std::vector<Day> daysOf(const HolidayRule& rule, int year);

/// Reads one rule; `where` is its JSON path. Errors BadInput, an unknown key among them.
[[nodiscard]] Result<HolidayRule> parseHolidayRule(const Json& json, const std::string& where);

} // namespace tutela::law

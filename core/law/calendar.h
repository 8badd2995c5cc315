#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/day.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/law/holiday_rule.h"

namespace tutela::law {

/// What an office adds to a calendar: holidays of its region or of a later decree, and listed or disputed
/// days on which its authorities work.
struct CalendarAdditions {
    std::vector<Holiday> holidays;
    std::vector<Day> workingDays;
};

/// The working days of one Member State or of the EU institutions (Regulation 1182/71 Art 2): all days except
/// Saturdays, Sundays and the public holidays designated there. It says for which years its list is complete;
/// outside them it still computes its rules, but a date that rests on it is unconfirmed. So is one that rests
/// on a day on which the sources differ.
class Calendar final {
public:
    /// One of the calendars that come with the program: a Member State ("BE", "EL"), "EU-INSTITUTIONS", or
    /// "XA" for training.
    /// Error BadInput `calendar.unknown`.
    [[nodiscard]] static Result<Calendar> embedded(std::string_view id);

    /// The ids that embedded() knows, ascending.
    [[nodiscard]] static std::vector<std::string> embeddedIds();

    /// Reads a calendar of the shape of core/law/calendars/*.json; an unknown key is an error (BadInput,
    /// `where` = JSON path).
    [[nodiscard]] static Result<Calendar> parse(const Json& pack);

    /// A calendar of exactly these holidays, complete for every year: the caller vouches for the list. Id
    /// "list".
    [[nodiscard]] static Calendar fromHolidays(const std::vector<Day>& days);

    /// Saturdays and Sundays only, complete for no year: what is left when nobody named a calendar. Id
    /// "none".
    [[nodiscard]] static Calendar weekendsOnly();

    /// This calendar as a register corrects it; the same id and years. What is added settles a disputed day.
    [[nodiscard]] Calendar withAdditions(const CalendarAdditions& additions) const;

    /// Reads additions: {"holidays": [{"day", "name"}…], "workingDays": […]}. Error BadInput with path.
    [[nodiscard]] static Result<CalendarAdditions> parseAdditions(const Json& json);

    [[nodiscard]] const std::string& id() const { return m_id; }

    [[nodiscard]] const std::string& name() const { return m_name; }

    /// First and last year for which the list is complete; first > last when there is none.
    [[nodiscard]] int firstYear() const { return m_firstYear; }

    /// The embedded calendar of that id, read once and kept; null when there is none.
    [[nodiscard]] static const Calendar* shared(std::string_view id);

    [[nodiscard]] int lastYear() const { return m_lastYear; }

    [[nodiscard]] bool covers(int year) const { return m_firstYear <= year && year <= m_lastYear; }

    [[nodiscard]] bool covers(Day day) const { return (facts(day) & kUncovered) == 0; }

    [[nodiscard]] bool isHoliday(Day day) const { return (facts(day) & kHoliday) != 0; }

    [[nodiscard]] bool isWeekend(Day day) const { return (facts(day) & kWeekend) != 0; }

    /// Art 2(2).
    [[nodiscard]] bool isWorkingDay(Day day) const { return (facts(day) & (kHoliday | kWeekend)) == 0; }

    /// Whether isWorkingDay is certain: the year is covered and the day not disputed, or it is a Saturday or
    /// Sunday anyway.
    [[nodiscard]] bool isCertain(Day day) const
    {
        const std::uint8_t found = facts(day);
        return (found & kWeekend) != 0 || (found & (kUncovered | kDisputed)) == 0;
    }

    /// The holidays of a year in ascending order, whether or not the year is covered.
    [[nodiscard]] std::vector<Holiday> holidays(int year) const;

    /// The days of a year that count as working days although some source has them as holidays, ascending.
    [[nodiscard]] std::vector<Holiday> disputedDays(int year) const;

    /// The name of the holiday on that day; empty when it is none or the list gives no name.
    [[nodiscard]] std::string holidayName(Day day) const;

    [[nodiscard]] const std::vector<HolidayRule>& rules() const { return m_rules; }

private:
    static constexpr std::uint8_t kHoliday = 1;
    static constexpr std::uint8_t kWeekend = 2;
    static constexpr std::uint8_t kUncovered = 4;
    static constexpr std::uint8_t kDisputed = 8;

    Calendar() = default;

    void tabulate();

    [[nodiscard]] std::uint8_t facts(Day day) const
    {
        const auto index = (day - m_tableStart).count();
        if (index >= 0 && index < static_cast<std::int64_t>(m_table.size())) [[likely]]
            return m_table[static_cast<std::size_t>(index)];
        return factsOutsideTable(day);
    }

    [[nodiscard]] std::uint8_t factsOutsideTable(Day day) const;

    std::string m_id;
    std::string m_name;
    int m_firstYear = 1;
    int m_lastYear = 0;
    std::vector<HolidayRule> m_rules;
    std::vector<Holiday> m_listed; ///< ascending: given as single days, beside the rules
    std::vector<Day> m_workingDays; ///< ascending: no holidays, whatever the rules say
    Day m_tableStart{};
    std::vector<std::uint8_t> m_table; ///< one byte a day
};

} // namespace tutela::law

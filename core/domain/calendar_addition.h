#pragma once

#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// Whose calendar it is: that of the authority's Member State, or that of the EU institutions.
enum class CalendarChoice { Authority, Institutions };

template <> struct Vocabulary<CalendarChoice> {
    static constexpr std::array<std::pair<CalendarChoice, std::string_view>, 2> kTexts{{
        {CalendarChoice::Authority, "authority"},
        {CalendarChoice::Institutions, "institutions"},
    }};
};

/// What a register says of a day: a public holiday that the calendar does not know, or a working day although
/// the calendar has a holiday.
enum class DayEffect { Holiday, WorkingDay };

template <> struct Vocabulary<DayEffect> {
    static constexpr std::array<std::pair<DayEffect, std::string_view>, 2> kTexts{{
        {DayEffect::Holiday, "holiday"},
        {DayEffect::WorkingDay, "working-day"},
    }};
};

/// What an authority adds to a calendar of its register, with its reason.
/// Law: Reg. 1182/71 Art 2(1): holidays are those designated as such by the Member State or the institution.
struct CalendarAddition {
    CalendarChoice calendar = CalendarChoice::Authority;
    DayEffect effect = DayEffect::Holiday;
    std::vector<Day> days; ///< at least one; ascending once kept
    std::string name; ///< of the holiday; empty for a working day
    std::string reason;
    std::string source; ///< the decree or list that says so
};

} // namespace tutela

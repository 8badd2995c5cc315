#pragma once

#include <span>
#include <vector>

#include "core/law/period.h"

namespace tutela::law {

/// The steps of a forward count in days: trigger, excluded day, nominal end, pauses, Art 3(4), Art 3(5).
[[nodiscard]] std::vector<PeriodStep> explainCount(Day start, const CountedLength& counted,
    std::span<const Pause> pauses, const DayCount& count, const Calendar& calendar);

/// What a reader of a forward count must be warned of.
[[nodiscard]] std::vector<Message> warningsOf(
    const CountedLength& counted, const DayCount& count, const Calendar& calendar);

/// The warning that a date rests on a year for which the calendar is not complete, or on a disputed day.
[[nodiscard]] Message uncoveredWarning(const Calendar& calendar, Day day);

/// Builds a step from an article of Regulation 1182/71 ("3(4)"), a message and the day reached.
[[nodiscard]] PeriodStep stepOf(std::string_view article, Message text, Day result);

} // namespace tutela::law

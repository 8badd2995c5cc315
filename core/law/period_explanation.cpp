#include "core/law/period_explanation.h"

#include <algorithm>

#include "core/law/day_length.h"

namespace tutela::law {

namespace {

using namespace std::chrono;

/// Why a day is no working day.
Term restReason(Day day)
{
    if (weekday{day} == Saturday)
        return Term{"period.rest.saturday"};
    if (weekday{day} == Sunday)
        return Term{"period.rest.sunday"};
    return Term{"period.rest.holiday"};
}

std::int64_t restDaysBetween(Day start, Day end, const Calendar& calendar)
{
    std::int64_t found = 0;
    for (Day day = start + days{1}; day < end; day += days{1}) {
        if (!calendar.isWorkingDay(day))
            ++found;
    }
    return found;
}

void explainNominal(std::vector<PeriodStep>& steps, Day start, const CountedLength& counted,
    const DayCount& count, const Calendar& calendar)
{
    const Length length = counted.length;
    if (length.unit == LengthUnit::WorkingDays) {
        // (3) working days: Saturdays, Sundays and holidays are expressly excepted.
        steps.push_back(stepOf("3(3)",
            {"period.step.working-days",
                {{"length", length}, {"day", count.nominal}, {"calendar", calendar.id()}}},
            count.nominal));
        return;
    }
    // (2)(b)-(c) the same weekday or date as the day of the event, or the last day of the month.
    const Day first = plusLength(start, length).value_or(count.nominal);
    const std::string_view article = length.unit == LengthUnit::Days ? "3(2)(b)" : "3(2)(c)";
    steps.push_back(stepOf(article,
        {count.has(CountFlag::NoSuchDate) ? "period.step.nominal-clamped" : "period.step.nominal",
            {{"length", length}, {"day", first}}},
        first));
    if (counted.extension)
        steps.push_back(stepOf(article,
            {"period.step.extension", {{"length", *counted.extension}, {"day", count.nominal}}},
            count.nominal));
    // (3) rest days inside the period count; a very long period is not walked through for it.
    if (count.nominal - start > days{3660})
        return;
    if (const auto rest = restDaysBetween(start, count.nominal, calendar); rest > 0)
        steps.push_back(stepOf("3(3)",
            {"period.step.rest-days-count", {{"count", rest}, {"day", count.nominal}}}, count.nominal));
}

void explainPauses(std::vector<PeriodStep>& steps, std::span<const Pause> pauses, const DayCount& count)
{
    for (const Pause& pause : pauses) {
        const bool after = count.has(CountFlag::PauseAfterEnd) && !count.has(CountFlag::Open)
            && pause.requestedOn >= count.rolled;
        if (after)
            continue;
        PeriodStep step{"", {}, ""};
        if (pause.answeredOn) {
            const std::int64_t length = (*pause.answeredOn - pause.requestedOn).count();
            step.text = {"period.step.pause",
                {{"from", pause.requestedOn + days{1}}, {"to", *pause.answeredOn}, {"count", length}}};
        } else {
            step.text = {"period.step.pause-open", {{"from", pause.requestedOn + days{1}}}};
        }
        steps.push_back(std::move(step));
    }
    if (count.has(CountFlag::Open)) {
        steps.push_back({"", {"period.step.open", {{"count", std::int64_t{count.usedDays}}}}, ""});
    } else if (count.pausedDays > 0) {
        PeriodStep step{"",
            {"period.step.extended", {{"count", std::int64_t{count.pausedDays}}, {"day", count.extended}}},
            formatDay(count.extended)};
        steps.push_back(std::move(step));
    }
}

void explainRoll(std::vector<PeriodStep>& steps, const DayCount& count, const Calendar& calendar)
{
    // (4) a last day that is a holiday, a Sunday or a Saturday.
    if (count.has(CountFlag::Rolled)) {
        const std::string name = calendar.holidayName(count.extended);
        Message text{name.empty() ? "period.step.roll" : "period.step.roll-holiday",
            {{"last", count.extended}, {"why", restReason(count.extended)}, {"day", count.rolled},
                {"calendar", calendar.id()}}};
        if (!name.empty())
            text.arguments.push_back({"holiday", name});
        steps.push_back(stepOf("3(4)", std::move(text), count.rolled));
    } else {
        steps.push_back(stepOf("3(4)",
            {"period.step.no-roll", {{"day", count.rolled}, {"calendar", calendar.id()}}}, count.rolled));
    }
    // (5) at least two working days.
    if (count.has(CountFlag::TwoWorkingDays))
        steps.push_back(stepOf("3(5)", {"period.step.two-working-days", {{"day", count.end}}}, count.end));
}

} // namespace

PeriodStep stepOf(std::string_view article, Message text, Day result)
{
    return PeriodStep{"1182/71 Art " + std::string(article), std::move(text), formatDay(result)};
}

std::vector<PeriodStep> explainCount(Day start, const CountedLength& counted, std::span<const Pause> pauses,
    const DayCount& count, const Calendar& calendar)
{
    std::vector<PeriodStep> steps;
    if (count.has(CountFlag::OutOfRange))
        return steps;
    steps.push_back(stepOf("3(1)", {"period.step.trigger", {{"day", start}}}, start));
    // (1) the day of the event is not counted.
    steps.push_back(stepOf(
        "3(1)", {"period.step.first-day", {{"day", start}, {"first", start + days{1}}}}, start + days{1}));
    const bool workingDays = counted.length.unit == LengthUnit::WorkingDays;
    if (!(workingDays && count.has(CountFlag::Open)))
        explainNominal(steps, start, counted, count, calendar);
    explainPauses(steps, pauses, count);
    if (!count.has(CountFlag::Open) && !workingDays)
        explainRoll(steps, count, calendar);
    return steps;
}

Message uncoveredWarning(const Calendar& calendar, Day day)
{
    if (calendar.covers(day))
        return {"period.warning.disputed-day", {{"calendar", calendar.id()}, {"day", day}}};
    const auto year = static_cast<int>(year_month_day{day}.year());
    return {"period.warning.uncovered-year", {{"calendar", calendar.id()}, {"year", std::int64_t{year}}}};
}

std::vector<Message> warningsOf(const CountedLength& counted, const DayCount& count, const Calendar& calendar)
{
    std::vector<Message> warnings;
    if (count.has(CountFlag::OutOfRange))
        warnings.push_back({"period.error.out-of-range", {{"length", counted.length}}});
    if (count.has(CountFlag::Uncertain))
        warnings.push_back(calendar.id() == "none" ? Message{"period.warning.no-calendar", {}}
                                                   : uncoveredWarning(calendar, count.uncovered));
    if (count.has(CountFlag::PauseAfterEnd))
        warnings.push_back({"period.warning.pause-after-end", {}});
    if (count.has(CountFlag::PauseBeforeStart))
        warnings.push_back({"period.warning.pause-before-start", {}});
    return warnings;
}

} // namespace tutela::law

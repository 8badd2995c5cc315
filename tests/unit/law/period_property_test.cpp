#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "core/law/day_length.h"
#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

using std::chrono::days;

Day anyDay()
{
    return onDay("2024-01-01") + days{*rc::gen::inRange(0, 2900)};
}

Length anyLength()
{
    const auto unit =
        *rc::gen::element(LengthUnit::Days, LengthUnit::WorkingDays, LengthUnit::Weeks, LengthUnit::Months);
    return {*rc::gen::inRange(1, 40), unit};
}

std::vector<Pause> anyPauses(Day start)
{
    std::vector<Pause> pauses;
    const int count = *rc::gen::inRange(0, 4);
    for (int index = 0; index < count; ++index) {
        const Day from = start + days{*rc::gen::inRange(0, 60)};
        pauses.push_back({from, from + days{*rc::gen::inRange(0, 40)}});
    }
    return pauses;
}

RC_GTEST_PROP(ForwardPeriod, EndsOnAWorkingDay, ())
{
    const Calendar calendar = *rc::gen::element(calendarOf("DE"), calendarOf("EU-INSTITUTIONS"));
    const Day start = anyDay();
    const DayCount count = countForward(start, {anyLength(), std::nullopt}, anyPauses(start), calendar);
    RC_ASSERT(calendar.isWorkingDay(count.end));
    RC_ASSERT(count.end > start);
}

RC_GTEST_PROP(ForwardPeriod, HoldsTwoWorkingDaysWhenItIsTwoDaysOrMore, ())
{
    const Calendar calendar = calendarOf("EU-INSTITUTIONS");
    const Day start = anyDay();
    const Length length{*rc::gen::inRange(2, 9), LengthUnit::Days};
    const DayCount count = countForward(start, {length, std::nullopt}, {}, calendar);
    int working = 0;
    for (Day day = start + days{1}; day <= count.end; day += days{1})
        working += calendar.isWorkingDay(day) ? 1 : 0;
    RC_ASSERT(working >= 2);
}

RC_GTEST_PROP(ForwardPeriod, NeverEndsEarlierForALaterStart, ())
{
    const Calendar calendar = calendarOf("BE");
    const Day start = anyDay();
    const Length length = anyLength();
    RC_ASSERT(countForward(start, {length, std::nullopt}, {}, calendar).end
        <= countForward(start + days{1}, {length, std::nullopt}, {}, calendar).end);
}

RC_GTEST_PROP(Pauses, CountEveryDayOnce, ())
{
    const Calendar calendar = Calendar::fromHolidays({});
    const Day start = anyDay();
    const std::vector<Pause> pauses = anyPauses(start);
    // Four months: every pause begins while the period runs.
    const DayCount count = countForward(start, {{4, LengthUnit::Months}, std::nullopt}, pauses, calendar);
    int paused = 0;
    for (Day day = start; day <= start + days{200}; day += days{1}) {
        const bool inside = std::any_of(pauses.begin(), pauses.end(),
            [day](const Pause& pause) { return pause.requestedOn < day && day <= *pause.answeredOn; });
        paused += inside ? 1 : 0;
    }
    RC_ASSERT(count.pausedDays == paused);
    RC_ASSERT(count.extended - count.nominal == days{paused});
}

RC_GTEST_PROP(Pauses, MayBeGivenInAnyOrder, ())
{
    const Calendar calendar = calendarOf("IE");
    const Day start = anyDay();
    const Length length = anyLength();
    std::vector<Pause> pauses = anyPauses(start);
    const DayCount first = countForward(start, {length, std::nullopt}, pauses, calendar);
    std::reverse(pauses.begin(), pauses.end());
    RC_ASSERT(countForward(start, {length, std::nullopt}, pauses, calendar).end == first.end);
}

RC_GTEST_PROP(Pauses, WithoutAnAnswerLeaveNoEnd, ())
{
    const Day start = anyDay();
    std::vector<Pause> pauses = anyPauses(start);
    pauses.push_back({start + days{*rc::gen::inRange(0, 60)}, std::nullopt});
    const DayCount count =
        countForward(start, {{4, LengthUnit::Months}, std::nullopt}, pauses, Calendar::fromHolidays({}));
    RC_ASSERT(count.has(CountFlag::Open));
    RC_ASSERT(count.usedDays >= 0);
}

RC_GTEST_PROP(PlusLength, KeepsTheDateOrTakesTheLastDayOfTheMonth, ())
{
    const Day start = anyDay();
    const Length length{*rc::gen::inRange(-60, 60), LengthUnit::Months};
    const Day moved = *plusLength(start, length);
    const std::chrono::year_month_day from{start};
    const std::chrono::year_month_day to{moved};
    RC_ASSERT(to.day() == from.day()
        || (to.day() < from.day() && std::chrono::year_month_day{moved + days{1}}.month() != to.month()));
    RC_ASSERT(lacksDate(start, length) == (to.day() != from.day()));
}

} // namespace

} // namespace tutela::law

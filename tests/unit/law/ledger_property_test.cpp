#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "core/law/clock_ledger.h"
#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

using std::chrono::days;

const Calendar& belgium()
{
    static const Calendar calendar = calendarOf("BE");
    return calendar;
}

ClockDefinition reviewClock()
{
    ClockDefinition definition;
    definition.id = "DL06";
    definition.law = "Art 5(2)";
    definition.length = ofLength("P3M");
    definition.suspends = {"information-request"};
    definition.meets = {"determination"};
    return definition;
}

ClockDefinition setClock()
{
    ClockDefinition definition;
    definition.id = "DL07";
    definition.law = "Art 5(3)";
    definition.source = LengthSource::SetByAuthority;
    definition.cap = ofLength("P2W");
    return definition;
}

std::vector<ClockPause> anyPauses(Day start)
{
    std::vector<ClockPause> pauses;
    const int count = *rc::gen::inRange(0, 5);
    for (int index = 0; index < count; ++index) {
        const Day from = start + days{*rc::gen::inRange(0, 80)};
        pauses.push_back({"R", from, from + days{*rc::gen::inRange(0, 30)}, "information-request"});
    }
    return pauses;
}

ClockFacts anyReview()
{
    ClockFacts facts{"DL06", "DL06"};
    facts.trigger = onDay("2024-06-01") + days{*rc::gen::inRange(0, 2000)};
    facts.pauses = anyPauses(*facts.trigger);
    return facts;
}

RC_GTEST_PROP(LedgerOfAnyCase, IsTheSameWhateverTheOrderOfItsPauses, ())
{
    ClockFacts facts = anyReview();
    const LedgerDates before = countLedger(reviewClock(), facts, belgium());
    std::reverse(facts.pauses.begin(), facts.pauses.end());
    const LedgerDates after = countLedger(reviewClock(), facts, belgium());
    RC_ASSERT(before.end == after.end);
    RC_ASSERT(before.count.pausedDays == after.count.pausedDays);
}

RC_GTEST_PROP(LedgerOfAnyCase, EndsOnAWorkingDayThatIsNotPaused, ())
{
    const ClockFacts facts = anyReview();
    const LedgerDates dates = countLedger(reviewClock(), facts, belgium());
    RC_ASSERT(belgium().isWorkingDay(dates.end->day));
    for (const ClockPause& pause : facts.pauses)
        RC_ASSERT(!(pause.from < dates.end->day && dates.end->day <= *pause.to)
            || pause.from >= countLedger(reviewClock(), {"x", "x", facts.trigger}, belgium()).end->day);
}

RC_GTEST_PROP(LedgerOfAnyCase, NeverEndsEarlierForALaterAnswer, ())
{
    ClockFacts facts = anyReview();
    RC_PRE(!facts.pauses.empty());
    const auto before = countLedger(reviewClock(), facts, belgium()).end->day;
    facts.pauses.front().to = *facts.pauses.front().to + days{*rc::gen::inRange(0, 20)};
    RC_ASSERT(countLedger(reviewClock(), facts, belgium()).end->day >= before);
}

RC_GTEST_PROP(LedgerOfAnyCase, HasTheSameDatesWithAndWithoutPartialAnswers, ())
{
    ClockFacts facts = anyReview();
    RC_PRE(!facts.pauses.empty());
    const auto before = countLedger(reviewClock(), facts, belgium());
    facts.pauses.front().partialAnswers = {facts.pauses.front().from};
    facts.lateAnswers = {{facts.pauses.front().from, Consideration::NotConsidered}};
    RC_ASSERT(countLedger(reviewClock(), facts, belgium()).end == before.end);
}

RC_GTEST_PROP(LedgerOfAnyCase, EndsAtMostOneDayPerClosedRequestEarlierInTheOtherReading, ())
{
    ClockFacts facts = anyReview();
    for (ClockPause& pause : facts.pauses)
        pause.closing = PauseClosing::Unanswered;
    const auto strict = countLedger(reviewClock(), facts, belgium());
    facts.resumption = ResumptionReading::SameDay;
    const auto other = countLedger(reviewClock(), facts, belgium());
    RC_ASSERT(other.end->day <= strict.end->day);
    const auto difference = strict.count.pausedDays - other.count.pausedDays;
    RC_ASSERT(difference >= 0 && difference <= static_cast<int>(facts.pauses.size()));
}

RC_GTEST_PROP(LedgerOfASetPeriod, IsTheSameWithARefusedExtension, ())
{
    ClockFacts facts{"DL07/R1", "DL07"};
    facts.trigger = onDay("2024-06-01") + days{*rc::gen::inRange(0, 2000)};
    facts.setLength = Length{*rc::gen::inRange(1, 15), LengthUnit::Days};
    const auto before = countLedger(setClock(), facts, belgium());
    facts.extensions = {
        {ofLength("P3D"), *facts.trigger, ExtensionDecision::Refused, *facts.trigger, "too late to check"}};
    RC_ASSERT(countLedger(setClock(), facts, belgium()).end == before.end);
    facts.extensions.front().decision = ExtensionDecision::Granted;
    const auto granted = countLedger(setClock(), facts, belgium());
    RC_ASSERT(granted.end->day >= before.end->day);
    RC_ASSERT(granted.has(LedgerFlag::AboveCap) == (facts.setLength->amount + 3 > 14));
}

} // namespace

} // namespace tutela::law

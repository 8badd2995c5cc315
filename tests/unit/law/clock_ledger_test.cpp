#include "core/law/clock_ledger.h"

#include <gtest/gtest.h>

#include "core/base/catalogue.h"
#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

ClockDefinition aClock(std::string_view members)
{
    return parseClockDefinition(
        asJson("{\"id\":\"c\",\"law\":\"Art 5\",\"actor\":\"a\",\"calendar\":\"authority\","
            + std::string(members) + "}"))
        .value();
}

ClockDefinition reviewClock()
{
    return aClock(R"("mode":"forward","length":"P3M","suspends":["information-request"])");
}

ClockDefinition setClock()
{
    return aClock(R"("mode":"forward","set":{"cap":"P2W","floor":"P3D"})");
}

ClockDefinition consultationClock()
{
    return aClock(R"("mode":"forward","length":"P8W","extension":{"by":"P6W","announceWithin":"P1M"})");
}

ClockFacts startedOn(std::string_view day)
{
    ClockFacts facts{"c-1", "c"};
    facts.trigger = onDay(day);
    return facts;
}

ClockPause aPause(std::string_view from, std::string_view to = {})
{
    return {"q", onDay(from), to.empty() ? std::nullopt : std::optional(onDay(to)), "information-request"};
}

Ledger ledgerOf(const ClockDefinition& clock, const ClockFacts& facts)
{
    return computeLedger(clock, facts, Calendar::fromHolidays({}));
}

bool warns(const Ledger& ledger, std::string_view id)
{
    return std::any_of(ledger.warnings.begin(), ledger.warnings.end(),
        [id](const Message& warning) { return warning.id == id; });
}

TEST(Ledger, AddsPausesBeforeItRolls)
{
    ClockFacts facts = startedOn("2026-05-29");
    facts.pauses = {aPause("2026-06-08", "2026-06-22"), aPause("2026-07-13", "2026-07-20")};
    const Ledger ledger = ledgerOf(reviewClock(), facts);
    EXPECT_EQ(endText(*ledger.end), "2026-09-21T23:59:59");
    EXPECT_TRUE(ledger.confirmed);
    EXPECT_EQ(ledger.count.pausedDays, 21);
}

TEST(Ledger, CountsOverlappingRequestsOnce)
{
    ClockFacts facts = startedOn("2026-05-29");
    facts.pauses = {aPause("2026-06-15", "2026-06-29"), aPause("2026-06-08", "2026-06-22")};
    EXPECT_EQ(ledgerOf(reviewClock(), facts).end->day, onDay("2026-09-21"));
}

TEST(Ledger, HasNoEndWhileAPauseIsOpen)
{
    ClockFacts facts = startedOn("2026-03-02");
    facts.pauses = {aPause("2026-04-10")};
    const Ledger ledger = ledgerOf(reviewClock(), facts);
    EXPECT_FALSE(ledger.end.has_value());
    EXPECT_TRUE(ledger.open);
    EXPECT_EQ(ledger.openSince, onDay("2026-04-10"));
    EXPECT_EQ(ledger.count.usedDays, 39);
    EXPECT_EQ(stateOn(ledger, onDay("2027-01-01")), ClockState::Stopped);
    EXPECT_EQ(daysLeft(ledger, onDay("2027-01-01")), std::nullopt);
}

TEST(Ledger, CountsOnlyPausesThatTheLawKnows)
{
    ClockFacts facts = startedOn("2026-03-02");
    facts.pauses = {{"q", onDay("2026-04-10"), std::nullopt, "holiday"}};
    const Ledger ledger = ledgerOf(reviewClock(), facts);
    EXPECT_EQ(ledger.end->day, onDay("2026-06-02"));
    EXPECT_TRUE(warns(ledger, "ledger.warning.pause-not-foreseen"));
}

TEST(Ledger, LeavesADateUnconfirmedThatRestsOnImpossiblePauses)
{
    ClockFacts facts = startedOn("2026-03-02");
    facts.pauses = {aPause("2026-04-10", "2026-04-01")};
    EXPECT_FALSE(ledgerOf(reviewClock(), facts).confirmed);
    EXPECT_TRUE(warns(ledgerOf(reviewClock(), facts), "ledger.warning.pause-reversed"));
    facts.pauses = {aPause("2026-02-20", "2026-03-12")};
    const Ledger early = ledgerOf(reviewClock(), facts);
    EXPECT_EQ(early.end->day, onDay("2026-06-12"));
    EXPECT_FALSE(early.confirmed);
    EXPECT_TRUE(warns(early, "period.warning.pause-before-start"));
}

TEST(Ledger, CountsAnExtensionInOneRun)
{
    ClockFacts facts = startedOn("2026-10-30");
    facts.extensions = {{ofLength("P6W"), onDay("2026-11-20")}};
    const Ledger ledger = computeLedger(consultationClock(), facts, calendarOf("DE"));
    EXPECT_EQ(ledger.end->day, onDay("2027-02-05"));
    EXPECT_EQ(ledger.total, ofLength("P14W"));
    EXPECT_TRUE(ledger.warnings.empty());
}

TEST(Ledger, FlagsALateExtensionAndCountsIt)
{
    ClockFacts facts = startedOn("2026-10-30");
    facts.extensions = {{ofLength("P6W"), onDay("2026-12-01")}};
    const Ledger ledger = computeLedger(consultationClock(), facts, calendarOf("DE"));
    EXPECT_EQ(ledger.end->day, onDay("2027-02-05"));
    EXPECT_TRUE(warns(ledger, "ledger.warning.extension-announced-late"));
    facts.extensions = {{ofLength("P7W"), onDay("2026-11-30")}};
    EXPECT_TRUE(warns(
        computeLedger(consultationClock(), facts, calendarOf("DE")), "ledger.warning.extension-too-long"));
}

TEST(Ledger, DoesNotCountAnExtensionThatTheLawDoesNotForesee)
{
    ClockFacts facts = startedOn("2026-03-02");
    facts.extensions = {{ofLength("P1M"), onDay("2026-04-01")}};
    const Ledger ledger = ledgerOf(reviewClock(), facts);
    EXPECT_EQ(ledger.end->day, onDay("2026-06-02"));
    EXPECT_TRUE(warns(ledger, "ledger.warning.extension-not-foreseen"));
}

TEST(Ledger, AddsAnExtensionInAnotherUnitToTheNominalEnd)
{
    ClockFacts facts = startedOn("2026-01-05");
    facts.setLength = ofLength("P1M");
    facts.extensions = {{ofLength("P3D"), onDay("2026-01-10")}, {ofLength("P1W"), onDay("2026-01-12")}};
    const Ledger ledger = ledgerOf(aClock(R"("mode":"forward","set":{})"), facts);
    EXPECT_EQ(ledger.end->day, onDay("2026-02-16")) << "5 February and ten days is a Sunday";
}

TEST(Ledger, ComparesWhatTheAuthoritySetWithCapAndFloor)
{
    ClockFacts facts = startedOn("2026-01-13");
    EXPECT_TRUE(warns(ledgerOf(setClock(), facts), "ledger.warning.length-not-set"));
    EXPECT_EQ(stateOn(ledgerOf(setClock(), facts), onDay("2026-01-14")), ClockState::NotStarted);
    for (const auto& [length, warning] :
        std::vector<std::pair<const char*, const char*>>{{"P15D", "ledger.warning.above-cap"},
            {"P1M", "ledger.warning.above-cap"}, {"P2D", "ledger.warning.below-floor"}}) {
        facts.setLength = ofLength(length);
        EXPECT_TRUE(warns(ledgerOf(setClock(), facts), warning)) << length;
    }
    for (const char* length : {"P14D", "P2W", "P3D"}) {
        facts.setLength = ofLength(length);
        EXPECT_TRUE(ledgerOf(setClock(), facts).warnings.empty()) << length;
    }
    facts.setLength = ofLength("P1W");
    facts.extensions = {{ofLength("P8D"), onDay("2026-01-15")}};
    EXPECT_TRUE(warns(ledgerOf(setClock(), facts), "ledger.warning.above-cap")) << "extensions count";
}

TEST(Ledger, CountsHoursFromTheMomentOfReceipt)
{
    const ClockDefinition clock = aClock(R"("mode":"forward","length":"PT24H")");
    ClockFacts facts{"c-1", "c"};
    facts.trigger = onDay("2026-06-10");
    EXPECT_TRUE(warns(ledgerOf(clock, facts), "ledger.warning.moment-missing"));
    EXPECT_EQ(stateOn(ledgerOf(clock, facts), onDay("2026-06-10")), ClockState::Unconfirmed);
    facts.triggerInstant = *parseInstant("2026-06-10T14:18:30+02:00");
    facts.zone = brussels();
    const Ledger ledger = ledgerOf(clock, facts);
    EXPECT_EQ(endText(*ledger.end, brussels()), "2026-06-11T14:59:59+02:00");
    EXPECT_EQ(formatInstant(*ledger.plainEnd), "2026-06-11T12:18:30Z");
}

TEST(Ledger, GivesTheSameDatesWithAndWithoutText)
{
    ClockFacts facts = startedOn("2026-05-29");
    facts.pauses = {aPause("2026-06-08", "2026-06-22")};
    const LedgerDates dates = countLedger(reviewClock(), facts, calendarOf("BE"));
    EXPECT_EQ(dates.end, computeLedger(reviewClock(), facts, calendarOf("BE")).end);
}

std::vector<std::string> stepIds(const Ledger& ledger)
{
    std::vector<std::string> ids;
    for (const PeriodStep& step : ledger.steps)
        ids.push_back(step.text.id);
    return ids;
}

bool tells(const Ledger& ledger, std::string_view id)
{
    const auto ids = stepIds(ledger);
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

TEST(PartialAnswer, KeepsTheClockStopped)
{
    ClockFacts facts = startedOn("2026-03-02");
    facts.pauses = {aPause("2026-04-10")};
    facts.pauses.front().partialAnswers = {onDay("2026-04-20")};
    const Ledger ledger = ledgerOf(reviewClock(), facts);
    EXPECT_TRUE(ledger.open);
    EXPECT_EQ(stateOn(ledger, onDay("2026-05-01")), ClockState::Stopped);
    EXPECT_TRUE(tells(ledger, "ledger.step.partial-answer"));
    facts.pauses.front().to = onDay("2026-04-24"); // the rest arrives
    EXPECT_EQ(ledgerOf(reviewClock(), facts).end->day, onDay("2026-06-16"));
}

TEST(OpenPause, LeavesNoEndHoweverManyOthersWereAnswered)
{
    ClockFacts facts = startedOn("2026-03-02");
    facts.pauses = {aPause("2026-03-10", "2026-03-20"), aPause("2026-03-16"), aPause("2026-03-18")};
    const Ledger ledger = ledgerOf(reviewClock(), facts);
    EXPECT_TRUE(ledger.open);
    EXPECT_EQ(ledger.openSince, onDay("2026-03-16"));
    EXPECT_EQ(ledger.count.usedDays, 8) << "3 to 10 March; from 11 March the first pause runs";
}

TEST(ClosedRequest, RunsAgainFromTheNextDayUnlessTheOtherReadingIsChosen)
{
    ClockFacts facts = startedOn("2026-03-02");
    facts.pauses = {aPause("2026-04-10", "2026-04-24")};
    facts.pauses.front().closing = PauseClosing::Unanswered;
    const Ledger strict = ledgerOf(reviewClock(), facts);
    EXPECT_EQ(strict.end->day, onDay("2026-06-16"));
    EXPECT_TRUE(tells(strict, "ledger.step.closed-next-day")) << "shown as a reading, not as the law";
    facts.resumption = ResumptionReading::SameDay;
    const Ledger other = ledgerOf(reviewClock(), facts);
    EXPECT_EQ(other.end->day, onDay("2026-06-15"));
    EXPECT_TRUE(tells(other, "ledger.step.closed-same-day"));
    facts.pauses.front().to = onDay("2026-04-10"); // closed on the day it was asked
    EXPECT_EQ(ledgerOf(reviewClock(), facts).count.pausedDays, 0);
    facts.pauses.front().closing = PauseClosing::Answered;
    facts.pauses.front().to = onDay("2026-04-24");
    EXPECT_EQ(ledgerOf(reviewClock(), facts).end->day, onDay("2026-06-16")) << "an answer has one reading";
}

TEST(Pause, AskedForWhileOnlyRestDaysAreLeftDoesNotEndThePeriodBeforeTheAnswer)
{
    ClockFacts facts = startedOn("2026-05-29"); // Saturday 29 August, so Monday 31 August
    facts.pauses = {aPause("2026-08-30", "2026-09-10")};
    EXPECT_EQ(ledgerOf(reviewClock(), facts).end->day, onDay("2026-09-11"));
    facts.pauses = {aPause("2026-08-31", "2026-09-10")};
    const Ledger late = ledgerOf(reviewClock(), facts);
    EXPECT_EQ(late.end->day, onDay("2026-08-31")) << "asked on the last day";
    EXPECT_TRUE(warns(late, "period.warning.pause-after-end"));
}

TEST(ExtensionOfASetPeriod, IsCountedAgainstTheCapInTotal)
{
    ClockFacts facts = startedOn("2026-01-13");
    facts.setLength = ofLength("P7D");
    facts.extensions = {
        {ofLength("P4D"), onDay("2026-01-16"), ExtensionDecision::Granted, onDay("2026-01-15")}};
    Ledger ledger = ledgerOf(setClock(), facts);
    EXPECT_EQ(ledger.end->day, onDay("2026-01-26")) << "Saturday 24 January rolls";
    EXPECT_TRUE(tells(ledger, "ledger.step.extension-requested"));
    EXPECT_TRUE(tells(ledger, "ledger.step.extension-granted"));
    EXPECT_TRUE(ledger.warnings.empty());
    facts.extensions.push_back({ofLength("P4D"), onDay("2026-01-20")});
    ledger = ledgerOf(setClock(), facts);
    EXPECT_EQ(ledger.total, ofLength("P15D"));
    EXPECT_TRUE(warns(ledger, "ledger.warning.above-cap")) << "fifteen days in total";
}

TEST(ExtensionOfASetPeriod, ThatWasRefusedLeavesTheDateAndKeepsItsReason)
{
    ClockFacts facts = startedOn("2026-01-13");
    facts.setLength = ofLength("P7D");
    facts.extensions = {{ofLength("P4D"), onDay("2026-01-16"), ExtensionDecision::Refused,
        onDay("2026-01-15"), "The questions are known since December."}};
    const Ledger ledger = ledgerOf(setClock(), facts);
    EXPECT_EQ(ledger.end->day, onDay("2026-01-20"));
    EXPECT_TRUE(tells(ledger, "ledger.step.extension-refused"));
    EXPECT_TRUE(ledger.warnings.empty());
    facts.extensions.front().reason.clear();
    EXPECT_TRUE(warns(ledgerOf(setClock(), facts), "ledger.warning.refusal-without-reason"));
}

TEST(ExtensionOfASetPeriod, GrantedAfterTheEndIsCountedAndFlagged)
{
    ClockFacts facts = startedOn("2026-01-13");
    facts.setLength = ofLength("P7D");
    for (const auto& [granted, late] :
        std::vector<std::pair<const char*, bool>>{{"2026-01-20", false}, {"2026-01-21", true}}) {
        facts.extensions = {{ofLength("P1W"), onDay(granted)}};
        const Ledger ledger = ledgerOf(setClock(), facts);
        EXPECT_EQ(ledger.end->day, onDay("2026-01-27"));
        EXPECT_EQ(warns(ledger, "ledger.warning.extension-after-end"), late) << granted;
    }
}

TEST(LateAnswer, IsKeptAndMarkedConsideredOrNot)
{
    ClockFacts facts = startedOn("2026-01-13");
    facts.setLength = ofLength("P1W");
    facts.endedWithoutAnswerOn = onDay("2026-01-22");
    facts.lateAnswers = {{onDay("2026-01-30"), Consideration::Undecided}};
    EXPECT_TRUE(warns(ledgerOf(setClock(), facts), "ledger.warning.late-answer-undecided"));
    EXPECT_TRUE(tells(ledgerOf(setClock(), facts), "ledger.step.late-answer"));
    for (const auto& [consideration, step] : std::vector<std::pair<Consideration, const char*>>{
             {Consideration::Considered, "ledger.step.late-answer-considered"},
             {Consideration::NotConsidered, "ledger.step.late-answer-not-considered"}}) {
        facts.lateAnswers.front().consideration = consideration;
        const Ledger ledger = ledgerOf(setClock(), facts);
        EXPECT_TRUE(tells(ledger, step));
        EXPECT_TRUE(ledger.warnings.empty());
        EXPECT_EQ(stateOn(ledger, onDay("2026-02-01")), ClockState::EndedWithoutAnswer);
    }
}

TEST(MetClock, SaysByWhatAndWhen)
{
    const ClockDefinition clock =
        aClock(R"("mode":"forward","length":"P1M","meets":["submission","negative-notice"])");
    ClockFacts facts = startedOn("2026-07-31");
    facts.metOn = onDay("2026-08-20");
    EXPECT_TRUE(tells(ledgerOf(clock, facts), "ledger.step.met")) << "two things could have met it";
    facts.metBy = "negative-notice";
    EXPECT_TRUE(tells(ledgerOf(clock, facts), "ledger.step.met-by"));
    EXPECT_TRUE(ledgerOf(clock, facts).warnings.empty());
    facts.metBy = "telephone-call";
    EXPECT_TRUE(warns(ledgerOf(clock, facts), "ledger.warning.met-not-foreseen"));
    EXPECT_EQ(stateOn(ledgerOf(clock, facts), onDay("2026-09-30")), ClockState::Met)
        << "recorded and flagged";
}

TEST(ClockWithoutAFigure, RunsWithoutAnEndUntilItIsMet)
{
    const ClockDefinition clock = aClock(R"("mode":"forward","length":"none","meets":["copies"])");
    ClockFacts facts = startedOn("2026-03-02");
    const Ledger ledger = ledgerOf(clock, facts);
    EXPECT_FALSE(ledger.end.has_value());
    EXPECT_TRUE(tells(ledger, "ledger.step.no-figure"));
    EXPECT_EQ(stateOn(ledger, onDay("2026-03-01")), ClockState::NotStarted);
    EXPECT_EQ(stateOn(ledger, onDay("2030-03-01")), ClockState::Running);
    facts.metOn = onDay("2026-03-05");
    EXPECT_EQ(stateOn(ledgerOf(clock, facts), onDay("2030-03-01")), ClockState::Met);
}

TEST(ClockState, FollowsTheLastDay)
{
    ClockFacts facts = startedOn("2026-03-02");
    const Ledger ledger = ledgerOf(reviewClock(), facts); // 2 June 2026
    EXPECT_EQ(stateOn(ledger, onDay("2026-03-01")), ClockState::NotStarted);
    EXPECT_EQ(stateOn(ledger, onDay("2026-03-02")), ClockState::Running);
    EXPECT_EQ(stateOn(ledger, onDay("2026-06-02")), ClockState::Running);
    EXPECT_EQ(stateOn(ledger, onDay("2026-06-03")), ClockState::Overdue);
    EXPECT_EQ(daysLeft(ledger, onDay("2026-06-02")), 0);
    EXPECT_EQ(daysLeft(ledger, onDay("2026-06-05")), -3);
    EXPECT_EQ(stateOn(ledgerOf(reviewClock(), {"c-1", "c"}), onDay("2026-06-05")), ClockState::NotStarted);
}

TEST(ClockState, TellsMetFromMetLate)
{
    ClockFacts facts = startedOn("2026-03-02");
    facts.metOn = onDay("2026-06-02");
    EXPECT_EQ(stateOn(ledgerOf(reviewClock(), facts), onDay("2026-07-01")), ClockState::Met);
    EXPECT_EQ(stateOn(ledgerOf(reviewClock(), facts), onDay("2026-05-01")), ClockState::Running)
        << "what is dated later has not happened";
    facts.metOn = onDay("2026-06-03");
    EXPECT_EQ(stateOn(ledgerOf(reviewClock(), facts), onDay("2026-07-01")), ClockState::MetLate);
    EXPECT_EQ(daysLeft(ledgerOf(reviewClock(), facts), onDay("2026-07-01")), std::nullopt);
    facts.metOn = std::nullopt;
    facts.endedWithoutAnswerOn = onDay("2026-06-02");
    EXPECT_EQ(stateOn(ledgerOf(reviewClock(), facts), onDay("2026-07-01")), ClockState::EndedWithoutAnswer);
}

TEST(ClockState, IsUnconfirmedWithoutACompleteCalendar)
{
    ClockFacts facts = startedOn("2026-03-02");
    const auto bare = [&] { return computeLedger(reviewClock(), facts, Calendar::weekendsOnly()); };
    EXPECT_EQ(stateOn(bare(), onDay("2026-06-20")), ClockState::Unconfirmed);
    facts.metOn = onDay("2026-06-03");
    EXPECT_EQ(stateOn(bare(), onDay("2026-06-20")), ClockState::Unconfirmed)
        << "a holiday might have moved the end";
    facts.metOn = onDay("2026-06-02");
    EXPECT_EQ(stateOn(bare(), onDay("2026-06-20")), ClockState::Met) << "a holiday can only move it later";
}

TEST(ClockState, OfABackwardClockRunsBeforeItsEventAndEndsBeforeTheBoundary)
{
    const Ledger ledger = ledgerOf(aClock(R"("mode":"backward","length":"P1M")"), startedOn("2026-09-01"));
    EXPECT_EQ(endText(*ledger.end), "2026-08-01T00:00:00");
    EXPECT_EQ(stateOn(ledger, onDay("2026-07-31")), ClockState::Running);
    EXPECT_EQ(daysLeft(ledger, onDay("2026-07-31")), 0);
    EXPECT_EQ(stateOn(ledger, onDay("2026-08-01")), ClockState::Overdue);
}

TEST(ClockState, OfAFixedDateRunsUntilThatDay)
{
    const Ledger ledger = ledgerOf(aClock(R"("mode":"fixed")"), startedOn("2027-01-31"));
    EXPECT_EQ(ledger.end->day, onDay("2027-01-31")) << "a Sunday, not rolled";
    EXPECT_EQ(stateOn(ledger, onDay("2027-01-30")), ClockState::Running);
}

} // namespace

} // namespace tutela::law

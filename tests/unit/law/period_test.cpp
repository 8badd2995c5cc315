#include "core/law/period.h"

#include <gtest/gtest.h>

#include "core/base/catalogue.h"
#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

PeriodResult computed(const PeriodQuery& query, const Calendar& calendar = Calendar::fromHolidays({}))
{
    auto result = computePeriod(query, calendar);
    EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().what.id);
    return result.ok() ? std::move(result).value() : PeriodResult{};
}

std::string refusalOf(const PeriodQuery& query)
{
    const auto result = computePeriod(query, Calendar::fromHolidays({}));
    return result.ok() ? "accepted" : result.error().what.id;
}

bool warns(const PeriodResult& result, std::string_view id)
{
    return std::any_of(result.warnings.begin(), result.warnings.end(),
        [id](const Message& warning) { return warning.id == id; });
}

bool hasStep(const PeriodResult& result, std::string_view id)
{
    return std::any_of(result.steps.begin(), result.steps.end(),
        [id](const PeriodStep& step) { return step.text.id == id; });
}

TEST(ComputePeriod, NamesWhatIsImpossible)
{
    const Day start = onDay("2026-03-02");
    const Instant moment = *parseInstant("2026-03-02T10:00:00Z");
    const auto with = [&](Pause pause) {
        return PeriodQuery{start, ofLength("P3M"), PeriodMode::Forward, std::nullopt, {pause}, {}};
    };
    EXPECT_EQ(refusalOf({start, ofLength("-P1M")}), "period.error.negative-length");
    EXPECT_EQ(refusalOf({start, ofLength("-P1M"), PeriodMode::Cap}), "period.error.negative-length");
    EXPECT_EQ(refusalOf({start, ofLength("P0D")}), "period.error.zero-length");
    EXPECT_EQ(refusalOf({start, ofLength("P9999Y")}), "period.error.out-of-range");
    EXPECT_EQ(refusalOf({start, ofLength("P999999M"), PeriodMode::Backward}), "period.error.out-of-range");
    EXPECT_EQ(refusalOf({onDay("9998-03-02"), ofLength("P999999WD")}), "period.error.out-of-range");
    EXPECT_EQ(refusalOf({start, ofLength("PT24H")}), "period.error.instant-needed");
    EXPECT_EQ(refusalOf({moment, ofLength("PT24H")}), "period.error.zone-needed");
    EXPECT_EQ(refusalOf({start, ofLength("PT24H"), PeriodMode::Cap}), "period.error.unit-not-possible");
    EXPECT_EQ(refusalOf(with({onDay("2026-03-01"), onDay("2026-03-09")})), "period.error.pause-before-start");
    EXPECT_EQ(refusalOf(with({onDay("2026-04-02"), onDay("2026-04-01")})), "period.error.pause-reversed");
    EXPECT_EQ(refusalOf({start, ofLength("P1M"), PeriodMode::Backward, std::nullopt, {{start, start}}, {}}),
        "period.error.pause-not-possible");
}

TEST(ComputePeriod, TakesABackwardLengthWithEitherSign)
{
    const Day start = onDay("2026-09-01");
    for (const char* length : {"P1M", "-P1M"}) {
        const PeriodResult result = computed({start, ofLength(length), PeriodMode::Backward});
        EXPECT_EQ(endText(*result.end), "2026-08-01T00:00:00") << length;
        EXPECT_TRUE(warns(result, "period.warning.backward-strict"));
    }
}

TEST(ComputePeriod, EndsABackwardPeriodDuringTheDayUnderTheLenientReading)
{
    PeriodQuery query{onDay("2026-09-01"), ofLength("P1M"), PeriodMode::Backward};
    query.readings.backward = BackwardReading::DuringTheDay;
    EXPECT_EQ(endText(*computed(query).end), "2026-08-01T23:59:59");
}

TEST(ComputePeriod, GivesTheCapADayMoreWhenTheFirstDayIsExcluded)
{
    PeriodQuery query{onDay("2027-01-01"), ofLength("P24M"), PeriodMode::Cap};
    query.readings.cap = CapReading::FirstDayExcluded;
    EXPECT_EQ(computed(query).end->day, onDay("2029-01-01"));
}

TEST(ComputePeriod, CountsWorkingDaysOnly)
{
    const Calendar german = calendarOf("DE");
    // Thursday 30 April; Friday is Labour Day.
    EXPECT_EQ(computed({onDay("2026-04-29"), ofLength("P5WD")}, german).end->day, onDay("2026-05-07"));
    const PeriodResult back = computed({onDay("2026-05-07"), ofLength("P5WD"), PeriodMode::Backward}, german);
    EXPECT_EQ(endText(*back.end), "2026-04-29T00:00:00");
}

TEST(ComputePeriod, SkipsPausedDaysWhenItCountsWorkingDays)
{
    PeriodQuery query{onDay("2026-01-05"), ofLength("P5WD")};
    query.pauses = {{onDay("2026-01-06"), onDay("2026-01-13")}};
    EXPECT_EQ(computed(query).end->day, onDay("2026-01-19"));
    query.pauses = {{onDay("2026-01-06"), std::nullopt}};
    EXPECT_TRUE(computed(query).open);
    EXPECT_EQ(computed(query).usedDays, 1);
}

TEST(ComputePeriod, CountsTheDaysUsedBeforeAnOpenPause)
{
    PeriodQuery query{onDay("2026-03-02"), ofLength("P3M")};
    query.pauses = {{onDay("2026-04-10"), std::nullopt}, {onDay("2026-03-10"), onDay("2026-03-20")}};
    const PeriodResult result = computed(query);
    EXPECT_TRUE(result.open);
    EXPECT_EQ(result.usedDays, 39 - 10);
    // A closed pause that reaches beyond the open request takes away only the days before it.
    query.pauses = {{onDay("2026-04-10"), std::nullopt}, {onDay("2026-04-01"), onDay("2026-04-20")}};
    EXPECT_EQ(computed(query).usedDays, 30);
}

TEST(ComputePeriod, DoesNotLetAPauseReviveAPeriodThatHasEnded)
{
    PeriodQuery query{onDay("2026-03-02"), ofLength("P3M")};
    query.pauses = {{onDay("2026-06-02"), std::nullopt}};
    const PeriodResult result = computed(query);
    EXPECT_EQ(result.end->day, onDay("2026-06-02"));
    EXPECT_TRUE(warns(result, "period.warning.pause-after-end"));
    query.pauses = {{onDay("2026-06-01"), onDay("2026-06-03")}};
    EXPECT_EQ(computed(query).end->day, onDay("2026-06-04"));
}

TEST(ComputePeriod, AddsNoDayForAnAnswerOnTheDayOfTheRequest)
{
    PeriodQuery query{onDay("2026-03-02"), ofLength("P3M")};
    query.pauses = {{onDay("2026-04-10"), onDay("2026-04-10")}};
    EXPECT_EQ(computed(query).end->day, onDay("2026-06-02"));
}

TEST(ComputePeriod, LooksForTwoWorkingDaysInALongerPeriodOverAClosure)
{
    // All seven days and the first three of January are closed: Monday 4 January alone is not enough.
    EXPECT_EQ(computed({onDay("2026-12-24"), ofLength("P1W")}, calendarOf("EU-INSTITUTIONS")).end->day,
        onDay("2027-01-05"));
    EXPECT_EQ(computed({onDay("2026-01-16"), ofLength("P1D")}).end->day, onDay("2026-01-19"))
        << "one day is not two days or more";
}

TEST(ComputePeriod, LeavesADateUnconfirmedInAYearWithoutCalendar)
{
    const PeriodResult late = computed({onDay("2032-12-01"), ofLength("P3M")}, calendarOf("DE"));
    EXPECT_FALSE(late.confirmed);
    EXPECT_TRUE(warns(late, "period.warning.uncovered-year"));
    EXPECT_TRUE(computed({onDay("2032-08-02"), ofLength("P3M")}, calendarOf("DE")).confirmed);
    const PeriodResult bare = computed({onDay("2026-03-02"), ofLength("P3M")}, Calendar::weekendsOnly());
    EXPECT_FALSE(bare.confirmed);
    EXPECT_TRUE(warns(bare, "period.warning.no-calendar"));
    EXPECT_TRUE(computed({onDay("2040-03-02"), ofLength("P3M"), PeriodMode::Cap}, calendarOf("DE")).confirmed)
        << "no calendar is asked";
}

TEST(ComputePeriod, ShowsThePlainHoursBesideTheLegalEnd)
{
    const PeriodResult result = computed(
        {*parseInstant("2026-06-10T14:18:30+02:00"), ofLength("PT24H"), PeriodMode::Forward, brussels()});
    EXPECT_EQ(formatInstant(*result.plainEnd), "2026-06-11T12:18:30Z");
    EXPECT_TRUE(hasStep(result, "period.step.hours-plain"));
}

TEST(ComputePeriod, DoesNotCountTheHourOfAnEventOnTheHour)
{
    EXPECT_EQ(formatInstant(endOfHours(*parseInstant("2026-06-10T12:00:00Z"), 24, brussels())),
        "2026-06-11T12:59:59Z");
}

TEST(ComputePeriod, AppliesTwoWorkingDaysToHoursOnlyWhenAsked)
{
    // Friday 10:30: 72 hours end on Monday, the only working day after the event.
    PeriodQuery query{
        *parseInstant("2026-06-05T10:30:00+02:00"), ofLength("PT72H"), PeriodMode::Forward, brussels()};
    EXPECT_EQ(endText(*computed(query).end, brussels()), "2026-06-08T10:59:59+02:00");
    query.readings.hours = HoursReading::TwoWorkingDays;
    EXPECT_EQ(endText(*computed(query).end, brussels()), "2026-06-09T23:59:59+02:00");
}

TEST(ComputePeriod, WritesTheEndInTheZoneThatIsGiven)
{
    const PeriodEnd end = *computed({onDay("2026-01-07"), ofLength("P10D")}).end;
    EXPECT_EQ(endText(end, brussels()), "2026-01-19T23:59:59+01:00");
    EXPECT_EQ(endText(end, brussels(), OffsetText::Hidden), "2026-01-19T23:59:59");
}

TEST(ComputePeriod, ExplainsEveryStepInOrder)
{
    PeriodQuery query{onDay("2026-05-29"), ofLength("P3M")};
    query.pauses = {{onDay("2026-06-08"), onDay("2026-06-22")}, {onDay("2026-07-13"), onDay("2026-07-20")}};
    const PeriodResult result = computed(query, calendarOf("DE"));
    std::vector<std::string> ids;
    for (const PeriodStep& step : result.steps)
        ids.push_back(step.text.id.substr(12) + " " + step.result);
    EXPECT_EQ(ids,
        (std::vector<std::string>{"trigger 2026-05-29", "first-day 2026-05-30", "nominal 2026-08-29",
            "rest-days-count 2026-08-29", "pause ", "pause ", "extended 2026-09-19", "roll 2026-09-21"}));
    EXPECT_EQ(Catalogue::embedded("en").text(result.steps.back().text),
        "2026-09-19 is no working day (Saturday) in the calendar DE; the period ends with the next working "
        "day, "
        "2026-09-21.");
}

TEST(ComputePeriod, NamesTheHolidayThatMovesTheEnd)
{
    const PeriodResult result = computed({onDay("2026-05-07"), ofLength("P1W")}, calendarOf("DE"));
    EXPECT_NE(
        Catalogue::embedded("en").text(result.steps.back().text).find("Ascension Day"), std::string::npos);
}

TEST(ReadPeriodStart, TakesADayAnInstantOrALocalTimeInAZone)
{
    EXPECT_EQ(std::get<Day>(readPeriodStart("2026-06-10", std::nullopt).value().start), onDay("2026-06-10"));
    const auto moment = readPeriodStart("2026-06-10T14:18:30+02:00", std::nullopt);
    EXPECT_EQ(moment.value().zone->name(), "+02:00");
    const auto local = readPeriodStart("2026-06-10T14:18", brussels());
    EXPECT_EQ(formatInstant(std::get<Instant>(local.value().start)), "2026-06-10T12:18:00Z");
    EXPECT_EQ(readPeriodStart("2026-06-10T14:18", std::nullopt).error().what.id, "period.error.zone-needed");
    EXPECT_EQ(readPeriodStart("2026-03-29T02:30", brussels()).error().what.id, "zone.gap");
    EXPECT_EQ(readPeriodStart("tomorrow", brussels()).error().what.id, "period.error.start");
}

TEST(PeriodMode, IsReadAsItIsWritten)
{
    for (const auto mode :
        {PeriodMode::Forward, PeriodMode::Backward, PeriodMode::Cap, PeriodMode::Effect, PeriodMode::Fixed})
        EXPECT_EQ(periodModeFromText(toText(mode)), mode);
    EXPECT_FALSE(periodModeFromText("sideways").has_value());
}

} // namespace

} // namespace tutela::law

#include <gtest/gtest.h>

#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

struct Sentence {
    const char* rule;
    const char* says;
    PeriodMode mode;
    const char* start;
    const char* length;
    const char* calendar;
    const char* end;
};

constexpr auto F = PeriodMode::Forward;
constexpr auto B = PeriodMode::Backward;

/// One row for each sentence of Regulation 1182/71 that bears on a date; all in the zone of Brussels.
constexpr Sentence kSentences[] = {
    {"2(1)", "the holidays of the place where the action is taken count", F, "2026-04-21", "P10D", "DE",
        "2026-05-04T23:59:59"},
    {"2(1)", "and those of another place do not", F, "2026-04-21", "P10D", "IE", "2026-05-01T23:59:59"},
    {"2(2)", "Saturdays, Sundays and holidays are no working days", F, "2026-04-30", "P1WD", "DE",
        "2026-05-04T23:59:59"},
    {"3(1) 1st", "the hour of the event is not counted", F, "2026-06-10T14:59:59+02:00", "PT1H", "DE",
        "2026-06-10T15:59:59"},
    {"3(1) 2nd", "the day of the event is not counted", F, "2026-06-08", "P1D", "DE", "2026-06-09T23:59:59"},
    {"3(2)(a)", "hours end with the expiry of the last hour", F, "2026-06-10T00:00:00+02:00", "PT24H", "DE",
        "2026-06-11T00:59:59"},
    {"3(2)(b)", "days end with the last hour of the last day", F, "2026-06-08", "P4D", "DE",
        "2026-06-12T23:59:59"},
    {"3(2)(c)", "weeks end on the same weekday", F, "2026-06-10", "P2W", "DE", "2026-06-24T23:59:59"},
    {"3(2)(c)", "months end on the same date", F, "2026-06-10", "P1M", "DE", "2026-07-10T23:59:59"},
    {"3(2)(c)", "years end on the same date", F, "2026-06-10", "P2Y", "DE", "2028-06-12T23:59:59"},
    {"3(2)(c) last", "without such a date, with the last day of the month", F, "2026-03-31", "P3M", "DE",
        "2026-06-30T23:59:59"},
    {"3(3)", "rest days inside count", F, "2026-03-30", "P10D", "DE", "2026-04-09T23:59:59"},
    {"3(3)", "unless the period is in working days", F, "2026-03-30", "P10WD", "DE", "2026-04-15T23:59:59"},
    {"3(4) 1st", "a last day on a Saturday moves", F, "2026-06-05", "P8D", "DE", "2026-06-15T23:59:59"},
    {"3(4) 1st", "on a Sunday too", F, "2026-06-05", "P9D", "DE", "2026-06-15T23:59:59"},
    {"3(4) 1st", "on a holiday too", F, "2026-05-04", "P10D", "DE", "2026-05-15T23:59:59"},
    {"3(4) 2nd", "not for hours", F, "2026-06-12T10:30:00+02:00", "PT24H", "DE", "2026-06-13T10:59:59"},
    {"3(4) 2nd", "not for periods counted backward", B, "2026-09-01", "P1M", "DE", "2026-08-01T00:00:00"},
    {"3(5)", "two days or more hold two working days", F, "2026-06-05", "P2D", "DE", "2026-06-09T23:59:59"},
    {"3(5)", "one day does not", F, "2026-06-05", "P1D", "DE", "2026-06-08T23:59:59"},
    {"4(2)", "effect begins with the first hour, on a Saturday too", PeriodMode::Effect, "2026-06-10", "P3D",
        "DE", "2026-06-13T00:00:00"},
    {"4(3)", "effect ends with the last hour, on a holiday too", PeriodMode::Fixed, "2026-04-03", "P0D", "DE",
        "2026-04-03T23:59:59"},
    {"5", "an act on a date lasts to its last hour, on a Sunday too", PeriodMode::Fixed, "2027-01-31", "P0D",
        "DE", "2027-01-31T23:59:59"},
};

TEST(Regulation1182, IsFollowedSentenceBySentence)
{
    const Zone zone = brussels();
    for (const Sentence& sentence : kSentences) {
        const auto start = readPeriodStart(sentence.start, zone);
        ASSERT_TRUE(start.ok()) << sentence.start;
        const auto result =
            computePeriod({start.value().start, ofLength(sentence.length), sentence.mode, zone},
                calendarOf(sentence.calendar));
        ASSERT_TRUE(result.ok()) << sentence.rule;
        EXPECT_EQ(endText(*result.value().end, zone, OffsetText::Hidden), sentence.end)
            << sentence.rule << ": " << sentence.says;
        EXPECT_TRUE(result.value().confirmed) << sentence.rule;
    }
}

} // namespace

} // namespace tutela::law

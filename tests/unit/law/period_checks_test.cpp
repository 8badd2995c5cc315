#include "core/law/period_checks.h"

#include <stdexcept>

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

using std::chrono::days;

TEST(OrderStart, LiesAfterTheWholeMinimumPeriodUnderTheSafeReading)
{
    EXPECT_EQ(earliestOrderStart(onDay("2026-06-15"), ofLength("P3M")), onDay("2026-09-16"));
    EXPECT_EQ(earliestOrderStart(onDay("2026-06-15"), ofLength("P3M"), MinimumReading::Lenient),
        onDay("2026-09-15"));
    EXPECT_EQ(earliestOrderStart(onDay("2026-11-30"), ofLength("P3M")), onDay("2027-03-01"));
    EXPECT_EQ(latestOrderStart(onDay("2026-06-15"), ofLength("P12M")), onDay("2027-06-15"));
}

TEST(LatestLawfulReceipt, IsTheLastDayThatKeepsTheStartLawful)
{
    EXPECT_EQ(latestLawfulReceipt(onDay("2026-09-16"), ofLength("P3M")), onDay("2026-06-15"));
    EXPECT_EQ(latestLawfulReceipt(onDay("2027-03-01"), ofLength("P3M")), onDay("2026-11-30"));
}

TEST(LatestLawfulReceipt, IsFoundNearTheEndsOfTheCalendar)
{
    EXPECT_EQ(latestLawfulReceipt(onDay("9999-12-31"), ofLength("P3M")), onDay("9999-09-30"));
    EXPECT_EQ(latestLawfulReceipt(onDay("9999-12-31"), ofLength("P0D")), onDay("9999-12-30"));
    EXPECT_EQ(latestLawfulReceipt(onDay("0001-04-02"), ofLength("P3M")), onDay("0001-01-01"));
}

TEST(LatestLawfulReceipt, BeyondTheCalendarIsNone)
{
    for (const char* start : {"0001-04-01", "0001-01-01", "0001-03-31"})
        EXPECT_EQ(latestLawfulReceipt(onDay(start), ofLength("P3M")), std::nullopt) << start;
}

TEST(CapEnd, IsTheDayBeforeTheSameDate)
{
    EXPECT_EQ(capEnd(onDay("2027-01-01"), ofLength("P24M")), onDay("2028-12-31"));
    EXPECT_EQ(capEnd(onDay("2027-01-31"), ofLength("P12M")), onDay("2028-01-30"));
    EXPECT_EQ(capEnd(onDay("2026-11-02"), ofLength("P6W")), onDay("2026-12-13"));
}

TEST(WithinCap, RefusesOnlyWhatNoReadingAllows)
{
    const Day start = onDay("2027-01-01");
    EXPECT_EQ(withinCap(start, onDay("2028-12-31"), ofLength("P24M")), CapFit::Within);
    EXPECT_EQ(withinCap(start, onDay("2029-01-01"), ofLength("P24M")), CapFit::OneDayOver);
    EXPECT_EQ(withinCap(start, onDay("2029-01-02"), ofLength("P24M")), CapFit::Beyond);
}

TEST(HalfwayDay, IsTheStartMovedByHalfTheDaysRoundedDown)
{
    EXPECT_EQ(halfwayDay(onDay("2027-01-01"), onDay("2028-12-31")), onDay("2028-01-01"));
    EXPECT_EQ(
        halfwayDay(onDay("2027-01-01"), onDay("2028-12-31"), HalfwayReading::RoundedUp), onDay("2028-01-02"));
    EXPECT_EQ(halfwayDay(onDay("2027-01-01"), onDay("2027-01-01")), onDay("2027-01-01"));
    EXPECT_EQ(halfwayDay(onDay("2027-01-01"), onDay("2027-01-04")), onDay("2027-01-03"));
}

TEST(Lookback, ReachesBackToTheSameDate)
{
    EXPECT_EQ(lookbackStart(onDay("2027-03-15"), ofLength("P12M")), onDay("2026-03-15"));
    EXPECT_EQ(leavesWindowOn(onDay("2026-03-15"), ofLength("P12M")), onDay("2027-03-16"));
    EXPECT_EQ(leavesWindowOn(onDay("2028-02-29"), ofLength("P12M")), onDay("2029-03-01"));
}

TEST(PeriodChecks, TreatALengthInHoursAsABug)
{
    EXPECT_THROW(static_cast<void>(capEnd(onDay("2027-01-01"), ofLength("PT24H"))), std::logic_error);
}

Length anyBound()
{
    const auto unit =
        *rc::gen::element(LengthUnit::Days, LengthUnit::Weeks, LengthUnit::Months, LengthUnit::Years);
    return {*rc::gen::inRange(1, 25), unit};
}

RC_GTEST_PROP(LatestLawfulReceipt, KeepsTheStartLawfulAndTheNextDayDoesNot, ())
{
    const Day start = onDay("2026-01-01") + days{*rc::gen::inRange(0, 3000)};
    const Length minimum = anyBound();
    const Day receipt = latestLawfulReceipt(start, minimum).value();
    RC_ASSERT(earliestOrderStart(receipt, minimum) <= start);
    RC_ASSERT(earliestOrderStart(receipt + days{1}, minimum) > start);
}

RC_GTEST_PROP(Lookback, HoldsEvidenceUntilTheDayItLeaves, ())
{
    const Day evidence = onDay("2026-01-01") + days{*rc::gen::inRange(0, 3000)};
    const Length window = anyBound();
    const Day leaves = leavesWindowOn(evidence, window);
    RC_ASSERT(lookbackStart(leaves, window) > evidence);
    RC_ASSERT(lookbackStart(leaves - days{1}, window) <= evidence);
}

} // namespace

} // namespace tutela::law

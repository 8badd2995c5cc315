#include "core/procedure/clock_history.h"

#include <gtest/gtest.h>

namespace tutela::procedure {

namespace {

Day dayInJune(int day)
{
    return parseDay("2026-06-01").value() + std::chrono::days{day - 1};
}

Instant hour(int number)
{
    return Instant(dayInJune(1)) + std::chrono::hours{number};
}

TEST(ClockHistory, TellsADateOnceWhileNothingOfItChanges)
{
    ClockHistory history;
    history.see({{dayInJune(9), "DL06"}}, hour(1));
    history.see({{dayInJune(9), "DL06"}}, hour(2));
    ASSERT_EQ(history.dates().size(), 1U);
    const ToldDate told = history.dates().front();
    EXPECT_EQ(told.sequence, 0);
    EXPECT_EQ(told.changedAt, hour(1));
    EXPECT_FALSE(told.cancelled);
}

TEST(ClockHistory, CountsEachChangeOfADateUpward)
{
    ClockHistory history;
    history.see({{dayInJune(9), "DL06"}}, hour(1));
    history.see({{dayInJune(12), "DL06"}}, hour(2));
    EXPECT_EQ(history.dates().front().day, dayInJune(12));
    EXPECT_EQ(history.dates().front().sequence, 1);
    EXPECT_EQ(history.dates().front().changedAt, hour(2));
    history.see({{dayInJune(12), "DL06", false}}, hour(3));
    EXPECT_EQ(history.dates().front().sequence, 2) << "no longer confirmed";
}

TEST(ClockHistory, TakesBackWhatRunsNoLongerAndGivesItAgain)
{
    ClockHistory history;
    history.see({}, hour(0));
    history.see({{dayInJune(9), "DL06"}, {dayInJune(10), "DL07/R1"}}, hour(1));
    history.see({{dayInJune(10), "DL07/R1"}}, hour(2));
    const auto stopped = history.dates();
    ASSERT_EQ(stopped.size(), 2U);
    EXPECT_TRUE(stopped[0].cancelled);
    EXPECT_EQ(stopped[0].sequence, 2);
    EXPECT_EQ(stopped[0].day, dayInJune(9)) << "the last one known";
    EXPECT_FALSE(stopped[1].cancelled);
    history.see({{dayInJune(15), "DL06"}}, hour(3));
    const auto resumed = history.dates();
    EXPECT_FALSE(resumed[0].cancelled);
    EXPECT_EQ(resumed[0].day, dayInJune(15));
    EXPECT_EQ(resumed[0].sequence, 3);
    EXPECT_TRUE(resumed[1].cancelled);
    history.see({{dayInJune(15), "DL06"}}, hour(4));
    EXPECT_EQ(history.dates()[1].sequence, 3) << "cancelled once";
}

} // namespace

} // namespace tutela::procedure

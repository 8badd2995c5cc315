#include "core/law/week_load.h"

#include <gtest/gtest.h>

namespace tutela::law {

namespace {

Day dayOfText(const char* text)
{
    return parseDay(text).value();
}

TEST(WeekLoad, BeginsEachWeekOnItsMonday)
{
    EXPECT_EQ(formatDay(mondayOf(dayOfText("2026-06-15"))), "2026-06-15") << "a Monday";
    EXPECT_EQ(formatDay(mondayOf(dayOfText("2026-06-21"))), "2026-06-15") << "a Sunday";
    EXPECT_EQ(formatDay(mondayOf(dayOfText("2027-01-01"))), "2026-12-28") << "over the end of a year";
}

TEST(WeekLoad, CountsDatesAndWorkingDaysWithoutHolidaysAndAbsences)
{
    const Calendar calendar = Calendar::fromHolidays({dayOfText("2026-06-18")});
    const std::vector<DueDay> due{{dayOfText("2026-06-15"), 2}, {dayOfText("2026-06-21"), 1},
        {dayOfText("2026-06-22"), 4}, {dayOfText("2026-06-14"), 9}};
    const std::vector<DayRange> absences{{dayOfText("2026-06-19"), dayOfText("2026-06-23")}};
    const auto weeks = weekLoads(due, absences, calendar, dayOfText("2026-06-17"), 2);
    ASSERT_EQ(weeks.size(), 2U);
    EXPECT_EQ(weeks[0].dates, 3) << "Monday to Sunday";
    EXPECT_EQ(weeks[0].workingDays, 3) << "a holiday and a Friday away";
    EXPECT_EQ(weeks[1].dates, 4);
    EXPECT_EQ(weeks[1].workingDays, 3) << "away on Monday and Tuesday";
    EXPECT_TRUE(weekLoads(due, absences, calendar, dayOfText("2026-06-17"), 0).empty());
}

TEST(WeekLoad, CountsWorkingDaysBackwardOverHolidays)
{
    const Calendar calendar = Calendar::fromHolidays({dayOfText("2026-06-18")});
    EXPECT_EQ(formatDay(workingDaysBefore(dayOfText("2026-06-22"), 1, calendar)), "2026-06-19");
    EXPECT_EQ(formatDay(workingDaysBefore(dayOfText("2026-06-22"), 2, calendar)), "2026-06-17");
    EXPECT_EQ(formatDay(workingDaysBefore(dayOfText("2026-06-22"), 0, calendar)), "2026-06-22");
}

} // namespace

} // namespace tutela::law

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/law/calendar.h"
#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

constexpr int kFirstYear = 2024;
constexpr int kLastYear = 2032;

/// The days of the second list, by calendar.
std::map<std::string, std::set<std::string>> secondList()
{
    std::ifstream file(TUTELA_SOURCE_DIR "/tests/golden/calendars/second_list.csv");
    std::map<std::string, std::set<std::string>> days;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        const auto comma = line.find(',');
        days[line.substr(0, comma)].insert(line.substr(comma + 1, 10));
    }
    return days;
}

std::map<std::string, std::string> computed(const Calendar& calendar)
{
    std::map<std::string, std::string> days;
    for (int year = kFirstYear; year <= kLastYear; ++year) {
        if (!calendar.covers(year))
            continue;
        for (const Holiday& holiday : calendar.holidays(year))
            days.emplace(formatDay(holiday.day), holiday.name);
    }
    return days;
}

TEST(SecondList, HasEveryCalendarOfTheProgram)
{
    const auto second = secondList();
    for (const std::string& id : Calendar::embeddedIds())
        EXPECT_TRUE(second.contains(id) || id == "XA") << id;
    EXPECT_EQ(second.size() + 1, Calendar::embeddedIds().size());
    EXPECT_EQ(second.size(), 28U);
}

TEST(SecondList, AgreesWithTheCalendarsDayForDay)
{
    for (const auto& [id, listed] : secondList()) {
        const auto days = computed(calendarOf(id));
        for (const auto& [day, name] : days)
            EXPECT_TRUE(listed.contains(day))
                << id << " " << day << " " << name << " is not in the second list";
        for (const std::string& day : listed)
            EXPECT_TRUE(days.contains(day)) << id << " " << day << " is only in the second list";
    }
}

TEST(SecondList, HasNoDisputedDay)
{
    for (const auto& [id, listed] : secondList()) {
        for (int year = kFirstYear; year <= kLastYear; ++year) {
            for (const Holiday& disputed : calendarOf(id).disputedDays(year))
                EXPECT_FALSE(listed.contains(formatDay(disputed.day)))
                    << id << " " << formatDay(disputed.day);
        }
    }
}

} // namespace

} // namespace tutela::law

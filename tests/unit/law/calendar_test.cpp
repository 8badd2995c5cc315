#include "core/law/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

using testing::ElementsAre;

std::vector<std::string> weekdayHolidays(const Calendar& calendar, int year)
{
    std::vector<std::string> days;
    for (const Holiday& holiday : calendar.holidays(year)) {
        if (!calendar.isWeekend(holiday.day))
            days.push_back(formatDay(holiday.day).substr(5));
    }
    return days;
}

TEST(EasterSunday, AgreesWithPublishedDates)
{
    for (const char* text :
        {"1818-03-22", "1943-04-25", "2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
            "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13", "2032-03-28", "2038-04-25"}) {
        const Day day = onDay(text);
        EXPECT_EQ(easterSunday(static_cast<int>(std::chrono::year_month_day{day}.year())), day) << text;
    }
}

TEST(EmbeddedCalendars, AreThoseThatComeWithTheProgram)
{
    EXPECT_THAT(Calendar::embeddedIds(), ElementsAre("BE", "DE", "EU-INSTITUTIONS", "IE", "XA"));
    EXPECT_EQ(Calendar::embedded("XX").error().what.id, "calendar.unknown");
}

TEST(EmbeddedCalendars, NameASourceForEveryRule)
{
    for (const std::string& id : Calendar::embeddedIds()) {
        for (const HolidayRule& rule : calendarOf(id).rules())
            EXPECT_FALSE(rule.source.empty()) << id << " " << rule.name;
    }
}

TEST(GermanCalendar, AgreesWithThePublishedList)
{
    EXPECT_THAT(weekdayHolidays(calendarOf("DE"), 2025),
        ElementsAre("01-01", "04-18", "04-21", "05-01", "05-29", "06-09", "10-03", "12-25", "12-26"));
    EXPECT_THAT(weekdayHolidays(calendarOf("DE"), 2026),
        ElementsAre("01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "12-25"));
    EXPECT_TRUE(calendarOf("DE").isHoliday(onDay("2017-10-31")));
    EXPECT_FALSE(calendarOf("DE").isHoliday(onDay("2018-10-31")));
}

TEST(IrishCalendar, AgreesWithThePublishedList)
{
    EXPECT_THAT(weekdayHolidays(calendarOf("IE"), 2025),
        ElementsAre(
            "01-01", "02-03", "03-17", "04-21", "05-05", "06-02", "08-04", "10-27", "12-25", "12-26"));
    EXPECT_THAT(weekdayHolidays(calendarOf("IE"), 2026),
        ElementsAre("01-01", "02-02", "03-17", "04-06", "05-04", "06-01", "08-03", "10-26", "12-25"));
}

TEST(IrishCalendar, KeepsSaintBrigidOnTheFirstOfFebruaryWhenThatIsAFriday)
{
    EXPECT_TRUE(calendarOf("IE").isHoliday(onDay("2030-02-01")));
    EXPECT_FALSE(calendarOf("IE").isHoliday(onDay("2030-02-04")));
    EXPECT_FALSE(calendarOf("IE").isHoliday(onDay("2022-02-07")));
}

TEST(BelgianCalendar, AgreesWithThePublishedList)
{
    EXPECT_THAT(weekdayHolidays(calendarOf("BE"), 2025),
        ElementsAre("01-01", "04-21", "05-01", "05-29", "06-09", "07-21", "08-15", "11-11", "12-25"));
    EXPECT_THAT(weekdayHolidays(calendarOf("BE"), 2026),
        ElementsAre("01-01", "04-06", "05-01", "05-14", "05-25", "07-21", "11-02", "11-11", "12-25"));
    EXPECT_FALSE(calendarOf("BE").isHoliday(onDay("2027-11-02")));
}

TEST(InstitutionsCalendar, IsClosedFromChristmasEveToNewYear)
{
    const Calendar calendar = calendarOf("EU-INSTITUTIONS");
    for (Day day = onDay("2026-12-24"); day <= onDay("2027-01-03"); day += std::chrono::days{1})
        EXPECT_FALSE(calendar.isWorkingDay(day)) << formatDay(day);
    EXPECT_TRUE(calendar.isWorkingDay(onDay("2027-01-04")));
    EXPECT_FALSE(calendar.covers(2028));
    EXPECT_TRUE(calendar.isHoliday(onDay("2028-12-27"))) << "computed, though unconfirmed";
    EXPECT_FALSE(calendar.isCertain(onDay("2028-12-27")));
}

TEST(Calendar, IsCertainOfSaturdaysInAnyYear)
{
    EXPECT_TRUE(Calendar::weekendsOnly().isCertain(onDay("2026-01-17")));
    EXPECT_FALSE(Calendar::weekendsOnly().isCertain(onDay("2026-01-16")));
    EXPECT_TRUE(Calendar::fromHolidays({}).isCertain(onDay("1950-01-16")));
}

TEST(Calendar, TakesAListOfDaysAsItIs)
{
    const Calendar calendar = Calendar::fromHolidays({onDay("2150-05-05"), onDay("2026-05-05")});
    EXPECT_TRUE(calendar.isHoliday(onDay("2026-05-05")));
    EXPECT_TRUE(calendar.isHoliday(onDay("2150-05-05"))) << "beyond the table";
    EXPECT_FALSE(calendar.isHoliday(onDay("2026-05-06")));
    EXPECT_EQ(calendar.holidays(2150).size(), 1U);
}

TEST(Calendar, AddsHolidaysOfARegister)
{
    const Calendar calendar = calendarOf("DE").withHolidays({{onDay("2026-08-15"), "Assumption Day"}});
    EXPECT_EQ(calendar.holidayName(onDay("2026-08-15")), "Assumption Day");
    EXPECT_TRUE(calendar.isHoliday(onDay("2026-05-01")));
    EXPECT_TRUE(calendar.covers(2026));
}

constexpr std::string_view kPack = R"({"id":"X","name":"Examplia","covers":{"from":2026,"to":2027},"rules":[
    {"name":"Feast","kind":"fixed","day":"12-25","substitute":"next-working-day","basis":"memory","source":"s"},
    {"name":"Other","kind":"fixed","day":"12-27","basis":"memory","source":"s"}]})";

TEST(CalendarPack, AddsTheNextWorkingDayAsSubstitute)
{
    const Calendar calendar = Calendar::parse(asJson(kPack)).value();
    // 25 December 2027 is a Saturday; Monday the 27th is a holiday already.
    EXPECT_EQ(calendar.holidayName(onDay("2027-12-28")), "Feast");
    EXPECT_FALSE(calendar.isHoliday(onDay("2026-12-28")));
}

TEST(CalendarPack, RefusesWhatItDoesNotKnow)
{
    struct Row {
        std::string_view from;
        std::string_view to;
        std::string_view where;
    };

    for (const Row& row :
        {Row{R"("id":"X")", R"("idd":"X")", "$.idd"}, Row{"12-25", "02-30", "$.rules[0].day"},
            Row{"\"fixed\",\"day\":\"12-27\"", "\"moon\"", "$.rules[1].kind"},
            Row{"next-working-day", "later", "$.rules[0].substitute"}, Row{"2027}", "2025}", "$.covers.to"},
            Row{"\"source\":\"s\"}]", "\"extra\":1}]", "$.rules[1].extra"}}) {
        std::string text(kPack);
        text.replace(text.find(row.from), row.from.size(), row.to);
        const auto calendar = Calendar::parse(asJson(text));
        ASSERT_FALSE(calendar.ok()) << text;
        EXPECT_EQ(calendar.error().where, row.where);
    }
}

} // namespace

} // namespace tutela::law

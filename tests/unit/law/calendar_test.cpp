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
    EXPECT_THAT(Calendar::embeddedIds(),
        ElementsAre("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "EU-INSTITUTIONS", "FI", "FR",
            "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XA"));
    EXPECT_EQ(Calendar::embedded("XX").error().what.id, "calendar.unknown");
}

TEST(EmbeddedCalendars, NameASourceForEveryRule)
{
    for (const std::string& id : Calendar::embeddedIds()) {
        const Calendar calendar = calendarOf(id);
        for (const HolidayRule& rule : calendar.rules())
            EXPECT_FALSE(rule.source.empty()) << id << " " << rule.name;
    }
}

TEST(EmbeddedCalendars, CoverTheYearsFrom2024To2032)
{
    for (const std::string& id : Calendar::embeddedIds()) {
        if (id == "EU-INSTITUTIONS")
            continue; // only as far as the lists are published
        EXPECT_TRUE(calendarOf(id).covers(2024) && calendarOf(id).covers(2032)) << id;
        EXPECT_FALSE(calendarOf(id).covers(2033)) << id;
    }
}

TEST(OrthodoxEasterSunday, AgreesWithPublishedDates)
{
    for (const char* text : {"2000-04-30", "2016-05-01", "2024-05-05", "2025-04-20", "2026-04-12",
             "2027-05-02", "2028-04-16", "2029-04-08", "2030-04-28", "2031-04-13", "2032-05-02"}) {
        const Day day = onDay(text);
        EXPECT_EQ(orthodoxEasterSunday(static_cast<int>(std::chrono::year_month_day{day}.year())), day)
            << text;
    }
}

TEST(EmbeddedCalendars, FollowTheLawAsItChanged)
{
    struct Row {
        const char* calendar;
        const char* day;
        bool holiday;
        const char* why;
    };

    for (const Row& row : {Row{"DK", "2023-05-05", true, "Store Bededag"},
             Row{"DK", "2024-04-26", false, "Store Bededag was abolished"},
             Row{"PL", "2024-12-24", false, "not yet"},
             Row{"PL", "2025-12-24", true, "Act of 6 December 2024"},
             Row{"RO", "2023-01-06", false, "not yet"}, Row{"RO", "2025-01-06", true, "Law 52/2023"},
             Row{"SK", "2023-09-01", true, "Constitution Day"},
             Row{"SK", "2025-09-01", false, "a working day"},
             Row{"SK", "2026-05-08", false, "a working day in 2026"},
             Row{"IT", "2027-10-04", true, "Law 151/2025"}, Row{"LU", "2024-05-09", true, "since 2019"},
             Row{"NL", "2025-04-26", true, "King's Day, the 27th is a Sunday"},
             Row{"NL", "2026-04-27", true, "King's Day"}, Row{"NL", "2025-04-27", false, "a Sunday"},
             Row{"FI", "2026-06-20", true, "Midsummer Saturday"}, Row{"SE", "2026-10-31", true, "All Saints"},
             Row{"LV", "2025-05-05", true, "instead of Sunday 4 May"},
             Row{"EL", "2027-03-15", true, "Clean Monday"}})
        EXPECT_EQ(calendarOf(row.calendar).isHoliday(onDay(row.day)), row.holiday)
            << row.calendar << " " << row.day << " " << row.why;
}

TEST(DisputedDay, CountsAsAWorkingDayThatIsNotCertain)
{
    const Calendar calendar = calendarOf("SK");
    EXPECT_TRUE(calendar.isWorkingDay(onDay("2026-09-15")));
    EXPECT_FALSE(calendar.isCertain(onDay("2026-09-15")));
    EXPECT_TRUE(calendar.covers(onDay("2026-09-15")));
    EXPECT_TRUE(calendar.isCertain(onDay("2026-09-16")));
    EXPECT_EQ(calendar.disputedDays(2026).size(), 2U);
    EXPECT_TRUE(calendarOf("BG").isCertain(onDay("2028-12-26"))) << "a holiday anyway";
    EXPECT_FALSE(calendarOf("BG").isCertain(onDay("2026-12-28"))) << "the day off for Saturday 26 December";
    EXPECT_FALSE(calendarOf("ES").isCertain(onDay("2026-11-02"))) << "the Monday after Sunday 1 November";
    EXPECT_TRUE(calendarOf("ES").isCertain(onDay("2026-08-17"))) << "15 August is a Saturday";
}

TEST(DisputedDay, LeavesADateUnconfirmedThatEndsOnIt)
{
    const PeriodQuery query{onDay("2026-09-01"), ofLength("P2W")};
    const PeriodResult result = computePeriod(query, calendarOf("SK")).value();
    EXPECT_EQ(endText(*result.end), "2026-09-15T23:59:59");
    EXPECT_FALSE(result.confirmed);
    ASSERT_EQ(result.warnings.size(), 1U);
    EXPECT_EQ(result.warnings[0].id, "period.warning.disputed-day");
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

TEST(CalendarAdditions, AddTheHolidaysOfARegion)
{
    const Calendar calendar = calendarOf("DE").withAdditions({{{onDay("2026-06-04"), "Corpus Christi"}}, {}});
    EXPECT_EQ(calendar.holidayName(onDay("2026-06-04")), "Corpus Christi");
    EXPECT_TRUE(calendar.isHoliday(onDay("2026-05-01")));
    EXPECT_TRUE(calendar.covers(2026));
    EXPECT_FALSE(calendarOf("DE").isHoliday(onDay("2026-06-04")));
}

TEST(CalendarAdditions, TakeADayOut)
{
    const Calendar calendar = calendarOf("DE").withAdditions({{}, {onDay("2026-05-25")}});
    EXPECT_TRUE(calendar.isWorkingDay(onDay("2026-05-25")));
    EXPECT_EQ(calendar.holidayName(onDay("2026-05-25")), "");
    const Calendar list =
        Calendar::fromHolidays({onDay("2026-05-05")}).withAdditions({{}, {onDay("2026-05-05")}});
    EXPECT_TRUE(list.isWorkingDay(onDay("2026-05-05")));
}

TEST(CalendarAdditions, SettleADisputedDayEitherWay)
{
    const Day day = onDay("2026-09-15");
    const Calendar closed = calendarOf("SK").withAdditions({{{day, "Our Lady of Sorrows"}}, {}});
    EXPECT_TRUE(closed.isHoliday(day) && closed.isCertain(day));
    const Calendar open = calendarOf("SK").withAdditions({{}, {day}});
    EXPECT_TRUE(open.isWorkingDay(day) && open.isCertain(day));
}

TEST(CalendarAdditions, AreReadStrictly)
{
    const auto read = Calendar::parseAdditions(asJson(
        R"({"holidays":[{"day":"2026-06-04","name":"Corpus Christi"}],"workingDays":["2026-05-25"]})"));
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.value().holidays.at(0).name, "Corpus Christi");
    EXPECT_EQ(read.value().workingDays, std::vector<Day>{onDay("2026-05-25")});
    for (const auto& [text, where] : std::vector<std::pair<std::string_view, std::string_view>>{
             {R"({"days":[]})", "$.days"}, {R"({"workingDays":["2026-13-01"]})", "$.workingDays"},
             {R"({"holidays":[{"day":"2026-06-04"}]})", "$.holidays[0].name"},
             {R"({"holidays":[{"day":"4 June","name":"x"}]})", "$.holidays[0].day"}}) {
        const auto refused = Calendar::parseAdditions(asJson(text));
        ASSERT_FALSE(refused.ok()) << text;
        EXPECT_EQ(refused.error().where, where);
    }
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

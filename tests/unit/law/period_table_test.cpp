#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);)
        parts.push_back(part);
    return parts;
}

struct Row {
    std::string id;
    std::string start;
    std::string unit;
    std::int64_t amount = 0;
    std::vector<Day> holidays;
    std::string expected;
    std::string rule;
    std::string note;
};

std::vector<Row> rows()
{
    std::ifstream file(TUTELA_SOURCE_DIR "/tests/golden/law/periods.csv");
    std::vector<Row> found;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::vector<std::string> cells = split(line, ',');
        Row row{
            cells.at(0), cells.at(1), cells.at(2), std::stoll(cells.at(3)), {}, cells.at(5), cells.at(6), {}};
        for (const std::string& day : split(cells.at(4), ';'))
            row.holidays.push_back(onDay(day));
        for (std::size_t index = 7; index < cells.size(); ++index)
            row.note += (index > 7 ? "," : "") + cells[index];
        found.push_back(std::move(row));
    }
    return found;
}

Length lengthOf(const Row& row)
{
    static const std::map<std::string, LengthUnit> units = {{"hours", LengthUnit::Hours},
        {"days", LengthUnit::Days}, {"weeks", LengthUnit::Weeks}, {"months", LengthUnit::Months},
        {"years", LengthUnit::Years}, {"cap_months", LengthUnit::Months}, {"effect_days", LengthUnit::Days},
        {"fixed_date", LengthUnit::Days}};
    return {row.amount, units.at(row.unit)};
}

PeriodMode modeOf(const Row& row)
{
    if (row.unit == "cap_months")
        return PeriodMode::Cap;
    if (row.unit == "effect_days")
        return PeriodMode::Effect;
    if (row.unit == "fixed_date")
        return PeriodMode::Fixed;
    return row.amount < 0 ? PeriodMode::Backward : PeriodMode::Forward;
}

std::vector<Pause> pausesOf(const Row& row)
{
    std::vector<Pause> pauses;
    if (!row.note.starts_with("susp:"))
        return pauses;
    for (const std::string& pair : split(row.note.substr(5, row.note.find_first_of("; ") - 5), '|')) {
        const auto parts = split(pair, '/');
        pauses.push_back(
            {onDay(parts.at(0)), parts.size() > 1 ? std::optional(onDay(parts.at(1))) : std::nullopt});
    }
    return pauses;
}

PeriodQuery queryOf(const Row& row)
{
    PeriodQuery query{Day{}, lengthOf(row), modeOf(row), std::nullopt, pausesOf(row), {}};
    if (const auto instant = parseInstant(row.start)) {
        query.start = *instant;
        query.zone = row.note.starts_with("tz=") ? brussels() : *Zone::ofInstantText(row.start);
    } else {
        query.start = onDay(row.start);
    }
    return query;
}

class WorkedDate : public testing::TestWithParam<Row> { };

TEST_P(WorkedDate, EndsAsTheTableSays)
{
    const Row& row = GetParam();
    const PeriodQuery query = queryOf(row);
    const auto result = computePeriod(query, Calendar::fromHolidays(row.holidays));
    ASSERT_TRUE(result.ok()) << row.rule;
    const PeriodResult& period = result.value();
    EXPECT_EQ(period.open, row.expected == "OPEN");
    EXPECT_EQ(period.confirmed, row.expected != "OPEN");
    EXPECT_FALSE(period.steps.empty());
    ASSERT_EQ(period.end.has_value(), !period.open);
    if (period.open)
        return;
    EXPECT_EQ(query.zone ? endText(*period.end, *query.zone) : endText(*period.end), row.expected)
        << row.rule << ": " << row.note;
}

INSTANTIATE_TEST_SUITE_P(Periods, WorkedDate, testing::ValuesIn(rows()),
    [](const testing::TestParamInfo<Row>& row) { return row.param.id; });

TEST(WorkedDates, AreAllThere)
{
    EXPECT_EQ(rows().size(), 35U);
}

struct CalendarRow {
    const char* start;
    const char* length;
    const char* calendar;
    const char* end;
};

TEST(WorkedDates, ComeOutOfTheEmbeddedCalendarsToo)
{
    for (const CalendarRow& row : {CalendarRow{"2026-04-21", "P10D", "DE", "2026-05-04"},
             CalendarRow{"2026-04-21", "P10D", "IE", "2026-05-01"},
             CalendarRow{"2026-03-30", "P10D", "DE", "2026-04-09"},
             CalendarRow{"2026-04-02", "P2D", "DE", "2026-04-08"},
             CalendarRow{"2026-04-02", "P2D", "IE", "2026-04-07"},
             CalendarRow{"2026-05-07", "P1W", "DE", "2026-05-15"},
             CalendarRow{"2026-07-31", "P3M", "BE", "2026-11-03"},
             CalendarRow{"2026-11-27", "P4W", "EU-INSTITUTIONS", "2027-01-04"},
             CalendarRow{"2026-10-30", "P14W", "DE", "2027-02-05"}}) {
        const auto result = computePeriod({onDay(row.start), ofLength(row.length)}, calendarOf(row.calendar));
        ASSERT_TRUE(result.ok());
        EXPECT_EQ(endText(*result.value().end), std::string(row.end) + "T23:59:59")
            << row.start << row.calendar;
        EXPECT_TRUE(result.value().confirmed);
    }
}

} // namespace

} // namespace tutela::law

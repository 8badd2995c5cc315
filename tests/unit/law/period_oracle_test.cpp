#include <array>
#include <random>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/law/period_count.h"
#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

using std::chrono::days;

/// A second, slow way to count: it walks through the days one by one and knows no shortcut.
struct Walker {
    int year;
    int month;
    int date;

    [[nodiscard]] int monthLength() const
    {
        static constexpr std::array<int, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return kLengths.at(static_cast<std::size_t>(month - 1)) + (leap && month == 2 ? 1 : 0);
    }

    void nextMonth()
    {
        year += month == 12 ? 1 : 0;
        month = month == 12 ? 1 : month + 1;
    }

    [[nodiscard]] std::string text() const { return fmt::format("{:04}-{:02}-{:02}", year, month, date); }
};

Day nominalBySteps(Day start, Length length)
{
    if (length.unit == LengthUnit::Days)
        return start + days{length.amount};
    if (length.unit == LengthUnit::Weeks)
        return start + days{7 * length.amount};
    const std::string text = formatDay(start);
    Walker walker{std::stoi(text.substr(0, 4)), std::stoi(text.substr(5, 2)), std::stoi(text.substr(8, 2))};
    for (std::int64_t step = 0; step < length.amount * (length.unit == LengthUnit::Years ? 12 : 1); ++step)
        walker.nextMonth();
    walker.date = std::min(walker.date, walker.monthLength());
    return onDay(walker.text());
}

struct Case {
    Day start;
    Length length;
    std::vector<Pause> pauses;
    std::set<Day> holidays;

    [[nodiscard]] bool works(Day day) const
    {
        const auto index = ((day - onDay("2024-01-01")).count() % 7 + 7) % 7; // a Monday
        return index < 5 && !holidays.contains(day);
    }

    [[nodiscard]] bool paused(Day day) const
    {
        return std::any_of(pauses.begin(), pauses.end(),
            [day](const Pause& pause) { return pause.requestedOn < day && day <= *pause.answeredOn; });
    }
};

Day endByWalking(const Case& example)
{
    auto remaining = (nominalBySteps(example.start, example.length) - example.start).count();
    Day day = example.start;
    int working = 0;
    while (remaining > 0) {
        day += days{1};
        if (example.paused(day))
            continue;
        --remaining;
        working += example.works(day) ? 1 : 0;
    }
    // here.
    while (!example.works(day)) {
        day += days{1};
        working += example.works(day) && !example.paused(day) ? 1 : 0;
    }
    const bool twoDaysOrMore = example.length.unit != LengthUnit::Days || example.length.amount >= 2;
    while (twoDaysOrMore && working < 2) {
        day += days{1};
        working += example.works(day) ? 1 : 0;
    }
    return day;
}

Case anyCase(std::mt19937& random)
{
    const auto between = [&random](int least, int most) {
        return std::uniform_int_distribution<>(least, most)(random);
    };
    static constexpr std::array kUnits = {
        LengthUnit::Days, LengthUnit::Weeks, LengthUnit::Months, LengthUnit::Years};
    Case example;
    example.start = onDay("2023-06-01") + days{between(0, 2000)};
    const auto unit = kUnits.at(static_cast<std::size_t>(between(0, 3)));
    example.length = {between(1, unit == LengthUnit::Years ? 3 : 20), unit};
    const int span =
        static_cast<int>((nominalBySteps(example.start, example.length) - example.start).count());
    for (int count = between(0, 3); count > 0; --count) {
        // The request comes before the nominal end, while the period certainly runs.
        const Day from = example.start + days{between(0, span - 1)};
        example.pauses.push_back({from, from + days{between(0, 30)}});
    }
    for (int count = between(0, 60); count > 0; --count)
        example.holidays.insert(example.start + days{between(0, 900)});
    return example;
}

TEST(PeriodOracle, AgreesWithWalkingDayByDay)
{
    std::mt19937 random(20260301); // fixed, so that a failure repeats
    for (int index = 0; index < 2000; ++index) {
        const Case example = anyCase(random);
        const Calendar calendar =
            Calendar::fromHolidays(std::vector<Day>(example.holidays.begin(), example.holidays.end()));
        const DayCount count =
            countForward(example.start, {example.length, std::nullopt}, example.pauses, calendar);
        ASSERT_EQ(formatDay(count.end), formatDay(endByWalking(example)))
            << "case " << index << ": " << formatDay(example.start) << " " << formatLength(example.length)
            << ", " << example.pauses.size() << " pauses";
    }
}

} // namespace

} // namespace tutela::law

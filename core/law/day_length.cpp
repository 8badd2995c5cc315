#include "core/law/day_length.h"

namespace tutela::law {

namespace {

using namespace std::chrono;

constexpr std::int64_t kMostAmount = 9'999'999;
constexpr Day kFirstDay{year{1} / January / 1};
constexpr Day kLastDay{year{9999} / December / 31};

std::optional<ReachedDay> plusDays(Day day, std::int64_t amount)
{
    const Day moved = day + days{amount};
    if (moved < kFirstDay || moved > kLastDay)
        return std::nullopt;
    return ReachedDay{moved};
}

std::optional<year_month> plusMonths(year_month_day date, std::int64_t amount)
{
    const std::int64_t index =
        static_cast<int>(date.year()) * std::int64_t{12} + static_cast<unsigned>(date.month()) - 1 + amount;
    if (index < 12 || index >= 10'000 * std::int64_t{12})
        return std::nullopt;
    return year{static_cast<int>(index / 12)} / month{static_cast<unsigned>(index % 12) + 1};
}

std::int64_t monthsOf(Length length)
{
    return length.unit == LengthUnit::Years ? length.amount * 12 : length.amount;
}

} // namespace

std::optional<ReachedDay> reachedDay(Day day, Length length)
{
    if (length.amount > kMostAmount || length.amount < -kMostAmount)
        return std::nullopt;
    switch (length.unit) {
    case LengthUnit::Hours:
    case LengthUnit::WorkingDays:
        return std::nullopt;
    case LengthUnit::Days:
        return plusDays(day, length.amount);
    case LengthUnit::Weeks:
        return plusDays(day, length.amount * 7);
    case LengthUnit::Months:
    case LengthUnit::Years:
        break;
    }
    const year_month_day date{day};
    const auto target = plusMonths(date, monthsOf(length));
    if (!target)
        return std::nullopt;
    const year_month_day_last latest = *target / last;
    if (date.day() <= latest.day())
        return ReachedDay{sys_days{*target / date.day()}};
    return ReachedDay{sys_days{latest}, true};
}

std::optional<Day> plusLength(Day day, Length length)
{
    const auto reached = reachedDay(day, length);
    return reached ? std::optional(reached->day) : std::nullopt;
}

bool lacksDate(Day day, Length length)
{
    const auto reached = reachedDay(day, length);
    return reached && reached->lacksDate;
}

} // namespace tutela::law

#include "core/services/technology_views.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

namespace tutela::services {

namespace {

using domain::DeclaredRate;
using domain::DeclaredTechnology;
using interfaces::ExpectedAlarms;

constexpr double kDaysAMonth = 30;
constexpr double kMostAlarms = 1e15;

/// "0.8" or "0,8"; nothing for words.
std::optional<double> plainNumber(std::string text)
{
    std::ranges::replace(text, ',', '.');
    double number = 0;
    const auto [end, problem] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    const bool whole = problem == std::errc() && end == text.data() + text.size();
    return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

/// Out of how many one is counted; none for a rate a day.
std::optional<double> outOf(RateUnit unit)
{
    switch (unit) {
    case RateUnit::Percent:
        return 100;
    case RateUnit::PerThousand:
        return 1'000;
    case RateUnit::PerMillion:
        return 1'000'000;
    case RateUnit::PerDay:
        return std::nullopt;
    }
    return std::nullopt;
}

const DeclaredRate* countedRate(const DeclaredTechnology& technology)
{
    const auto found = std::ranges::find_if(technology.rates, [](const DeclaredRate& rate) {
        return rate.measure == RateMeasure::FalsePositives && rate.unit && plainNumber(rate.value);
    });
    return found == technology.rates.end() ? nullptr : &*found;
}

} // namespace

ExpectedAlarms expectedAlarms(const DeclaredTechnology& technology)
{
    const DeclaredRate* rate = countedRate(technology);
    if (rate == nullptr)
        return {{}, {"technology-sheet.no-rate", {}}};
    const auto share = outOf(*rate->unit);
    if (share && !technology.itemsAMonth)
        return {{}, {"technology-sheet.no-items", {}}};
    const double value = *plainNumber(rate->value);
    const double number =
        share ? static_cast<double>(*technology.itemsAMonth) * value / *share : value * kDaysAMonth;
    if (number > kMostAlarms)
        return {{}, {"technology-sheet.no-rate", {}}};
    ExpectedAlarms alarms{std::llround(number), {}};
    std::vector<Argument> arguments{
        {"value", rate->value}, {"unit", rate->unitText}, {"alarms", *alarms.aMonth}};
    if (share)
        arguments.push_back({"items", *technology.itemsAMonth});
    alarms.how = {
        share ? "technology-sheet.computed" : "technology-sheet.computed-daily", std::move(arguments)};
    if (technology.falseAlarms && *technology.falseAlarms != *alarms.aMonth)
        alarms.differs = Message{
            "technology-sheet.differs", {{"stated", *technology.falseAlarms}, {"computed", *alarms.aMonth}}};
    return alarms;
}

std::vector<interfaces::TechnologyView> technologyViews(const domain::Filing& filing)
{
    std::vector<interfaces::TechnologyView> views;
    for (const DeclaredTechnology& technology : filing.technologies)
        views.push_back({technology, expectedAlarms(technology)});
    return views;
}

} // namespace tutela::services

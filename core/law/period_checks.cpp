#include "core/law/period_checks.h"

#include <stdexcept>

#include "core/law/day_length.h"

namespace tutela::law {

namespace {

using std::chrono::days;

Day moved(Day day, Length length)
{
    const auto result = plusLength(day, length);
    if (!result)
        throw std::logic_error("a length that cannot be counted on the calendar");
    return *result;
}

Length backwards(Length length)
{
    return {-length.amount, length.unit};
}

} // namespace

Day earliestOrderStart(Day receipt, Length minimum, MinimumReading reading)
{
    const Day nominal = moved(receipt, minimum);
    return reading == MinimumReading::Safe ? nominal + days{1} : nominal;
}

Day latestOrderStart(Day receipt, Length maximum)
{
    return moved(receipt, maximum);
}

std::optional<Day> latestLawfulReceipt(Day start, Length minimum, MinimumReading reading)
{
    const auto nominal = plusLength(start, backwards(minimum));
    if (!nominal)
        return std::nullopt;
    // A receipt so late that the calendar ends before the minimum period does is too late.
    const auto lawful = [&](Day receipt) {
        const auto end = plusLength(receipt, minimum);
        return end && *end + days{reading == MinimumReading::Safe ? 1 : 0} <= start;
    };
    Day receipt = *nominal;
    while (!lawful(receipt))
        receipt -= days{1};
    // Several receipts at the end of a month may lead to the same start.
    while (lawful(receipt + days{1}))
        receipt += days{1};
    return plusLength(receipt, {0, LengthUnit::Days});
}

Day capEnd(Day start, Length cap)
{
    return moved(start, cap) - days{1};
}

CapFit withinCap(Day start, Day end, Length cap)
{
    const Day last = capEnd(start, cap);
    if (end <= last)
        return CapFit::Within;
    return end == last + days{1} ? CapFit::OneDayOver : CapFit::Beyond;
}

Day halfwayDay(Day start, Day end, HalfwayReading reading)
{
    const auto count = (end - start).count() + 1;
    return start + days{reading == HalfwayReading::RoundedUp ? (count + 1) / 2 : count / 2};
}

Day lookbackStart(Day day, Length window)
{
    return moved(day, backwards(window));
}

Day leavesWindowOn(Day evidence, Length window)
{
    Day day = moved(evidence, window);
    while (lookbackStart(day, window) <= evidence)
        day += days{1};
    while (lookbackStart(day - days{1}, window) > evidence)
        day -= days{1};
    return day;
}

} // namespace tutela::law

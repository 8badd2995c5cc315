#pragma once

#include <optional>

#include "core/base/day.h"
#include "core/base/length.h"

namespace tutela::law {

// Days that the rules compare. Lengths are in days, weeks, months or years, as a checked rulebook has them;
// any other length, or a day beyond the years 1…9999, is a bug and throws std::logic_error.

/// How a minimum period is read. Safe: the whole period must have passed. Lenient: its last day may be used.
enum class MinimumReading { Safe, Lenient };

/// Art 7(9): the first day on which an order may start when it was received on that day.
[[nodiscard]] Day earliestOrderStart(
    Day receipt, Length minimum, MinimumReading reading = MinimumReading::Safe);

/// Art 7(9): the last day on which an order may start when it was received on that day.
[[nodiscard]] Day latestOrderStart(Day receipt, Length maximum);

/// The latest receipt for which a start remains lawful; nothing when it would lie before the year 1.
[[nodiscard]] std::optional<Day> latestLawfulReceipt(
    Day start, Length minimum, MinimumReading reading = MinimumReading::Safe);

/// The last day of a measure whose duration is capped, its first day included; never rolled (Art 7(9),
/// 16(6)).
[[nodiscard]] Day capEnd(Day start, Length cap);

/// How an end stands to a cap.
enum class CapFit {
    Within,
    OneDayOver, ///< lawful only if the first day is not counted: warn, do not refuse
    Beyond, ///< no reading allows it
};

[[nodiscard]] CapFit withinCap(Day start, Day end, Length cap);

/// What becomes of the half day when the number of days is odd.
enum class HalfwayReading { RoundedDown, RoundedUp };

/// Art 9(3): the start moved by half the number of days, both ends counted.
[[nodiscard]] Day halfwayDay(Day start, Day end, HalfwayReading reading = HalfwayReading::RoundedDown);

/// The first day of a window that looks back from a day (12 months of evidence before a request).
[[nodiscard]] Day lookbackStart(Day day, Length window);

/// The first day from which the window no longer reaches back to that day.
[[nodiscard]] Day leavesWindowOn(Day evidence, Length window);

} // namespace tutela::law

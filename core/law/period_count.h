#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/base/day.h"
#include "core/base/length.h"
#include "core/law/calendar.h"

namespace tutela::law {

/// A stop of a period: asked for on one day, answered completely on another or not yet. The days after the
/// request up to and including the day of the answer do not count.
struct Pause {
    Day requestedOn;
    std::optional<Day> answeredOn;

    friend bool operator==(const Pause&, const Pause&) = default;
};

/// What a forward count met on its way.
enum class CountFlag : std::uint16_t {
    OutOfRange = 1, ///< the end would leave the years 1…9999; nothing else is valid
    Open = 2, ///< a pause is still open: there is no end
    NoSuchDate = 4, ///< Art 3(2)(c), last sentence: the last day of the month was taken
    Rolled = 8, ///< Art 3(4): the last day was no working day
    TwoWorkingDays = 16, ///< Art 3(5) moved the end
    Uncertain = 32, ///< rests on a year for which the calendar is not complete, or on a disputed day
    PauseAfterEnd = 64, ///< a pause began when the period had ended; not counted
    PauseBeforeStart = 128, ///< a pause was asked for before the start; only days after the start are counted
};

/// The bare figures of a period counted forward in days; the text is made from them on demand.
struct DayCount {
    Day nominal{}; ///< before pauses (Art 3(2)); for working days the last of them, pauses skipped
    Day extended{}; ///< with the days of the pauses
    Day rolled{}; ///< after Art 3(4)
    Day end{}; ///< after Art 3(5); the last included day
    Day uncovered{}; ///< with Uncertain: a day for which the calendar is not certain
    std::int32_t pausedDays = 0; ///< each day once
    std::int32_t usedDays = 0; ///< while open: days that ran up to and including the day of the open request
    std::uint16_t flags = 0;

    [[nodiscard]] bool has(CountFlag flag) const { return (flags & static_cast<std::uint16_t>(flag)) != 0; }

    void set(CountFlag flag) { flags = static_cast<std::uint16_t>(flags | static_cast<std::uint16_t>(flag)); }
};

/// A length counted forward and, in another unit, what an extension adds to it before anything else.
struct CountedLength {
    Length length;
    std::optional<Length> extension;
};

/// Counts a period of days, working days, weeks, months or years forward from the day of the event:
/// nominal end, pauses, Art 3(4), Art 3(5), in this order. Builds no text and, when `pauses` come in
/// ascending order of request, allocates nothing. Total: what is odd becomes a flag. Precondition: no hours,
/// amounts above zero, no pause answered before it was asked.
[[nodiscard]] DayCount countForward(
    Day start, const CountedLength& counted, std::span<const Pause> pauses, const Calendar& calendar);

/// The working day that is `amount` working days before a day; nothing when the count leaves the years
/// 1…9999. `certain` becomes false when it rests on an uncovered year.
[[nodiscard]] std::optional<Day> workingDaysBefore(
    Day day, std::int64_t amount, const Calendar& calendar, bool& certain);

} // namespace tutela::law

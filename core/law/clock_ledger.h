#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/vocabulary.h"
#include "core/law/clock_definition.h"
#include "core/law/period.h"

namespace tutela::law {

/// A stop of a clock as the journal knows it.
struct ClockPause {
    std::string id;
    Day from; ///< the day of the request; the days after it do not count
    std::optional<Day> to; ///< the day of the complete answer; none while it is awaited
    std::string reason; ///< one of the definition's `suspends`
};

/// An extension as it was announced.
struct ClockExtension {
    Length by;
    Day announcedOn;
};

/// What happened to one running of a clock.
struct ClockFacts {
    std::string instance;
    std::string definition;
    std::optional<Day> trigger = std::nullopt; ///< none: not started, or the day of the instant
    std::optional<Instant> triggerInstant = std::nullopt; ///< required for hours
    std::optional<Zone> zone = std::nullopt; ///< required for hours
    std::optional<Length> setLength = std::nullopt; ///< what the authority set
    std::vector<ClockPause> pauses = {};
    std::vector<ClockExtension> extensions = {};
    std::optional<Day> metOn = std::nullopt;
    std::optional<Day> endedWithoutAnswerOn = std::nullopt;
    PeriodReadings readings = {};
};

/// What a ledger warns of. Nothing here is refused: what happened is recorded and flagged.
enum class LedgerFlag : std::uint16_t {
    LengthNotSet = 1, ///< the authority has not set the period yet
    MomentMissing = 2, ///< hours without instant or zone: no end
    AboveCap = 4, ///< longer than the law allows, extensions included
    BelowFloor = 8,
    PauseNotForeseen = 16, ///< not counted: the definition does not list its reason
    PauseReversed = 32, ///< not counted: answered before it was asked
    ExtensionNotForeseen = 64, ///< not counted: the law has none, or the unit does not fit
    ExtensionTooLong = 128,
    ExtensionAnnouncedLate = 256,
    OutOfRange = 512, ///< no end within the years 1…9999
};

/// The bare dates of a clock, independent of today and without any text.
struct LedgerDates {
    PeriodMode mode = PeriodMode::Forward;
    std::optional<Day> trigger;
    std::optional<PeriodEnd> end;
    std::optional<Instant> plainEnd; ///< hours: trigger plus the bare number of hours
    bool open = false; ///< a pause is open
    bool confirmed = false;
    std::optional<Day> openSince; ///< while open: the day of the earliest open request
    std::optional<Day> metOn;
    std::optional<Day> endedWithoutAnswerOn;
    DayCount count; ///< mode Forward in days and longer; carries paused and used days
    Length total; ///< the length that was counted, extensions of the same kind included
    std::optional<Length> furtherExtension; ///< an extension in another unit, added to the end of `total`
    std::uint16_t flags = 0;

    [[nodiscard]] bool has(LedgerFlag flag) const { return (flags & static_cast<std::uint16_t>(flag)) != 0; }

    void set(LedgerFlag flag)
    {
        flags = static_cast<std::uint16_t>(flags | static_cast<std::uint16_t>(flag));
    }
};

/// The dates with their explanation.
struct Ledger : LedgerDates {
    std::vector<PeriodStep> steps;
    std::vector<Message> warnings;
};

/// Only the dates: for many clocks at once. Total.
[[nodiscard]] LedgerDates countLedger(
    const ClockDefinition& definition, const ClockFacts& facts, const Calendar& calendar);

/// The dates with steps and warnings.
[[nodiscard]] Ledger computeLedger(
    const ClockDefinition& definition, const ClockFacts& facts, const Calendar& calendar);

/// The state on a day of the office's zone. What is dated after that day has not happened yet.
[[nodiscard]] ClockState stateOn(const LedgerDates& ledger, Day today);

/// Calendar days from today to the last day to act, 0 on that day, negative when overdue; nothing when the
/// clock has no end or has ended.
[[nodiscard]] std::optional<int> daysLeft(const LedgerDates& ledger, Day today);

/// The last day on which the act is in time (strict reading); nothing without end.
[[nodiscard]] std::optional<Day> lastDayToAct(const LedgerDates& ledger);

} // namespace tutela::law

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

/// How a pause came to its end.
enum class PauseClosing {
    Answered, ///< the complete answer arrived
    Unanswered, ///< the authority closed the request without one
};

/// From when a clock runs again after a request was closed as unanswered. The act does not say; the day of
/// the closing is treated like the day of an answer, and does not count, unless the other reading is chosen.
enum class ResumptionReading { NextDay, SameDay };

/// A stop of a clock as the journal knows it.
struct ClockPause {
    std::string id;
    Day from; ///< the day of the request; the days after it do not count
    std::optional<Day> to; ///< the day of the complete answer or of the closing; none while it is awaited
    std::string reason; ///< one of the definition's `suspends`
    PauseClosing closing = PauseClosing::Answered;
    std::vector<Day> partialAnswers = {}; ///< they are kept, and the clock stays stopped
};

/// An extension as it was announced, or as the authority decided on a request for it.
struct ClockExtension {
    Length by;
    Day announcedOn; ///< of the announcement or the decision
    ExtensionDecision decision = ExtensionDecision::Granted;
    std::optional<Day> requestedOn = std::nullopt;
    std::string reason = {}; ///< of a refusal
};

/// An answer that came when the period had ended or the request was closed. It is kept in any case.
struct LateAnswer {
    Day receivedOn;
    Consideration consideration = Consideration::Undecided;
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
    std::string metBy = {}; ///< one of the definition's `meets`; may be left out when there is only one
    std::optional<Day> endedWithoutAnswerOn = std::nullopt;
    std::vector<LateAnswer> lateAnswers = {};
    std::vector<Day> partialAnswers = {}; ///< they are kept, and do not meet the clock
    PeriodReadings readings = {};
    ResumptionReading resumption = ResumptionReading::NextDay;
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
    NoFigure = 1024, ///< the law gives no period: no end
    ExtensionAfterEnd = 2048, ///< granted when the period had ended; counted
    RefusalWithoutReason = 4096, ///< a refused extension lacks its reason
    MetNotForeseen = 8192, ///< met by something that the definition does not list
    LateAnswerUndecided = 16384, ///< nobody has said whether a late answer was considered
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

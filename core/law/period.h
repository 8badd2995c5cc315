#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/law/calendar.h"
#include "core/law/period_count.h"
#include "core/law/zone.h"

namespace tutela::law {

/// How a period is counted.
enum class PeriodMode {
    Forward, ///< from an event; Art 3(1)–(5)
    Backward, ///< back from an event, which must come this long after the act; no roll (Art 3(4), 2nd
              ///< subpara.)
    Cap, ///< the longest duration of a measure, its first day included; no roll
    Effect, ///< entry into effect so long after an event; Art 4, no roll
    Fixed, ///< a date that the law or an act names; Art 5, no roll
};

/// Forms `forward`, `backward`, `cap`, `effect`, `fixed`.
[[nodiscard]] std::string_view toText(PeriodMode mode);
[[nodiscard]] std::optional<PeriodMode> periodModeFromText(std::string_view text);

/// Whether a period of two days or more that is stated in hours needs two working days. Disputed.
enum class HoursReading { PlainHours, TwoWorkingDays };

/// What a cap runs from. The stricter reading includes the first day; the other applies Art 3(1) and gives a
/// day more.
enum class CapReading { FirstDayIncluded, FirstDayExcluded };

/// Until when the act before a backward boundary may be done.
enum class BackwardReading { BeforeTheDay, DuringTheDay };

/// The choices that Regulation 1182/71 and the act leave open. The defaults are the strict or undisputed
/// ones.
struct PeriodReadings {
    HoursReading hours = HoursReading::PlainHours;
    CapReading cap = CapReading::FirstDayIncluded;
    BackwardReading backward = BackwardReading::BeforeTheDay;

    friend bool operator==(const PeriodReadings&, const PeriodReadings&) = default;
};

/// What is to be computed.
struct PeriodQuery {
    std::variant<Day, Instant> start; ///< the event; an instant for hours
    Length length; ///< ignored in mode Fixed
    PeriodMode mode = PeriodMode::Forward;
    std::optional<Zone> zone = std::nullopt; ///< required with an instant
    std::vector<Pause> pauses = {}; ///< mode Forward in days, weeks, months, years or working days only
    PeriodReadings readings = {};
};

/// The start of a period as it was written, with the zone that belongs to it.
struct PeriodStart {
    std::variant<Day, Instant> start;
    std::optional<Zone> zone;
};

/// Reads a start: a day; an instant with offset, in `zone` or else in that fixed offset; or, with a zone, a
/// local time. Errors BadInput: `period.error.start`, `period.error.zone-needed`, `zone.gap`, `zone.overlap`.
[[nodiscard]] Result<PeriodStart> readPeriodStart(std::string_view text, const std::optional<Zone>& zone);

/// What the moment of a PeriodEnd is.
enum class EndKind {
    LastSecond, ///< the last second that still belongs to the period
    Boundary, ///< a first instant: of effect, or before which an act must be done
};

/// The end of a period: the end or the start of a civil day, or with hours an instant.
struct PeriodEnd {
    Day day;
    EndKind kind = EndKind::LastSecond;
    std::optional<Instant> instant = std::nullopt; ///< hours only; the last included second, or the boundary

    friend bool operator==(const PeriodEnd&, const PeriodEnd&) = default;
};

/// One line of the explanation.
struct PeriodStep {
    std::string rule; ///< "1182/71 Art 3(4)"
    Message text;
    std::string result; ///< the day or moment reached, as written; may be empty
};

struct PeriodResult {
    std::optional<PeriodEnd> end; ///< none while a pause is open
    bool open = false;
    bool confirmed = false; ///< an end that rests on complete calendars only
    std::int64_t pausedDays = 0;
    std::int64_t usedDays = 0; ///< while open: days that ran before the open pause
    std::optional<Instant> plainEnd = std::nullopt; ///< hours: start plus the bare number of hours
    std::vector<PeriodStep> steps;
    std::vector<Message> warnings;
};

/// Computes the end of a period by Regulation 1182/71 and explains it step by step.
/// Errors BadInput: `period.error.negative-length`, `.zero-length`, `.out-of-range`, `.instant-needed`,
/// `.zone-needed`, `.unit-not-possible`, `.pause-not-possible`, `.pause-before-start`, `.pause-reversed`.
[[nodiscard]] Result<PeriodResult> computePeriod(const PeriodQuery& query, const Calendar& calendar);

/// The end of a legal period of hours (Art 3(1), 3(2)(a)): the hour of the event is not counted, elapsed
/// hours are, also across a change of the clocks. The last included second.
[[nodiscard]] Instant endOfHours(Instant event, std::int64_t hours, const Zone& zone);

/// `2026-01-19T23:59:59`, boundary `2026-08-01T00:00:00`; an end in hours in UTC with `Z`.
[[nodiscard]] std::string endText(const PeriodEnd& end);

/// The same in a zone: `2026-01-19T23:59:59+01:00`, without the offset when it is hidden.
[[nodiscard]] std::string endText(
    const PeriodEnd& end, const Zone& zone, OffsetText offset = OffsetText::Shown);

} // namespace tutela::law

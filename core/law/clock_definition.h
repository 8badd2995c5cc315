#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/law/period.h"

namespace tutela::law {

/// In whose working days a clock is counted: Regulation 1182/71 Art 2(1), the place where the action is
/// taken.
enum class CalendarOwner { Authority, EuInstitutions, Provider, Dpa };

/// Forms `authority`, `eu-institutions`, `provider`, `dpa`.
[[nodiscard]] std::string_view toText(CalendarOwner owner);
[[nodiscard]] std::optional<CalendarOwner> calendarOwnerFromText(std::string_view text);

/// Where the length of a clock comes from.
enum class LengthSource {
    Fixed, ///< the law states it
    SetByAuthority, ///< set case by case, within cap and floor where the law has them
    Unstated, ///< "without undue delay", or no period at all: only the age can be shown
};

/// Whether the product has the procedure to which a clock belongs.
enum class ClockUse {
    Used,
    NotYetUsed, ///< its arithmetic is there, but nothing starts it
};

/// How a clock of fixed length may be extended (GDPR Art 36(2): six weeks, announced within one month).
struct ExtensionRule {
    std::optional<Length> by; ///< the longest extension; none when it is decided case by case
    std::optional<Length> announceWithin; ///< counted from the trigger
};

/// A clock as a legal text defines it.
struct ClockDefinition {
    std::string id;
    std::string law; ///< "Art 5(2)"
    std::string actor; ///< term id of who must act
    std::string trigger; ///< what starts it; may be empty
    ClockUse use = ClockUse::Used;
    std::string verification; ///< how its figure was checked: "V-COM", "V-sec", …; may be empty
    LengthSource source = LengthSource::Fixed;
    std::optional<Length> length; ///< with Fixed; none in mode Fixed
    std::optional<Length> cap; ///< longest lawful length; with extensions, unless `extension` has its own
    std::optional<Length> floor; ///< shortest lawful length
    PeriodMode mode = PeriodMode::Forward;
    CalendarOwner calendar = CalendarOwner::Authority;
    std::vector<std::string> suspends; ///< reason codes whose pauses count
    std::vector<std::string> restarts; ///< what makes it start anew
    std::vector<std::string> meets; ///< what fulfils it
    std::optional<ExtensionRule> extension;
};

/// Reads a definition; `where` is its JSON path. Keys: id, law, actor, trigger, length (or "none") | set
/// {cap, floor}, mode, calendar, suspends, restarts, meets, extension {by, announceWithin}, use ("not-yet"),
/// verification. Errors BadInput with path: an unknown key, a missing one, a value that is not possible,
/// length and set together or neither, pauses on a clock that cannot pause.
[[nodiscard]] Result<ClockDefinition> parseClockDefinition(const Json& json, const std::string& where = "$");

} // namespace tutela::law

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/case_file.h"
#include "core/domain/case_summary.h"
#include "core/law/clock_ledger.h"
#include "core/law/rulebook.h"
#include "core/procedure/act_definition.h"
#include "core/procedure/circumstances.h"

namespace tutela::procedure {

/// A running of a clock in a case.
struct CaseClock {
    std::string id; ///< "DL06", or "DL07/R2" where the clock may run several times
    const law::ClockDefinition* definition = nullptr; ///< of the rulebook
    law::ClockFacts facts;
    EntrySeq trigger = 0; ///< the entry that proves what started it
    std::optional<EntrySeq> met = {}; ///< the entry that proves what met or ended it
    std::vector<EntrySeq> extensions = {}; ///< the entries of `facts.extensions`, in their order
    std::optional<Message> dayFound = {}; ///< how its day follows from the facts, where it is not theirs
    bool runsItself = false; ///< the day comes without anybody acting
    std::string actor = {}; ///< term id of who has to act
    law::CalendarOwner calendar = law::CalendarOwner::Authority; ///< in whose working days it is counted
};

/// The clocks that the facts of the case have started under its legal text.
[[nodiscard]] std::vector<CaseClock> clocksOf(const CaseFile& file, const law::Rulebook& rulebook);

/// Whether an act of that effect can start, stop, move or end a clock.
[[nodiscard]] bool touchesClocks(Effect effect);

/// The id under which a clock runs: of the definition with that trigger, and its instance. Empty when the
/// legal text has none.
[[nodiscard]] std::string clockId(
    const law::Rulebook& rulebook, law::ClockTrigger trigger, const std::string& instance = {});

/// Whether each service of a case has its own running of the clock, under the id of the service.
[[nodiscard]] bool runsForOneService(const law::Rulebook& rulebook, std::string_view definition);

/// The last day to act of a clock of the case, pauses and extensions included; nothing when it does not run
/// or has no end.
[[nodiscard]] std::optional<Day> lastDayOf(
    const CaseFile& file, std::string_view clock, const law::Rulebook& rulebook, const Calendars& calendars);

/// The determination after which a reply to that hearing comes too late: the first adverse one since, or the
/// one that left no service open. Null while the hearing is open.
[[nodiscard]] const Determination* hearingEnded(const CaseFile& file, const Hearing& hearing);

/// Art 9(3): the day of the report that is due halfway; nothing when the order applies no longer than the
/// threshold.
[[nodiscard]] std::optional<Day> halfwayReportDue(const CaseFile& file, const law::Rulebook& rulebook);

/// The calendar in which a clock of the case is counted: Regulation 1182/71 Art 2(1), the place where the
/// action is taken. For a demand under Art 7(2) that is where the body that was asked acts. The provider's is
/// that of its Member State when the case was opened, or the authority's where none is known; the
/// data-protection authority's is the authority's.
[[nodiscard]] const law::Calendar& calendarOf(
    const CaseClock& clock, const CaseFile& file, const Calendars& calendars);

/// The running of the provider's period for comments on an amended request: "V2" of "DL10/V2".
[[nodiscard]] std::string amendmentInstance(const OrderRequest& request);

/// Whose turn it is.
[[nodiscard]] WaitingFor waitingFor(const CaseFile& file, const law::Rulebook& rulebook);

/// What lists show of the case.
[[nodiscard]] CaseSummary summaryOf(
    const CaseFile& file, const law::Rulebook& rulebook, const Calendars& calendars);

} // namespace tutela::procedure

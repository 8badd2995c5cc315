#pragma once

#include <string>
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
};

/// The clocks that the facts of the case have started under its legal text.
[[nodiscard]] std::vector<CaseClock> clocksOf(const CaseFile& file, const law::Rulebook& rulebook);

/// Whether an act of that effect can start, stop, move or end a clock.
[[nodiscard]] bool touchesClocks(Effect effect);

/// The calendar in which a clock is counted. The provider's and the DPA's is that of the authority's Member
/// State until their own seat is recorded.
[[nodiscard]] const law::Calendar& calendarOf(
    const law::ClockDefinition& definition, const Calendars& calendars);

/// Whose turn it is.
[[nodiscard]] WaitingFor waitingFor(const CaseFile& file);

/// What lists show of the case.
[[nodiscard]] CaseSummary summaryOf(
    const CaseFile& file, const law::Rulebook& rulebook, const Calendars& calendars);

} // namespace tutela::procedure

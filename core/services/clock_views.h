#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/catalogue.h"
#include "core/interfaces/case_desk.h"
#include "core/law/clock_ledger.h"
#include "core/services/register.h"

namespace tutela::services {

/// Whether the reasons of refused extensions and the names of documents are shown: only in a file that was
/// cut to what its reader may see.
enum class ClockTexts { Shown, Hidden };

/// The name of the service for which a clock runs where each service of a case has its own, as in
/// "DL08/S-0057"; empty for every other clock.
[[nodiscard]] std::string serviceOfClock(Register& source, std::string_view clockId);

/// The clocks of a case with their explanations and proofs, as they stand on a day.
[[nodiscard]] std::vector<interfaces::ClockView> clockViews(
    Register& source, const CaseFile& file, Day today, ClockTexts texts);

/// The clocks of two states of a case, each where it stood and where it stands; those of the later state
/// first.
[[nodiscard]] std::vector<interfaces::ClockChange> clockChanges(
    Register& source, const CaseFile* before, const CaseFile& after, Day today);

/// Only those that changed.
[[nodiscard]] std::vector<interfaces::ClockChange> changedOnly(std::vector<interfaces::ClockChange> changes);

/// One ledger with its explanation, as it stands on a day.
[[nodiscard]] interfaces::ClockView clockView(const law::Rulebook& rulebook, const std::string& id,
    const law::ClockDefinition& definition, const law::Ledger& ledger, Day today);

/// The readings of the law on which an entry rests, in words, a line each; empty when it rests on none.
[[nodiscard]] std::string readingsText(const Json& facts, const Catalogue& texts);

} // namespace tutela::services

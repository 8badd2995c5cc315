#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/law/rulebook.h"
#include "core/procedure/act_definition.h"

namespace tutela::services {

/// An act that a legal text leaves out with its kind of case, and why.
struct AbsentAct {
    procedure::ActDefinition act; ///< as the text has it on which this one is based
    law::Absence absence;
};

/// The acts that the legal text leaves out; none when it is based on no other.
[[nodiscard]] std::vector<AbsentAct> absentActs(const law::Rulebook& rulebook);

/// Why the act is not there: Usage `act.not-in-text` with the reason, or `act.unknown`.
[[nodiscard]] Error missingAct(const law::Rulebook& rulebook, std::string_view act);

/// "The legal text leaves this out: …".
[[nodiscard]] Message absenceText(const law::Rulebook& rulebook, const AbsentAct& absent);

} // namespace tutela::services

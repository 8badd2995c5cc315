#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/base/message.h"
#include "core/procedure/act_definition.h"
#include "core/procedure/circumstances.h"
#include "core/procedure/readings.h"

namespace tutela::procedure {

/// Why an act is refused.
struct Refusal {
    std::string code; ///< "step", "role", "guard.start-window", …
    Message text;
    std::string law;
};

/// What the guards found. Between two readings of the law a guard warns; it refuses only what every reading
/// forbids.
struct Verdict {
    std::vector<Refusal> refusals;
    std::vector<Message> warnings;
    std::vector<ReadingChoice> choices; ///< where readings differ on the act: the one on which it rests
};

/// Runs one guard. `file` is null for an act that opens a case; `data` is null when only the state of the
/// case is asked about, and then guards that look at the data have nothing to say.
void runGuard(const GuardUse& use, const ActDefinition& act, const CaseFile* file, const Json* data,
    const Circumstances& circumstances, Verdict& verdict);

/// The role in which the actor performs the act, if any. Acts of another institution may be recorded from a
/// document by the authority's coordinators and registrars.
[[nodiscard]] std::optional<Role> roleFor(
    const ActDefinition& act, const Actor& actor, bool recordedFromDocument);

/// Whether the act is one of another institution that the actor cannot perform but may record from a
/// document.
[[nodiscard]] bool recordsOnly(const ActDefinition& act, const Actor& actor);

} // namespace tutela::procedure

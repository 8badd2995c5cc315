#pragma once

#include "core/domain/filing.h"
#include "core/interfaces/intake_desk.h"
#include "core/services/register.h"
#include "core/services/writing.h"

namespace tutela::services {

/// The provider and the services that a filing means.
struct FilingAddress {
    ProviderId provider{""};
    std::vector<ServiceId> services;
    std::vector<interfaces::FindingView> findings; ///< what was added to the register for it
};

/// Those that the registrar named. Errors: Refused for one that does not exist, or two providers.
[[nodiscard]] Result<FilingAddress> addressByIds(Register& target, const std::vector<ServiceId>& named);

/// Those that the filing declares, by name. What is not in the register yet is added: a filing is received
/// whatever its defects, and the clock runs from receipt.
[[nodiscard]] FilingAddress addressByNames(
    Register& target, Writing& writing, const Actor& actor, const domain::Filing& filing);

/// The detection file that a plan or an impact assessment belongs to, when nobody named it: the one whose
/// number the plan states, else the only open one of its provider and service. Nothing when there is none or
/// more than one.
[[nodiscard]] std::optional<CaseId> detectionFileOf(
    Register& source, const domain::Filing& filing, const std::vector<ServiceId>& named);

} // namespace tutela::services

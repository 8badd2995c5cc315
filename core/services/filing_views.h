#pragma once

#include "core/domain/filing.h"
#include "core/interfaces/intake_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// A finding as the desks show it.
[[nodiscard]] interfaces::FindingView viewOf(const domain::Finding& finding);

/// A filing as the desks show it.
[[nodiscard]] interfaces::FilingView viewOf(const domain::Filing& filing);

/// A point to check, with its place in the filing.
[[nodiscard]] interfaces::FindingView pointToCheck(
    const char* id, const char* path, const char* law, std::vector<Argument> arguments);

/// Where an implementation plan speaks of another provider, service, file number or kind of detection than
/// the detection file that it was filed in.
[[nodiscard]] std::vector<interfaces::FindingView> comparedWithCase(
    Register& source, const domain::Filing& filing, const CaseFile& file);

} // namespace tutela::services

#pragma once

#include <optional>
#include <vector>

#include "core/domain/actor.h"
#include "core/domain/case_warning.h"
#include "core/services/register.h"

namespace tutela::services {

/// What sets a renewal apart from the order that it is to follow.
struct RenewalView {
    std::vector<Message> lines; ///< the earlier order, parts added and left out, the days between
    std::optional<CaseWarning> gap; ///< days without an order
};

/// Compares the scope that the file has reached (order, else request, else last draft) with the order that it
/// renews; nothing for a file that renews none or for a person who may not see the earlier file.
[[nodiscard]] std::optional<RenewalView> renewalView(
    Register& source, const CaseFile& file, const Actor& actor);

} // namespace tutela::services

#pragma once

#include <optional>

#include "core/interfaces/case_desk.h"
#include "core/procedure/circumstances.h"
#include "core/services/register.h"

namespace tutela::services {

/// What the file that the request attaches as the signed order is beside the exports of the order; nothing
/// for another act. Sets the pages of the order: for use before a transaction begins.
[[nodiscard]] std::optional<procedure::SignedFileCheck> checkSignedOrder(
    Register& source, const interfaces::ActRequest& request);

[[nodiscard]] interfaces::SignedFileView signedFileOf(Register& source, const SignedOrder& signedOrder);

} // namespace tutela::services

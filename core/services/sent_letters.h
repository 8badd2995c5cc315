#pragma once

#include "core/base/result.h"
#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// The act with the letter that it says was sent: a letter drafted by the register is printed as it goes out
/// and attached, unless the paper itself is. Every other act stays as it is. Errors: Refused for a letter
/// that is not drafted in the case, BadInput for another language.
[[nodiscard]] Result<interfaces::ActRequest> withDraftedLetter(
    Register& source, const interfaces::ActRequest& request);

} // namespace tutela::services

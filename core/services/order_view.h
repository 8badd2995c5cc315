#pragma once

#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// The order of a case and its life as they stand on a day. Precondition: the case has an order that was not
/// refused.
[[nodiscard]] interfaces::OrderView orderView(const Register& source, const CaseFile& file, Day today);

} // namespace tutela::services

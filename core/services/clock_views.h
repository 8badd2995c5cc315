#pragma once

#include <vector>

#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// The clocks of a case with their explanations, as they stand on a day.
[[nodiscard]] std::vector<interfaces::ClockView> clockViews(
    const Register& source, const CaseFile& file, Day today);

} // namespace tutela::services

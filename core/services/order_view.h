#pragma once

#include <optional>

#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// The order of a case and its life as they stand on a day; `updatedOn`: the day of the assessment that it
/// asked for (Art 3(4)(a)). Precondition: the case has an order that was not refused.
[[nodiscard]] interfaces::OrderView orderView(
    const Register& source, const CaseFile& file, Day today, std::optional<Day> updatedOn = {});

} // namespace tutela::services

#pragma once

#include "core/base/json.h"
#include "core/domain/filing.h"

namespace tutela::filings {

/// A filing with everything in it, for comparison with a golden file.
[[nodiscard]] Json asJson(const domain::Filing& filing);

} // namespace tutela::filings

#pragma once

#include <vector>

#include "core/domain/case_warning.h"
#include "core/services/register.h"

namespace tutela::services {

/// What is to be pointed out about a case today, by its file and by what the register holds of its provider.
[[nodiscard]] std::vector<CaseWarning> caseWarnings(Register& source, const CaseFile& file, Day today);

} // namespace tutela::services

#pragma once

#include <vector>

#include "core/domain/case_warning.h"
#include "core/services/register.h"

namespace tutela::services {

/// What is to be pointed out to this reader about a case today, most pressing first: by its file, by what the
/// register holds of its provider, and by the order that it renews.
[[nodiscard]] std::vector<CaseWarning> caseWarnings(
    Register& source, const CaseFile& file, const Actor& reader, Day today);

} // namespace tutela::services

#pragma once

#include <string>

#include "core/base/result.h"
#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// "Access to the file" as PDF bytes: every document of the file with what each party has of it, since when
/// and on what ground, the claims of confidentiality and what is in quarantine.
[[nodiscard]] Result<std::string> accessIndexBytes(Register& source, const interfaces::CaseView& view);

} // namespace tutela::services

#pragma once

#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/interfaces/legal_texts.h"

namespace tutela::services {

/// The embedded legal text of that id, whole. Errors: BadInput when there is none.
[[nodiscard]] Result<Json> legalTextPack(std::string_view id);

/// Every place where two embedded legal texts differ. Errors: as legalTextPack.
[[nodiscard]] Result<std::vector<interfaces::TextDifference>> legalTextDifferences(
    std::string_view first, std::string_view second);

} // namespace tutela::services

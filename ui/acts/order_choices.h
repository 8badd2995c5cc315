#pragma once

#include <string>
#include <vector>

#include "ui/acts/choice_editors.h"

namespace tutela::ui {

/// What is open in the life of the case's order for a field of that name: challenges without an outcome,
/// suspensions that hold, notices without an answer, copies without a receipt.
[[nodiscard]] std::vector<ChoiceItem> orderItemsFor(
    const std::string& field, const interfaces::CaseView* view);

} // namespace tutela::ui

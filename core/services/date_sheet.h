#pragma once

#include "core/documents/document.h"
#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// "Why this date?" for one clock of a case as a sheet of paper: the steps, whose calendar, the readings.
[[nodiscard]] documents::Document dateSheetOf(
    Register& source, const interfaces::CaseView& view, const interfaces::ClockView& clock);

} // namespace tutela::services

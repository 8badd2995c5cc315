#pragma once

#include <vector>

#include "core/base/catalogue.h"
#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// Adds to the card of each act that set a period what became of it: its last day, what was decided on
/// extensions, what was answered in part, what came late. `file` is cut to what the reader may see.
void addPeriodFields(const Register& source, const CaseFile& file, std::vector<interfaces::Card>& cards,
    const Catalogue& texts);

} // namespace tutela::services

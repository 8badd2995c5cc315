#pragma once

#include <string>
#include <vector>

#include "core/domain/case_file.h"
#include "core/domain/entry.h"
#include "core/services/register.h"

namespace tutela::services {

/// The list's rows, the search index and the audiences of a case after an entry was added to it.
void projectCase(
    Register& target, const CaseFile& file, const std::vector<Entry>& entries, bool audiencesMayChange);

/// The text of an entry as the search index holds it.
[[nodiscard]] std::string searchTextOf(Register& target, const Entry& entry);

} // namespace tutela::services

#pragma once

#include <vector>

#include "core/domain/case_file.h"
#include "core/domain/entry.h"

namespace tutela::procedure {

/// The case file after one more entry. Total: it never refuses; an entry whose effect is unknown or whose
/// facts are not there changes nothing but the step and the counter.
void apply(CaseFile& file, const Entry& entry);

/// The case file of a whole stream, in order. Precondition: at least one entry.
[[nodiscard]] CaseFile fold(const CaseId& id, const std::vector<Entry>& entries);

} // namespace tutela::procedure

#pragma once

#include "core/domain/entry.h"
#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// The names and texts of an entry; an empty object when it has none or they cannot be read.
[[nodiscard]] Json contentOf(Register& source, EntrySeq entry);

/// A document as it is shown, with what was found in it when the entry brought it, or with what became of it
/// in the file since.
[[nodiscard]] interfaces::DocumentView documentView(
    const CaseFile& file, const Entry& entry, const store::StoredDocument& document);

} // namespace tutela::services

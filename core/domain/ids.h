#pragma once

#include "core/base/strong_id.h"

namespace tutela {

/// File number, "A-2026-0001" (assessment) or "D-2026-0001" (detection).
using CaseId = StrongId<struct CaseIdTag>;
/// "P-0001"
using ProviderId = StrongId<struct ProviderIdTag>;
/// "S-0001"
using ServiceId = StrongId<struct ServiceIdTag>;
/// "U-0001": the pseudonym under which a person stands in the register log.
using PersonId = StrongId<struct PersonIdTag>;
/// "DOC-000001"
using DocumentId = StrongId<struct DocumentIdTag>;

} // namespace tutela

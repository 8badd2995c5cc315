#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// What everybody is told who asks for a document in quarantine.
[[nodiscard]] Error quarantined(const DocumentId& document);

/// A document in one of the files.
struct FiledDocument {
    DocumentId document;
    CaseId file;
};

/// The documents with the same bytes as this one, in whatever file, that are not in quarantine yet.
[[nodiscard]] std::vector<FiledDocument> sameBytesInReach(Register& source, const DocumentId& document);

/// Refuses files whose very bytes lie in quarantine: they are not taken in a second time. Errors: Refused.
[[nodiscard]] Result<Done> checkQuarantine(
    Register& source, const std::vector<interfaces::AttachedFile>& files);

} // namespace tutela::services

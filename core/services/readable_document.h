#pragma once

#include <string>

#include "core/base/result.h"
#include "core/services/register.h"

namespace tutela::services {

/// The refusal that a judge meets before declaring to have no conflict.
[[nodiscard]] Error declareFirst(const CaseId& id);

/// A case with the person who reads it.
struct ReadableCase {
    Actor actor;
    Register::LoadedCase loaded;
};

/// The case, when the person signed in may read on in it. Errors: SignIn; NotAllowed, also when there is
/// none; Refused for a judge who has not declared yet.
[[nodiscard]] Result<ReadableCase> readableCase(Register& source, const CaseId& id);

/// A document of a case with the case that it belongs to.
struct ReadableDocument {
    std::string bytes;
    Register::LoadedCase source;
};

/// The document, when the person signed in may read it. Errors: NotAllowed, also when there is none; Refused
/// for a judge who has not declared yet.
[[nodiscard]] Result<ReadableDocument> readableDocument(Register& source, const DocumentId& document);

} // namespace tutela::services

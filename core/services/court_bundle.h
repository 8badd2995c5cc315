#pragma once

#include "core/documents/bundle_document.h"
#include "core/domain/actor.h"
#include "core/services/register.h"

namespace tutela::services {

/// The bundle as it was frozen when the request was filed, the same whoever prints it and whatever happened
/// since. Precondition: the request was filed and this person reads for the authority or the court.
[[nodiscard]] documents::BundleFacts courtBundleOf(Register& source, const Register::LoadedCase& loaded,
    const PersonId& reader, const documents::DocumentTemplate& form);

} // namespace tutela::services

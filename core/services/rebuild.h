#pragma once

#include "core/services/register.h"

namespace tutela::services {

/// Empties all projections and builds them again from journal and vault. Call inside a transaction.
void rebuildProjections(Register& target);

} // namespace tutela::services

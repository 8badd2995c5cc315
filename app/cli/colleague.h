#pragma once

#include <string>

#include "core/interfaces/office.h"

namespace tutela::cli {

/// The person of the authority with that sign-in name; otherwise the text as an id, so that the desk itself
/// refuses who does not exist.
[[nodiscard]] PersonId colleague(interfaces::Office& office, const std::string& reference);

} // namespace tutela::cli

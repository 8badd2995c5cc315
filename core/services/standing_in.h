#pragma once

#include <optional>
#include <vector>

#include "core/services/register.h"

namespace tutela::services {

/// Says that nobody is head of authority on that day and until when; nothing when somebody is.
[[nodiscard]] std::optional<Message> headMissing(Register& source, Day today);

/// Who would have to act on the case and is not there: the head while the case waits for approval, and the
/// responsible person when nobody stands in.
[[nodiscard]] std::vector<Message> missingFor(Register& source, const CaseFile& file, Day today);

} // namespace tutela::services

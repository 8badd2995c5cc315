#pragma once

#include <optional>
#include <string_view>

#include "core/domain/document_flag.h"

namespace tutela::services {

/// What has to be known of a document from outside. A PDF is examined in a process of its own with little
/// memory and time, so that a hostile one costs no more than the answer that it could not be checked; text
/// has nothing to be examined.
[[nodiscard]] std::optional<DocumentFlag> examineForeign(std::string_view bytes);

} // namespace tutela::services

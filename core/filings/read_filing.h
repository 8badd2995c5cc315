#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/domain/filing.h"

namespace tutela::filings {

/// Reads a document as received: a filing on one of our forms (`"form": "<id>"`) or an export of the CNIL PIA
/// tool. Any filing is read, whatever its defects: they are its findings.
/// Errors: BadInput with `where` when it is no filing at all: a limit for foreign data passed, not JSON in
/// UTF-8, a duplicate key, no object, no form or one we do not know.
[[nodiscard]] Result<domain::Filing> readFiling(std::string_view bytes);

} // namespace tutela::filings

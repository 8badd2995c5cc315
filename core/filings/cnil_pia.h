#pragma once

#include "core/base/json.h"
#include "core/domain/filing.h"

namespace tutela::filings {

/// Whether a document has the shape of a JSON export of the CNIL PIA tool: an object `pia` beside at least
/// one of the arrays `answers`, `measures`, `evaluations` and `comments`.
[[nodiscard]] bool isCnilPia(const Json& document);

/// Reads such an export as an impact assessment; asks for isCnilPia. Formatted texts become plain text. Each
/// value is shown somewhere; a field, reference or level that is not known is a finding with its path and
/// stands in a section of its own.
[[nodiscard]] domain::Filing readCnilPia(const Json& document);

} // namespace tutela::filings

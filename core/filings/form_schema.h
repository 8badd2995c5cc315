#pragma once

#include "core/base/json.h"
#include "core/filings/form.h"

namespace tutela::filings {

/// JSON Schema 2020-12 of a form, for senders. It accepts exactly the documents about which checkFiling has
/// no MustFix finding, when `format` "date" is checked.
[[nodiscard]] Json formSchema(const Form& form);

} // namespace tutela::filings

#pragma once

#include <string>

#include "core/base/json.h"
#include "core/domain/filing.h"
#include "core/filings/form.h"

namespace tutela::filings {

/// The readable content and the declared facts of a document of an own form. Whatever the document holds is
/// shown, also fields the form does not know and values of the wrong type (as JSON); a required field that is
/// missing is an item without text.
[[nodiscard]] domain::Filing filingContent(const Json& document, const Form& form);

/// A value as text for people: a text as it is, yes or no, a number, anything else as JSON; null is empty.
[[nodiscard]] std::string plainValue(const Json& value);

} // namespace tutela::filings

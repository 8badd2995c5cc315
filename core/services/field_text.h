#pragma once

#include <string>

#include "core/base/catalogue.h"
#include "core/base/json.h"
#include "core/domain/act_form.h"

namespace tutela::services {

/// The value of a field as a card shows it: choices, flags and lengths in words, lists with commas or
/// numbers.
[[nodiscard]] std::string valueText(const FieldDefinition& field, const Json& value, const Catalogue& texts);

} // namespace tutela::services

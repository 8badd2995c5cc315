#pragma once

#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/domain/filing.h"
#include "core/filings/form.h"

namespace tutela::filings {

/// Adds an item, labelled with its path, for each value of a foreign document that the fields do not place:
/// unknown members, and groups or arrays that are of another type. Nothing received goes unseen.
void addUnrecognised(const Json& object, const std::vector<Field>& fields, const std::string& path,
    domain::FilingSection& section);

} // namespace tutela::filings

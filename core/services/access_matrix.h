#pragma once

#include <string>
#include <vector>

#include "core/procedure/act_definition.h"

namespace tutela::services {

/// One cell of the whole table: may a person with this role perform this act at this step?
struct AccessCell {
    Role role;
    std::string act;
    Step step;
    bool allowed = false;
    std::string rule; ///< the article, and how when the act is recorded from a document
};

/// Every role × act × step of the act's kind of case.
[[nodiscard]] std::vector<AccessCell> accessMatrix(const procedure::ActTable& acts);

} // namespace tutela::services

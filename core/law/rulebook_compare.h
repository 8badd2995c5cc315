#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/json.h"

namespace tutela::law {

/// One place where two legal texts differ.
struct PackDifference {
    std::string item; ///< "parameters[art5_4.remedy.max].value"
    std::optional<std::string> first; ///< none where the first text lacks it
    std::optional<std::string> second;

    friend bool operator==(const PackDifference&, const PackDifference&) = default;
};

/// Every leaf in which two packs differ, by path. The items of a list go by their names where they have one,
/// so that a rule keeps its path when others are put before it.
[[nodiscard]] std::vector<PackDifference> comparePacks(const Json& first, const Json& second);

} // namespace tutela::law

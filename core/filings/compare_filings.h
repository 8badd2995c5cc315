#pragma once

#include <vector>

#include "core/domain/filing.h"
#include "core/domain/filing_comparison.h"
#include "core/domain/finding.h"

namespace tutela::filings {

struct FilingComparison {
    std::vector<domain::ComparedField>
        fields; ///< in the order of the later filing; what it lacks follows its section
    std::vector<domain::Finding> contradictions; ///< points to check in the later filing
};

/// Two filings of the same form side by side, field by field, with what the later one says against the
/// earlier one: a service or a measure that is not there any more, a risk that is stated otherwise although
/// no measure was added or changed (Art 3(5), 4(1)). Pure; levels in the filer's own terms are never ranked.
[[nodiscard]] FilingComparison compareFilings(const domain::Filing& earlier, const domain::Filing& later);

/// The risks that a filing states, in its order.
[[nodiscard]] std::vector<domain::StatedRisk> statedRisks(const domain::Filing& filing);

} // namespace tutela::filings

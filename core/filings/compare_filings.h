#pragma once

#include <string>
#include <vector>

#include "core/domain/filing.h"
#include "core/domain/finding.h"

namespace tutela::filings {

/// What became of one field between two filings.
enum class FieldChange { Same, Changed, Added, Removed };

/// One field of two filings side by side, foreign plain text.
struct ComparedField {
    std::string section; ///< heading
    std::string label;
    std::string before;
    std::string after;
    FieldChange change = FieldChange::Same;

    friend bool operator==(const ComparedField&, const ComparedField&) = default;
};

/// The risks of one service in one filing, in the filer's own terms.
struct StatedRisk {
    std::string service;
    std::string risk; ///< empty: the residual risk of the service as a whole (Art 3(5))
    std::string before; ///< severity and likelihood before the measures
    std::string after; ///< after them

    friend bool operator==(const StatedRisk&, const StatedRisk&) = default;
};

struct FilingComparison {
    std::vector<ComparedField>
        fields; ///< in the order of the later filing; what it lacks follows its section
    std::vector<domain::Finding> contradictions; ///< points to check in the later filing
};

/// Two filings of the same form side by side, field by field, with what the later one says against the
/// earlier one: a service or a measure that is not there any more, a risk that is stated otherwise although
/// no measure was added or changed (Art 3(5), 4(1)). Pure; levels in the filer's own terms are never ranked.
[[nodiscard]] FilingComparison compareFilings(const domain::Filing& earlier, const domain::Filing& later);

/// The risks that a filing states, in its order.
[[nodiscard]] std::vector<StatedRisk> statedRisks(const domain::Filing& filing);

} // namespace tutela::filings

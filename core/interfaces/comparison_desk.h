#pragma once

#include <cstdint>
#include <vector>

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/domain/filing_comparison.h"
#include "core/domain/ids.h"
#include "core/interfaces/intake_desk.h"

namespace tutela::interfaces {

/// A filing and where it lies.
struct FilingReference {
    DocumentId original;
    CaseId caseId;
    Day receivedOn{};
    std::int64_t version = 1; ///< among the filings of that kind in its case

    friend bool operator==(const FilingReference&, const FilingReference&) = default;
};

/// Two filings side by side.
struct ComparisonView {
    std::vector<domain::ComparedField> fields; ///< all of them, in the order of the later filing
    std::vector<FindingView> findings; ///< where the later filing speaks against the earlier one
};

/// What one filing says of one risk.
struct RiskRow {
    FilingReference filing;
    domain::StatedRisk stated;
};

/// Filings over time.
class ComparisonDesk {
public:
    virtual ~ComparisonDesk() = default;

    /// The filings on the same form that came before this one for a service of its case, newest first: every
    /// one that this person may see. Errors: NotAllowed, Refused for a judge who has not declared yet.
    [[nodiscard]] virtual Result<std::vector<FilingReference>> earlierFilings(const DocumentId& original) = 0;

    /// Field by field, read again from the originals. Errors: also BadInput where one of them is no filing,
    /// where they are not on the same form or not of the same provider, or where `earlier` came later.
    [[nodiscard]] virtual Result<ComparisonView> compare(
        const DocumentId& earlier, const DocumentId& later) = 0;

    /// The risks that the risk reports on the services of a case state, before and after the measures and in
    /// the provider's own terms (Art 3(5)): one service and risk after the other, each in the order of
    /// receipt. Errors: as earlierFilings.
    [[nodiscard]] virtual Result<std::vector<RiskRow>> risks(const CaseId& caseId) = 0;
};

} // namespace tutela::interfaces

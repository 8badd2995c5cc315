#pragma once

#include "core/interfaces/comparison_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// Reads filings again from their originals and puts them side by side.
class ComparisonService final : public interfaces::ComparisonDesk {
public:
    explicit ComparisonService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Result<std::vector<interfaces::FilingReference>> earlierFilings(
        const DocumentId& original) override;
    [[nodiscard]] Result<interfaces::ComparisonView> compare(
        const DocumentId& earlier, const DocumentId& later) override;
    [[nodiscard]] Result<std::vector<interfaces::RiskRow>> risks(const CaseId& caseId) override;

private:
    Register& m_register;
};

} // namespace tutela::services

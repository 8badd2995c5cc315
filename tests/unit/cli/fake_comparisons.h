#pragma once

#include "tests/unit/cli/fake_office.h"

namespace tutela::cli {

/// Answers with the comparison and the risks of the state.
class FakeComparisons final : public interfaces::ComparisonDesk {
public:
    explicit FakeComparisons(FakeState& state)
        : m_state(state)
    {
    }

    Result<std::vector<interfaces::FilingReference>> earlierFilings(const DocumentId&) override
    {
        return std::vector<interfaces::FilingReference>();
    }

    Result<interfaces::ComparisonView> compare(const DocumentId&, const DocumentId&) override
    {
        return m_state.comparison;
    }

    Result<std::vector<interfaces::RiskRow>> risks(const CaseId&) override { return m_state.risks; }

private:
    FakeState& m_state;
};

} // namespace tutela::cli

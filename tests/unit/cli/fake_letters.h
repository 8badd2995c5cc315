#pragma once

#include "tests/unit/cli/fake_office.h"

namespace tutela::cli {

/// Answers with the letters of the state.
class FakeLetters final : public interfaces::LetterDesk {
public:
    explicit FakeLetters(FakeState& state)
        : m_state(state)
    {
    }

    Result<std::vector<interfaces::LetterView>> drafted(const CaseId&) override { return m_state.letters; }

    Result<std::string> pdf(const CaseId&, std::string_view, std::string_view) override
    {
        return std::string("%PDF-fake");
    }

private:
    FakeState& m_state;
};

} // namespace tutela::cli

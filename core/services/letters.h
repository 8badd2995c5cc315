#pragma once

#include "core/interfaces/letter_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// Drafts a notice of every confirmed correction for each party that it concerns.
class LetterService final : public interfaces::LetterDesk {
public:
    explicit LetterService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Result<std::vector<interfaces::LetterView>> drafted(const CaseId& caseId) override;
    [[nodiscard]] Result<std::string> pdf(
        const CaseId& caseId, std::string_view letter, std::string_view language) override;

private:
    Register& m_register;
};

} // namespace tutela::services

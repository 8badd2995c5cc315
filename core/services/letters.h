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

/// A drafted letter of the case as the PDF that goes out: without the mark of a draft, with the day on which
/// it was sent. Without a language in its own. Errors: as LetterDesk::pdf.
[[nodiscard]] Result<std::string> letterAsSent(
    Register& source, const CaseId& caseId, std::string_view letter, std::string_view language, Day sentOn);

} // namespace tutela::services

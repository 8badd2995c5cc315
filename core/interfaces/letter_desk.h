#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"
#include "core/base/result.h"
#include "core/domain/case_file.h"

namespace tutela::interfaces {

/// The languages in which letters are drafted. Texts written by people stay as they are.
inline constexpr std::string_view kLetterLanguages[] = {"en", "fr", "de", "nl"};

/// A letter of the authority or of the court that the register has drafted.
struct LetterView {
    std::string id; ///< "K1-provider"
    EntrySeq entry = 0; ///< that gave rise to it
    Term party; ///< "party.provider", "institution.court"
    std::string addressee; ///< name
    Message subject;
    Day since{}; ///< day of the act that gave rise to it
    std::string language = "en"; ///< in which it is drafted unless another is chosen
    bool ofCourt = false; ///< the court sends it, not the authority
    std::optional<Day> sentOn = {}; ///< recorded as sent; the letter that was sent is kept with that act
};

/// The letters of a case: all of them for the authority, for another institution those addressed to it.
class LetterDesk {
public:
    virtual ~LetterDesk() = default;

    /// Oldest first. Errors: NotAllowed when this person may not see the case.
    [[nodiscard]] virtual Result<std::vector<LetterView>> drafted(const CaseId& caseId) = 0;

    /// The letter as PDF bytes, marked as a draft; without a language in its own. Errors: also Refused for a
    /// letter that is not there, BadInput for another language.
    [[nodiscard]] virtual Result<std::string> pdf(
        const CaseId& caseId, std::string_view letter, std::string_view language) = 0;
};

} // namespace tutela::interfaces

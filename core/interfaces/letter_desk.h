#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/message.h"
#include "core/base/result.h"
#include "core/domain/case_file.h"

namespace tutela::interfaces {

using tutela::kLetterLanguages;

/// A letter of the authority or of the court that the register has drafted.
struct LetterView {
    std::string id; ///< "K1-provider"; a joint one "E5+E6-provider"
    EntrySeq entry = 0; ///< that gave rise to it; of a joint letter the last
    Term party; ///< "party.provider", "institution.court"
    std::string addressee; ///< name
    Message subject;
    Day since{}; ///< day of the act that gave rise to it
    std::string language = "en"; ///< in which it is drafted unless another is chosen
    std::string declared = {}; ///< the language that the provider declared, where it is another
    bool ofCourt = false; ///< the court sends it, not the authority
    std::optional<Day> sentOn = {}; ///< recorded as sent; the letter that was sent is kept with that act
};

/// The letters of a case: all of them for the authority, for another institution those addressed to it.
/// Letters of one kind to the same addressee, each about another service, can also go out as one: it names
/// the entries joined, "E5+E6-provider". Those of one day are listed so beside the single ones.
class LetterDesk {
public:
    virtual ~LetterDesk() = default;

    /// Oldest first. Errors: NotAllowed when this person may not see the case.
    [[nodiscard]] virtual Result<std::vector<LetterView>> drafted(const CaseId& caseId) = 0;

    /// The letter as PDF bytes, marked as a draft; without a language in its own. Errors: also Refused for a
    /// letter that is not there or letters that cannot be joined, BadInput for another language.
    [[nodiscard]] virtual Result<std::string> pdf(
        const CaseId& caseId, std::string_view letter, std::string_view language) = 0;
};

} // namespace tutela::interfaces

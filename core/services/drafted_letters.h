#pragma once

#include <string_view>
#include <vector>

#include "core/interfaces/letter_desk.h"
#include "core/services/letter_kinds.h"
#include "core/services/register.h"

namespace tutela::services {

/// A letter with what it is drafted from: an act, or a correction; or the letters that go out as one.
struct DraftedLetter {
    interfaces::LetterView view;
    const Entry* entry;
    const LetterKind* kind = nullptr;
    const Correction* correction = nullptr;
    std::vector<DraftedLetter> joined = {};
};

[[nodiscard]] LetterSender senderOf(const DraftedLetter& letter);

/// "provider" of "party.provider".
[[nodiscard]] std::string_view shortOf(std::string_view party);

/// A case and for which institution somebody reads it.
struct LettersReader {
    Register::LoadedCase loaded;
    Institution reader;
};

/// All letters that the reader may see: the authority each, another institution those addressed to it, the
/// court also its own.
[[nodiscard]] std::vector<DraftedLetter> lettersFor(Register& source, const LettersReader& read);

/// The letter of that number; one that joins others need not be listed. Errors: Refused when there is none,
/// or when its parts cannot be one letter.
[[nodiscard]] Result<DraftedLetter> letterOf(
    Register& source, const LettersReader& read, std::string_view id);

} // namespace tutela::services

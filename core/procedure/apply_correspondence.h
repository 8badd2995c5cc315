#pragma once

#include "core/domain/case_file.h"
#include "core/domain/entry.h"
#include "core/procedure/act_definition.h"
#include "core/procedure/facts.h"

namespace tutela::procedure {

/// Whether the documents of such an entry are a letter of the provider.
[[nodiscard]] bool isProvidersLetter(Effect effect, const Facts& facts);

/// The number that the next letter of that direction gets: "IN1", "OUT1".
[[nodiscard]] std::string nextLetterId(const CaseFile& file, LetterDirection direction);

/// What a letter leaves behind in the file. Total, like apply.
void recordLetter(CaseFile& file, const Entry& entry, const Facts& facts, LetterDirection direction, Day on);

/// What a translation leaves behind in the file; without its document nothing.
void attachTranslation(CaseFile& file, const Entry& entry, const Facts& facts);

} // namespace tutela::procedure

#pragma once

#include <optional>
#include <string>

#include "core/documents/document_template.h"

namespace tutela::documents {

/// A letter of the authority. What every letter has stands here and in the template "letter"; what this one
/// says stands in the template of its form and in `values`.
struct LetterFacts {
    std::string form; ///< template of what it says: "letter-determination"
    TemplateValues values; ///< for that template
    std::string authority;
    std::string contact; ///< its name and address, a line each
    std::string addressee; ///< name; empty where the template names whom the flag "to-…" stands for
    std::string addresseeAddress;
    std::string addresseeFlag; ///< "to-commission"
    std::string reference; ///< file number and number of the letter
    Day writtenOn = {};
    std::string law; ///< the provisions it rests on
    Instant created = {}; ///< for the properties of the file
    std::string fingerprint;
    std::string legalBasis; ///< the regulation in force; empty: none recorded
    std::optional<Day> sentOn = {}; ///< none: a draft
};

/// The letter as a document, marked as a draft until it was sent. Precondition: both templates have this
/// language.
[[nodiscard]] Document letterDocument(const LetterFacts& facts, std::string_view language);

} // namespace tutela::documents

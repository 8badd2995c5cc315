#pragma once

#include <string>
#include <vector>

#include "core/documents/document_template.h"

namespace tutela::documents {

/// A letter of the authority: a request for information, a determination, a draft sent for comments. Texts
/// are in the language of the template.
struct LetterFacts {
    std::string authority;
    std::string authorityAddress;
    std::string addressee;
    std::string addresseeAddress;
    std::string reference; ///< file number and number of the letter
    std::string yourReference; ///< the addressee's own, may be empty
    Day writtenOn = {};
    std::string subject;
    std::vector<std::string> body; ///< paragraphs
    std::vector<Passage> reasons; ///< numbered; empty when the letter decides nothing
    std::string law; ///< the provisions it rests on
    std::string remedy; ///< what the addressee can do against it; empty when nothing is decided
    std::string contact;
    std::string signatory;
    Instant created = {}; ///< for the properties of the file
    std::string fingerprint;
    std::string legalBasis; ///< the regulation in force; empty: none recorded
};

/// The letter as a document ("letter").
[[nodiscard]] Document letterDocument(const LetterFacts& facts, const DocumentTemplate& form);

} // namespace tutela::documents

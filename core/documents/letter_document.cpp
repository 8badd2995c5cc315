#include "core/documents/letter_document.h"

namespace tutela::documents {

Document letterDocument(const LetterFacts& facts, const DocumentTemplate& form)
{
    TemplateValues values;
    values.reference = facts.reference;
    values.fingerprint = facts.fingerprint;
    values.created = facts.created;
    values.texts = {{"authority", facts.authority}, {"authorityAddress", facts.authorityAddress},
        {"addressee", facts.addressee}, {"addresseeAddress", facts.addresseeAddress},
        {"yourReference", facts.yourReference}, {"writtenOn", facts.writtenOn}, {"subject", facts.subject},
        {"law", facts.law}, {"remedy", facts.remedy}, {"contact", facts.contact},
        {"signatory", facts.signatory}, {"legalBasis", facts.legalBasis}};
    values.lists["body"] = facts.body;
    values.passages["reasons"] = facts.reasons;
    const auto flagWhen = [&](bool holds, const char* flag) {
        if (holds)
            values.flags.insert(flag);
    };
    flagWhen(!facts.yourReference.empty(), "your-reference");
    flagWhen(!facts.reasons.empty(), "reasons");
    flagWhen(!facts.remedy.empty(), "remedy");
    flagWhen(!facts.legalBasis.empty(), "in-force");
    return form.fill(values);
}

} // namespace tutela::documents

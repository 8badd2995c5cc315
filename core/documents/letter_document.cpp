#include "core/documents/letter_document.h"

namespace tutela::documents {

Document letterDocument(const LetterFacts& facts, std::string_view language)
{
    Document content = DocumentTemplate::embedded(facts.form, language).fill(facts.values);
    TemplateValues values;
    values.reference = facts.reference;
    values.fingerprint = facts.fingerprint;
    values.created = facts.created;
    values.texts = {{"authority", facts.authority}, {"addressee", facts.addressee},
        {"addresseeAddress", facts.addresseeAddress}, {"writtenOn", facts.writtenOn},
        {"subject", content.title}, {"law", facts.law}, {"legalBasis", facts.legalBasis}};
    values.flags = {facts.addresseeFlag};
    if (!facts.legalBasis.empty())
        values.flags.insert("in-force");
    values.parts["body"] = std::move(content.blocks);
    return DocumentTemplate::embedded("letter", language).fill(values);
}

} // namespace tutela::documents

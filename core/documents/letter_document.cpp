#include "core/documents/letter_document.h"

#include <algorithm>

namespace tutela::documents {

Document letterDocument(const LetterFacts& facts, std::string_view language)
{
    Document content = DocumentTemplate::embedded(facts.form, language).fill(facts.values);
    TemplateValues values;
    values.reference = facts.reference;
    values.fingerprint = facts.fingerprint;
    values.created = facts.created;
    values.texts = {{"authority", facts.authority}, {"contact", facts.contact},
        {"addressee", facts.addressee}, {"addresseeAddress", facts.addresseeAddress},
        {"writtenOn", facts.writtenOn}, {"sentOn", facts.sentOn.value_or(facts.writtenOn)},
        {"subject", content.title}, {"law", facts.law}, {"legalBasis", facts.legalBasis}};
    values.flags = {facts.addresseeFlag};
    if (facts.sentOn)
        values.flags.insert("sent");
    if (!facts.legalBasis.empty())
        values.flags.insert("in-force");
    // What begins a page of its own goes with the letter and stands behind its signature.
    const auto annex = std::ranges::find(content.blocks, Block(PageBreak{}));
    values.parts["annex"] = {annex, content.blocks.end()};
    content.blocks.erase(annex, content.blocks.end());
    values.parts["body"] = std::move(content.blocks);
    return DocumentTemplate::embedded("letter", language).fill(values);
}

} // namespace tutela::documents

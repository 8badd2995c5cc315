#include "core/procedure/apply_correspondence.h"

#include <algorithm>

#include <fmt/format.h>

namespace tutela::procedure {

bool isProvidersLetter(Effect effect, const Facts& facts)
{
    return effect == Effect::RecordLetterIn
        && facts.choice<Correspondent>("correspondent") == Correspondent::Provider;
}

std::string nextLetterId(const CaseFile& file, LetterDirection direction)
{
    return fmt::format("{}{}", direction == LetterDirection::Received ? "IN" : "OUT",
        1 + std::ranges::count(file.letters, direction, &Letter::direction));
}

void recordLetter(CaseFile& file, const Entry& entry, const Facts& facts, LetterDirection direction, Day on)
{
    const char* day = direction == LetterDirection::Received ? "received_on" : "sent_on";
    file.letters.push_back({facts.text("id"), entry.seq, direction,
        facts.choice<Correspondent>("correspondent").value_or(Correspondent::Other),
        facts.day(day).value_or(on), facts.text("drafted_letter")});
}

void attachTranslation(CaseFile& file, const Entry& entry, const Facts& facts)
{
    if (!facts.has("document"))
        return;
    std::optional<DocumentId> original;
    if (facts.has("of_document"))
        original = DocumentId(facts.text("of_document"));
    file.translations.push_back({entry.seq, DocumentId(facts.text("document")),
        facts.choice<TranslationOf>("translation_of").value_or(TranslationOf::FiledDocument),
        std::move(original), facts.text("language")});
}

} // namespace tutela::procedure

#include "core/procedure/guard_run.h"

namespace tutela::procedure {

namespace {

/// Whoever is not one of the institutions of the procedure is named.
void correspondentNamed(const GuardRun& run)
{
    run.refuseUnless(run.facts().choice<Correspondent>("correspondent") != Correspondent::Other
        || run.facts().has("correspondent_name"));
}

/// What was sent is kept: the paper itself, or the letter that the register drafted.
void letterKept(const GuardRun& run)
{
    run.refuseUnless(run.facts().has("document") || run.facts().has("drafted_letter"));
}

/// A translation belongs to an order that was issued or to a document of the file.
void translationFits(const GuardRun& run)
{
    const Facts facts = run.facts();
    const CaseFile& file = *run.file;
    if (facts.choice<TranslationOf>("translation_of") == TranslationOf::Order) {
        if (!file.order || file.order->decision == CourtDecision::Refused)
            run.refuse({}, "no-order");
        return;
    }
    if (!facts.has("of_document")
        || findById(file.documents, DocumentId(facts.text("of_document"))) == nullptr)
        run.refuse({}, "no-document");
}

/// The language that the act chose and the one that the provider declared (Art 23(3)), where they differ;
/// nothing while the register does not know what it declared.
std::optional<std::vector<Argument>> otherLanguage(const GuardRun& run, const char* field)
{
    const std::string declared = run.now.provider ? run.now.provider->language : std::string();
    const std::string chosen = run.facts().text(field);
    const std::string language = chosen.empty() ? std::string(languageWrittenTo(declared)) : chosen;
    if (declared.empty() || language == declared)
        return std::nullopt;
    return std::vector<Argument>{
        {"language", Term{"language." + language}}, {"declared", Term{"language." + declared}}};
}

/// Art 8(2): an order is drafted in a language that the provider declared. A court that is bound to its own
/// adds a certified translation.
void orderLanguage(const GuardRun& run)
{
    if (auto other = otherLanguage(run, "language"))
        run.warn("order-language-not-declared", std::move(*other));
}

/// Art 23(3): the provider is written to in a language that it declared. In what language a paper is that the
/// register did not write nobody can tell.
void letterLanguage(const GuardRun& run)
{
    if (run.facts().choice<Correspondent>("correspondent") != Correspondent::Provider
        || !run.facts().has("drafted_letter"))
        return;
    if (auto other = otherLanguage(run, "letter_language"))
        run.warn("letter-language-not-declared", std::move(*other));
}

constexpr GuardRow kCorrespondenceRows[] = {
    {Guard::CorrespondentNamed, LooksAt::Data, correspondentNamed},
    {Guard::LetterKept, LooksAt::Data, letterKept},
    {Guard::TranslationFits, LooksAt::Data, translationFits},
    {Guard::OrderLanguage, LooksAt::Data, orderLanguage},
    {Guard::LetterLanguage, LooksAt::Data, letterLanguage},
};

} // namespace

std::span<const GuardRow> correspondenceGuards()
{
    return kCorrespondenceRows;
}

} // namespace tutela::procedure

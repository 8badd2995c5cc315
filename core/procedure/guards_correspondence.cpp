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

constexpr GuardRow kCorrespondenceRows[] = {
    {Guard::CorrespondentNamed, LooksAt::Data, correspondentNamed},
    {Guard::LetterKept, LooksAt::Data, letterKept},
    {Guard::TranslationFits, LooksAt::Data, translationFits},
};

} // namespace

std::span<const GuardRow> correspondenceGuards()
{
    return kCorrespondenceRows;
}

} // namespace tutela::procedure

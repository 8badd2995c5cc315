#include <algorithm>

#include "core/procedure/corrections.h"
#include "core/procedure/guard_run.h"

namespace tutela::procedure {

namespace {

const RecordedReceipt* receiptNamed(const GuardRun& run)
{
    return receiptOf(*run.file, run.facts().integer("receipt"));
}

void receiptRecorded(const GuardRun& run)
{
    if (receiptNamed(run) == nullptr)
        run.refuse({{"entry", run.facts().integer("receipt")}});
}

/// A receipt follows what it answers and precedes what answered it; one correction of it waits at a time.
void correctionFits(const GuardRun& run)
{
    const RecordedReceipt* receipt = receiptNamed(run);
    if (receipt == nullptr)
        return;
    const auto instant = run.facts().instant("received_at");
    const auto day = instant ? run.now.zone.dayOf(*instant) : run.facts().day("received_on");
    if (receipt->kind == ReceiptKind::Order && !instant)
        return run.refuse({}, "instant");
    if (!day || (instant && run.facts().has("received_on")))
        return run.refuse({}, "day");
    if (receipt->kind == ReceiptKind::Order ? receipt->at == instant : receipt->day == *day)
        return run.refuse({{"day", receipt->day}}, "same");
    for (const Correction& correction : run.file->corrections) {
        if (correction.corrected == receipt->entry && correction.state == CorrectionState::Proposed)
            return run.refuse({{"correction", correction.id}}, "waiting");
    }
    const ReceiptBounds bounds = boundsOf(*run.file, *receipt);
    if (bounds.notBefore && *day < *bounds.notBefore)
        return run.refuse({{"first", *bounds.notBefore}}, "before");
    if (bounds.notAfter && *day > *bounds.notAfter)
        return run.refuse({{"last", *bounds.notAfter}}, "after");
    if (*day > receipt->recordedOn)
        run.warn("correction-after-record", {{"recorded", receipt->recordedOn}});
}

/// A filing goes to another file than its own; a notification or an answer stays where it is.
void moveFits(const GuardRun& run)
{
    const RecordedReceipt* receipt = receiptNamed(run);
    if (receipt == nullptr)
        return;
    const bool filing = receipt->kind == ReceiptKind::Filing || receipt->kind == ReceiptKind::Plan
        || receipt->kind == ReceiptKind::ImpactAssessment;
    if (!filing)
        return run.refuse({{"entry", receipt->entry}}, "kind");
    if (run.facts().text("case") == run.file->id.text())
        return run.refuse({}, "same");
    for (const Correction& correction : run.file->corrections) {
        if (correction.corrected == receipt->entry && correction.state == CorrectionState::Proposed)
            return run.refuse({{"correction", correction.id}}, "waiting");
    }
}

void correctionWaits(const GuardRun& run)
{
    const bool any = std::ranges::any_of(run.file->corrections,
        [](const Correction& correction) { return correction.state == CorrectionState::Proposed; });
    if (!any)
        return run.refuse({}, "none");
    if (run.data == nullptr)
        return;
    const Correction* correction = correctionOf(*run.file, run.facts().text("correction"));
    if (correction == nullptr || correction->state != CorrectionState::Proposed)
        run.refuse({{"correction", run.facts().text("correction")}});
}

/// Four eyes: whoever proposed it does not decide on it. Whoever recorded the wrong day may: the proposal
/// comes from somebody else then, and a small office must be able to mend its records.
void proposedByAnother(const GuardRun& run)
{
    const Correction* correction = correctionOf(*run.file, run.facts().text("correction"));
    if (correction == nullptr)
        return;
    if (correction->proposedBy == run.now.actor.person)
        return run.refuse();
    const RecordedReceipt* receipt = receiptOf(*run.file, correction->corrected);
    if (receipt != nullptr && receipt->recordedBy == run.now.actor.person)
        run.warn("corrects-own-record");
}

constexpr GuardRow kRows[] = {
    {Guard::ReceiptRecorded, LooksAt::Data, receiptRecorded},
    {Guard::CorrectionFits, LooksAt::Data, correctionFits},
    {Guard::MoveFits, LooksAt::Data, moveFits},
    {Guard::CorrectionWaits, LooksAt::State, correctionWaits},
    {Guard::ProposedByAnother, LooksAt::Data, proposedByAnother},
};

} // namespace

std::span<const GuardRow> correctionGuards()
{
    return kRows;
}

} // namespace tutela::procedure

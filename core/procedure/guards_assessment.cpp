#include "core/procedure/guard_run.h"

#include <algorithm>

namespace tutela::procedure {

namespace {

const InformationRequest* requestOf(const GuardRun& run)
{
    return findById(run.file->requests, run.facts().text("request"));
}

void requestOpen(const GuardRun& run)
{
    const auto* request = requestOf(run);
    if (request == nullptr || request->answeredOn || request->closedUnansweredOn)
        run.refuse({{"request", run.facts().text("request")}});
}

void requestPeriodOver(const GuardRun& run)
{
    const auto* request = requestOf(run);
    if (request == nullptr)
        return;
    run.refuseUntilOver(request->suspendsReview ? law::ClockTrigger::ReviewInformationAsked
                                                : law::ClockTrigger::InformationDemanded,
        request->id);
}

void answerAfterRequest(const GuardRun& run)
{
    const auto* request = requestOf(run);
    const auto received = run.facts().day("received_on");
    if (request != nullptr && received && *received < request->askedOn)
        run.refuse({{"asked", request->askedOn}});
}

void hearingOpen(const GuardRun& run)
{
    const auto* hearing = findById(run.file->hearings, run.facts().text("hearing"));
    if (hearing == nullptr || hearing->repliedOn)
        run.refuse({{"hearing", run.facts().text("hearing")}});
}

void remedyFitsOutcome(const GuardRun& run)
{
    const bool adverse = run.facts().choice<Compliance>("outcome") == Compliance::NotComplied;
    const bool measures = run.facts().has("required_measures");
    const bool period = run.facts().has("remedy_period");
    if (adverse && !(measures && period))
        run.refuse({}, "missing");
    if (!adverse && (measures || period))
        run.refuse({}, "not-due");
}

/// A file opened for another filing of a provider than a risk report waits to be placed with its detection
/// file; it cannot be reviewed, and neither can one whose report was moved away.
bool isToPlace(const CaseFile& file)
{
    const ReceivedFiling* counted = firstCounted(file);
    return !file.filings.empty() && (counted == nullptr || counted->kind != FilingKind::RiskReport);
}

void aboutRiskReport(const GuardRun& run)
{
    run.refuseUnless(!isToPlace(*run.file));
}

void filingToPlace(const GuardRun& run)
{
    if (run.act.effect == Effect::PlaceFiling && firstCounted(*run.file) == nullptr)
        return run.refuse({}, "moved");
    run.refuseUnless(isToPlace(*run.file));
}

constexpr GuardRow kRows[] = {
    {Guard::AboutRiskReport, LooksAt::State, aboutRiskReport},
    {Guard::FilingToPlace, LooksAt::State, filingToPlace},
    {Guard::RequestOpen, LooksAt::Data, requestOpen},
    {Guard::RequestPeriodOver, LooksAt::Data, requestPeriodOver},
    {Guard::AnswerAfterRequest, LooksAt::Data, answerAfterRequest},
    {Guard::HearingOpen, LooksAt::Data, hearingOpen},
    {Guard::RemedyFitsOutcome, LooksAt::Data, remedyFitsOutcome},
};

} // namespace

std::span<const GuardRow> assessmentGuards()
{
    return kRows;
}

} // namespace tutela::procedure

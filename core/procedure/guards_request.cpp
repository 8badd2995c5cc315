#include "core/procedure/guard_run.h"

#include <algorithm>

#include "core/domain/numbered_points.h"
#include "core/law/period_checks.h"

namespace tutela::procedure {

namespace {

void solicitationNeedsInterpersonal(const GuardRun& run)
{
    if (run.facts().choice<DetectionKind>("kind") != DetectionKind::Solicitation)
        return;
    const std::string id = run.facts().text("service");
    const bool interpersonal = std::ranges::any_of(run.now.services, [&](const ServiceFacts& service) {
        return service.id.text() == id && service.kind == ServiceKind::InterpersonalCommunications;
    });
    run.refuseUnless(interpersonal);
}

void noParallelFile(const GuardRun& run)
{
    for (const RelatedCase& other : run.now.related) {
        if (other.open && other.service.text() == run.facts().text("service")
            && run.facts().choice<DetectionKind>("kind") == other.kind)
            run.refuse({{"case", other.id.text()}});
    }
}

/// Evidence of use in the past twelve months, counted back from today (Art 7(5)(b), (6)(b), (7)(b)).
void evidenceInWindow(const GuardRun& run)
{
    const Day first = law::lookbackStart(run.now.today, run.now.rulebook.length("art7_5.lookback"));
    const bool inside = std::ranges::any_of(
        run.file->evidence, [&](const Evidence& evidence) { return evidence.observedOn >= first; });
    if (!inside)
        run.refuse({{"first", first}});
}

/// Art 7(6): an order on known material came first, unless the service enables live transmission.
void newNeedsEarlierOrder(const GuardRun& run)
{
    if (run.detectionKind() != DetectionKind::New || run.facts().flag("live_transmission"))
        return;
    const std::string earlier = run.facts().text("earlier_order");
    const bool known = std::ranges::any_of(run.now.related, [&](const RelatedCase& other) {
        return other.id.text() == earlier && other.kind == DetectionKind::Known && other.orderIssued;
    });
    run.refuseUnless(known);
}

/// Art 7(9): no longer than 24 months, for solicitation 12, first day included, no roll.
void endWithinCap(const GuardRun& run)
{
    const OrderScope scope = run.scope();
    if (scope.end < scope.start)
        return run.refuse({}, "reversed");
    const Length cap = run.kindLength("art7_9.duration", "max");
    if (plainlyAfter(scope.start, cap) > kLastDay)
        return run.refuse({{"cap", cap}, {"last", kLastDay}, {"end", scope.end}});
    switch (law::withinCap(scope.start, scope.end, cap)) {
    case law::CapFit::Within:
        return;
    case law::CapFit::OneDayOver:
        return run.between({"art7_9.duration.first-day", "excluded"}, "end-on-last-reading",
            {{"last", law::capEnd(scope.start, cap)}});
    case law::CapFit::Beyond:
        return run.refuse({{"cap", cap}, {"last", law::capEnd(scope.start, cap)}, {"end", scope.end}});
    }
}

void commentsInOrOver(const GuardRun& run)
{
    if (!run.file->comments.empty() || run.file->drafts.empty())
        return;
    run.refuseUntilOver(law::ClockTrigger::DraftSent);
}

void opinionInOrOver(const GuardRun& run)
{
    if (!run.file->opinions.empty() || run.file->drafts.empty())
        return;
    const DraftRequest& draft = run.file->drafts.front();
    const Day end = run.endOf(draft.euCentreReceivedOn.value_or(draft.sentOn),
        run.now.rulebook.length("art7_3.opinion"), run.now.calendars.institutions);
    if (run.now.today <= end)
        run.refuse({{"end", end}});
}

void planPeriodOver(const GuardRun& run)
{
    if (!run.file->planDemand)
        return run.refuse({}, "not-demanded");
    run.refuseUntilOver(law::ClockTrigger::PlanDemanded);
}

/// Art 7(3), third subparagraph: plan, opinion of the EU Centre and advice of the data-protection authority
/// are attached, or the reason for each missing one is recorded.
void attachmentsOrReasons(const GuardRun& run)
{
    const bool plan = run.file->plan && run.file->plan->submitted;
    const bool advice = std::ranges::any_of(run.file->consultations, [](const Consultation& consultation) {
        return consultation.outcome == ConsultationOutcome::Advice
            || consultation.outcome == ConsultationOutcome::NoObjection || consultation.providersCopy;
    });
    if (!plan && !run.facts().has("plan_missing_reason"))
        run.refuse({}, "plan");
    if (run.file->opinions.empty() && !run.facts().has("opinion_missing_reason"))
        run.refuse({}, "opinion");
    if (!advice && !run.facts().has("advice_missing_reason"))
        run.refuse({}, "advice");
    if (run.file->detectionKind == DetectionKind::Solicitation && run.file->consultations.empty()
        && !(run.file->plan && run.file->plan->renewalWithoutChange))
        run.warn("solicitation-without-consultation");
}

void withinDraft(const GuardRun& run)
{
    if (run.file->drafts.empty())
        return;
    run.refuseUnless(isWithin(run.scope(), run.file->drafts.back().scope));
}

/// Art 7(4), last subparagraph: a substantial deviation is explained to the EU Centre and the Commission.
void deviationExplained(const GuardRun& run)
{
    const bool explained = run.facts().has("deviation_reasons") || !deviatingPoints(*run.file).empty();
    if (run.facts().flag("deviates_from_opinion") && !explained)
        run.refuse();
    const bool unfavourable =
        !run.file->opinions.empty() && run.file->opinions.back().outcome == OpinionOutcome::Unfavourable;
    if (unfavourable && !run.facts().flag("deviates_from_opinion"))
        run.refuse({}, "unfavourable");
}

void notTheDrafter(const GuardRun& run)
{
    const OrderRequest* request = requestInHand(*run.file);
    if (request != nullptr && request->drafter == run.now.actor.person)
        run.refuse();
}

void notYetApproved(const GuardRun& run)
{
    const OrderRequest* request = requestInHand(*run.file);
    run.refuseUnless(request != nullptr && !request->approvedBy);
}

void approved(const GuardRun& run)
{
    const OrderRequest* request = requestInHand(*run.file);
    run.refuseUnless(request != nullptr && request->approvedBy);
}

/// The argument names a field and a kind of filing: "document:implementation-plan". What the provider filed
/// on one of the forms must be of that kind; on paper or in a form of its own it is kept as a document and
/// then needs a summary. Defects are received as points to check.
void formFits(const GuardRun& run)
{
    const auto colon = run.use.argument.find(':');
    const std::string field = run.use.argument.substr(0, colon);
    const auto kind = tutela::fromText<FilingKind>(run.use.argument.substr(colon + 1));
    if (!run.facts().has(field) || !kind)
        return;
    const std::string name = run.facts().text(field);
    const domain::Filing* filing = filingNamed(run.now, name);
    if (filing != nullptr && filing->kind != *kind)
        return run.refuse(
            {{"file", name}, {"found", Term{fmt::format("filing-kind.{}", tutela::toText(filing->kind))}},
                {"wanted", Term{fmt::format("filing-kind.{}", tutela::toText(*kind))}}},
            "other-kind");
    if (filing != nullptr && !filing->findings.empty())
        run.warn("filing-has-findings",
            {{"file", name}, {"count", static_cast<std::int64_t>(filing->findings.size())}});
    if (filing != nullptr || field != "document")
        return;
    if (!run.facts().has("summary"))
        run.refuse({{"file", name}}, "summary");
    else if (std::ranges::find(run.now.filings, name, &ReadAttachment::name) != run.now.filings.end())
        run.warn("filing-on-no-form", {{"file", name}});
}

constexpr GuardRow kRows[] = {
    {Guard::FormFits, LooksAt::Data, formFits},
    {Guard::SolicitationNeedsInterpersonal, LooksAt::Data, solicitationNeedsInterpersonal},
    {Guard::NoParallelFile, LooksAt::Data, noParallelFile},
    {Guard::EvidenceInWindow, LooksAt::State, evidenceInWindow},
    {Guard::NewNeedsEarlierOrder, LooksAt::Data, newNeedsEarlierOrder},
    {Guard::EndWithinCap, LooksAt::Data, endWithinCap},
    {Guard::CommentsInOrOver, LooksAt::State, commentsInOrOver},
    {Guard::OpinionInOrOver, LooksAt::State, opinionInOrOver},
    {Guard::PlanPeriodOver, LooksAt::State, planPeriodOver},
    {Guard::AttachmentsOrReasons, LooksAt::Data, attachmentsOrReasons},
    {Guard::WithinDraft, LooksAt::Data, withinDraft},
    {Guard::DeviationExplained, LooksAt::Data, deviationExplained},
    {Guard::NotTheDrafter, LooksAt::State, notTheDrafter},
    {Guard::NotYetApproved, LooksAt::State, notYetApproved},
    {Guard::Approved, LooksAt::State, approved},
};

} // namespace

std::span<const GuardRow> requestGuards()
{
    return kRows;
}

} // namespace tutela::procedure

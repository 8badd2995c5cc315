#include "core/procedure/guards.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/law/period.h"
#include "core/law/period_checks.h"
#include "core/procedure/facts.h"

namespace tutela::procedure {

namespace {

/// One run of one guard with its short-cuts.
struct Run {
    const GuardUse& use;
    const ActDefinition& act;
    const CaseFile* file;
    const Json* data;
    const Circumstances& now;
    Verdict& verdict;

    void refuse(std::vector<Argument> arguments = {}, std::string_view variant = {}) const
    {
        const std::string name = fmt::format("guard.{}", toText(use.guard));
        const std::string id = variant.empty() ? name : fmt::format("{}.{}", name, variant);
        verdict.refusals.push_back({name, {id, std::move(arguments)}, act.law});
    }

    void refuseUnless(bool condition) const
    {
        if (!condition)
            refuse();
    }

    void warn(std::string_view id, std::vector<Argument> arguments = {}) const
    {
        verdict.warnings.push_back({fmt::format("warning.{}", id), std::move(arguments)});
    }

    [[nodiscard]] Facts facts() const { return Facts(*data); }

    /// The last day of a period set in days, weeks or months, by Regulation 1182/71.
    [[nodiscard]] Day endOf(Day start, Length length, const law::Calendar& calendar) const
    {
        const auto period = law::computePeriod({.start = start, .length = length}, calendar);
        return period && period.value().end ? period.value().end->day : plainlyAfter(start, length);
    }

    [[nodiscard]] OrderScope scope() const
    {
        const Facts all = facts();
        return {all.codes("parts"), all.day("start").value_or(Day{}), all.day("end").value_or(Day{})};
    }

    [[nodiscard]] std::optional<DetectionKind> detectionKind() const
    {
        return file != nullptr ? file->detectionKind : facts().choice<DetectionKind>("kind");
    }

    [[nodiscard]] Length kindLength(std::string_view prefix, std::string_view suffix) const
    {
        const auto kind = detectionKind().value_or(DetectionKind::Known);
        return now.rulebook.length(fmt::format("{}.{}.{}", prefix, tutela::toText(kind), suffix));
    }
};

template <class Records> const auto* find(const Records& records, const std::string& id)
{
    const auto found = std::ranges::find_if(records, [&](const auto& record) { return record.id == id; });
    return found == records.end() ? nullptr : &*found;
}

// ── data of the act
// ──────────────────────────────────────────────────────────────────────────────────────────

void notInFuture(const Run& run)
{
    const auto instant = run.facts().instant(run.use.argument);
    const auto day = instant ? run.now.zone.dayOf(*instant) : run.facts().day(run.use.argument);
    if (day && (*day > run.now.today || (instant && *instant > run.now.now)))
        run.refuse({{"field", Term{"field." + run.use.argument}}, {"day", *day}, {"today", run.now.today}});
}

void periodPositive(const Run& run)
{
    const auto length = run.facts().length(run.use.argument.empty() ? "period" : run.use.argument);
    if (length && length->amount < 1)
        run.refuse();
}

void periodWithin(const Run& run)
{
    const auto length = run.facts().length(run.facts().has("remedy_period") ? "remedy_period" : "period");
    if (!length)
        return;
    const Length cap = run.now.rulebook.length(run.use.argument);
    if (length->amount < 1 || plainlyAfter(run.now.today, *length) > plainlyAfter(run.now.today, cap))
        run.refuse({{"period", *length}, {"cap", cap}});
}

void servicesOfProvider(const Run& run)
{
    const ProviderId provider(run.facts().text("provider"));
    std::vector<std::string> named = run.facts().codes("services");
    if (run.facts().has("service"))
        named.push_back(run.facts().text("service"));
    for (const std::string& id : named) {
        const bool known = std::ranges::any_of(run.now.services, [&](const ServiceFacts& service) {
            return service.id.text() == id && service.provider == provider;
        });
        if (!known)
            run.refuse({{"service", id}});
    }
}

void linkedCaseKnown(const Run& run)
{
    const CaseId linked(run.facts().text("assessment"));
    if (run.facts().has("assessment")
        && std::ranges::find(run.now.assessments, linked) == run.now.assessments.end())
        run.refuse({{"case", linked.text()}});
}

void responsibleIsCoordinator(const Run& run)
{
    const PersonId responsible(run.facts().text("responsible"));
    if (std::ranges::find(run.now.coordinators, responsible) == run.now.coordinators.end())
        run.refuse({{"person", responsible.text()}});
}

// ── review of a report, Articles 3 to 5
// ──────────────────────────────────────────────────────────────────────

const InformationRequest* requestOf(const Run& run)
{
    return find(run.file->requests, run.facts().text("request"));
}

void requestOpen(const Run& run)
{
    const auto* request = requestOf(run);
    if (request == nullptr || request->answeredOn || request->closedUnansweredOn)
        run.refuse({{"request", run.facts().text("request")}});
}

void requestPeriodOver(const Run& run)
{
    const auto* request = requestOf(run);
    if (request == nullptr)
        return;
    const Day end = run.endOf(request->askedOn, request->period, run.now.calendars.authority);
    if (run.now.today <= end)
        run.refuse({{"end", end}});
}

void answerAfterRequest(const Run& run)
{
    const auto* request = requestOf(run);
    const auto received = run.facts().day("received_on");
    if (request != nullptr && received && *received < request->askedOn)
        run.refuse({{"asked", request->askedOn}});
}

void hearingOpen(const Run& run)
{
    const auto* hearing = find(run.file->hearings, run.facts().text("hearing"));
    if (hearing == nullptr || hearing->repliedOn)
        run.refuse({{"hearing", run.facts().text("hearing")}});
}

/// Hear first: before an adverse determination the provider was invited and replied, or its period is over.
void heardFirst(const Run& run)
{
    if (run.facts().choice<Compliance>("outcome") != Compliance::NotComplied)
        return;
    const bool heard = std::ranges::any_of(run.file->hearings, [&](const Hearing& hearing) {
        return hearing.repliedOn
            || run.now.today > run.endOf(hearing.invitedOn, hearing.period, run.now.calendars.authority);
    });
    run.refuseUnless(heard);
}

void serviceUndetermined(const Run& run)
{
    const ServiceId service(run.facts().text("service"));
    const bool ofCase = std::ranges::find(run.file->services, service) != run.file->services.end();
    const bool done = std::ranges::any_of(
        run.file->determinations, [&](const Determination& made) { return made.service == service; });
    if (!ofCase || done)
        run.refuse({{"service", service.text()}}, ofCase ? "done" : "other");
}

void remedyFitsOutcome(const Run& run)
{
    const bool adverse = run.facts().choice<Compliance>("outcome") == Compliance::NotComplied;
    const bool measures = run.facts().has("required_measures");
    const bool period = run.facts().has("remedy_period");
    if (adverse && !(measures && period))
        run.refuse({}, "missing");
    if (!adverse && (measures || period))
        run.refuse({}, "not-due");
}

// ── the way to the request, Article 7(2) to (3)
// ──────────────────────────────────────────────────────────────

void solicitationNeedsInterpersonal(const Run& run)
{
    if (run.facts().choice<DetectionKind>("kind") != DetectionKind::Solicitation)
        return;
    const std::string id = run.facts().text("service");
    const bool interpersonal = std::ranges::any_of(run.now.services, [&](const ServiceFacts& service) {
        return service.id.text() == id && service.kind == ServiceKind::InterpersonalCommunications;
    });
    run.refuseUnless(interpersonal);
}

void noParallelFile(const Run& run)
{
    for (const RelatedCase& other : run.now.related) {
        if (other.open && other.service.text() == run.facts().text("service")
            && run.facts().choice<DetectionKind>("kind") == other.kind)
            run.refuse({{"case", other.id.text()}});
    }
}

/// Evidence of use in the past twelve months, counted back from today (Art 7(5)(b), (6)(b), (7)(b)).
void evidenceInWindow(const Run& run)
{
    const Day first = law::lookbackStart(run.now.today, run.now.rulebook.length("art7_5.lookback"));
    const bool inside = std::ranges::any_of(
        run.file->evidence, [&](const Evidence& evidence) { return evidence.observedOn >= first; });
    if (!inside)
        run.refuse({{"first", first}});
}

/// Art 7(6): an order on known material came first, unless the service enables live transmission.
void newNeedsEarlierOrder(const Run& run)
{
    if (run.detectionKind() != DetectionKind::New || run.facts().flag("live_transmission"))
        return;
    const std::string earlier = run.facts().text("earlier_order");
    const bool known = std::ranges::any_of(run.now.related, [&](const RelatedCase& other) {
        return other.id.text() == earlier && other.kind == DetectionKind::Known && other.orderIssued;
    });
    run.refuseUnless(known);
}

/// The last day that can be written; a cap that lies behind it cannot be counted.
constexpr Day kLastDay = std::chrono::sys_days{std::chrono::year{9999} / 12 / 31};

/// Art 7(9): no longer than 24 months, for solicitation 12, first day included, no roll.
void endWithinCap(const Run& run)
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
        return run.warn("end-on-last-reading", {{"last", law::capEnd(scope.start, cap)}});
    case law::CapFit::Beyond:
        return run.refuse({{"cap", cap}, {"last", law::capEnd(scope.start, cap)}, {"end", scope.end}});
    }
}

void commentsInOrOver(const Run& run)
{
    if (!run.file->comments.empty() || run.file->drafts.empty())
        return;
    const DraftRequest& draft = run.file->drafts.front();
    const Day end =
        run.endOf(draft.sentOn, draft.commentsPeriod.value_or(Length{}), run.now.calendars.authority);
    if (run.now.today <= end)
        run.refuse({{"end", end}});
}

void opinionInOrOver(const Run& run)
{
    if (!run.file->opinions.empty() || run.file->drafts.empty())
        return;
    const DraftRequest& draft = run.file->drafts.front();
    const Day end = run.endOf(draft.euCentreReceivedOn.value_or(draft.sentOn),
        run.now.rulebook.length("art7_3.opinion"), run.now.calendars.institutions);
    if (run.now.today <= end)
        run.refuse({{"end", end}});
}

void consultationOpen(const Run& run)
{
    const auto* consultation = find(run.file->consultations, run.facts().text("consultation"));
    if (consultation == nullptr || consultation->outcome)
        run.refuse({{"consultation", run.facts().text("consultation")}});
    else if (run.act.effect == Effect::ExtendConsultation && consultation->extension)
        run.refuse({{"consultation", consultation->id}}, "extended");
}

/// Where advice was given, the plan says how it was adjusted to it (Art 7(3), second subparagraph).
void adjustedToAdvice(const Run& run)
{
    const bool advised = std::ranges::any_of(run.file->consultations,
        [](const Consultation& consultation) { return consultation.outcome == ConsultationOutcome::Advice; });
    if (advised && !run.facts().has("how_adjusted"))
        run.warn("plan-not-adjusted");
}

void planPeriodOver(const Run& run)
{
    if (!run.file->planDemand)
        return run.refuse({}, "not-demanded");
    const Day end = run.endOf(
        run.file->planDemand->demandedOn, run.file->planDemand->period, run.now.calendars.authority);
    if (run.now.today <= end)
        run.refuse({{"end", end}});
}

/// Art 7(3), third subparagraph: plan, opinion of the EU Centre and advice of the data-protection authority
/// are attached, or the reason for each missing one is recorded.
void attachmentsOrReasons(const Run& run)
{
    const bool plan = run.file->plan && run.file->plan->submitted;
    const bool advice = std::ranges::any_of(run.file->consultations, [](const Consultation& consultation) {
        return consultation.outcome == ConsultationOutcome::Advice
            || consultation.outcome == ConsultationOutcome::NoObjection;
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

void withinDraft(const Run& run)
{
    if (run.file->drafts.empty())
        return;
    run.refuseUnless(isWithin(run.scope(), run.file->drafts.back().scope));
}

void withinRequest(const Run& run)
{
    if (run.file->request && !isWithin(run.scope(), run.file->request->scope))
        run.warn("order-beyond-request");
}

/// Art 7(4), last subparagraph: a substantial deviation is explained to the EU Centre and the Commission.
void deviationExplained(const Run& run)
{
    if (run.facts().flag("deviates_from_opinion") && !run.facts().has("deviation_reasons"))
        run.refuse();
    const bool unfavourable =
        !run.file->opinions.empty() && run.file->opinions.back().outcome == OpinionOutcome::Unfavourable;
    if (unfavourable && !run.facts().flag("deviates_from_opinion"))
        run.refuse({}, "unfavourable");
}

// ── duties
// ───────────────────────────────────────────────────────────────────────────────────────────────────

void recordedActsConfirmed(const Run& run)
{
    for (const RecordedAct& recorded : run.file->recorded) {
        if (!recorded.confirmedBy)
            run.refuse({{"entry", recorded.entry}});
    }
}

void recordedByAnother(const Run& run)
{
    const EntrySeq entry = run.facts().integer("entry");
    const auto recorded = std::ranges::find(run.file->recorded, entry, &RecordedAct::entry);
    if (recorded == run.file->recorded.end() || recorded->confirmedBy)
        run.refuse({}, "none");
    else if (recorded->recordedBy == run.now.actor.person)
        run.refuse();
}

void notTheDrafter(const Run& run)
{
    if (run.file->request && run.file->request->drafter == run.now.actor.person)
        run.refuse();
}

void judgeTookNoPart(const Run& run)
{
    const bool tookPart = std::ranges::any_of(run.file->participants, [&](const Participation& part) {
        return part.person == run.now.actor.person && institutionOf(part.role) != Institution::Court;
    });
    if (tookPart)
        run.refuse();
}

// ── the order, Articles 7(9), 8, 9
// ───────────────────────────────────────────────────────────────────────────

/// Art 7(9): the start lies at least 3 and at most 12 months after receipt. Receipt cannot come before today,
/// so a start earlier than three months from today is unlawful whatever happens; the rest depends on receipt.
void startWindow(const Run& run)
{
    const Day start = run.scope().start;
    const Length minimum = run.now.rulebook.length("art7_9.start.min");
    const Day nominal = plainlyAfter(run.now.today, minimum);
    if (start < nominal)
        return run.refuse(
            {{"minimum", minimum}, {"earliest", law::earliestOrderStart(run.now.today, minimum)}});
    if (start == nominal)
        run.warn("start-on-last-reading", {{"earliest", law::earliestOrderStart(run.now.today, minimum)}});
    const Length maximum = run.now.rulebook.length("art7_9.start.max");
    if (start > plainlyAfter(run.now.today, maximum))
        run.warn("start-late", {{"maximum", maximum}});
}

bool hasOrder(const Run& run)
{
    return run.file->order && run.file->order->decision != CourtDecision::Refused;
}

void sentOnFits(const Run& run)
{
    const auto sent = run.facts().day("sent_on");
    if (sent && hasOrder(run) && (*sent < run.file->order->decidedOn || *sent > run.now.today))
        run.refuse({{"decided", run.file->order->decidedOn}, {"today", run.now.today}});
}

void receiptFits(const Run& run)
{
    if (!hasOrder(run) || !run.file->order->transmittedOn)
        return run.refuse({}, "not-transmitted");
    if (run.file->order->receivedOn)
        return run.refuse({}, "already");
    if (run.data == nullptr)
        return;
    const auto received = run.facts().instant("received_at");
    if (!received)
        return;
    const Day day = run.now.zone.dayOf(*received);
    if (day < *run.file->order->transmittedOn || *received > run.now.now)
        return run.refuse({{"sent", *run.file->order->transmittedOn}, {"today", run.now.today}});
    const Day latest =
        law::latestLawfulReceipt(run.file->order->scope.start, run.now.rulebook.length("art7_9.start.min"));
    if (day > latest)
        run.warn("receipt-late", {{"latest", latest}, {"start", run.file->order->scope.start}});
}

void finalOnFits(const Run& run)
{
    const auto day = run.facts().day("final_on");
    if (day && hasOrder(run) && (*day < run.file->order->decidedOn || *day > run.now.today))
        run.refuse({{"decided", run.file->order->decidedOn}, {"today", run.now.today}});
}

void copiesSentOnFits(const Run& run)
{
    const auto day = run.facts().day("sent_on");
    if (day && hasOrder(run) && run.file->order->finalOn
        && (*day < *run.file->order->finalOn || *day > run.now.today))
        run.refuse({{"final", *run.file->order->finalOn}, {"today", run.now.today}});
}

void orderHasEnded(const Run& run)
{
    if (hasOrder(run) && run.now.today <= run.file->order->scope.end)
        run.refuse({{"end", run.file->order->scope.end}});
}

/// Guards that look at the state of the case alone; true when the guard was one of them.
bool runStateGuard(const Run& run)
{
    const CaseFile& file = *run.file;
    switch (run.use.guard) {
    case Guard::CommentsInOrOver:
        commentsInOrOver(run);
        return true;
    case Guard::OpinionInOrOver:
        opinionInOrOver(run);
        return true;
    case Guard::EvidenceInWindow:
        evidenceInWindow(run);
        return true;
    case Guard::PlanPeriodOver:
        planPeriodOver(run);
        return true;
    case Guard::RecordedActsConfirmed:
        recordedActsConfirmed(run);
        return true;
    case Guard::NotTheDrafter:
        notTheDrafter(run);
        return true;
    case Guard::NotYetApproved:
        run.refuseUnless(file.request && !file.request->approvedBy);
        return true;
    case Guard::Approved:
        run.refuseUnless(file.request && file.request->approvedBy);
        return true;
    case Guard::JudgeTookNoPart:
        judgeTookNoPart(run);
        return true;
    case Guard::JudgeDeclared:
        run.refuseUnless(
            run.now.actor.has(Role::Judge) ? hasDeclaredNoConflict(file, run.now.actor.person) : true);
        return true;
    case Guard::NotYetDeclared:
        run.refuseUnless(!hasDeclaredNoConflict(file, run.now.actor.person));
        return true;
    case Guard::NotYetTransmitted:
        run.refuseUnless(hasOrder(run) && !file.order->transmittedOn);
        return true;
    case Guard::ReceiptFits:
        receiptFits(run);
        return true;
    case Guard::NotYetFinal:
        run.refuseUnless(hasOrder(run) && !file.order->finalOn);
        return true;
    case Guard::IsFinal:
        run.refuseUnless(hasOrder(run) && file.order->finalOn);
        return true;
    case Guard::CopiesNotYetSent:
        run.refuseUnless(hasOrder(run) && !file.order->copiesSentOn);
        return true;
    case Guard::OrderHasEnded:
        orderHasEnded(run);
        return true;
    case Guard::ServicesOfProvider:
    case Guard::LinkedCaseKnown:
    case Guard::ResponsibleIsCoordinator:
    case Guard::NotInFuture:
    case Guard::PeriodWithin:
    case Guard::PeriodPositive:
    case Guard::RequestOpen:
    case Guard::RequestPeriodOver:
    case Guard::AnswerAfterRequest:
    case Guard::HearingOpen:
    case Guard::HeardFirst:
    case Guard::ServiceUndetermined:
    case Guard::RemedyFitsOutcome:
    case Guard::SolicitationNeedsInterpersonal:
    case Guard::NoParallelFile:
    case Guard::NewNeedsEarlierOrder:
    case Guard::EndWithinCap:
    case Guard::ConsultationOpen:
    case Guard::AdjustedToAdvice:
    case Guard::AttachmentsOrReasons:
    case Guard::WithinDraft:
    case Guard::WithinRequest:
    case Guard::DeviationExplained:
    case Guard::RecordedByAnother:
    case Guard::QuestionOpen:
    case Guard::StartWindow:
    case Guard::SentOnFits:
    case Guard::FinalOnFits:
    case Guard::CopiesSentOnFits:
        return false;
    }
    return false;
}

void questionOpen(const Run& run)
{
    const auto* question = find(run.file->questions, run.facts().text("question"));
    if (question == nullptr || question->answer)
        run.refuse({{"question", run.facts().text("question")}});
}

/// Guards that look at the data of the act.
void runDataGuard(const Run& run)
{
    switch (run.use.guard) {
    case Guard::ServicesOfProvider:
        return servicesOfProvider(run);
    case Guard::LinkedCaseKnown:
        return linkedCaseKnown(run);
    case Guard::ResponsibleIsCoordinator:
        return responsibleIsCoordinator(run);
    case Guard::NotInFuture:
        return notInFuture(run);
    case Guard::PeriodWithin:
        return periodWithin(run);
    case Guard::PeriodPositive:
        return periodPositive(run);
    case Guard::RequestOpen:
        return requestOpen(run);
    case Guard::RequestPeriodOver:
        return requestPeriodOver(run);
    case Guard::AnswerAfterRequest:
        return answerAfterRequest(run);
    case Guard::HearingOpen:
        return hearingOpen(run);
    case Guard::HeardFirst:
        return heardFirst(run);
    case Guard::ServiceUndetermined:
        return serviceUndetermined(run);
    case Guard::RemedyFitsOutcome:
        return remedyFitsOutcome(run);
    case Guard::SolicitationNeedsInterpersonal:
        return solicitationNeedsInterpersonal(run);
    case Guard::NoParallelFile:
        return noParallelFile(run);
    case Guard::NewNeedsEarlierOrder:
        return newNeedsEarlierOrder(run);
    case Guard::EndWithinCap:
        return endWithinCap(run);
    case Guard::ConsultationOpen:
        return consultationOpen(run);
    case Guard::AdjustedToAdvice:
        return adjustedToAdvice(run);
    case Guard::AttachmentsOrReasons:
        return attachmentsOrReasons(run);
    case Guard::WithinDraft:
        return withinDraft(run);
    case Guard::WithinRequest:
        return withinRequest(run);
    case Guard::DeviationExplained:
        return deviationExplained(run);
    case Guard::RecordedByAnother:
        return recordedByAnother(run);
    case Guard::QuestionOpen:
        return questionOpen(run);
    case Guard::StartWindow:
        return startWindow(run);
    case Guard::SentOnFits:
        return sentOnFits(run);
    case Guard::FinalOnFits:
        return finalOnFits(run);
    case Guard::CopiesSentOnFits:
        return copiesSentOnFits(run);
    case Guard::EvidenceInWindow:
    case Guard::CommentsInOrOver:
    case Guard::OpinionInOrOver:
    case Guard::PlanPeriodOver:
    case Guard::RecordedActsConfirmed:
    case Guard::NotTheDrafter:
    case Guard::NotYetApproved:
    case Guard::Approved:
    case Guard::JudgeTookNoPart:
    case Guard::JudgeDeclared:
    case Guard::NotYetDeclared:
    case Guard::NotYetTransmitted:
    case Guard::ReceiptFits:
    case Guard::NotYetFinal:
    case Guard::IsFinal:
    case Guard::CopiesNotYetSent:
    case Guard::OrderHasEnded:
        return;
    }
}

} // namespace

void runGuard(const GuardUse& use, const ActDefinition& act, const CaseFile* file, const Json* data,
    const Circumstances& circumstances, Verdict& verdict)
{
    const Run run{use, act, file, data, circumstances, verdict};
    if (file != nullptr && runStateGuard(run))
        return;
    if (data != nullptr)
        runDataGuard(run);
}

std::optional<Role> roleFor(const ActDefinition& act, const Actor& actor, bool recordedFromDocument)
{
    if (act.outside && recordedFromDocument) {
        for (const Role role : {Role::Registrar, Role::Coordinator}) {
            if (actor.has(role))
                return role;
        }
        return std::nullopt;
    }
    for (const Role role : act.roles) {
        if (actor.has(role))
            return role;
    }
    return std::nullopt;
}

bool recordsOnly(const ActDefinition& act, const Actor& actor)
{
    return act.outside && !roleFor(act, actor, false) && roleFor(act, actor, true);
}

} // namespace tutela::procedure

#include "core/procedure/clocks.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/law/period_checks.h"
#include "core/procedure/clock_collector.h"
#include "core/procedure/readings.h"
#include "core/procedure/visibility.h"

namespace tutela::procedure {

namespace {

WaitingFor waitingDuringReview(const CaseFile& file)
{
    const auto asked = [&](AskedBody body) {
        return std::ranges::any_of(file.requests, [&](const InformationRequest& request) {
            return request.of == body && !request.answeredOn && !request.closedUnansweredOn;
        });
    };
    const bool heard = std::ranges::all_of(
        file.hearings, [](const Hearing& hearing) { return hearing.repliedOn.has_value(); });
    if (asked(AskedBody::Provider) || !heard)
        return WaitingFor::Provider;
    if (asked(AskedBody::EuCentre))
        return WaitingFor::EuCentre;
    return asked(AskedBody::DataProtectionAuthority) ? WaitingFor::Dpa : WaitingFor::Authority;
}

WaitingFor waitingForPlan(const CaseFile& file)
{
    if (file.plan)
        return WaitingFor::Authority;
    const bool consulted = std::ranges::any_of(
        file.consultations, [](const Consultation& consultation) { return !consultation.outcome; });
    return consulted ? WaitingFor::Dpa : WaitingFor::Provider;
}

bool hasOpenNotice(const DetectionOrder& order)
{
    return std::ranges::any_of(
        order.notices, [](const NonExecutionNotice& notice) { return !notice.answeredOn; });
}

/// Whether more is waited for than the receipt: who asks what the order means has it (Art 8(3)).
bool lifeHasBegun(const DetectionOrder& order)
{
    return order.receivedOn || order.ended || hasOpenNotice(order);
}

/// Whose turn it is while an order that was received lives: Articles 9(2), 9(3), 9(4), 10(4)(e).
WaitingFor waitingDuringOrder(const CaseFile& file, const law::Rulebook& rulebook)
{
    const DetectionOrder& order = *file.order;
    const auto latest = law::latestLawfulReceipt(
        order.scope.start, rulebook.length("art7_9.start.min"), minimumReading(rulebook));
    // Received too late for its start, or no order any more: Art 7(9), 9(4).
    if (!order.ended && latest && order.receivedOn > latest)
        return WaitingFor::Court;
    if (!order.ended && hasOpenNotice(order))
        return WaitingFor::Authority;
    const bool reported = !order.halfwayReports.empty();
    const bool reassess = reported
        && (order.reassessments.empty()
            || order.reassessments.back().entry < order.halfwayReports.back().entry);
    if (reassess || (order.finalOn && !order.copiesSentOn))
        return WaitingFor::Authority;
    if (order.ended)
        return WaitingFor::Nobody;
    if (order.startNotices.empty() || (!reported && halfwayReportDue(file, rulebook)))
        return WaitingFor::Provider;
    return WaitingFor::Nobody;
}

} // namespace

std::vector<CaseClock> clocksOf(const CaseFile& file, const law::Rulebook& rulebook)
{
    std::vector<CaseClock> clocks;
    for (const law::RulebookClock& clock : rulebook.clocks()) {
        if (clock.trigger)
            ClockCollector(file, rulebook, clock, clocks).collect();
    }
    return clocks;
}

bool touchesClocks(Effect effect)
{
    switch (effect) {
    case Effect::Assign:
    case Effect::RecordVerdict:
    case Effect::OpenReview:
    case Effect::ClaimConfidentiality:
    case Effect::DecideConfidentiality:
    case Effect::Quarantine:
    case Effect::ProposeDestruction:
    case Effect::ConfirmDestruction:
    case Effect::InformStates:
    case Effect::OpenDetection:
    case Effect::RecordEvidence:
    case Effect::RecordCondition:
    case Effect::RemindOpinion:
    case Effect::TreatPoint:
    case Effect::RecordAdjustment:
    case Effect::RecordImpactAssessment:
    case Effect::SubmitForApproval:
    case Effect::Approve:
    case Effect::ApproveAmendment:
    case Effect::AttachSignedOrder:
    case Effect::SendBack:
    case Effect::DeclareNoConflict:
    case Effect::StepAside:
    case Effect::Allocate:
    case Effect::AddCourtNote:
    case Effect::CirculateDecision:
    case Effect::Concur:
    case Effect::AskAuthority:
    case Effect::AnswerCourt:
    case Effect::ReturnRequest:
    case Effect::Refuse:
    case Effect::RecordTransmission:
    case Effect::RecordChallenge:
    case Effect::RecordNonExecution:
    case Effect::AnswerClarification:
    case Effect::RecordCopyReceipt:
    case Effect::NameUpdatedOrder:
    case Effect::SetDisclosure:
    case Effect::ConfirmRecorded:
    case Effect::RejectCorrection:
    case Effect::RecordLetterIn:
    case Effect::RecordLetterOut:
    case Effect::AddNote:
    case Effect::AttachTranslation:
        return false;
    case Effect::RectifyOrder:
    case Effect::ModifyOrder:
    case Effect::RevokeOrder:
    case Effect::RecordSuspension:
    case Effect::LiftSuspension:
    case Effect::DecideChallenge:
    case Effect::RecordDeliveryAttempt:
    case Effect::RecordFinality:
    case Effect::SendCopies:
    case Effect::DecideExtension:
    case Effect::TreatLateAnswer:
    case Effect::RecordStartNotice:
    case Effect::RecordHalfwayReport:
    case Effect::Reassess:
    case Effect::FileReport:
    case Effect::AskInformation:
    case Effect::DemandInformation:
    case Effect::RecordAnswer:
    case Effect::CloseRequestUnanswered:
    case Effect::InviteToHearing:
    case Effect::RecordHearing:
    case Effect::Determine:
    case Effect::RecordFurtherReport:
    case Effect::RequireEarlyUpdate:
    case Effect::GiveRequestedOpinion:
    case Effect::SendDraft:
    case Effect::ReSendDraft:
    case Effect::RecordComments:
    case Effect::GiveOpinion:
    case Effect::DemandPlan:
    case Effect::ReferToDpa:
    case Effect::ExtendConsultation:
    case Effect::LodgeAdvice:
    case Effect::PauseConsultation:
    case Effect::ResumeConsultation:
    case Effect::RecordPlan:
    case Effect::RecordNoPlan:
    case Effect::PlaceFiling:
    case Effect::FileRequest:
    case Effect::AmendRequest:
    case Effect::DropAmendment:
    case Effect::FileAmendment:
    case Effect::Issue:
    case Effect::RecordReceipt:
    case Effect::ProposeCorrection:
    case Effect::ProposeMove:
    case Effect::ConfirmCorrection:
    case Effect::End:
    case Effect::Close:
        return true;
    }
    return true;
}

std::string clockId(const law::Rulebook& rulebook, law::ClockTrigger trigger, const std::string& instance)
{
    const auto found = std::ranges::find(rulebook.clocks(), trigger, &law::RulebookClock::trigger);
    if (found == rulebook.clocks().end())
        return {};
    return instance.empty() ? found->definition.id : fmt::format("{}/{}", found->definition.id, instance);
}

bool runsForOneService(const law::Rulebook& rulebook, std::string_view definition)
{
    return std::ranges::any_of(rulebook.clocks(), [&](const law::RulebookClock& clock) {
        return clock.definition.id == definition
            && (clock.trigger == law::ClockTrigger::AdverseDetermination
                || clock.trigger == law::ClockTrigger::UpdateRequired);
    });
}

std::string amendmentInstance(const OrderRequest& request)
{
    return fmt::format("V{}", request.version);
}

std::optional<Day> lastDayOf(
    const CaseFile& file, std::string_view clock, const law::Rulebook& rulebook, const Calendars& calendars)
{
    for (const CaseClock& running : clocksOf(file, rulebook)) {
        if (running.id == clock)
            return law::lastDayToAct(
                law::countLedger(*running.definition, running.facts, calendarOf(running, file, calendars)));
    }
    return std::nullopt;
}

const Determination* hearingEnded(const CaseFile& file, const Hearing& hearing)
{
    // What was said on one service is over once that service is determined.
    const auto over = std::ranges::find_if(file.determinations, [&](const Determination& made) {
        return made.entry > hearing.entry && hearing.isOn(made.service)
            && (hearing.service || made.outcome == Compliance::NotComplied);
    });
    if (over != file.determinations.end())
        return &*over;
    if (hearing.service)
        return nullptr;
    const bool all = !file.determinations.empty() && file.determinations.size() >= file.services.size()
        && file.determinations.back().entry > hearing.entry;
    return all ? &file.determinations.back() : nullptr;
}

std::optional<Day> halfwayReportDue(const CaseFile& file, const law::Rulebook& rulebook)
{
    if (!file.order || file.order->decision == CourtDecision::Refused || !file.detectionKind)
        return std::nullopt;
    const OrderScope& scope = file.order->scope;
    const law::Parameter* over =
        rulebook.parameter(fmt::format("art9_3.halfway.{}.over", toText(*file.detectionKind)));
    const auto threshold = over == nullptr ? std::nullopt : parseLength(over->value);
    if (!threshold || law::withinCap(scope.start, scope.end, *threshold) == law::CapFit::Within)
        return std::nullopt;
    const auto reading = rulebook.follows("art9_3.halfway", "rounded-up") ? law::HalfwayReading::RoundedUp
                                                                          : law::HalfwayReading::RoundedDown;
    return law::halfwayDay(scope.start, scope.end, reading);
}

const law::Calendar& calendarOf(const CaseClock& clock, const CaseFile& file, const Calendars& calendars)
{
    switch (clock.calendar) {
    case law::CalendarOwner::EuInstitutions:
        return calendars.institutions;
    case law::CalendarOwner::Provider: {
        const law::Calendar* own = file.providerState == calendars.authority.id()
            ? nullptr
            : law::Calendar::shared(file.providerState);
        return own != nullptr ? *own : calendars.authority;
    }
    case law::CalendarOwner::Authority:
    case law::CalendarOwner::Dpa:
        return calendars.authority;
    }
    return calendars.authority;
}

WaitingFor waitingFor(const CaseFile& file, const law::Rulebook& rulebook)
{
    switch (file.step) {
    case Step::Received:
    case Step::UnderReview:
    case Step::Investigation:
        return waitingDuringReview(file);
    case Step::DeterminationMade: {
        const bool remedy = std::ranges::any_of(file.services, [&](const ServiceId& service) {
            const Determination* last = lastDetermination(file, service);
            return last != nullptr && last->remedyPeriod;
        });
        return remedy ? WaitingFor::Provider : WaitingFor::Authority;
    }
    case Step::OutForComments:
        if (file.comments.empty())
            return WaitingFor::Provider;
        return file.opinions.empty() ? WaitingFor::EuCentre : WaitingFor::Authority;
    case Step::DraftReSent:
    case Step::Returned:
    case Step::Refused:
    case Step::NotPursued:
    case Step::Withdrawn:
        return WaitingFor::Authority;
    case Step::AwaitingPlan:
        return waitingForPlan(file);
    case Step::ForApproval:
        return file.request && file.request->approvedBy ? WaitingFor::Authority : WaitingFor::Head;
    case Step::BeforeTheCourt: {
        if (file.amendment)
            return file.amendment->approvedBy ? WaitingFor::Authority : WaitingFor::Head;
        const bool asked = std::ranges::any_of(
            file.questions, [](const CourtQuestion& question) { return !question.answer; });
        return asked ? WaitingFor::Authority : WaitingFor::Court;
    }
    case Step::OrderIssued:
    case Step::OrderIssuedInPart:
        return file.order && lifeHasBegun(*file.order) ? waitingDuringOrder(file, rulebook)
                                                       : WaitingFor::Court;
    case Step::Closed:
        return WaitingFor::Nobody;
    }
    return WaitingFor::Nobody;
}

CaseSummary summaryOf(const CaseFile& file, const law::Rulebook& rulebook, const Calendars& calendars)
{
    CaseSummary summary{.id = file.id, .kind = file.kind, .step = file.step, .provider = file.provider};
    summary.services = file.services;
    summary.detectionKind = file.detectionKind;
    summary.orderIssued = file.order && file.order->decision != CourtDecision::Refused;
    summary.closed = file.step == Step::Closed;
    summary.streamSeq = file.streamSeq;
    summary.responsible = file.responsible;
    summary.desks = file.desks;
    summary.waitingFor = waitingFor(file, rulebook);
    summary.audiences = audiencesOf(file);
    if (summary.closed)
        return summary;
    for (const CaseClock& clock : clocksOf(file, rulebook)) {
        const auto dates =
            law::countLedger(*clock.definition, clock.facts, calendarOf(clock, file, calendars));
        if ((dates.metOn && !clock.runsItself) || dates.endedWithoutAnswerOn)
            continue;
        if (dates.open && !summary.due) {
            summary.clockId = clock.id;
            summary.clockStopped = true;
        }
        const auto end = law::lastDayToAct(dates);
        if (end)
            summary.dates.push_back({*end, clock.id, dates.confirmed});
        if (!end || (summary.due && *summary.due <= *end))
            continue;
        summary.due = end;
        summary.clockId = clock.id;
        summary.clockStopped = false;
        summary.confirmed = dates.confirmed;
    }
    return summary;
}

} // namespace tutela::procedure

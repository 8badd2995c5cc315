#include "core/procedure/clocks.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/law/period_checks.h"
#include "core/procedure/readings.h"
#include "core/procedure/visibility.h"

namespace tutela::procedure {

namespace {

/// Collects the runnings of one definition.
struct Collector {
    const CaseFile& file;
    const law::Rulebook& rulebook;
    const law::RulebookClock& clock;
    std::vector<CaseClock>& out;

    CaseClock& add(Day trigger, const std::string& instance = {}) const
    {
        const law::ClockDefinition& definition = clock.definition;
        CaseClock running;
        running.id = instance.empty() ? definition.id : fmt::format("{}/{}", definition.id, instance);
        running.definition = &definition;
        running.facts.instance = running.id;
        running.facts.definition = definition.id;
        running.facts.trigger = trigger;
        running.facts.readings = periodReadings(rulebook);
        return out.emplace_back(std::move(running));
    }

    void review() const
    {
        if (file.filings.empty() || file.filings.front().kind != FilingKind::RiskReport)
            return;
        CaseClock& review = add(file.filings.front().receivedOn);
        const bool suspended = !rulebook.follows("art5_3.suspends", "art5_3");
        for (const InformationRequest& request : file.requests) {
            if (!request.suspendsReview || !suspended)
                continue;
            const auto to = request.answeredOn ? request.answeredOn : request.closedUnansweredOn;
            const auto closing = request.answeredOn || !request.closedUnansweredOn
                ? law::PauseClosing::Answered
                : law::PauseClosing::Unanswered;
            review.facts.pauses.push_back(
                {request.id, request.askedOn, to, "information-request", closing, {}});
        }
        review.facts.resumption = resumptionReading(rulebook);
        if (file.determinations.size() == file.services.size() && !file.determinations.empty())
            review.facts.metOn = std::ranges::max(file.determinations, {}, &Determination::madeOn).madeOn;
    }

    void requests(bool suspendsReview) const
    {
        for (const InformationRequest& request : file.requests) {
            if (request.suspendsReview != suspendsReview)
                continue;
            CaseClock& running = add(request.askedOn, request.id);
            running.facts.setLength = request.period;
            running.facts.metOn = request.answeredOn;
            running.facts.endedWithoutAnswerOn = request.closedUnansweredOn;
        }
    }

    void hearings() const
    {
        for (const Hearing& hearing : file.hearings) {
            CaseClock& running = add(hearing.invitedOn, hearing.id);
            running.facts.setLength = hearing.period;
            running.facts.metOn = hearing.repliedOn;
            if (!hearing.repliedOn && !file.determinations.empty())
                running.facts.endedWithoutAnswerOn = file.determinations.front().madeOn;
        }
    }

    void remedies() const
    {
        for (const Determination& determination : file.determinations) {
            if (!determination.remedyPeriod)
                continue;
            CaseClock& running = add(determination.madeOn, determination.service.text());
            running.facts.setLength = determination.remedyPeriod;
            running.facts.endedWithoutAnswerOn = file.endedOn;
        }
    }

    void comments() const
    {
        if (file.drafts.empty())
            return;
        CaseClock& running = add(file.drafts.front().sentOn);
        running.facts.setLength = file.drafts.front().commentsPeriod;
        if (!file.comments.empty())
            running.facts.metOn = file.comments.front().receivedOn;
        else if (file.drafts.size() > 1)
            running.facts.endedWithoutAnswerOn = file.drafts[1].sentOn;
        else
            running.facts.endedWithoutAnswerOn = file.endedOn;
    }

    void opinion() const
    {
        if (file.drafts.empty() || !file.drafts.front().euCentreReceivedOn)
            return;
        CaseClock& running = add(*file.drafts.front().euCentreReceivedOn);
        if (!file.opinions.empty())
            running.facts.metOn = file.opinions.front().givenOn;
        else if (file.request)
            running.facts.endedWithoutAnswerOn = file.request->filedOn;
        else
            running.facts.endedWithoutAnswerOn = file.endedOn;
    }

    void plan() const
    {
        if (!file.planDemand)
            return;
        CaseClock& running = add(file.planDemand->demandedOn);
        running.facts.setLength = file.planDemand->period;
        if (file.plan && file.plan->submitted)
            running.facts.metOn = file.plan->receivedOn;
        else if (file.plan)
            running.facts.endedWithoutAnswerOn = file.plan->receivedOn;
        else
            running.facts.endedWithoutAnswerOn = file.endedOn;
    }

    void consultations() const
    {
        for (const Consultation& consultation : file.consultations) {
            CaseClock& running = add(consultation.requestedOn, consultation.id);
            if (consultation.extension && consultation.extensionAnnouncedOn)
                running.facts.extensions.push_back(
                    {*consultation.extension, *consultation.extensionAnnouncedOn});
            for (const ConsultationPause& pause : consultation.pauses)
                running.facts.pauses.push_back(
                    {consultation.id, pause.stoppedOn, pause.resumedOn, "consultation-pause"});
            if (consultation.outcome == ConsultationOutcome::EndedWithoutAdvice
                || consultation.outcome == ConsultationOutcome::Withdrawn)
                running.facts.endedWithoutAnswerOn = consultation.outcomeOn;
            else
                running.facts.metOn = consultation.outcomeOn;
            if (!consultation.outcome && file.request && file.request->filedOn)
                running.facts.endedWithoutAnswerOn = file.request->filedOn;
            else if (!consultation.outcome)
                running.facts.endedWithoutAnswerOn = file.endedOn;
        }
    }

    void receipt() const
    {
        if (!file.order || file.order->decision == CourtDecision::Refused)
            return;
        const auto latest = law::latestLawfulReceipt(
            file.order->scope.start, rulebook.length("art7_9.start.min"), minimumReading(rulebook));
        if (!latest)
            return;
        CaseClock& running = add(*latest);
        running.facts.metOn = file.order->receivedOn;
    }

    /// The end of an order meets itself: nobody has to act.
    void orderEnd() const
    {
        if (!file.order || file.order->decision == CourtDecision::Refused)
            return;
        CaseClock& running = add(file.order->scope.end);
        running.facts.metOn = file.order->scope.end;
    }

    void collect() const
    {
        if (!clock.trigger)
            return;
        switch (*clock.trigger) {
        case law::ClockTrigger::FilingReceived:
            return review();
        case law::ClockTrigger::ReviewInformationAsked:
            return requests(true);
        case law::ClockTrigger::InformationDemanded:
            return requests(false);
        case law::ClockTrigger::HearingInvited:
            return hearings();
        case law::ClockTrigger::AdverseDetermination:
            return remedies();
        case law::ClockTrigger::DraftSent:
            return comments();
        case law::ClockTrigger::DraftReceivedByCentre:
            return opinion();
        case law::ClockTrigger::PlanDemanded:
            return plan();
        case law::ClockTrigger::ConsultationRequested:
            return consultations();
        case law::ClockTrigger::ReceiptAwaited:
            return receipt();
        case law::ClockTrigger::OrderIssued:
            return orderEnd();
        }
    }
};

WaitingFor waitingDuringReview(const CaseFile& file)
{
    const bool asked = std::ranges::any_of(file.requests,
        [](const InformationRequest& request) { return !request.answeredOn && !request.closedUnansweredOn; });
    const bool heard = std::ranges::all_of(
        file.hearings, [](const Hearing& hearing) { return hearing.repliedOn.has_value(); });
    return asked || !heard ? WaitingFor::Provider : WaitingFor::Authority;
}

WaitingFor waitingForPlan(const CaseFile& file)
{
    if (file.plan)
        return WaitingFor::Authority;
    const bool consulted = std::ranges::any_of(
        file.consultations, [](const Consultation& consultation) { return !consultation.outcome; });
    return consulted ? WaitingFor::Dpa : WaitingFor::Provider;
}

} // namespace

std::vector<CaseClock> clocksOf(const CaseFile& file, const law::Rulebook& rulebook)
{
    std::vector<CaseClock> clocks;
    for (const law::RulebookClock& clock : rulebook.clocks())
        Collector{file, rulebook, clock, clocks}.collect();
    return clocks;
}

bool touchesClocks(Effect effect)
{
    switch (effect) {
    case Effect::Assign:
    case Effect::OpenDetection:
    case Effect::RecordEvidence:
    case Effect::RecordImpactAssessment:
    case Effect::SubmitForApproval:
    case Effect::Approve:
    case Effect::SendBack:
    case Effect::DeclareNoConflict:
    case Effect::StepAside:
    case Effect::AskAuthority:
    case Effect::AnswerCourt:
    case Effect::ReturnRequest:
    case Effect::Refuse:
    case Effect::RecordTransmission:
    case Effect::RecordFinality:
    case Effect::SendCopies:
    case Effect::SetDisclosure:
    case Effect::ConfirmRecorded:
        return false;
    case Effect::FileReport:
    case Effect::AskInformation:
    case Effect::DemandInformation:
    case Effect::RecordAnswer:
    case Effect::CloseRequestUnanswered:
    case Effect::InviteToHearing:
    case Effect::RecordHearing:
    case Effect::Determine:
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
    case Effect::Issue:
    case Effect::RecordReceipt:
    case Effect::End:
    case Effect::Close:
        return true;
    }
    return true;
}

const law::Calendar& calendarOf(const law::ClockDefinition& definition, const Calendars& calendars)
{
    return definition.calendar == law::CalendarOwner::EuInstitutions ? calendars.institutions
                                                                     : calendars.authority;
}

WaitingFor waitingFor(const CaseFile& file)
{
    switch (file.step) {
    case Step::Received:
    case Step::UnderReview:
    case Step::Investigation:
        return waitingDuringReview(file);
    case Step::DeterminationMade: {
        const bool remedy = std::ranges::any_of(
            file.determinations, [](const Determination& made) { return made.remedyPeriod.has_value(); });
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
        const bool asked = std::ranges::any_of(
            file.questions, [](const CourtQuestion& question) { return !question.answer; });
        return asked ? WaitingFor::Authority : WaitingFor::Court;
    }
    case Step::OrderIssued:
    case Step::OrderIssuedInPart:
        return file.order && file.order->receivedOn ? WaitingFor::Nobody : WaitingFor::Court;
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
    summary.waitingFor = waitingFor(file);
    summary.audiences = audiencesOf(file);
    if (summary.closed)
        return summary;
    for (const CaseClock& clock : clocksOf(file, rulebook)) {
        const auto dates =
            law::countLedger(*clock.definition, clock.facts, calendarOf(*clock.definition, calendars));
        const bool runsItself = dates.metOn && dates.end && *dates.metOn == dates.end->day
            && clock.definition->mode == law::PeriodMode::Fixed
            && !(file.order && file.order->receivedOn == dates.metOn);
        if ((dates.metOn && !runsItself) || dates.endedWithoutAnswerOn)
            continue;
        if (dates.open && !summary.due) {
            summary.clockId = clock.id;
            summary.clockStopped = true;
        }
        const auto end = law::lastDayToAct(dates);
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

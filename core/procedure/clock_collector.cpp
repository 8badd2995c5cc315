#include "core/procedure/clock_collector.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/law/period_checks.h"
#include "core/procedure/readings.h"

namespace tutela::procedure {

namespace {

void meet(CaseClock& running, std::optional<Day> day, std::optional<EntrySeq> proof)
{
    running.facts.metOn = day;
    running.met = proof;
}

void endWithoutAnswer(CaseClock& running, std::optional<Day> day, std::optional<EntrySeq> proof = {})
{
    running.facts.endedWithoutAnswerOn = day;
    running.met = proof;
}

/// The review is stopped from the day of a request until the day of the complete answer or of the closing.
law::ClockPause pauseOf(const InformationRequest& request)
{
    law::ClockPause pause{
        request.id, request.askedOn, request.answeredOn, "information-request", law::PauseClosing::Answered};
    if (!request.answeredOn && request.closedUnansweredOn) {
        pause.to = request.closedUnansweredOn;
        pause.closing = law::PauseClosing::Unanswered;
    }
    for (const PartialAnswer& partial : request.partialAnswers)
        pause.partialAnswers.push_back(partial.receivedOn);
    return pause;
}

/// Art 7(2): whoever is asked has to answer, in the working days of the place where that is done; those of an
/// expert and of another authority are taken to be the authority's.
void bindTo(AskedBody asked, CaseClock& running)
{
    switch (asked) {
    case AskedBody::Provider:
        return;
    case AskedBody::EuCentre:
        running.actor = "waiting.eu-centre";
        running.calendar = law::CalendarOwner::EuInstitutions;
        return;
    case AskedBody::DataProtectionAuthority:
        running.actor = "waiting.dpa";
        running.calendar = law::CalendarOwner::Dpa;
        return;
    case AskedBody::PublicAuthority:
    case AskedBody::Expert:
        running.actor = "party.body-asked";
        running.calendar = law::CalendarOwner::Authority;
        return;
    }
}

} // namespace

CaseClock& ClockCollector::add(Day trigger, EntrySeq proof, const std::string& instance) const
{
    const law::ClockDefinition& definition = m_clock.definition;
    CaseClock running;
    running.id = instance.empty() ? definition.id : fmt::format("{}/{}", definition.id, instance);
    running.definition = &definition;
    running.facts.instance = running.id;
    running.facts.definition = definition.id;
    running.actor = definition.actor;
    running.calendar = definition.calendar;
    running.facts.trigger = trigger;
    running.facts.readings = periodReadings(m_rulebook);
    running.trigger = proof;
    for (const PeriodExtension& extension : m_file.extensions) {
        if (extension.clock != running.id)
            continue;
        // The reason is a text; here stands where to find it.
        running.facts.extensions.push_back({extension.by, extension.decidedOn, extension.decision,
            extension.requestedOn, fmt::format("#{}", numberInFile(m_file, extension.entry).value_or(0))});
        running.extensions.push_back(extension.entry);
    }
    for (const LateAnswer& late : m_file.lateAnswers) {
        if (late.clock == running.id)
            running.facts.lateAnswers.push_back({late.receivedOn, late.consideration});
    }
    return m_out.emplace_back(std::move(running));
}

void ClockCollector::review() const
{
    const ReceivedFiling* report = firstCounted(m_file);
    if (report == nullptr || report->kind != FilingKind::RiskReport)
        return;
    CaseClock& review = add(report->receivedOn, report->entry);
    for (const InformationRequest& request : m_file.requests) {
        if (request.suspendsReview && !m_rulebook.follows("art5_3.suspends", "art5_3"))
            review.facts.pauses.push_back(pauseOf(request));
    }
    review.facts.resumption = resumptionReading(m_rulebook);
    // The first determination on each service is the one that the report called for.
    const Determination* last = nullptr;
    for (const ServiceId& service : m_file.services) {
        const auto first = std::ranges::find(m_file.determinations, service, &Determination::service);
        if (first == m_file.determinations.end())
            return;
        if (last == nullptr || first->madeOn > last->madeOn)
            last = &*first;
    }
    if (last != nullptr)
        meet(review, last->madeOn, last->entry);
}

void ClockCollector::requests(bool suspendsReview) const
{
    for (const InformationRequest& request : m_file.requests) {
        if (request.suspendsReview != suspendsReview)
            continue;
        CaseClock& running = add(request.askedOn, request.entry, request.id);
        bindTo(request.of, running);
        running.facts.setLength = request.period;
        for (const PartialAnswer& partial : request.partialAnswers)
            running.facts.partialAnswers.push_back(partial.receivedOn);
        if (request.closedUnansweredOn)
            endWithoutAnswer(running, request.closedUnansweredOn, request.closed);
        else
            meet(running, request.answeredOn, request.answer);
    }
}

void ClockCollector::hearings() const
{
    for (const Hearing& hearing : m_file.hearings) {
        const Determination* ended = hearingEnded(m_file, hearing);
        CaseClock& running = add(hearing.invitedOn, hearing.entry, hearing.id);
        running.facts.setLength = hearing.period;
        if (hearing.repliedOn)
            meet(running, hearing.repliedOn, hearing.reply);
        else if (ended)
            endWithoutAnswer(running, ended->madeOn, ended->entry);
    }
}

void ClockCollector::remedies() const
{
    for (const Determination& determination : m_file.determinations) {
        if (!determination.remedyPeriod)
            continue;
        const auto earlier = std::ranges::count_if(m_file.determinations, [&](const Determination& made) {
            return made.service == determination.service && made.remedyPeriod
                && made.entry < determination.entry;
        });
        const std::string& service = determination.service.text();
        CaseClock& running = add(determination.madeOn, determination.entry,
            earlier == 0 ? service : fmt::format("{}-{}", service, earlier + 1));
        running.facts.setLength = determination.remedyPeriod;
        const auto further = std::ranges::find_if(m_file.filings, [&](const ReceivedFiling& filing) {
            return filing.kind == FilingKind::RiskReport && filing.entry > determination.entry
                && !filing.movedTo;
        });
        if (further != m_file.filings.end())
            meet(running, further->receivedOn, further->entry);
        else
            endWithoutAnswer(running, m_file.endedOn);
    }
}

/// Art 3(4)(b): met by the next report in the file.
void ClockCollector::earlyUpdates() const
{
    for (const EarlyUpdate& required : m_file.earlyUpdates) {
        CaseClock& running = add(required.requiredOn, required.entry, required.service.text());
        running.facts.setLength = required.period;
        const auto report = std::ranges::find_if(m_file.filings, [&](const ReceivedFiling& filing) {
            return filing.kind == FilingKind::RiskReport && filing.entry > required.entry && !filing.movedTo;
        });
        if (report != m_file.filings.end())
            meet(running, report->receivedOn, report->entry);
        else
            endWithoutAnswer(running, m_file.endedOn);
    }
}

void ClockCollector::comments() const
{
    if (m_file.drafts.empty())
        return;
    const DraftRequest& draft = m_file.drafts.front();
    CaseClock& running = add(draft.sentOn, draft.entry);
    running.facts.setLength = draft.commentsPeriod;
    const bool reSent = m_file.drafts.size() > 1;
    const bool inTime =
        !m_file.comments.empty() && (!reSent || m_file.comments.front().entry < m_file.drafts[1].entry);
    if (inTime)
        meet(running, m_file.comments.front().receivedOn, m_file.comments.front().entry);
    else if (reSent)
        endWithoutAnswer(running, m_file.drafts[1].sentOn, m_file.drafts[1].entry);
    else
        endWithoutAnswer(running, m_file.endedOn);
    for (const OrderRequest& earlier : m_file.earlierRequests)
        commentsOn(earlier);
    if (m_file.request)
        commentsOn(*m_file.request);
    if (m_file.amendment)
        commentsOn(*m_file.amendment);
}

/// The provider's comments on an amended request, until it is filed.
void ClockCollector::commentsOn(const OrderRequest& amended) const
{
    if (!amended.commentsPeriod)
        return;
    CaseClock& running = add(amended.submittedOn, amended.entry, amendmentInstance(amended));
    running.facts.setLength = amended.commentsPeriod;
    const auto first = std::ranges::find_if(m_file.comments, [&](const ProviderComments& comments) {
        return comments.entry > amended.entry && !(amended.filing && comments.entry > *amended.filing);
    });
    if (first != m_file.comments.end())
        meet(running, first->receivedOn, first->entry);
    else if (amended.filedOn)
        endWithoutAnswer(running, amended.filedOn, amended.filing);
    else
        endWithoutAnswer(running, m_file.endedOn);
}

void ClockCollector::opinion() const
{
    if (m_file.drafts.empty() || !m_file.drafts.front().euCentreReceivedOn)
        return;
    CaseClock& running = add(*m_file.drafts.front().euCentreReceivedOn, m_file.drafts.front().entry);
    const bool filed = m_file.request && m_file.request->filing;
    const bool inTime =
        !m_file.opinions.empty() && (!filed || m_file.opinions.front().entry < *m_file.request->filing);
    if (inTime)
        meet(running, m_file.opinions.front().givenOn, m_file.opinions.front().entry);
    else if (filed)
        endWithoutAnswer(running, m_file.request->filedOn, m_file.request->filing);
    else
        endWithoutAnswer(running, m_file.endedOn);
}

void ClockCollector::plan() const
{
    if (!m_file.planDemand)
        return;
    CaseClock& running = add(m_file.planDemand->demandedOn, m_file.planDemand->entry);
    running.facts.setLength = m_file.planDemand->period;
    if (m_file.plan && m_file.plan->submitted)
        meet(running, m_file.plan->receivedOn, m_file.plan->entry);
    else if (m_file.plan)
        endWithoutAnswer(running, m_file.plan->receivedOn, m_file.plan->entry);
    else
        endWithoutAnswer(running, m_file.endedOn);
}

void ClockCollector::consultations() const
{
    for (const Consultation& consultation : m_file.consultations) {
        CaseClock& running = add(consultation.requestedOn, consultation.entry, consultation.id);
        if (consultation.extension && consultation.extensionAnnouncedOn) {
            running.facts.extensions.push_back({*consultation.extension, *consultation.extensionAnnouncedOn});
            running.extensions.push_back(consultation.extended.value_or(consultation.entry));
        }
        for (const ConsultationPause& pause : consultation.pauses)
            running.facts.pauses.push_back(
                {consultation.id, pause.stoppedOn, pause.resumedOn, "consultation-pause"});
        if (consultation.outcome == ConsultationOutcome::EndedWithoutAdvice
            || consultation.outcome == ConsultationOutcome::Withdrawn)
            endWithoutAnswer(running, consultation.outcomeOn, consultation.advice);
        else if (consultation.outcome)
            meet(running, consultation.outcomeOn, consultation.advice);
        else if (m_file.request && m_file.request->filedOn)
            endWithoutAnswer(running, m_file.request->filedOn, m_file.request->filing);
        else
            endWithoutAnswer(running, m_file.endedOn);
    }
}

void ClockCollector::collect() const
{
    switch (*m_clock.trigger) {
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
    case law::ClockTrigger::UpdateRequired:
        return earlyUpdates();
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
    case law::ClockTrigger::OrderStarts:
        return startNotice();
    case law::ClockTrigger::OrderHalfway:
        return halfwayReport();
    case law::ClockTrigger::HalfwayReportReceived:
        return reassessments();
    case law::ClockTrigger::OrderFinal:
        return finalCopy();
    case law::ClockTrigger::FinalCopyReceived:
        return copiesToOthers();
    }
}

} // namespace tutela::procedure

#include "core/procedure/apply_periods.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/domain/find_by_id.h"
#include "core/procedure/clocks.h"

namespace tutela::procedure {

/// The entry carries the last day of the period as it was counted when the act was done.
void PeriodFold::noteIfLate(Day received, Waiting waiting) const
{
    const std::string clock = m_facts.text("clock");
    const auto end = m_facts.day("period_end");
    if (clock.empty() || (waiting == Waiting::Open && !(end && received > *end)))
        return;
    m_file.lateAnswers.push_back(
        {fmt::format("L{}", m_file.lateAnswers.size() + 1), m_entry.seq, clock, received});
}

void PeriodFold::answer() const
{
    InformationRequest* request = findById(m_file.requests, m_facts.text("request"));
    if (request == nullptr)
        return;
    if (m_facts.choice<AnswerExtent>("extent") != AnswerExtent::Complete) {
        request->partialAnswers.push_back({m_entry.seq, received()});
    } else if (!request->closedUnansweredOn) {
        request->answeredOn = received();
        request->answer = m_entry.seq;
    }
    noteIfLate(received(), request->closedUnansweredOn ? Waiting::Over : Waiting::Open);
}

void PeriodFold::closeRequest() const
{
    if (InformationRequest* request = findById(m_file.requests, m_facts.text("request"))) {
        request->closedUnansweredOn = m_on;
        request->closed = m_entry.seq;
    }
}

void PeriodFold::inviteToHearing() const
{
    Hearing hearing{
        m_facts.text("id"), m_entry.seq, m_on, m_facts.length("period").value_or(Length{}), {}, {}};
    if (m_facts.has("service"))
        hearing.service = ServiceId(m_facts.text("service"));
    m_file.hearings.push_back(std::move(hearing));
}

void PeriodFold::replyToHearing() const
{
    Hearing* hearing = findById(m_file.hearings, m_facts.text("hearing"));
    if (hearing == nullptr)
        return;
    const bool over = hearingEnded(m_file, *hearing) != nullptr;
    if (!over) {
        hearing->repliedOn = received();
        hearing->reply = m_entry.seq;
    }
    noteIfLate(received(), over ? Waiting::Over : Waiting::Open);
}

void PeriodFold::comments() const
{
    const bool over = m_file.comments.empty() && m_file.drafts.size() > 1 && !m_file.amendment;
    m_file.comments.push_back({m_entry.seq, m_facts.integer("version"), received()});
    noteIfLate(received(), over ? Waiting::Over : Waiting::Open);
}

void PeriodFold::opinion() const
{
    const bool over = m_file.request && m_file.request->filing;
    m_file.opinions.push_back({m_entry.seq, m_facts.integer("version"),
        m_facts.choice<OpinionOutcome>("outcome").value_or(OpinionOutcome::Favourable), m_on,
        m_facts.integer("points_count"), fmt::format("O{}", m_file.opinions.size() + 1)});
    noteIfLate(m_on, over ? Waiting::Over : Waiting::Open);
}

void PeriodFold::lateAdvice() const
{
    const auto* consultation = findById(m_file.consultations, m_facts.text("consultation"));
    const auto outcome = m_facts.choice<ConsultationOutcome>("outcome");
    const bool given = outcome == ConsultationOutcome::Advice || outcome == ConsultationOutcome::NoObjection;
    if (consultation != nullptr && given)
        noteIfLate(m_facts.day("given_on").value_or(m_on),
            m_file.request && m_file.request->filing ? Waiting::Over : Waiting::Open);
}

void PeriodFold::decideExtension() const
{
    const auto decision = m_facts.choice<ExtensionDecision>("decision");
    const auto by = m_facts.length("by");
    if (!decision || !by)
        return;
    m_file.extensions.push_back({m_entry.seq, m_facts.text("clock"),
        m_facts.day("requested_on").value_or(m_on), m_on, *by, *decision});
}

void PeriodFold::treatLateAnswer() const
{
    LateAnswer* late = findById(m_file.lateAnswers, m_facts.text("late"));
    if (late == nullptr)
        return;
    late->consideration = m_facts.choice<Consideration>("consideration").value_or(Consideration::Undecided);
    late->treatment = m_entry.seq;
}

void PeriodFold::startNotice() const
{
    if (m_file.order)
        m_file.order->startNotices.push_back({m_entry.seq, received()});
}

void PeriodFold::halfwayReport() const
{
    if (m_file.order)
        m_file.order->halfwayReports.push_back({m_entry.seq, received(), m_facts.text("id")});
}

void PeriodFold::reassess() const
{
    if (m_file.order)
        m_file.order->reassessments.push_back({m_entry.seq, m_on,
            m_facts.choice<ReassessmentOutcome>("reassessment").value_or(ReassessmentOutcome::GroundsHold)});
}

} // namespace tutela::procedure

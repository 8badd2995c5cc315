#include "core/procedure/apply_order.h"

#include <algorithm>

#include "core/domain/find_by_id.h"

namespace tutela::procedure {

void OrderFold::receipt() const
{
    if (!m_file.order)
        return;
    m_file.order->receivedAt = m_facts.instant("received_at");
    m_file.order->receivedOn = m_facts.day("received_on");
    m_file.order->receipt = m_entry.seq;
    if (!m_file.order->versions.empty())
        m_file.order->versions.back().receivedOn = m_file.order->receivedOn;
}

void OrderFold::finality() const
{
    if (!m_file.order)
        return;
    m_file.order->finalOn = m_facts.day("final_on");
    m_file.order->finality = m_entry.seq;
    m_file.order->finalCopyOn = dayOf("copy_received_on");
}

void OrderFold::addVersion(OrderChange change, OrderScope scope) const
{
    DetectionOrder& order = *m_file.order;
    if (order.versions.empty())
        order.versions.push_back(
            {1, order.entry, OrderChange::Issued, order.decidedOn, order.scope, order.receivedOn});
    const auto number = static_cast<std::int64_t>(order.versions.size()) + 1;
    order.versions.push_back({number, m_entry.seq, change, m_on, scope, {}});
    order.scope = std::move(scope);
}

void OrderFold::change(OrderChange change) const
{
    if (!m_file.order)
        return;
    OrderScope scope = m_file.order->scope;
    if (auto parts = m_facts.codes("parts"); !parts.empty())
        scope.parts = std::move(parts);
    scope.start = m_facts.day("start").value_or(scope.start);
    scope.end = m_facts.day("end").value_or(scope.end);
    addVersion(change, std::move(scope));
}

void OrderFold::end(OrderEnding how, Day from) const
{
    if (m_file.order)
        m_file.order->ended = OrderEnd{m_entry.seq, how, m_on, from};
}

void OrderFold::revoke() const
{
    end(OrderEnding::Revoked, dayOf("revoked_from"));
}

void OrderFold::challenge() const
{
    if (m_file.order)
        m_file.order->challenges.push_back({m_facts.text("id"), m_entry.seq,
            m_facts.choice<Challenger>("challenger").value_or(Challenger::Provider), dayOf("lodged_on")});
}

/// Only a court that says so moves the end of an order.
void OrderFold::moveEnd() const
{
    const auto moved = m_facts.day("new_end");
    if (!m_file.order || !moved || *moved == m_file.order->scope.end)
        return;
    OrderScope scope = m_file.order->scope;
    scope.end = *moved;
    addVersion(OrderChange::EndMoved, std::move(scope));
}

void OrderFold::suspend() const
{
    if (!m_file.order)
        return;
    m_file.order->suspensions.push_back({m_facts.text("id"), m_entry.seq, m_facts.text("challenge"),
        m_facts.codes("parts"), dayOf("suspended_from"), m_facts.day("suspended_until")});
    moveEnd();
}

void OrderFold::liftSuspension() const
{
    if (!m_file.order)
        return;
    if (Suspension* one = findById(m_file.order->suspensions, m_facts.text("suspension"))) {
        one->liftedOn = dayOf("lifted_on");
        one->lift = m_entry.seq;
    }
    moveEnd();
}

void OrderFold::decideChallenge() const
{
    Challenge* challenge =
        m_file.order ? findById(m_file.order->challenges, m_facts.text("challenge")) : nullptr;
    const auto outcome = m_facts.choice<ChallengeOutcome>("challenge_outcome");
    if (challenge == nullptr || !outcome)
        return;
    const Day decided = dayOf("decided_on");
    challenge->outcome = outcome;
    challenge->outcomeOn = decided;
    challenge->decision = m_entry.seq;
    // (1) an interim measure lives no longer than the challenge
    for (Suspension& one : m_file.order->suspensions) {
        if (one.challenge == challenge->id && !one.liftedOn) {
            one.liftedOn = decided;
            one.lift = m_entry.seq;
        }
    }
    // (2) what is left of the order
    switch (*outcome) {
    case ChallengeOutcome::Dismissed:
    case ChallengeOutcome::Withdrawn:
        return;
    case ChallengeOutcome::Annulled:
        return end(OrderEnding::Annulled, m_facts.day("annulled_from").value_or(decided));
    case ChallengeOutcome::AnnulledInPart: {
        OrderScope scope = m_file.order->scope;
        scope.parts = m_facts.codes("parts_left");
        return addVersion(OrderChange::AnnulledInPart, std::move(scope));
    }
    case ChallengeOutcome::Remitted:
        // The issuing authority decides again on the request that is before it.
        m_file.earlierOrders.push_back(*m_file.order);
        m_file.order.reset();
        return;
    }
}

void OrderFold::deliveryAttempt() const
{
    if (!m_file.order)
        return;
    DetectionOrder& order = *m_file.order;
    const Day sent = dayOf("sent_on");
    const auto received =
        m_facts.flag("counts_as_receipt") ? m_facts.day("received_on") : std::optional<Day>();
    order.attempts.push_back({m_facts.text("id"), m_entry.seq,
        std::max<std::int64_t>(1, std::ssize(order.versions)), sent,
        m_facts.choice<DeliveryOutcome>("delivery_outcome").value_or(DeliveryOutcome::Delivered), received});
    if (!order.transmittedOn)
        order.transmittedOn = sent;
    if (!received)
        return;
    if (!order.receivedOn)
        receipt();
    if (!order.versions.empty())
        order.versions.back().receivedOn = received;
}

void OrderFold::nonExecution() const
{
    if (m_file.order)
        m_file.order->notices.push_back({m_facts.text("id"), m_entry.seq, dayOf("received_on"),
            m_facts.choice<NonExecutionGround>("non_execution").value_or(NonExecutionGround::Both)});
}

void OrderFold::answerNotice() const
{
    NonExecutionNotice* notice =
        m_file.order ? findById(m_file.order->notices, m_facts.text("notice")) : nullptr;
    if (notice == nullptr)
        return;
    notice->answeredOn = m_on;
    notice->answer = m_entry.seq;
}

void OrderFold::copies() const
{
    if (!m_file.order)
        return;
    DetectionOrder& order = *m_file.order;
    const Day sent = dayOf("sent_on");
    if (!order.copiesSentOn) {
        order.copiesSentOn = sent;
        order.copies = m_entry.seq;
    }
    for (const std::string& authority : m_facts.codes("authorities"))
        order.copyList.push_back({authority, m_entry.seq, sent});
}

void OrderFold::copyReceipt() const
{
    if (!m_file.order)
        return;
    for (OrderCopy& copy : m_file.order->copyList) {
        if (copy.authority == m_facts.text("authority_served") && !copy.receivedOn) {
            copy.receivedOn = dayOf("received_on");
            copy.receipt = m_entry.seq;
        }
    }
}

} // namespace tutela::procedure

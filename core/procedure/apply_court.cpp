#include "core/procedure/apply_court.h"

#include <utility>

namespace tutela::procedure {

OrderRequest CourtFold::requestOf() const
{
    OrderRequest request{m_entry.seq, m_entry.actor, scopeOf(m_facts)};
    request.deviatesFromOpinion = m_facts.flag("deviates_from_opinion");
    request.addressee = m_facts.choice<Addressee>("addressee").value_or(Addressee::MainEstablishment);
    request.version = ++m_file.requestVersions;
    request.submittedOn = m_on;
    request.commentsPeriod = m_facts.length("comments_period");
    return request;
}

bool CourtFold::isAbout(const OrderRequest& request) const
{
    return !m_facts.has("request") || m_facts.integer("request") == request.entry;
}

void CourtFold::keepFiled() const
{
    if (m_file.request && m_file.request->filing)
        m_file.earlierRequests.push_back(*m_file.request);
}

void CourtFold::submit() const
{
    keepFiled();
    m_file.amendment.reset();
    m_file.request = requestOf();
}

void CourtFold::approve(OrderRequest& request) const
{
    if (!isAbout(request))
        return;
    request.approvedBy = m_entry.actor;
    request.approval = m_entry.seq;
}

void CourtFold::approve() const
{
    if (m_file.request)
        approve(*m_file.request);
}

void CourtFold::file(OrderRequest& request) const
{
    request.filedOn = m_on;
    request.filing = m_entry.seq;
    request.bundleHash = m_facts.text("bundle_hash");
    request.bundle.clear();
    for (const Json& item : m_entry.facts.items("bundle")) {
        if (item.isInteger())
            request.bundle.push_back(item.asInteger());
    }
}

void CourtFold::fileRequest() const
{
    if (m_file.request)
        file(*m_file.request);
}

void CourtFold::amend() const
{
    m_file.amendment = requestOf();
}

void CourtFold::approveAmendment() const
{
    if (m_file.amendment)
        approve(*m_file.amendment);
}

void CourtFold::fileAmendment() const
{
    if (!m_file.amendment)
        return;
    keepFiled();
    m_file.request = std::move(*m_file.amendment);
    m_file.amendment.reset();
    file(*m_file.request);
}

void CourtFold::allocate() const
{
    Bench bench;
    bench.entry = m_entry.seq;
    bench.presiding = PersonId(m_facts.text("presiding"));
    bench.judges.push_back(bench.presiding);
    const auto seat = [&](const PersonId& judge) {
        if (!bench.has(judge))
            bench.judges.push_back(judge);
    };
    if (m_facts.has("rapporteur")) {
        bench.rapporteur = PersonId(m_facts.text("rapporteur"));
        seat(*bench.rapporteur);
    }
    for (const std::string& judge : m_facts.codes("members"))
        seat(PersonId(judge));
    if (m_facts.has("clerk"))
        bench.clerk = PersonId(m_facts.text("clerk"));
    bench.signs = m_facts.choice<Signatory>("signs").value_or(Signatory::Presiding);
    bench.on = m_on;
    m_file.benches.push_back(std::move(bench));
}

void CourtFold::circulate() const
{
    DecisionDraft draft{m_entry.seq, static_cast<std::int64_t>(m_file.decisionDrafts.size() + 1)};
    draft.decision = m_facts.choice<CourtDecision>("decides").value_or(CourtDecision::Issued);
    if (draft.decision != CourtDecision::Refused)
        draft.scope = scopeOf(m_facts);
    draft.requestVersion = m_file.request ? m_file.request->version : 0;
    draft.agreed = {m_entry.actor};
    m_file.decisionDrafts.push_back(std::move(draft));
}

void CourtFold::concur() const
{
    for (DecisionDraft& draft : m_file.decisionDrafts) {
        if (draft.version == m_facts.integer("draft_version"))
            draft.agreed.push_back(m_entry.actor);
    }
}

void CourtFold::decideOn(CourtDecision decision) const
{
    DetectionOrder order{m_entry.seq, m_entry.actor, decision, m_on,
        decision == CourtDecision::Refused ? OrderScope{} : scopeOf(m_facts)};
    order.addressee = m_facts.choice<Addressee>("addressee").value_or(Addressee::MainEstablishment);
    if (m_file.request)
        order.requestVersion = m_file.request->version;
    m_file.order = std::move(order);
}

void CourtFold::attachSignedOrder() const
{
    if (m_file.order && m_facts.has("signed_file"))
        m_file.order->signedFile = SignedOrder{
            m_entry.seq, DocumentId(m_facts.text("signed_file")), m_facts.flag("preserved"), m_on};
}

} // namespace tutela::procedure

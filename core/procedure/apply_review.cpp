#include "core/procedure/apply_review.h"

#include <algorithm>
#include <charconv>

namespace tutela::procedure {

namespace {

/// The numbers written in a list of short ids; what is none is left out.
std::vector<std::int64_t> numbersIn(const std::vector<std::string>& codes)
{
    std::vector<std::int64_t> numbers;
    for (const std::string& code : codes) {
        std::int64_t number = 0;
        const auto end = code.data() + code.size();
        if (std::from_chars(code.data(), end, number).ptr == end)
            numbers.push_back(number);
    }
    return numbers;
}

QuarantinedDocument* quarantinedIn(CaseFile& file, const Facts& facts)
{
    const auto found = std::ranges::find(
        file.quarantined, DocumentId(facts.text("document")), &QuarantinedDocument::document);
    return found == file.quarantined.end() ? nullptr : &*found;
}

} // namespace

/// Art 3(4)(b): a file of the authority's own motion; the provider's update comes into it later.
void ReviewFold::openReview() const
{
    m_file.provider = ProviderId(m_facts.text("provider"));
    m_file.providerState = m_facts.text("provider_state");
    for (const std::string& service : m_facts.codes("services"))
        m_file.services.emplace_back(service);
    if (m_facts.has("earlier_file"))
        m_file.linkedCase = CaseId(m_facts.text("earlier_file"));
    m_file.responsible = m_entry.actor;
    m_file.desks.push_back(m_entry.actor);
}

void ReviewFold::verdict() const
{
    m_file.verdicts.push_back({m_entry.seq, ServiceId(m_facts.text("service")),
        m_facts.choice<ReviewSubject>("review_subject").value_or(ReviewSubject::FactorA),
        m_facts.integer("measure_number"),
        m_facts.choice<ReviewVerdict>("review_verdict").value_or(ReviewVerdict::Sufficient)});
}

void ReviewFold::requireUpdate() const
{
    m_file.earlyUpdates.push_back(
        {m_entry.seq, ServiceId(m_facts.text("service")), m_on, m_facts.length("period").value_or(Length{})});
}

void ReviewFold::requestedOpinion() const
{
    const auto request = std::ranges::find(m_file.requests, m_facts.text("request"), &InformationRequest::id);
    if (request == m_file.requests.end() || request->closedUnansweredOn)
        return;
    request->answeredOn = m_on;
    request->answer = m_entry.seq;
}

void ReviewFold::claimConfidentiality() const
{
    m_file.claims.push_back({m_facts.text("id"), m_entry.seq, DocumentId(m_facts.text("document")),
        m_facts.integer("passages_count")});
}

void ReviewFold::decideConfidentiality() const
{
    const auto claim =
        std::ranges::find(m_file.claims, m_facts.integer("claim"), &ConfidentialityClaim::entry);
    if (claim == m_file.claims.end())
        return;
    claim->decision = m_entry.seq;
    claim->accepted = numbersIn(m_facts.codes("accepted_passages"));
}

void ReviewFold::quarantine() const
{
    if (quarantinedIn(m_file, m_facts) == nullptr)
        m_file.quarantined.push_back({m_entry.seq, DocumentId(m_facts.text("document"))});
}

void ReviewFold::proposeDestruction() const
{
    if (QuarantinedDocument* document = quarantinedIn(m_file, m_facts)) {
        document->proposed = m_entry.seq;
        document->proposedBy = m_entry.actor;
    }
}

void ReviewFold::confirmDestruction() const
{
    if (QuarantinedDocument* document = quarantinedIn(m_file, m_facts))
        document->destroyed = m_entry.seq;
}

} // namespace tutela::procedure

#include <algorithm>

#include "core/procedure/guard_run.h"

namespace tutela::procedure {

namespace {

bool servedByCase(const GuardRun& run, const ServiceId& service)
{
    return std::ranges::find(run.file->services, service) != run.file->services.end();
}

/// Art 5(4): whether an adverse determination on the service is behind its remedy period or was answered, so
/// that the service may be determined again.
bool mayBeDeterminedAgain(const GuardRun& run, const ServiceId& service)
{
    if (answeredAnew(*run.file, service))
        return true;
    const Determination* last = lastDetermination(*run.file, service);
    if (last == nullptr || !last->remedyPeriod)
        return false;
    for (const CaseClock& clock : clocksOf(*run.file, run.now.rulebook)) {
        if (clock.trigger != last->entry)
            continue;
        const auto end = lastDayOf(*run.file, clock.id, run.now.rulebook, run.now.calendars);
        return end && run.now.today > *end;
    }
    return false;
}

/// One determination for each service; another only where an adverse one was answered or its time is over.
void serviceUndetermined(const GuardRun& run)
{
    const ServiceId service(run.facts().text("service"));
    if (!servedByCase(run, service))
        return run.refuse({{"service", service.text()}}, "other");
    if (lastDetermination(*run.file, service) != nullptr && !mayBeDeterminedAgain(run, service))
        run.refuse({{"service", service.text()}}, "done");
}

/// Once everything is determined a hearing is due only where a service may be determined again.
void hearingDue(const GuardRun& run)
{
    if (run.file->step != Step::DeterminationMade)
        return;
    run.refuseUnless(std::ranges::any_of(
        run.file->services, [&](const ServiceId& service) { return mayBeDeterminedAgain(run, service); }));
}

/// Whether the provider replied, or let its period pass.
bool isOver(const GuardRun& run, const Hearing& hearing)
{
    const auto end = run.lastDay(law::ClockTrigger::HearingInvited, hearing.id);
    return hearing.repliedOn || (end && run.now.today > *end);
}

bool wasHeard(const GuardRun& run, EntrySeq since)
{
    const ServiceId service(run.facts().text("service"));
    return std::ranges::any_of(run.file->hearings, [&](const Hearing& hearing) {
        return hearing.entry >= since && hearing.isOn(service) && isOver(run, hearing);
    });
}

/// Hear first: before an adverse determination the provider was invited and replied, or its period is over;
/// before a second one on the same service it was heard again.
void heardFirst(const GuardRun& run)
{
    if (run.facts().choice<Compliance>("outcome") != Compliance::NotComplied)
        return;
    const Determination* last = lastDetermination(*run.file, ServiceId(run.facts().text("service")));
    run.refuseUnless(wasHeard(run, last == nullptr ? 0 : last->entry));
}

/// Hear first: before any requirement against the provider on a service. Until it is said on which, any will
/// do.
void heardBefore(const GuardRun& run)
{
    const bool onAny =
        std::ranges::any_of(run.file->hearings, [&](const Hearing& hearing) { return isOver(run, hearing); });
    run.refuseUnless(run.data == nullptr ? onAny : wasHeard(run, 0));
}

void serviceOfCase(const GuardRun& run)
{
    const ServiceId service(run.facts().text("service"));
    if (run.facts().has("service") && !servedByCase(run, service))
        run.refuse({{"service", service.text()}});
}

/// A verdict on a measure says on which; nothing else has a number.
void verdictFits(const GuardRun& run)
{
    const bool measure = run.facts().choice<ReviewSubject>("review_subject") == ReviewSubject::Measure;
    const std::int64_t number = run.facts().integer("measure_number");
    if (measure && number < 1)
        run.refuse({}, "measure");
    if (!measure && run.facts().has("measure_number"))
        run.refuse({}, "no-measure");
}

/// A determination may depart from the verdicts, but not unawares.
void verdictsAgree(const GuardRun& run)
{
    const auto verdicts = verdictsOn(*run.file, ServiceId(run.facts().text("service")));
    const auto outcome = run.facts().choice<Compliance>("outcome");
    if (verdicts.empty() || !outcome)
        return;
    const auto against = std::ranges::count(verdicts, ReviewVerdict::Insufficient, &SubjectVerdict::verdict);
    if (*outcome == Compliance::Complied && against > 0)
        run.warn("verdicts-against", {{"count", static_cast<std::int64_t>(against)}});
    if (*outcome == Compliance::NotComplied && against == 0)
        run.warn("no-verdict-against");
}

/// Who is asked beside the provider is named.
void bodyNamed(const GuardRun& run)
{
    const auto body = run.facts().choice<AskedBody>("asked_body").value_or(AskedBody::Provider);
    if (body != AskedBody::Provider && !run.facts().has("asked_name"))
        run.refuse();
}

/// Art 7(2): an opinion is given by the body that was asked for it.
void opinionRequested(const GuardRun& run)
{
    const auto* request = findById(run.file->requests, run.facts().text("request"));
    if (request == nullptr || request->seeks != Sought::Opinion || request->answeredOn
        || request->closedUnansweredOn)
        return run.refuse({{"request", run.facts().text("request")}});
    const bool mine =
        (run.now.actor.has(Role::DpaOfficer) && request->of == AskedBody::DataProtectionAuthority)
        || (run.now.actor.has(Role::EuCentreLiaison) && request->of == AskedBody::EuCentre);
    const bool outsider = run.now.actor.has(Role::DpaOfficer) || run.now.actor.has(Role::EuCentreLiaison);
    if (outsider && !mine)
        run.refuse({{"request", run.facts().text("request")}}, "other");
}

void claimFits(const GuardRun& run)
{
    const std::string id = run.facts().text("document");
    if (findById(run.file->documents, DocumentId(id)) == nullptr)
        run.refuse({{"document", id}});
}

/// "57 (F1), 60 (F2)": the entries of the claims that wait for a decision, as the act names them.
std::string openClaims(const CaseFile& file)
{
    std::string open;
    for (const ConfidentialityClaim& claim : file.claims) {
        if (!claim.decision)
            open += fmt::format("{}{} ({})", open.empty() ? "" : ", ", claim.entry, claim.id);
    }
    return open;
}

/// Each passage is accepted or not, by its number.
void claimOpen(const GuardRun& run)
{
    const auto claim =
        std::ranges::find(run.file->claims, run.facts().integer("claim"), &ConfidentialityClaim::entry);
    if (claim == run.file->claims.end() || claim->decision) {
        const std::string open = openClaims(*run.file);
        return open.empty() ? run.refuse({}, "none") : run.refuse({{"open", open}});
    }
    for (const std::string& code : run.facts().codes("accepted_passages")) {
        const bool number =
            !code.empty() && std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
        if (!number || code.size() > 4 || std::stoll(code) < 1 || std::stoll(code) > claim->passages)
            run.refuse({{"passage", code}, {"passages", claim->passages}}, "passage");
    }
}

void documentToQuarantine(const GuardRun& run)
{
    const std::string id = run.facts().text("document");
    if (findById(run.file->documents, DocumentId(id)) == nullptr)
        return run.refuse({{"document", id}}, "unknown");
    if (quarantineOf(*run.file, DocumentId(id)) != nullptr)
        run.refuse({{"document", id}});
}

/// Something is in quarantine that can be proposed for destruction, or whose destruction was proposed.
void destructionDue(const GuardRun& run)
{
    const bool proposed = run.act.effect == Effect::ConfirmDestruction;
    const bool due = std::ranges::any_of(run.file->quarantined, [&](const QuarantinedDocument& document) {
        return !document.destroyed && document.proposed.has_value() == proposed;
    });
    if (due)
        return;
    if (proposed)
        run.refuse({}, "not-proposed");
    else
        run.refuse();
}

/// Two persons: one proposes to destroy what is in quarantine, another confirms.
void destructionFits(const GuardRun& run)
{
    const std::string id = run.facts().text("document");
    const QuarantinedDocument* document = quarantineOf(*run.file, DocumentId(id));
    if (document == nullptr || document->destroyed)
        return run.refuse({{"document", id}});
    if (run.act.effect == Effect::ProposeDestruction) {
        if (document->proposed)
            run.refuse({{"document", id}}, "proposed");
        return;
    }
    if (!document->proposed)
        run.refuse({{"document", id}}, "not-proposed");
    else if (document->proposedBy == run.now.actor.person)
        run.refuse({}, "same-person");
}

/// Art 33: only a provider with neither establishment nor representative is under every Member State.
void establishmentMissing(const GuardRun& run)
{
    if (!run.file->providerState.empty())
        run.warn("states-informed-despite-establishment", {{"state", run.file->providerState}});
}

constexpr GuardRow kRows[] = {
    {Guard::ServiceUndetermined, LooksAt::Data, serviceUndetermined},
    {Guard::HearingDue, LooksAt::State, hearingDue},
    {Guard::HeardFirst, LooksAt::Data, heardFirst},
    {Guard::HeardBefore, LooksAt::State, heardBefore},
    {Guard::ServiceOfCase, LooksAt::Data, serviceOfCase},
    {Guard::VerdictFits, LooksAt::Data, verdictFits},
    {Guard::VerdictsAgree, LooksAt::Data, verdictsAgree},
    {Guard::BodyNamed, LooksAt::Data, bodyNamed},
    {Guard::OpinionRequested, LooksAt::Data, opinionRequested},
    {Guard::ClaimFits, LooksAt::Data, claimFits},
    {Guard::ClaimOpen, LooksAt::Data, claimOpen},
    {Guard::DocumentToQuarantine, LooksAt::Data, documentToQuarantine},
    {Guard::DestructionDue, LooksAt::State, destructionDue},
    {Guard::DestructionFits, LooksAt::Data, destructionFits},
    {Guard::EstablishmentMissing, LooksAt::State, establishmentMissing},
};

} // namespace

std::span<const GuardRow> reviewGuards()
{
    return kRows;
}

} // namespace tutela::procedure

#include <algorithm>

#include "core/procedure/facts.h"
#include "core/services/attached_files.h"
#include "core/services/court_views.h"
#include "core/services/directory_writes.h"
#include "core/services/performer.h"

namespace tutela::services {

namespace {

using interfaces::ActRequest;
using procedure::ActDefinition;

std::vector<ServiceId> servicesNamed(const CaseFile* file, const Json* data)
{
    std::vector<ServiceId> services;
    if (file != nullptr)
        services = file->services;
    if (data != nullptr) {
        const procedure::Facts facts(*data);
        for (const std::string& service : facts.codes("services"))
            services.emplace_back(service);
        if (facts.has("service"))
            services.emplace_back(facts.text("service"));
    }
    return services;
}

/// Whether a rule of the act compares it with the orders of other files.
bool asksForOrders(const procedure::ActTable& acts, const ActRequest* request)
{
    const ActDefinition* act = request != nullptr ? acts.find(request->act) : nullptr;
    return act != nullptr
        && std::ranges::find(act->guards, procedure::Guard::NoOverlap, &procedure::GuardUse::guard)
        != act->guards.end();
}

std::optional<OrderScope> orderInForce(Register& target, const CaseId& id)
{
    const auto loaded = target.loadCase(id);
    if (!loaded || !loaded->file.order || loaded->file.order->decision == CourtDecision::Refused)
        return std::nullopt;
    OrderScope scope = loaded->file.order->scope;
    scope.end = lastDayInForce(*loaded->file.order);
    return scope;
}

void nameThose(Register& source, Message& message)
{
    for (Argument& argument : message.arguments) {
        auto* id = std::get_if<std::string>(&argument.value);
        if (id == nullptr)
            continue;
        if (argument.name == "person") {
            if (const auto person = source.directory.person(PersonId(*id)))
                *id = person->name;
        } else if (argument.name == "service") {
            if (const auto service = source.directory.service(ServiceId(*id)))
                *id = service->name;
        }
    }
}

} // namespace

procedure::Verdict verdictOn(Register& source, const ActDefinition& act, const CaseFile* file,
    const Json* data, procedure::ActSource from, const procedure::Circumstances& circumstances)
{
    procedure::Verdict verdict = procedure::judge(act, file, data, from, circumstances);
    for (procedure::Refusal& refusal : verdict.refusals)
        nameThose(source, refusal.text);
    for (Message& warning : verdict.warnings)
        nameThose(source, warning);
    return verdict;
}

procedure::Circumstances Performer::circumstancesFor(
    const Actor& actor, const CaseFile* file, const ActRequest* request)
{
    const Json* data = request != nullptr ? &request->data : nullptr;
    procedure::Circumstances circumstances{
        .actor = actor,
        .now = m_register.now(),
        .today = m_register.today(),
        .rulebook = m_register.rulebook(),
        .calendars = m_register.calendars(),
        .zone = m_register.zone(),
    };
    const ProviderId named(
        file != nullptr ? file->provider.text() : std::string(data == nullptr ? "" : data->text("provider")));
    if (const auto provider = m_register.directory.provider(named))
        circumstances.provider = {provider->establishment, provider->contactPoint,
            jurisdictionOf(viewOf(*provider).details), provider->language};
    if (request != nullptr) {
        circumstances.attachments = namesOf(request->attachments);
        circumstances.filings = readAttachments(m_register.acts().find(request->act), request->attachments);
    }
    if (data != nullptr && data->find("responsible") != nullptr)
        circumstances.coordinators = m_register.directory.peopleWith(Role::Coordinator);
    if (data != nullptr && !data->text("assessment").empty()) {
        const auto linked = m_register.loadCase(CaseId(std::string(data->text("assessment"))));
        if (linked && linked->file.kind == CaseKind::Assessment
            && linked->file.provider.text() == data->text("provider"))
            circumstances.assessments.push_back(linked->file.id);
    }
    for (const ServiceId& id : servicesNamed(file, data)) {
        const auto service = m_register.directory.service(id);
        if (!service)
            continue;
        circumstances.services.push_back({id, service->provider, service->kind});
        for (const CaseSummary& other : m_register.cases.detectionFilesOf(id)) {
            if (file != nullptr && other.id == file->id)
                continue;
            circumstances.related.push_back(relatedCase(other, id, file, request));
        }
    }
    addCourt(file, data, circumstances);
    return circumstances;
}

/// What the rules may know of another detection file of the same service.
procedure::RelatedCase Performer::relatedCase(
    const CaseSummary& other, const ServiceId& service, const CaseFile* file, const ActRequest* request) const
{
    procedure::RelatedCase related{other.id, service, other.detectionKind.value_or(DetectionKind::Known),
        !hasEnded(other.step) && !other.orderIssued, other.orderIssued};
    const bool opens = file == nullptr && request != nullptr;
    related.refused = opens && wasRefused(m_register, other);
    // What an earlier order covers matters only once a plan says that it is renewed.
    const bool renewed = file != nullptr && request != nullptr && other.orderIssued
        && file->detectionKind == other.detectionKind && file->step == Step::AwaitingPlan;
    if (const auto loaded = renewed ? m_register.loadCase(other.id) : std::nullopt;
        loaded && loaded->file.order)
        related.parts = loaded->file.order->scope.parts;
    if (other.orderIssued && asksForOrders(m_register.acts(), request))
        related.order = orderInForce(m_register, other.id);
    return related;
}

void Performer::addCourt(const CaseFile* file, const Json* data, procedure::Circumstances& circumstances)
{
    if (file == nullptr || data == nullptr || file->kind != CaseKind::Detection)
        return;
    if (data->find("presiding") != nullptr) {
        circumstances.judges = m_register.directory.peopleWith(Role::Judge);
        circumstances.courtClerks = m_register.directory.peopleWith(Role::CourtClerk);
    }
    circumstances.signedFile = m_signedFile;
    if (file->step == Step::BeforeTheCourt)
        circumstances.requested = requestedTerms(m_register, *file);
}

} // namespace tutela::services

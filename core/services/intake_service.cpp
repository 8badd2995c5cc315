#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/base/catalogue.h"
#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/filings/form.h"
#include "core/filings/form_schema.h"
#include "core/filings/read_filing.h"
#include "core/services/desks.h"
#include "core/services/directory_writes.h"
#include "core/services/guarded.h"
#include "core/services/performer.h"
#include "core/services/writing.h"

namespace tutela::services {

namespace {

using interfaces::FilingView;

FilingView viewOf(const domain::Filing& filing)
{
    FilingView view;
    view.form = filing.form;
    view.sha256 = toHex(filing.sha256);
    view.provider = filing.provider.name;
    for (const auto& service : filing.services)
        view.services.push_back(service.name);
    for (const auto& section : filing.sections) {
        interfaces::FilingSectionView shown{section.heading, {}};
        for (const auto& item : section.items) {
            std::string text = item.text;
            for (const std::string& line : item.list)
                text += (text.empty() ? "" : "\n") + line;
            shown.items.emplace_back(item.label, text);
        }
        view.sections.push_back(std::move(shown));
    }
    for (const auto& finding : filing.findings) {
        view.findings.push_back({finding.code, std::string(domain::toText(finding.severity)), finding.path,
            finding.law, finding.text});
    }
    return view;
}

Error unknownForm(std::string_view id)
{
    return {
        .code = ErrorCode::BadInput, .what = {"forms.unknown", {{"form", std::string(id)}}}, .where = "form"};
}

/// The services that the filing means.
struct Addressed {
    ProviderId provider{""};
    std::vector<ServiceId> services;
    std::vector<interfaces::FindingView> findings;
};

/// Those that the registrar named.
Result<Addressed> addressedByIds(Register& target, const std::vector<ServiceId>& named)
{
    Addressed addressed;
    for (const ServiceId& id : named) {
        const auto service = target.directory.service(id);
        if (!service)
            return Error{.code = ErrorCode::Refused,
                .what = {"intake.no-service", {{"service", id.text()}}},
                .law = "Art 5(1)",
                .record = id.text()};
        if (!addressed.services.empty() && service->provider != addressed.provider)
            return Error{.code = ErrorCode::Refused, .what = {"intake.two-providers", {}}, .law = "Art 5(1)"};
        addressed.provider = service->provider;
        addressed.services.push_back(id);
    }
    return addressed;
}

interfaces::FindingView added(const char* id, const std::string& name)
{
    return {id, "to-check", "$", "Art 5(1)", {id, {{"name", name}}}};
}

/// Those that the filing declares, by name. What is not in the register yet is added: a filing is received
/// whatever its defects, and the clock runs from receipt.
Addressed addressedByNames(
    Register& target, Writing& writing, const Actor& actor, const domain::Filing& filing)
{
    const std::string unstated = Catalogue::embedded("en").term("intake.unstated");
    const std::string name = filing.provider.name.empty() ? unstated : filing.provider.name;
    Addressed addressed;
    const auto providers = target.directory.providers();
    const auto known = std::ranges::find(providers, name, &store::ProviderRow::name);
    if (known != providers.end()) {
        addressed.provider = known->id;
    } else {
        addressed.provider = addProvider(target, writing, registryRoleOf(actor),
            {name, filing.provider.mainEstablishment, filing.provider.contactPoint,
                filing.provider.languages.empty() ? std::string() : filing.provider.languages.front(), {}});
        addressed.findings.push_back(added("intake.provider-added", name));
    }
    std::vector<domain::DeclaredService> declared = filing.services;
    if (declared.empty())
        declared.push_back({unstated, {}, {}});
    const auto services = target.directory.services();
    for (const domain::DeclaredService& service : declared) {
        const std::string serviceName = service.name.empty() ? unstated : service.name;
        const auto found = std::ranges::find_if(services, [&](const store::ServiceRow& row) {
            return row.provider == addressed.provider && row.name == serviceName;
        });
        if (found != services.end()) {
            addressed.services.push_back(found->id);
            continue;
        }
        const bool communications =
            std::ranges::find(service.kinds, "interpersonal-communications") != service.kinds.end();
        addressed.services.push_back(addService(target, writing, registryRoleOf(actor), addressed.provider,
            {serviceName, communications ? ServiceKind::InterpersonalCommunications : ServiceKind::Hosting,
                {}}));
        addressed.findings.push_back(added("intake.service-added", serviceName));
    }
    return addressed;
}

} // namespace

Result<FilingView> IntakeService::preview(std::string_view bytes)
{
    const auto filing = filings::readFiling(bytes);
    if (!filing)
        return filing.error();
    return viewOf(filing.value());
}

Result<interfaces::IntakeReceipt> IntakeService::receive(const interfaces::IntakeRequest& request)
{
    return guarded([&]() -> Result<interfaces::IntakeReceipt> {
        const auto actor = m_register.actor();
        if (!actor) {
            keepRefusal(m_register, "file-report", m_register.noActor());
            return m_register.noActor();
        }
        if (!actor->has(Role::Coordinator) && !actor->has(Role::Registrar)) {
            keepRefusal(m_register, "file-report", notAllowed({}));
            return notAllowed({});
        }
        const auto filing = filings::readFiling(request.bytes);
        if (!filing) {
            // Nothing is kept of a file that is no filing, except that it came and why it was refused.
            Writing writing(m_register);
            NewEntry entry{
                .stream = "register", .act = "refuse-filing", .effect = "refusal", .law = "Art 5(1)"};
            entry.role = registryRoleOf(*actor);
            entry.facts =
                Json::object({{"why", filing.error().what.id}, {"sha256", toHex(sha256(request.bytes))},
                    {"size", static_cast<std::int64_t>(request.bytes.size())}});
            static_cast<void>(writing.append(std::move(entry)));
            writing.finish();
            return filing.error();
        }
        std::optional<Writing> writing(std::in_place, m_register);
        // What was begun is undone before the refusal is written.
        const auto refused = [&](const Error& error) {
            writing.reset();
            keepRefusal(m_register, "file-report", error);
            return error;
        };
        auto addressed = request.services.empty()
            ? Result<Addressed>(addressedByNames(m_register, *writing, *actor, filing.value()))
            : addressedByIds(m_register, request.services);
        if (!addressed)
            return refused(addressed.error());
        Json::Array services;
        for (const ServiceId& service : addressed.value().services)
            services.emplace_back(service.text());
        const std::string name = request.fileName.empty() ? "filing.json" : request.fileName;
        interfaces::ActRequest act{.act = "file-report"};
        act.data = Json::object(
            {{"provider", addressed.value().provider.text()}, {"services", Json(std::move(services))},
                {"received_at", formatInstant(request.receivedAt.value_or(m_register.now()))},
                {"original", name}, {"channel", "electronic"}});
        act.attachments = {{name, request.bytes}};
        act.attachments.insert(act.attachments.end(), request.attachments.begin(), request.attachments.end());
        const auto receipt = Performer(m_register).performIn(*writing, act);
        if (!receipt)
            return refused(receipt.error());
        writing->finish();
        const auto loaded = m_register.loadCase(receipt.value().caseId);
        m_news.tell({receipt.value().caseId});
        interfaces::IntakeReceipt answer{
            loaded->file.filings.front().original.text(), {receipt.value().caseId}, viewOf(filing.value())};
        for (interfaces::FindingView& finding : addressed.value().findings)
            answer.view.findings.push_back(std::move(finding));
        return answer;
    });
}

Result<FilingView> IntakeService::filing(const CaseId& caseId)
{
    return guarded([&]() -> Result<FilingView> {
        const auto actor = m_register.actor();
        if (!actor)
            return m_register.noActor();
        const auto loaded = Performer(m_register).visibleCase(caseId, *actor);
        if (!loaded)
            return loaded.error();
        if (loaded.value().file.filings.empty() || !actor->belongsTo(Institution::Authority))
            return notAllowed(caseId.text());
        return preview(m_register.vault.documentBytes(loaded.value().file.filings.front().original));
    });
}

std::vector<std::pair<std::string, std::string>> IntakeService::forms()
{
    std::vector<std::pair<std::string, std::string>> list;
    for (const filings::Form& form : filings::forms())
        list.emplace_back(form.id, form.title);
    return list;
}

Result<Json> IntakeService::form(std::string_view id)
{
    const auto text = embeddedFile(fmt::format("forms/filings/{}.json", id));
    return text ? parseJson(*text, JsonLimits::forOwnData()) : Result<Json>(unknownForm(id));
}

Result<Json> IntakeService::formSchema(std::string_view id)
{
    const filings::Form* form = filings::formById(id);
    return form != nullptr ? Result<Json>(filings::formSchema(*form)) : Result<Json>(unknownForm(id));
}

} // namespace tutela::services

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/base/embedded.h"
#include "core/base/json_parse.h"
#include "core/filings/form.h"
#include "core/filings/form_schema.h"
#include "core/filings/read_filing.h"
#include "core/services/desks.h"
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

/// The services that the filing means: those named by the sender, or those whose names it declares.
struct Addressed {
    ProviderId provider{""};
    std::vector<ServiceId> services;
};

Result<Addressed> addressedOf(
    Register& target, const domain::Filing& filing, const std::vector<ServiceId>& named)
{
    Addressed addressed;
    std::set<ProviderId> providers;
    for (const store::ServiceRow& service : target.directory.services()) {
        const bool isNamed = std::ranges::find(named, service.id) != named.end();
        const bool isDeclared = named.empty()
            && std::ranges::any_of(
                filing.services, [&](const auto& declared) { return declared.name == service.name; });
        if (isDeclared) {
            const auto provider = target.directory.provider(service.provider);
            if (!provider || (!filing.provider.name.empty() && provider->name != filing.provider.name))
                continue;
        }
        if (!isNamed && !isDeclared)
            continue;
        addressed.services.push_back(service.id);
        providers.insert(service.provider);
    }
    if (addressed.services.empty() || addressed.services.size() < named.size()) {
        return Error{.code = ErrorCode::Refused,
            .what = {"intake.no-service", {}},
            .law = "Art 5(1)",
            .hint = Message{"intake.no-service.hint", {}}};
    }
    if (providers.size() > 1)
        return Error{.code = ErrorCode::Refused, .what = {"intake.two-providers", {}}, .law = "Art 5(1)"};
    addressed.provider = *providers.begin();
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
        if (!actor)
            return notSignedIn();
        if (!actor->has(Role::Coordinator) && !actor->has(Role::Registrar))
            return notAllowed({});
        const auto filing = filings::readFiling(request.bytes);
        if (!filing) {
            // Nothing is kept of a file that is no filing, except that it came and why it was refused.
            Writing writing(m_register);
            NewEntry entry{
                .stream = "register", .act = "refuse-filing", .effect = "refusal", .law = "Art 5(1)"};
            entry.role = actor->has(Role::Registrar) ? Role::Registrar : Role::Coordinator;
            entry.facts =
                Json::object({{"why", filing.error().what.id}, {"sha256", toHex(sha256(request.bytes))},
                    {"size", static_cast<std::int64_t>(request.bytes.size())}});
            static_cast<void>(writing.append(std::move(entry)));
            writing.finish();
            return filing.error();
        }
        const auto addressed = addressedOf(m_register, filing.value(), request.services);
        if (!addressed)
            return addressed.error();
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
        const auto receipt = Performer(m_register).perform(act);
        if (!receipt)
            return receipt.error();
        const auto loaded = m_register.loadCase(receipt.value().caseId);
        m_news.tell({receipt.value().caseId});
        return interfaces::IntakeReceipt{
            loaded->file.filings.front().original.text(), {receipt.value().caseId}, viewOf(filing.value())};
    });
}

Result<FilingView> IntakeService::filing(const CaseId& caseId)
{
    return guarded([&]() -> Result<FilingView> {
        const auto actor = m_register.actor();
        if (!actor)
            return notSignedIn();
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

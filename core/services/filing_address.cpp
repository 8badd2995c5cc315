#include "core/services/filing_address.h"

#include <algorithm>
#include <set>

#include "core/base/catalogue.h"
#include "core/services/directory_writes.h"
#include "core/services/filing_views.h"

namespace tutela::services {

namespace {

interfaces::FindingView added(const char* id, const std::string& name)
{
    return pointToCheck(id, "$", "Art 5(1)", {{"name", name}});
}

/// The services that the filing declares, as far as they are in the register.
std::vector<ServiceId> knownServicesOf(Register& source, const domain::Filing& filing)
{
    std::vector<ServiceId> known;
    for (const store::ServiceRow& row : source.directory.services()) {
        const bool declared = std::ranges::any_of(filing.services,
            [&](const domain::DeclaredService& service) { return service.name == row.name; });
        const auto provider = source.directory.provider(row.provider);
        if (declared && provider && provider->name == filing.provider.name)
            known.push_back(row.id);
    }
    return known;
}

} // namespace

Result<FilingAddress> addressByIds(Register& target, const std::vector<ServiceId>& named)
{
    FilingAddress addressed;
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

FilingAddress addressByNames(
    Register& target, Writing& writing, const Actor& actor, const domain::Filing& filing)
{
    const std::string unstated = Catalogue::embedded("en").term("intake.unstated");
    const std::string name = filing.provider.name.empty() ? unstated : filing.provider.name;
    FilingAddress addressed;
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

std::optional<CaseId> detectionFileOf(
    Register& source, const domain::Filing& filing, const std::vector<ServiceId>& named)
{
    const CaseId stated(filing.plan.fileNumber);
    if (stated.text().starts_with("D-") && source.cases.exists(stated))
        return stated;
    std::set<CaseId> open;
    for (const ServiceId& service : named.empty() ? knownServicesOf(source, filing) : named) {
        for (const CaseSummary& file : source.cases.detectionFilesOf(service)) {
            if (!hasEnded(file.step))
                open.insert(file.id);
        }
    }
    return open.size() == 1 ? std::optional(*open.begin()) : std::nullopt;
}

} // namespace tutela::services

#include "core/services/directory_writes.h"

#include <fmt/format.h>

namespace tutela::services {

namespace {

void writeProvider(Register& target, Role role, const char* act, const ProviderId& id,
    const interfaces::ProviderDetails& details, Writing& writing)
{
    const Day from = details.validFrom.value_or(target.today());
    NewEntry entry{.stream = "provider/" + id.text(), .act = act, .effect = act, .law = "Art 23, 24"};
    entry.role = role;
    entry.facts = Json::object({{"valid_from", formatDay(from)}, {"language", details.language}});
    entry.content = Json::object({{"name", details.name}, {"establishment", details.establishment},
        {"contact_point", details.contactPoint}});
    static_cast<void>(writing.append(std::move(entry)));
    target.directory.project(store::ProviderRow{
        id, details.name, details.establishment, details.contactPoint, details.language, formatDay(from), 0});
}

void writeService(Register& target, Role role, const char* act, const ServiceId& id,
    const ProviderId& provider, const interfaces::ServiceDetails& details, Writing& writing)
{
    const Day from = details.validFrom.value_or(target.today());
    NewEntry entry{.stream = "provider/" + provider.text(), .act = act, .effect = act, .law = "Art 2(f)"};
    entry.role = role;
    entry.facts = Json::object(
        {{"service", id.text()}, {"kind", toText(details.kind)}, {"valid_from", formatDay(from)}});
    entry.content = Json::object({{"name", details.name}});
    static_cast<void>(writing.append(std::move(entry)));
    target.directory.project(store::ServiceRow{id, provider, details.name, details.kind, formatDay(from)});
}

} // namespace

Role registryRoleOf(const Actor& actor)
{
    return actor.has(Role::Registrar) ? Role::Registrar : Role::Coordinator;
}

ProviderId addProvider(
    Register& target, Writing& writing, Role role, const interfaces::ProviderDetails& details)
{
    const ProviderId id(fmt::format("P-{:04}", target.cases.nextNumber("P")));
    writeProvider(target, role, "add-provider", id, details, writing);
    return id;
}

void changeProvider(Register& target, Writing& writing, Role role, const ProviderId& id,
    const interfaces::ProviderDetails& details)
{
    writeProvider(target, role, "change-provider", id, details, writing);
}

ServiceId addService(Register& target, Writing& writing, Role role, const ProviderId& provider,
    const interfaces::ServiceDetails& details)
{
    const ServiceId id(fmt::format("S-{:04}", target.cases.nextNumber("S")));
    writeService(target, role, "add-service", id, provider, details, writing);
    return id;
}

void changeService(Register& target, Writing& writing, Role role, const ServiceId& id,
    const ProviderId& provider, const interfaces::ServiceDetails& details)
{
    writeService(target, role, "change-service", id, provider, details, writing);
}

} // namespace tutela::services

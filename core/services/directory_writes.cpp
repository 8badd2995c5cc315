#include "core/services/directory_writes.h"

#include <fmt/format.h>

#include "core/services/service_cycles.h"

namespace tutela::services {

namespace {

void setDay(Json& facts, const char* name, const std::optional<Day>& day)
{
    if (day)
        facts.set(name, formatDay(*day));
}

std::string dayOrNothing(const std::optional<Day>& day)
{
    return day ? formatDay(*day) : std::string();
}

void writeProvider(Register& target, Role role, const char* act, const ProviderId& id,
    interfaces::ProviderDetails details, Writing& writing)
{
    details.validFrom = details.validFrom.value_or(target.today());
    NewEntry entry{.stream = "provider/" + id.text(), .act = act, .effect = act, .law = "Art 23, 24"};
    entry.role = role;
    entry.facts =
        Json::object({{"valid_from", formatDay(*details.validFrom)}, {"language", details.language}});
    if (!details.memberState.empty())
        entry.facts.set("member_state", details.memberState);
    if (!details.representativeState.empty())
        entry.facts.set("representative_state", details.representativeState);
    entry.content = Json::object({{"name", details.name}, {"establishment", details.establishment},
        {"contact_point", details.contactPoint}});
    if (!details.representative.empty())
        entry.content.set("representative", details.representative);
    static_cast<void>(writing.append(std::move(entry)));
    target.directory.project(rowOf(id, details));
}

void writeService(Register& target, Role role, const char* act, const ServiceId& id,
    const ProviderId& provider, interfaces::ServiceDetails details, Writing& writing)
{
    details.validFrom = details.validFrom.value_or(target.today());
    NewEntry entry{.stream = "provider/" + provider.text(), .act = act, .effect = act, .law = "Art 2(f)"};
    entry.role = role;
    entry.facts = Json::object({{"service", id.text()}, {"kind", toText(details.kind)},
        {"valid_from", formatDay(*details.validFrom)}});
    setDay(entry.facts, "offered_from", details.offeredFrom);
    setDay(entry.facts, "offered_until", details.offeredUntil);
    if (details.riskClass)
        entry.facts.set("risk_class", toText(*details.riskClass));
    entry.content = Json::object({{"name", details.name}});
    static_cast<void>(writing.append(std::move(entry)));
    target.directory.project(rowOf(id, provider, details));
    projectDuties(target, id);
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

interfaces::ProviderDetails providerDetails(const Json& facts, const Json& content)
{
    const auto text = [](const Json& from, const char* name) { return std::string(from.text(name)); };
    return {text(content, "name"), text(content, "establishment"), text(content, "contact_point"),
        text(facts, "language"), parseDay(facts.text("valid_from")), text(facts, "member_state"),
        text(content, "representative"), text(facts, "representative_state")};
}

interfaces::ServiceDetails serviceDetails(const Json& facts, const Json& content)
{
    return {std::string(content.text("name")),
        fromText<ServiceKind>(facts.text("kind")).value_or(ServiceKind::Hosting),
        parseDay(facts.text("valid_from")), parseDay(facts.text("offered_from")),
        parseDay(facts.text("offered_until")), fromText<RiskClass>(facts.text("risk_class"))};
}

store::ProviderRow rowOf(const ProviderId& id, const interfaces::ProviderDetails& details)
{
    return {id, details.name, details.establishment, details.contactPoint, details.language,
        dayOrNothing(details.validFrom), 0, details.memberState, details.representative,
        details.representativeState};
}

store::ServiceRow rowOf(
    const ServiceId& id, const ProviderId& provider, const interfaces::ServiceDetails& details)
{
    return {id, provider, details.name, details.kind, dayOrNothing(details.validFrom),
        dayOrNothing(details.offeredFrom), dayOrNothing(details.offeredUntil),
        details.riskClass ? std::string(toText(*details.riskClass)) : std::string()};
}

interfaces::ProviderView viewOf(const store::ProviderRow& row)
{
    return {row.id,
        {row.name, row.establishment, row.contactPoint, row.language, parseDay(row.validFrom),
            row.memberState, row.representative, row.representativeState},
        row.services};
}

interfaces::ServiceView viewOf(const store::ServiceRow& row)
{
    return {row.id, row.provider,
        {row.name, row.kind, parseDay(row.validFrom), parseDay(row.offeredFrom), parseDay(row.offeredUntil),
            fromText<RiskClass>(row.riskClass)}};
}

void recordApplicationDay(Register& target, Writing& writing, Role role, Day day, std::string_view basis)
{
    NewEntry entry{.stream = "register",
        .act = "record-application-date",
        .effect = "record-application-date",
        .law = "Art 89"};
    entry.role = role;
    entry.facts = Json::object({{"day", formatDay(day)}});
    entry.content = Json::object({{"basis", basis}});
    const EntrySeq seq = writing.append(std::move(entry)).entry.seq;
    target.services.recordApplicationDay(seq, day);
    projectAllDuties(target);
}

} // namespace tutela::services

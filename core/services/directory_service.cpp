#include <algorithm>

#include <fmt/format.h>

#include "core/services/desks.h"
#include "core/services/directory_change.h"
#include "core/services/directory_writes.h"
#include "core/services/people.h"

namespace tutela::services {

namespace {

const Roles kAdministers{Role::Administrator};

Error badFact(const char* id, const char* field)
{
    return {.code = ErrorCode::BadInput, .what = {id, {}}, .where = field};
}

Result<Done> checkDetails(const interfaces::ProviderDetails& details)
{
    if (const auto checked = checkDirectoryText("name", details.name); !checked)
        return checked.error();
    const auto capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const auto isState = [&](const std::string& state) {
        return state.empty() || (state.size() == 2 && std::ranges::all_of(state, capital));
    };
    if (!isState(details.memberState))
        return badFact("directory.member-state", "member_state");
    if (!isState(details.representativeState))
        return badFact("directory.member-state", "representative_state");
    if (!details.representativeState.empty() && details.representative.empty())
        return badFact("directory.nobody-represents", "representative");
    return Done{};
}

/// No legal text says how a class is found, and some have none.
Result<Done> checkDetails(const interfaces::ServiceDetails& details, const law::Rulebook& rulebook)
{
    if (const auto checked = checkDirectoryText("name", details.name); !checked)
        return checked.error();
    if (details.offeredFrom && details.offeredUntil && *details.offeredUntil < *details.offeredFrom)
        return badFact("directory.offered-reversed", "offered_until");
    if (details.riskClass && rulebook.parameter("risk.classes") == nullptr)
        return Error{.code = ErrorCode::Refused, .what = {"directory.no-classes", {}}, .law = "Art 5(2)"};
    return Done{};
}

} // namespace

Result<Actor> needRole(Register& target, const Roles& roles)
{
    const auto actor = target.actor();
    if (!actor)
        return target.noActor();
    const bool has = std::ranges::any_of(roles, [&](Role role) { return actor->has(role); });
    return has ? Result<Actor>(*actor) : Result<Actor>(notAllowed({}));
}

Json factsOf(Register& target, const About& about)
{
    Json facts = Json::object();
    if (about.person && target.directory.person(*about.person))
        facts.set("person", about.person->text());
    if (about.role)
        facts.set("role", toText(*about.role));
    return facts;
}

Result<Done> checkDirectoryText(std::string_view field, std::string_view text)
{
    constexpr std::size_t kMaxText = 500;
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (!blank && text.size() <= kMaxText && text.find('\n') == std::string_view::npos)
        return Done{};
    return Error{.code = ErrorCode::BadInput,
        .what = {"directory.text", {{"field", Term{fmt::format("directory.{}", field)}}}},
        .where = std::string(field)};
}

Result<std::vector<interfaces::ProviderView>> ProviderService::providers()
{
    return guarded([&]() -> Result<std::vector<interfaces::ProviderView>> {
        if (const auto actor = needRole(m_register, kReadsRegistry); !actor)
            return actor.error();
        std::vector<interfaces::ProviderView> views;
        for (const store::ProviderRow& row : m_register.directory.providers()) {
            views.push_back(viewOf(row));
        }
        return views;
    });
}

Result<ProviderId> ProviderService::addProvider(const interfaces::ProviderDetails& details)
{
    return changeDirectory(m_register, "add-provider", kRegistry,
        [&](const Actor& actor, Writing& writing) -> Result<ProviderId> {
            if (const auto checked = checkDetails(details); !checked)
                return checked.error();
            return services::addProvider(m_register, writing, registryRoleOf(actor), details);
        });
}

Result<Done> ProviderService::changeProvider(const ProviderId& id, const interfaces::ProviderDetails& details)
{
    return changeDirectory(
        m_register, "change-provider", kRegistry, [&](const Actor& actor, Writing& writing) -> Result<Done> {
            if (const auto checked = checkDetails(details); !checked)
                return checked.error();
            if (!m_register.directory.provider(id))
                return notAllowed(id.text());
            services::changeProvider(m_register, writing, registryRoleOf(actor), id, details);
            return Done{};
        });
}

Result<std::vector<interfaces::ServiceView>> ProviderService::services(
    const std::optional<ProviderId>& provider)
{
    return guarded([&]() -> Result<std::vector<interfaces::ServiceView>> {
        if (const auto actor = needRole(m_register, kReadsRegistry); !actor)
            return actor.error();
        std::vector<interfaces::ServiceView> views;
        for (const store::ServiceRow& row : m_register.directory.services()) {
            if (!provider || row.provider == *provider)
                views.push_back(viewOf(row));
        }
        return views;
    });
}

Result<ServiceId> ProviderService::addService(
    const ProviderId& provider, const interfaces::ServiceDetails& details)
{
    return changeDirectory(
        m_register, "add-service", kRegistry, [&](const Actor& actor, Writing& writing) -> Result<ServiceId> {
            if (const auto checked = checkDetails(details, m_register.rulebook()); !checked)
                return checked.error();
            if (!m_register.directory.provider(provider))
                return notAllowed(provider.text());
            return services::addService(m_register, writing, registryRoleOf(actor), provider, details);
        });
}

Result<Done> ProviderService::changeService(const ServiceId& id, const interfaces::ServiceDetails& details)
{
    return changeDirectory(
        m_register, "change-service", kRegistry, [&](const Actor& actor, Writing& writing) -> Result<Done> {
            if (const auto checked = checkDetails(details, m_register.rulebook()); !checked)
                return checked.error();
            const auto service = m_register.directory.service(id);
            if (!service)
                return notAllowed(id.text());
            services::changeService(
                m_register, writing, registryRoleOf(actor), id, service->provider, details);
            return Done{};
        });
}

Result<std::vector<interfaces::PersonView>> PeopleService::people()
{
    return guarded([&]() -> Result<std::vector<interfaces::PersonView>> {
        if (const auto actor = needRole(m_register, {Role::Administrator, Role::Auditor}); !actor)
            return actor.error();
        std::vector<interfaces::PersonView> views;
        for (const store::PersonRow& row : m_register.directory.people()) {
            interfaces::PersonView view{row.id, row.signIn, row.name, {}, row.disabled};
            for (const store::GrantRow& grant : m_register.directory.grants(row.id))
                view.grants.push_back({grant.role, grant.confirmed});
            views.push_back(std::move(view));
        }
        return views;
    });
}

Result<PersonId> PeopleService::addPerson(
    std::string_view signInName, std::string_view name, std::string_view password)
{
    return changeDirectory(
        m_register, "add-person", kAdministers, [&](const Actor&, Writing& writing) -> Result<PersonId> {
            for (const auto& [field, text] :
                {std::pair<std::string_view, std::string_view>{"sign-in", signInName}, {"name", name}}) {
                if (const auto checked = checkDirectoryText(field, text); !checked)
                    return checked.error();
            }
            if (const auto checked = checkPassword(m_register, password, signInName, name); !checked)
                return checked.error();
            if (m_register.directory.personBySignIn(signInName))
                return Error{.code = ErrorCode::Refused,
                    .what = {"people.sign-in-taken", {{"name", std::string(signInName)}}}};
            return services::addPerson(
                m_register, writing, signInName, name, password, FirstPassword::MustChange);
        });
}

Result<Done> PeopleService::disable(const PersonId& person)
{
    return changeDirectory(m_register, "disable-person", kAdministers,
        [&](const Actor& actor, Writing& writing) -> Result<Done> {
            if (actor.person == person)
                return Error{.code = ErrorCode::Refused, .what = {"people.not-oneself", {}}};
            auto row = m_register.directory.person(person);
            if (!row)
                return notAllowed(person.text());
            static_cast<void>(writing.append(
                {.stream = "person/" + person.text(), .act = "disable-person", .effect = "disable-person"}));
            row->disabled = true;
            m_register.directory.project(*row);
            return Done{};
        },
        {person, {}});
}

Result<Done> PeopleService::grant(const PersonId& person, Role role)
{
    return changeDirectory(m_register, "grant-role", kAdministers,
        [&](const Actor&, Writing& writing) -> Result<Done> {
            if (!m_register.directory.person(person))
                return notAllowed(person.text());
            for (const store::GrantRow& grant : m_register.directory.grants(person)) {
                if (grant.role == role)
                    return Error{
                        .code = ErrorCode::Refused, .what = {"people.has-role", {}}, .record = person.text()};
                // Who asks and who decides are apart, and administrators work on no case.
                if (institutionOf(grant.role) != institutionOf(role)
                    || (grant.role == Role::Administrator) != (role == Role::Administrator))
                    return Error{.code = ErrorCode::Refused,
                        .what = {"people.roles-apart", {}},
                        .law = "Art 7(1), 26(2)",
                        .record = person.text()};
            }
            addGrant(m_register, writing, person, role, GrantState::Waiting);
            return Done{};
        },
        {person, role});
}

Result<Done> PeopleService::confirm(const PersonId& person, Role role)
{
    return changeDirectory(m_register, "confirm-grant", kAdministers,
        [&](const Actor& actor, Writing& writing) -> Result<Done> {
            const auto grants = m_register.directory.grants(person);
            const auto grant = std::ranges::find(grants, role, &store::GrantRow::role);
            if (grant == grants.end() || grant->confirmed)
                return Error{
                    .code = ErrorCode::Refused, .what = {"people.no-grant", {}}, .record = person.text()};
            if (grant->grantedBy == actor.person || person == actor.person)
                return Error{.code = ErrorCode::Refused,
                    .what = {"people.second-administrator", {}},
                    .record = person.text()};
            confirmGrant(m_register, writing, person, *grant);
            return Done{};
        },
        {person, role});
}

Result<Done> PeopleService::resetPassword(const PersonId& person, std::string_view password)
{
    return changeDirectory(m_register, "reset-keys", kAdministers,
        [&](const Actor&, Writing& writing) -> Result<Done> {
            const auto row = m_register.directory.person(person);
            if (!row)
                return notAllowed(person.text());
            if (const auto checked = checkPassword(m_register, password, row->signIn, row->name); !checked)
                return checked.error();
            services::resetKeys(m_register, writing, *row, password);
            return Done{};
        },
        {person, {}});
}

} // namespace tutela::services

#include <algorithm>

#include <fmt/format.h>

#include "core/services/desks.h"
#include "core/services/directory_writes.h"
#include "core/services/guarded.h"
#include "core/services/people.h"
#include "core/services/writing.h"

namespace tutela::services {

namespace {

constexpr std::size_t kMaxText = 500;

/// The actor when it has one of the roles.
Result<Actor> needRole(Register& target, std::initializer_list<Role> roles)
{
    const auto actor = target.actor();
    if (!actor)
        return notSignedIn();
    if (target.session->mustChangePassword)
        return changeFirst();
    const bool has = std::ranges::any_of(roles, [&](Role role) { return actor->has(role); });
    return has ? Result<Actor>(*actor) : Result<Actor>(notAllowed({}));
}

Result<Done> checkText(std::string_view field, std::string_view text)
{
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (!blank && text.size() <= kMaxText && text.find('\n') == std::string_view::npos)
        return Done{};
    return Error{.code = ErrorCode::BadInput,
        .what = {"directory.text", {{"field", Term{fmt::format("directory.{}", field)}}}},
        .where = std::string(field)};
}

} // namespace

Result<std::vector<interfaces::ProviderView>> ProviderService::providers()
{
    return guarded([&]() -> Result<std::vector<interfaces::ProviderView>> {
        if (const auto actor =
                needRole(m_register, {Role::Coordinator, Role::Registrar, Role::Head, Role::Auditor});
            !actor)
            return actor.error();
        std::vector<interfaces::ProviderView> views;
        for (const store::ProviderRow& row : m_register.directory.providers()) {
            views.push_back({row.id,
                {row.name, row.establishment, row.contactPoint, row.language, parseDay(row.validFrom)},
                row.services});
        }
        return views;
    });
}

Result<ProviderId> ProviderService::addProvider(const interfaces::ProviderDetails& details)
{
    return guarded([&]() -> Result<ProviderId> {
        const auto actor = needRole(m_register, {Role::Coordinator, Role::Registrar});
        if (!actor)
            return actor.error();
        if (const auto checked = checkText("name", details.name); !checked)
            return checked.error();
        Writing writing(m_register);
        const ProviderId id = services::addProvider(m_register, writing, actor.value(), details);
        writing.finish();
        return id;
    });
}

Result<Done> ProviderService::changeProvider(const ProviderId& id, const interfaces::ProviderDetails& details)
{
    return guarded([&]() -> Result<Done> {
        const auto actor = needRole(m_register, {Role::Coordinator, Role::Registrar});
        if (!actor)
            return actor.error();
        if (const auto checked = checkText("name", details.name); !checked)
            return checked.error();
        Writing writing(m_register);
        if (!m_register.directory.provider(id))
            return notAllowed(id.text());
        services::changeProvider(m_register, writing, actor.value(), id, details);
        writing.finish();
        return Done{};
    });
}

Result<std::vector<interfaces::ServiceView>> ProviderService::services(
    const std::optional<ProviderId>& provider)
{
    return guarded([&]() -> Result<std::vector<interfaces::ServiceView>> {
        if (const auto actor =
                needRole(m_register, {Role::Coordinator, Role::Registrar, Role::Head, Role::Auditor});
            !actor)
            return actor.error();
        std::vector<interfaces::ServiceView> views;
        for (const store::ServiceRow& row : m_register.directory.services()) {
            if (!provider || row.provider == *provider)
                views.push_back({row.id, row.provider, {row.name, row.kind, parseDay(row.validFrom)}});
        }
        return views;
    });
}

Result<ServiceId> ProviderService::addService(
    const ProviderId& provider, const interfaces::ServiceDetails& details)
{
    return guarded([&]() -> Result<ServiceId> {
        const auto actor = needRole(m_register, {Role::Coordinator, Role::Registrar});
        if (!actor)
            return actor.error();
        if (const auto checked = checkText("name", details.name); !checked)
            return checked.error();
        Writing writing(m_register);
        if (!m_register.directory.provider(provider))
            return notAllowed(provider.text());
        const ServiceId id = services::addService(m_register, writing, actor.value(), provider, details);
        writing.finish();
        return id;
    });
}

Result<Done> ProviderService::changeService(const ServiceId& id, const interfaces::ServiceDetails& details)
{
    return guarded([&]() -> Result<Done> {
        const auto actor = needRole(m_register, {Role::Coordinator, Role::Registrar});
        if (!actor)
            return actor.error();
        if (const auto checked = checkText("name", details.name); !checked)
            return checked.error();
        Writing writing(m_register);
        const auto service = m_register.directory.service(id);
        if (!service)
            return notAllowed(id.text());
        services::changeService(m_register, writing, actor.value(), id, service->provider, details);
        writing.finish();
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
    return guarded([&]() -> Result<PersonId> {
        if (const auto actor = needRole(m_register, {Role::Administrator}); !actor)
            return actor.error();
        for (const auto& [field, text] :
            {std::pair<std::string_view, std::string_view>{"sign-in", signInName}, {"name", name}}) {
            if (const auto checked = checkText(field, text); !checked)
                return checked.error();
        }
        if (const auto checked = checkPassword(m_register, password, signInName, name); !checked)
            return checked.error();
        Writing writing(m_register);
        if (m_register.directory.personBySignIn(signInName))
            return Error{.code = ErrorCode::Refused,
                .what = {"people.sign-in-taken", {{"name", std::string(signInName)}}}};
        const PersonId id =
            services::addPerson(m_register, writing, signInName, name, password, FirstPassword::MustChange);
        writing.finish();
        return id;
    });
}

Result<Done> PeopleService::disable(const PersonId& person)
{
    return guarded([&]() -> Result<Done> {
        const auto actor = needRole(m_register, {Role::Administrator});
        if (!actor)
            return actor.error();
        if (actor.value().person == person)
            return Error{.code = ErrorCode::Refused, .what = {"people.not-oneself", {}}};
        Writing writing(m_register);
        auto row = m_register.directory.person(person);
        if (!row)
            return notAllowed(person.text());
        static_cast<void>(writing.append(
            {.stream = "person/" + person.text(), .act = "disable-person", .effect = "disable-person"}));
        row->disabled = true;
        m_register.directory.project(*row);
        writing.finish();
        return Done{};
    });
}

Result<Done> PeopleService::grant(const PersonId& person, Role role)
{
    return guarded([&]() -> Result<Done> {
        if (const auto actor = needRole(m_register, {Role::Administrator}); !actor)
            return actor.error();
        Writing writing(m_register);
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
        writing.finish();
        return Done{};
    });
}

Result<Done> PeopleService::confirm(const PersonId& person, Role role)
{
    return guarded([&]() -> Result<Done> {
        const auto actor = needRole(m_register, {Role::Administrator});
        if (!actor)
            return actor.error();
        Writing writing(m_register);
        const auto grants = m_register.directory.grants(person);
        const auto grant = std::ranges::find(grants, role, &store::GrantRow::role);
        if (grant == grants.end() || grant->confirmed)
            return Error{
                .code = ErrorCode::Refused, .what = {"people.no-grant", {}}, .record = person.text()};
        if (grant->grantedBy == actor.value().person || person == actor.value().person)
            return Error{.code = ErrorCode::Refused,
                .what = {"people.second-administrator", {}},
                .record = person.text()};
        NewEntry entry{
            .stream = "person/" + person.text(), .act = "confirm-grant", .effect = "confirm-grant"};
        entry.facts = Json::object({{"role", toText(role)}});
        static_cast<void>(writing.append(std::move(entry)));
        m_register.directory.project(person, {role, grant->grantedBy, true});
        writing.finish();
        return Done{};
    });
}

Result<Done> PeopleService::resetPassword(const PersonId& person, std::string_view password)
{
    return guarded([&]() -> Result<Done> {
        if (const auto actor = needRole(m_register, {Role::Administrator}); !actor)
            return actor.error();
        const auto row = m_register.directory.person(person);
        if (!row)
            return notAllowed(person.text());
        if (const auto checked = checkPassword(m_register, password, row->signIn, row->name); !checked)
            return checked.error();
        Writing writing(m_register);
        services::resetKeys(m_register, writing, *row, password);
        writing.finish();
        return Done{};
    });
}

} // namespace tutela::services

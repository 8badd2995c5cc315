#include "core/store/directory_store.h"

namespace tutela::store {

namespace {

std::string textOf(const Row& row, int column)
{
    return std::string(row.text(column));
}

ProviderRow providerOf(const Row& row)
{
    return {ProviderId(textOf(row, 0)), textOf(row, 1), textOf(row, 2), textOf(row, 3), textOf(row, 4),
        textOf(row, 5), row.integer(6), textOf(row, 7), textOf(row, 8), textOf(row, 9)};
}

ServiceRow serviceOf(const Row& row)
{
    return {ServiceId(textOf(row, 0)), ProviderId(textOf(row, 1)), textOf(row, 2),
        fromText<ServiceKind>(row.text(3)).value_or(ServiceKind::Hosting), textOf(row, 4), textOf(row, 5),
        textOf(row, 6), textOf(row, 7)};
}

PersonRow personOf(const Row& row)
{
    return {PersonId(textOf(row, 0)), textOf(row, 1), textOf(row, 2), textOf(row, 3), textOf(row, 4),
        row.integer(5) != 0};
}

} // namespace

void DirectoryStore::project(const ProviderRow& provider)
{
    m_engine.run(
        "INSERT INTO provider_row (provider, name, establishment, contact_point, language, valid_from,"
        " member_state, representative, representative_state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        " ON CONFLICT (provider) DO UPDATE SET name = excluded.name,"
        " establishment = excluded.establishment, contact_point = excluded.contact_point,"
        " language = excluded.language, valid_from = excluded.valid_from,"
        " member_state = excluded.member_state, representative = excluded.representative,"
        " representative_state = excluded.representative_state"
        " WHERE excluded.valid_from >= provider_row.valid_from",
        {provider.id.text(), provider.name, provider.establishment, provider.contactPoint, provider.language,
            provider.validFrom, provider.memberState, provider.representative, provider.representativeState});
    m_engine.run("UPDATE work SET provider_name = p.name FROM provider_row p"
                 " WHERE p.provider = $1 AND work.provider = $1 AND work.provider_name <> p.name",
        {provider.id.text()});
}

void DirectoryStore::project(const ServiceRow& service)
{
    m_engine.run("INSERT INTO service_row (service, provider, name, kind, valid_from, offered_from,"
                 " offered_until, risk_class) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
                 " ON CONFLICT (service) DO UPDATE SET name = excluded.name, kind = excluded.kind,"
                 " valid_from = excluded.valid_from, offered_from = excluded.offered_from,"
                 " offered_until = excluded.offered_until, risk_class = excluded.risk_class"
                 " WHERE excluded.valid_from >= service_row.valid_from",
        {service.id.text(), service.provider.text(), service.name, toText(service.kind), service.validFrom,
            service.offeredFrom, service.offeredUntil, service.riskClass});
}

void DirectoryStore::project(const PersonRow& person)
{
    m_engine.run(
        "INSERT INTO person_row (person, sign_in, name, signing, box, disabled)"
        " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (person) DO UPDATE SET sign_in = excluded.sign_in,"
        " name = excluded.name, signing = excluded.signing, box = excluded.box, disabled = excluded.disabled",
        {person.id.text(), person.signIn, person.name, person.signingKey, person.boxKey,
            std::int64_t{person.disabled ? 1 : 0}});
}

void DirectoryStore::project(const PersonId& person, const GrantRow& grant)
{
    m_engine.run("INSERT INTO role_grant (person, role, granted_by, confirmed) VALUES ($1, $2, $3, $4)"
                 " ON CONFLICT (person, role) DO UPDATE SET confirmed = excluded.confirmed",
        {person.text(), toText(grant.role), grant.grantedBy.text(), std::int64_t{grant.confirmed ? 1 : 0}});
}

std::vector<ProviderRow> DirectoryStore::providers()
{
    std::vector<ProviderRow> rows;
    m_engine.query("SELECT p.provider, p.name, p.establishment, p.contact_point, p.language, p.valid_from,"
                   " (SELECT count(*) FROM service_row s WHERE s.provider = p.provider),"
                   " p.member_state, p.representative, p.representative_state"
                   " FROM provider_row p ORDER BY p.name, p.provider",
        {}, [&](const Row& row) { rows.push_back(providerOf(row)); });
    return rows;
}

std::optional<ProviderRow> DirectoryStore::provider(const ProviderId& id)
{
    std::optional<ProviderRow> found;
    m_engine.query("SELECT p.provider, p.name, p.establishment, p.contact_point, p.language, p.valid_from,"
                   " (SELECT count(*) FROM service_row s WHERE s.provider = p.provider),"
                   " p.member_state, p.representative, p.representative_state"
                   " FROM provider_row p WHERE p.provider = $1",
        {id.text()}, [&](const Row& row) { found = providerOf(row); });
    return found;
}

std::vector<ServiceRow> DirectoryStore::services()
{
    std::vector<ServiceRow> rows;
    m_engine.query("SELECT service, provider, name, kind, valid_from, offered_from, offered_until, "
                   "risk_class FROM service_row ORDER BY name, service",
        {}, [&](const Row& row) { rows.push_back(serviceOf(row)); });
    return rows;
}

std::optional<ServiceRow> DirectoryStore::service(const ServiceId& id)
{
    std::optional<ServiceRow> found;
    m_engine.query("SELECT service, provider, name, kind, valid_from, offered_from, offered_until, "
                   "risk_class FROM service_row WHERE service = $1",
        {id.text()}, [&](const Row& row) { found = serviceOf(row); });
    return found;
}

std::vector<PersonRow> DirectoryStore::people()
{
    std::vector<PersonRow> rows;
    m_engine.query("SELECT person, sign_in, name, signing, box, disabled FROM person_row ORDER BY person", {},
        [&](const Row& row) { rows.push_back(personOf(row)); });
    return rows;
}

std::optional<PersonRow> DirectoryStore::person(const PersonId& id)
{
    std::optional<PersonRow> found;
    m_engine.query("SELECT person, sign_in, name, signing, box, disabled FROM person_row WHERE person = $1",
        {id.text()}, [&](const Row& row) { found = personOf(row); });
    return found;
}

std::optional<PersonRow> DirectoryStore::personBySignIn(std::string_view signIn)
{
    std::optional<PersonRow> found;
    m_engine.query("SELECT person, sign_in, name, signing, box, disabled FROM person_row WHERE sign_in = $1",
        {signIn}, [&](const Row& row) { found = personOf(row); });
    return found;
}

std::vector<PersonId> DirectoryStore::peopleWith(Role role)
{
    std::vector<PersonId> people;
    m_engine.query("SELECT p.person FROM person_row p JOIN role_grant g ON g.person = p.person"
                   " WHERE g.role = $1 AND g.confirmed = 1 AND p.disabled = 0 ORDER BY p.person",
        {toText(role)}, [&](const Row& row) { people.emplace_back(std::string(row.text(0))); });
    return people;
}

std::vector<GrantRow> DirectoryStore::grants(const PersonId& person)
{
    std::vector<GrantRow> rows;
    m_engine.query("SELECT role, granted_by, confirmed FROM role_grant WHERE person = $1 ORDER BY role",
        {person.text()}, [&](const Row& row) {
            if (const auto role = fromText<Role>(row.text(0)))
                rows.push_back({*role, PersonId(textOf(row, 1)), row.integer(2) != 0});
        });
    return rows;
}

} // namespace tutela::store

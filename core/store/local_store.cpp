#include "core/store/local_store.h"

#include "core/base/day.h"

namespace tutela::store {

std::optional<std::string> LocalStore::setting(std::string_view name)
{
    return m_engine.text("SELECT value FROM setting WHERE name = $1", {name});
}

void LocalStore::set(std::string_view name, std::string_view value)
{
    m_engine.run("INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = "
                 "excluded.value",
        {name, value});
}

void LocalStore::setCredential(const PersonId& person, const CredentialRow& row)
{
    m_engine.run("INSERT INTO credential (person, recipe, wrapped_seed, sealed_log_key, must_change)"
                 " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (person) DO UPDATE SET recipe = excluded.recipe,"
                 " wrapped_seed = excluded.wrapped_seed, sealed_log_key = excluded.sealed_log_key,"
                 " must_change = excluded.must_change",
        {person.text(), row.recipe, Blob{row.wrappedSeed}, Blob{row.sealedLogKey},
            std::int64_t{row.mustChange ? 1 : 0}});
}

std::optional<CredentialRow> LocalStore::credential(const PersonId& person)
{
    std::optional<CredentialRow> found;
    m_engine.query(
        "SELECT recipe, wrapped_seed, sealed_log_key, must_change FROM credential WHERE person = $1",
        {person.text()}, [&](const Row& row) {
            found = CredentialRow{std::string(row.text(0)), std::string(row.blob(1)),
                std::string(row.blob(2)), row.integer(3) != 0};
        });
    return found;
}

access::Lockout LocalStore::lockout(const PersonId& person)
{
    access::Lockout lockout;
    m_engine.query(
        "SELECT failures, locked_until FROM lockout WHERE person = $1", {person.text()}, [&](const Row& row) {
            lockout.failures = static_cast<int>(row.integer(0));
            if (!row.isNull(1))
                lockout.lockedUntil = parseInstant(row.text(1));
        });
    return lockout;
}

void LocalStore::setLockout(const PersonId& person, const access::Lockout& lockout)
{
    const std::string until = lockout.lockedUntil ? formatInstant(*lockout.lockedUntil) : std::string();
    m_engine.run("INSERT INTO lockout (person, failures, locked_until) VALUES ($1, $2, $3)"
                 " ON CONFLICT (person) DO UPDATE SET failures = excluded.failures, locked_until = "
                 "excluded.locked_until",
        {person.text(), std::int64_t{lockout.failures},
            until.empty() ? Value(nullptr) : Value(std::string_view(until))});
}

} // namespace tutela::store

#include "core/store/local_store.h"

#include <algorithm>
#include <vector>

#include "core/base/day.h"

namespace tutela::store {

namespace {

access::LocalRow settingRow(std::string_view name, std::string_view value)
{
    return {"setting", std::string(name), Json::object({{"value", value}})};
}

access::LocalRow credentialRow(std::string_view person, const CredentialRow& row, std::string_view signingKey)
{
    return {"credential", std::string(person),
        Json::object({{"recipe", row.recipe}, {"wrapped_seed", toHex(asBytes(row.wrappedSeed))},
            {"sealed_log_key", toHex(asBytes(row.sealedLogKey))}, {"must_change", row.mustChange},
            {"signing", signingKey}})};
}

/// The count and the instant move while nobody is signed in; the ratchet holds the count.
access::LocalRow lockoutRow(std::string_view person, const Digest& last)
{
    return {"lockout", std::string(person), Json::object({{"last", toHex(last)}})};
}

std::optional<std::string> blobOf(const Row& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(std::string(row.blob(column)));
}

Digest digestOf(std::string_view bytes)
{
    Digest digest{};
    if (bytes.size() == digest.size())
        std::ranges::copy(asBytes(bytes), digest.begin());
    return digest;
}

Value orNull(const std::optional<PersonId>& person)
{
    return person ? Value(std::string_view(person->text())) : Value(nullptr);
}

CredentialRow credentialOf(const Row& row)
{
    return {
        std::string(row.text(0)), std::string(row.blob(1)), std::string(row.blob(2)), row.integer(3) != 0};
}

LockoutRow lockoutOf(const Row& row)
{
    LockoutRow found;
    found.lockout.failures = static_cast<int>(row.integer(0));
    if (!row.isNull(1))
        found.lockout.lockedUntil = parseInstant(row.text(1));
    if (!row.isNull(2) && !row.isNull(3))
        found.ratchet = access::Ratchet{digestOf(row.blob(2)), digestOf(row.blob(3))};
    return found;
}

} // namespace

std::optional<std::string> LocalStore::setting(std::string_view name)
{
    return m_engine.text("SELECT value FROM setting WHERE name = $1", {name});
}

void LocalStore::set(std::string_view name, std::string_view value, const access::RowSealer& sealer)
{
    m_engine.run(
        "INSERT INTO setting (name, value, seal) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET"
        " value = excluded.value, seal = excluded.seal",
        {name, value, Blob{sealer.seal(settingRow(name, value))}});
}

void LocalStore::setMoving(std::string_view name, std::string_view value)
{
    m_engine.run("INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = "
                 "excluded.value",
        {name, value});
}

void LocalStore::setCredential(const PersonId& person, const CredentialRow& row, std::string_view signingKey,
    const access::RowSealer& sealer)
{
    m_engine.run("INSERT INTO credential (person, recipe, wrapped_seed, sealed_log_key, must_change, seal)"
                 " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (person) DO UPDATE SET recipe = "
                 "excluded.recipe, wrapped_seed = excluded.wrapped_seed, sealed_log_key = "
                 "excluded.sealed_log_key, must_change = excluded.must_change, seal = excluded.seal",
        {person.text(), row.recipe, Blob{row.wrappedSeed}, Blob{row.sealedLogKey},
            std::int64_t{row.mustChange ? 1 : 0},
            Blob{sealer.seal(credentialRow(person.text(), row, signingKey))}});
}

std::optional<CredentialRow> LocalStore::credential(const PersonId& person)
{
    std::optional<CredentialRow> found;
    m_engine.query(
        "SELECT recipe, wrapped_seed, sealed_log_key, must_change FROM credential WHERE person = $1",
        {person.text()}, [&](const Row& row) { found = credentialOf(row); });
    return found;
}

std::optional<LockoutRow> LocalStore::lockout(const PersonId& person)
{
    std::optional<LockoutRow> found;
    m_engine.query("SELECT failures, locked_until, link, last FROM lockout WHERE person = $1",
        {person.text()}, [&](const Row& row) { found = lockoutOf(row); });
    return found;
}

void LocalStore::resetLockout(
    const PersonId& person, const access::Ratchet& fresh, const access::RowSealer& sealer)
{
    m_engine.run(
        "INSERT INTO lockout (person, failures, link, last, seal) VALUES ($1, 0, $2, $3, $4)"
        " ON CONFLICT (person) DO UPDATE SET failures = 0, locked_until = NULL, link = excluded.link,"
        " last = excluded.last, seal = excluded.seal",
        {person.text(), Blob{asText(fresh.link)}, Blob{asText(fresh.last)},
            Blob{sealer.seal(lockoutRow(person.text(), fresh.last))}});
}

void LocalStore::raiseLockout(const PersonId& person, const access::Lockout& next)
{
    const LockoutRow before = lockout(person).value_or(LockoutRow{});
    const int failures = std::min(next.failures, access::Ratchet::kSteps);
    const std::string until = next.lockedUntil ? formatInstant(*next.lockedUntil) : std::string();
    const auto moved = before.ratchet
        ? std::optional(access::raised(*before.ratchet, failures - before.lockout.failures))
        : std::nullopt;
    m_engine.run("INSERT INTO lockout (person, failures, locked_until, link) VALUES ($1, $2, $3, $4)"
                 " ON CONFLICT (person) DO UPDATE SET failures = excluded.failures, locked_until = "
                 "excluded.locked_until, link = excluded.link",
        {person.text(), std::int64_t{failures},
            until.empty() ? Value(nullptr) : Value(std::string_view(until)),
            moved ? Value(Blob{asText(moved->link)}) : Value(nullptr)});
}

void LocalStore::settingRows(const EachRow& each)
{
    m_engine.query(
        "SELECT name, value, seal FROM setting WHERE name NOT IN ('training_now', 'random_counter')"
        " ORDER BY name",
        {}, [&](const Row& row) {
            each({settingRow(row.text(0), row.text(1)), blobOf(row, 2)});
        });
}

void LocalStore::credentialRows(const std::optional<PersonId>& person, const EachRow& each)
{
    m_engine.query("SELECT c.recipe, c.wrapped_seed, c.sealed_log_key, c.must_change, c.person, p.signing,"
                   " c.seal FROM credential c LEFT JOIN person_row p ON p.person = c.person"
                   " WHERE $1 IS NULL OR c.person = $1 ORDER BY c.person",
        {orNull(person)}, [&](const Row& row) {
            each({credentialRow(row.text(4), credentialOf(row), row.text(5)), blobOf(row, 6)});
        });
}

void LocalStore::lockoutRows(const std::optional<PersonId>& person, const EachRow& each)
{
    m_engine.query("SELECT failures, locked_until, link, last, person, seal FROM lockout"
                   " WHERE $1 IS NULL OR person = $1 ORDER BY person",
        {orNull(person)}, [&](const Row& row) {
            const LockoutRow found = lockoutOf(row);
            const Digest last = found.ratchet ? found.ratchet->last : Digest{};
            const bool counted = !found.ratchet || access::standsAt(*found.ratchet, found.lockout.failures);
            each({lockoutRow(row.text(4), last), blobOf(row, 5),
                counted && access::isConsistent(found.lockout)});
        });
}

void LocalStore::sealedRows(const std::optional<PersonId>& person, const EachRow& each)
{
    settingRows(each);
    credentialRows(person, each);
    lockoutRows(person, each);
}

bool LocalStore::hasOlderRows()
{
    return m_engine.integer("SELECT 1 FROM setting WHERE name = 'origin' AND seal IS NULL").has_value();
}

void LocalStore::sealAll(RandomSource& random, const access::RowSealer& sealer)
{
    std::vector<SealedRow> bare;
    const auto keep = [&](const SealedRow& row) {
        if (!row.seal)
            bare.push_back(row);
    };
    settingRows(keep);
    credentialRows({}, keep);
    for (const SealedRow& row : bare) {
        const std::string seal = sealer.seal(row.row);
        if (row.row.table == "setting")
            m_engine.run("UPDATE setting SET seal = $1 WHERE name = $2", {Blob{seal}, row.row.key});
        else
            m_engine.run("UPDATE credential SET seal = $1 WHERE person = $2", {Blob{seal}, row.row.key});
    }
    std::vector<std::pair<PersonId, access::Lockout>> counts;
    m_engine.query("SELECT coalesce(l.failures, 0), l.locked_until, NULL, NULL, p.person FROM person_row p"
                   " LEFT JOIN lockout l ON l.person = p.person WHERE l.seal IS NULL ORDER BY p.person",
        {}, [&](const Row& row) {
            counts.emplace_back(PersonId(std::string(row.text(4))), lockoutOf(row).lockout);
        });
    for (const auto& [person, count] : counts) {
        resetLockout(person, access::freshRatchet(random), sealer);
        raiseLockout(person, count);
    }
}

} // namespace tutela::store

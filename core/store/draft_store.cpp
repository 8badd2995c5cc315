#include "core/store/draft_store.h"

#include <fmt/format.h>

#include "core/base/digest.h"

namespace tutela::store {

namespace {

Instant instantOf(std::string_view text)
{
    const auto instant = parseInstant(text);
    if (!instant)
        throw StoreFailure(ErrorCode::Integrity, "store.corrupt", "kept_at");
    return *instant;
}

access::LocalRow draftRow(const DraftName& name, std::string_view keptAt, std::string_view sealed)
{
    return {"draft", fmt::format("{}/{}/{}", name.person.text(), name.caseId, name.act),
        Json::object({{"kept_at", keptAt}, {"sealed", toHex(asBytes(sealed))}})};
}

access::LocalRow layoutRow(std::string_view person, std::string_view list, std::string_view value)
{
    return {"layout", fmt::format("{}/{}", person, list), Json::object({{"value", value}})};
}

Value orNull(const std::optional<PersonId>& person)
{
    return person ? Value(std::string_view(person->text())) : Value(nullptr);
}

} // namespace

void DraftStore::keep(const DraftName& name, const StoredDraft& draft, const access::RowSealer& sealer)
{
    const std::string keptAt = formatInstant(draft.keptAt);
    m_engine.run(
        "INSERT INTO draft (person, case_id, act, kept_at, sealed, seal) VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (person, case_id, act) DO UPDATE SET kept_at = excluded.kept_at,"
        " sealed = excluded.sealed, seal = excluded.seal",
        {name.person.text(), name.caseId, name.act, keptAt, Blob{draft.sealed},
            Blob{sealer.seal(draftRow(name, keptAt, draft.sealed))}});
}

std::optional<StoredDraft> DraftStore::find(const DraftName& name)
{
    std::optional<StoredDraft> found;
    m_engine.query("SELECT sealed, kept_at FROM draft WHERE person = $1 AND case_id = $2 AND act = $3",
        {name.person.text(), name.caseId, name.act}, [&](const Row& row) {
            found = {std::string(row.blob(0)), instantOf(row.text(1))};
        });
    return found;
}

void DraftStore::remove(const DraftName& name)
{
    m_engine.run("DELETE FROM draft WHERE person = $1 AND case_id = $2 AND act = $3",
        {name.person.text(), name.caseId, name.act});
}

std::vector<DraftLine> DraftStore::of(const PersonId& person)
{
    std::vector<DraftLine> lines;
    m_engine.query("SELECT case_id, act, kept_at FROM draft WHERE person = $1"
                   " ORDER BY kept_at DESC, case_id, act",
        {person.text()}, [&](const Row& row) {
            lines.push_back({std::string(row.text(0)), std::string(row.text(1)), instantOf(row.text(2))});
        });
    return lines;
}

void DraftStore::setLayout(
    const PersonId& person, std::string_view list, std::string_view layout, const access::RowSealer& sealer)
{
    m_engine.run("INSERT INTO layout (person, list, value, seal) VALUES ($1, $2, $3, $4)"
                 " ON CONFLICT (person, list) DO UPDATE SET value = excluded.value, seal = excluded.seal",
        {person.text(), list, layout, Blob{sealer.seal(layoutRow(person.text(), list, layout))}});
}

std::optional<std::string> DraftStore::layout(const PersonId& person, std::string_view list)
{
    return m_engine.text("SELECT value FROM layout WHERE person = $1 AND list = $2", {person.text(), list});
}

void DraftStore::sealedRows(
    const std::optional<PersonId>& person, const std::function<void(const SealedRow&)>& each)
{
    m_engine.query(
        "SELECT person, case_id, act, kept_at, sealed, seal FROM draft WHERE $1 IS NULL OR person = $1"
        " ORDER BY person, case_id, act",
        {orNull(person)}, [&](const Row& row) {
            const DraftName name{
                PersonId(std::string(row.text(0))), std::string(row.text(1)), std::string(row.text(2))};
            each({draftRow(name, row.text(3), row.blob(4)), std::string(row.blob(5))});
        });
    m_engine.query("SELECT person, list, value, seal FROM layout WHERE $1 IS NULL OR person = $1"
                   " ORDER BY person, list",
        {orNull(person)}, [&](const Row& row) {
            each({layoutRow(row.text(0), row.text(1), row.text(2)), std::string(row.blob(3))});
        });
}

} // namespace tutela::store

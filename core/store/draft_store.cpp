#include "core/store/draft_store.h"

namespace tutela::store {

namespace {

Instant instantOf(std::string_view text)
{
    const auto instant = parseInstant(text);
    if (!instant)
        throw StoreFailure(ErrorCode::Integrity, "store.corrupt", "draft.kept_at");
    return *instant;
}

} // namespace

void DraftStore::keep(const DraftName& name, const StoredDraft& draft)
{
    const std::string keptAt = formatInstant(draft.keptAt);
    m_engine.run("INSERT INTO draft (person, case_id, act, kept_at, sealed) VALUES ($1, $2, $3, $4, $5)"
                 " ON CONFLICT (person, case_id, act) DO UPDATE SET kept_at = excluded.kept_at,"
                 " sealed = excluded.sealed",
        {name.person.text(), name.caseId, name.act, keptAt, Blob{draft.sealed}});
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

void DraftStore::setLayout(const PersonId& person, std::string_view list, std::string_view layout)
{
    m_engine.run("INSERT INTO layout (person, list, value) VALUES ($1, $2, $3)"
                 " ON CONFLICT (person, list) DO UPDATE SET value = excluded.value",
        {person.text(), list, layout});
}

std::optional<std::string> DraftStore::layout(const PersonId& person, std::string_view list)
{
    return m_engine.text("SELECT value FROM layout WHERE person = $1 AND list = $2", {person.text(), list});
}

} // namespace tutela::store

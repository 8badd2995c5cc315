#include "core/store/case_store.h"

#include "core/store/work_list.h"

namespace tutela::store {

namespace {

std::int64_t asFlag(bool value)
{
    return value ? 1 : 0;
}

} // namespace

void CaseStore::project(const CaseSummary& summary)
{
    const std::string& id = summary.id.text();
    m_engine.run(
        "INSERT INTO case_row (case_id, kind, step, provider, detection_kind, order_issued, stream_seq)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (case_id) DO UPDATE SET step = excluded.step,"
        " provider = excluded.provider, detection_kind = excluded.detection_kind,"
        " order_issued = excluded.order_issued, stream_seq = excluded.stream_seq",
        {id, toText(summary.kind), toText(summary.step), summary.provider.text(),
            summary.detectionKind ? Value(toText(*summary.detectionKind)) : Value(nullptr),
            asFlag(summary.orderIssued), summary.streamSeq});
    m_engine.run("DELETE FROM work WHERE case_id = $1", {id});
    m_engine.run("DELETE FROM case_date WHERE case_id = $1", {id});
    const std::string responsible = summary.responsible ? summary.responsible->text() : std::string();
    for (const CaseDate& date : summary.dates) {
        m_engine.run("INSERT OR IGNORE INTO case_date (day, case_id, clock_id, confirmed, responsible)"
                     " VALUES ($1, $2, $3, $4, $5)",
            {formatDay(date.day), id, date.clockId, asFlag(date.confirmed), responsible});
    }
    for (const ServiceId& service : summary.services) {
        m_engine.run(
            "INSERT OR IGNORE INTO case_service (service, case_id) VALUES ($1, $2)", {service.text(), id});
    }
    for (const PersonId& person : summary.desks)
        m_engine.run(
            "INSERT OR IGNORE INTO case_desk (person, case_id) VALUES ($1, $2)", {person.text(), id});
    const std::string due = summary.due ? formatDay(*summary.due) : std::string(kNothingDue);
    const std::string service = summary.services.empty() ? std::string() : summary.services.front().text();
    for (const Institution audience : summary.audiences) {
        m_engine.run(
            "INSERT INTO work (audience, rank, due, case_id, kind, step, provider, service, services,"
            " waiting_for, clock_id, clock_open, confirmed, responsible, provider_name)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
            " coalesce((SELECT p.name FROM provider_row p WHERE p.provider = $7), ''))",
            {toText(audience), listRankOf(summary), due, id, toText(summary.kind), toText(summary.step),
                summary.provider.text(), service, static_cast<std::int64_t>(summary.services.size()),
                toText(summary.waitingFor), summary.clockId, asFlag(summary.clockStopped),
                asFlag(summary.confirmed),
                summary.responsible ? Value(std::string_view(summary.responsible->text())) : Value(nullptr)});
    }
}

bool CaseStore::exists(const CaseId& id)
{
    return m_engine.integer("SELECT 1 FROM case_row WHERE case_id = $1", {id.text()}).has_value();
}

std::vector<CaseSummary> CaseStore::detectionFilesOf(const ServiceId& service)
{
    std::vector<CaseSummary> files;
    m_engine.query(
        "SELECT c.case_id, c.step, c.provider, c.detection_kind, c.order_issued FROM case_service s"
        " JOIN case_row c ON c.case_id = s.case_id WHERE s.service = $1 AND c.kind = 'detection'",
        {service.text()}, [&](const Row& row) {
            CaseSummary summary{.id = CaseId(std::string(row.text(0))),
                .kind = CaseKind::Detection,
                .step = fromText<Step>(row.text(1)).value_or(Step::Closed),
                .provider = ProviderId(std::string(row.text(2))),
                .services = {service}};
            summary.detectionKind = fromText<DetectionKind>(row.text(3));
            summary.orderIssued = row.integer(4) != 0;
            files.push_back(std::move(summary));
        });
    return files;
}

void CaseStore::allCaseIds(const std::function<void(const CaseId&)>& each)
{
    m_engine.query(
        "SELECT DISTINCT stream FROM body WHERE stream >= 'case/' AND stream < 'case0' ORDER BY stream", {},
        [&](const Row& row) { each(CaseId(std::string(row.text(0).substr(5)))); });
}

std::int64_t CaseStore::nextNumber(const std::string& series)
{
    m_engine.run("INSERT INTO numbering (series, last) VALUES ($1, 1)"
                 " ON CONFLICT (series) DO UPDATE SET last = last + 1",
        {series});
    return m_engine.integer("SELECT last FROM numbering WHERE series = $1", {series}).value_or(1);
}

void CaseStore::rememberKey(const std::string& digest, EntrySeq seq)
{
    m_engine.run("INSERT INTO act_key (digest, seq) VALUES ($1, $2)", {digest, seq});
}

std::optional<EntrySeq> CaseStore::entryOfKey(const std::string& digest)
{
    return m_engine.integer("SELECT seq FROM act_key WHERE digest = $1", {digest});
}

} // namespace tutela::store

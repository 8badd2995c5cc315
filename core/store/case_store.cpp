#include "core/store/case_store.h"

#include <fmt/format.h>

namespace tutela::store {

namespace {

constexpr std::string_view kNothingDue = "9999-12-31";

#define TUTELA_WORK_COLUMNS                                                                                  \
    "SELECT w.case_id, w.kind, w.step, w.provider, w.service, w.services, w.waiting_for, w.due, w.clock_id," \
    " w.clock_open, w.confirmed, w.rank, w.responsible, p.name, s.name, r.name"                              \
    " FROM work w LEFT JOIN provider_row p ON p.provider = w.provider"                                       \
    " LEFT JOIN service_row s ON s.service = w.service LEFT JOIN person_row r ON r.person = w.responsible"   \
    " WHERE w.audience = $1 AND w.rank <= $2"                                                                \
    " AND ($3 = '' OR w.kind = $3) AND ($4 = '' OR w.step = $4) AND ($5 = '' OR w.waiting_for = $5)"         \
    " AND ($6 = '' OR p.name LIKE $6 ESCAPE '\\') AND ($7 = '' OR w.responsible = $7)"

constexpr const char* kByDue =
    TUTELA_WORK_COLUMNS " AND (w.rank, w.due, w.case_id) > (CAST($8 AS INTEGER), $9, $10)"
                        " ORDER BY w.rank, w.due, w.case_id LIMIT $11";
constexpr const char* kByNumber =
    TUTELA_WORK_COLUMNS " AND ($8 = '' OR w.case_id > $9) AND $10 = '' ORDER BY w.case_id LIMIT $11";
constexpr const char* kByStep = TUTELA_WORK_COLUMNS
    " AND ($8 = '' OR (w.step, w.case_id) > ($9, $10)) ORDER BY w.step, w.case_id LIMIT $11";
constexpr const char* kByProvider = TUTELA_WORK_COLUMNS
    " AND ($8 = '' OR (p.name, w.case_id) > ($9, $10)) ORDER BY p.name, w.case_id LIMIT $11";

#undef TUTELA_WORK_COLUMNS

const char* statementOf(WorkOrder order)
{
    switch (order) {
    case WorkOrder::Due:
        return kByDue;
    case WorkOrder::CaseNumber:
        return kByNumber;
    case WorkOrder::Step:
        return kByStep;
    case WorkOrder::Provider:
        return kByProvider;
    }
    return kByDue;
}

/// The parts of a cursor: up to three texts parted by U+001F.
struct Cursor {
    std::string first;
    std::string second;
    std::string third;
};

Cursor readCursor(const std::string& text, WorkOrder order)
{
    Cursor cursor;
    if (text.empty())
        return order == WorkOrder::Due ? Cursor{"0", "", ""} : cursor;
    const auto one = text.find('\x1f');
    const auto two = one == std::string::npos ? one : text.find('\x1f', one + 1);
    cursor.first = text.substr(0, one);
    if (one != std::string::npos)
        cursor.second = text.substr(one + 1, two == std::string::npos ? two : two - one - 1);
    if (two != std::string::npos)
        cursor.third = text.substr(two + 1);
    return cursor;
}

std::string likePattern(const std::string& part)
{
    if (part.empty())
        return {};
    std::string pattern = "%";
    for (const char c : part) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

constexpr std::int64_t kSomebodyActs = 0;
constexpr std::int64_t kNobodyActs = 1;
constexpr std::int64_t kClosed = 2;

std::int64_t rankOf(const CaseSummary& summary)
{
    if (summary.closed)
        return kClosed;
    return summary.waitingFor == WaitingFor::Nobody ? kNobodyActs : kSomebodyActs;
}

WorkRow workRowOf(const Row& row)
{
    const auto text = [&](int column) { return std::string(row.text(column)); };
    WorkRow work{.summary = {.id = CaseId(text(0)),
                     .kind = fromText<CaseKind>(row.text(1)).value_or(CaseKind::Assessment),
                     .step = fromText<Step>(row.text(2)).value_or(Step::Received),
                     .provider = ProviderId(text(3)),
                     .services = {ServiceId(text(4))},
                     .waitingFor = fromText<WaitingFor>(row.text(6)).value_or(WaitingFor::Nobody)},
        .services = row.integer(5),
        .providerName = text(13),
        .serviceName = text(14),
        .responsibleName = text(15)};
    if (row.text(7) != kNothingDue)
        work.summary.due = parseDay(row.text(7));
    work.summary.clockId = text(8);
    work.summary.clockStopped = row.integer(9) != 0;
    work.summary.confirmed = row.integer(10) != 0;
    work.summary.closed = row.integer(11) == kClosed;
    if (!row.isNull(12))
        work.summary.responsible = PersonId(text(12));
    return work;
}

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
    for (const ServiceId& service : summary.services) {
        m_engine.run(
            "INSERT OR IGNORE INTO case_service (service, case_id) VALUES ($1, $2)", {service.text(), id});
    }
    const std::string due = summary.due ? formatDay(*summary.due) : std::string(kNothingDue);
    const std::string service = summary.services.empty() ? std::string() : summary.services.front().text();
    for (const Institution audience : summary.audiences) {
        m_engine.run(
            "INSERT INTO work (audience, rank, due, case_id, kind, step, provider, service, services,"
            " waiting_for, clock_id, clock_open, confirmed, responsible)"
            " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
            {toText(audience), rankOf(summary), due, id, toText(summary.kind), toText(summary.step),
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

std::vector<WorkRow> CaseStore::page(
    const WorkFilter& filter, WorkOrder order, const std::string& after, std::int64_t limit)
{
    const Cursor cursor = readCursor(after, order);
    const std::string pattern = likePattern(filter.providerPart);
    std::vector<WorkRow> rows;
    m_engine.query(statementOf(order),
        {toText(filter.audience), filter.withClosed ? kClosed : kNobodyActs,
            filter.kind ? toText(*filter.kind) : std::string_view(),
            filter.step ? toText(*filter.step) : std::string_view(),
            filter.waitingFor ? toText(*filter.waitingFor) : std::string_view(), pattern,
            filter.responsible ? std::string_view(filter.responsible->text()) : std::string_view(),
            cursor.first, cursor.second, cursor.third, limit},
        [&](const Row& row) { rows.push_back(workRowOf(row)); });
    return rows;
}

std::string CaseStore::cursorOf(const WorkRow& row, WorkOrder order)
{
    const std::string& id = row.summary.id.text();
    switch (order) {
    case WorkOrder::Due:
        return fmt::format("{}\x1f{}\x1f{}", rankOf(row.summary),
            row.summary.due ? formatDay(*row.summary.due) : std::string(kNothingDue), id);
    case WorkOrder::CaseNumber:
        return fmt::format("1\x1f{}", id);
    case WorkOrder::Step:
        return fmt::format("1\x1f{}\x1f{}", toText(row.summary.step), id);
    case WorkOrder::Provider:
        return fmt::format("1\x1f{}\x1f{}", row.providerName, id);
    }
    return {};
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

std::optional<Day> CaseStore::nextDue(Institution audience, Day after)
{
    const auto due = m_engine.text("SELECT min(due) FROM work WHERE audience = $1 AND rank < 2 AND due > $2"
                                   " AND due < '9999-12-31'",
        {toText(audience), formatDay(after)});
    return due ? parseDay(*due) : std::nullopt;
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

#include "core/store/calendar_store.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/store/work_list.h"

namespace tutela::store {

namespace {

Day dayAt(const Row& row, int column)
{
    const auto day = parseDay(row.text(column));
    if (!day)
        throw StoreFailure(ErrorCode::Integrity, "store.corrupt", std::string(row.text(column)));
    return *day;
}

DateRow dateRowOf(const Row& row)
{
    DateRow date{dayAt(row, 0), CaseId(std::string(row.text(1))), std::string(row.text(2)),
        row.integer(3) != 0, {}, std::string(row.text(5)), std::string(row.text(6)), row.integer(7) == 1};
    if (!row.text(4).empty())
        date.responsible = PersonId(std::string(row.text(4)));
    return date;
}

std::vector<CaseId> caseIds(Engine& engine, std::string_view sql, std::initializer_list<Value> values)
{
    std::vector<CaseId> cases;
    engine.query(sql, values, [&](const Row& row) { cases.emplace_back(std::string(row.text(0))); });
    return cases;
}

constexpr std::string_view kDates =
    "SELECT d.day, d.case_id, d.clock_id, d.confirmed, d.responsible, coalesce(r.name, ''),"
    " coalesce(p.name, ''), coalesce((SELECT w.rank FROM work w WHERE w.case_id = d.case_id"
    " AND w.audience = 'authority'), 0) FROM case_date d LEFT JOIN person_row r ON r.person = d.responsible"
    " LEFT JOIN case_row c ON c.case_id = d.case_id LEFT JOIN provider_row p ON p.provider = c.provider";

constexpr std::string_view kNextDates =
    "SELECT w.due, w.case_id, w.clock_id, w.confirmed, coalesce(w.responsible, ''), coalesce(r.name, ''),"
    " w.provider_name, w.rank FROM work w LEFT JOIN person_row r ON r.person = w.responsible"
    " WHERE w.audience = $1 AND w.rank = $2 AND w.due BETWEEN $3 AND $4 AND w.due < '9999-12-31'"
    " ORDER BY w.due, w.case_id LIMIT $5";

} // namespace

std::vector<DateRow> CalendarStore::dates(const DateFilter& filter)
{
    const std::string from = formatDay(filter.from);
    const std::string to = formatDay(filter.to);
    std::vector<DateRow> rows;
    const auto take = [&](const Row& row) { rows.push_back(dateRowOf(row)); };
    if (filter.responsible.empty()) {
        m_engine.query(fmt::format("{} WHERE d.day BETWEEN $1 AND $2 ORDER BY d.day, d.case_id, d.clock_id"
                                   " LIMIT $3",
                           kDates),
            {from, to, filter.limit}, take);
        return rows;
    }
    for (const PersonId& person : filter.responsible) {
        m_engine.query(fmt::format("{} WHERE d.responsible = $1 AND d.day BETWEEN $2 AND $3"
                                   " ORDER BY d.day, d.case_id, d.clock_id LIMIT $4",
                           kDates),
            {person.text(), from, to, filter.limit}, take);
    }
    std::ranges::sort(
        rows, {}, [](const DateRow& row) { return std::tuple(row.day, row.caseId.text(), row.clockId); });
    return rows;
}

std::vector<DateRow> CalendarStore::nextDates(Institution audience, const DateFilter& filter)
{
    const std::string from = formatDay(filter.from);
    const std::string to = formatDay(filter.to);
    std::vector<DateRow> rows;
    for (const std::int64_t rank : {0, 1}) {
        m_engine.query(kNextDates, {toText(audience), rank, from, to, filter.limit},
            [&](const Row& row) { rows.push_back(dateRowOf(row)); });
    }
    std::ranges::sort(
        rows, {}, [](const DateRow& row) { return std::tuple(row.day, row.caseId.text(), row.clockId); });
    return rows;
}

std::vector<DateRow> CalendarStore::datesOf(const CaseId& caseId)
{
    std::vector<DateRow> rows;
    m_engine.query(fmt::format("{} WHERE d.case_id = $1 ORDER BY d.clock_id, d.day", kDates), {caseId.text()},
        [&](const Row& row) { rows.push_back(dateRowOf(row)); });
    return rows;
}

std::vector<CalendarStore::DayCount> CalendarStore::counts(
    Day from, Day to, const std::optional<PersonId>& person)
{
    const std::string first = formatDay(from);
    const std::string last = formatDay(to);
    std::vector<DayCount> counts;
    const auto take = [&](const Row& row) {
        counts.push_back({std::string(row.text(0)), dayAt(row, 1), row.integer(2)});
    };
    if (person)
        m_engine.query(
            "SELECT responsible, day, count(*) FROM case_date WHERE responsible = $1 AND day BETWEEN"
            " $2 AND $3 GROUP BY responsible, day ORDER BY responsible, day",
            {person->text(), first, last}, take);
    else
        m_engine.query("SELECT responsible, day, count(*) FROM case_date WHERE day BETWEEN $1 AND $2"
                       " GROUP BY responsible, day ORDER BY responsible, day",
            {first, last}, take);
    return counts;
}

bool CalendarStore::lacksDates()
{
    return !m_engine.integer("SELECT 1 FROM case_date LIMIT 1")
        && m_engine.integer(
            "SELECT 1 FROM work WHERE audience = 'authority' AND rank < 2 AND due < $1 LIMIT 1",
            {kNothingDue});
}

void CalendarStore::project(const AdditionRow& addition)
{
    m_engine.run(
        "INSERT INTO calendar_addition (seq, day, calendar, effect, name) VALUES ($1, $2, $3, $4, $5)",
        {addition.seq, formatDay(addition.day), toText(addition.calendar), toText(addition.effect),
            addition.name});
}

void CalendarStore::withdraw(EntrySeq addition, EntrySeq by)
{
    m_engine.run("UPDATE calendar_addition SET withdrawn_by = $1 WHERE seq = $2", {by, addition});
}

std::vector<AdditionRow> CalendarStore::additions()
{
    std::vector<AdditionRow> rows;
    m_engine.query("SELECT seq, day, calendar, effect, name, withdrawn_by FROM calendar_addition"
                   " ORDER BY seq, day",
        {}, [&](const Row& row) {
            AdditionRow addition{row.integer(0), dayAt(row, 1),
                fromText<CalendarChoice>(row.text(2)).value_or(CalendarChoice::Authority),
                fromText<DayEffect>(row.text(3)).value_or(DayEffect::Holiday), std::string(row.text(4))};
            if (!row.isNull(5))
                addition.withdrawnBy = row.integer(5);
            rows.push_back(std::move(addition));
        });
    return rows;
}

EntrySeq CalendarStore::lastChange()
{
    return m_engine.integer("SELECT max(max(seq, coalesce(withdrawn_by, 0))) FROM calendar_addition")
        .value_or(0);
}

std::vector<CaseId> CalendarStore::openCases()
{
    return caseIds(
        m_engine, "SELECT case_id FROM work WHERE audience = 'authority' AND rank < 2 ORDER BY case_id", {});
}

std::vector<CaseId> CalendarStore::casesOf(const PersonId& person)
{
    return caseIds(m_engine, "SELECT case_id FROM case_desk WHERE person = $1", {person.text()});
}

std::vector<CaseId> CalendarStore::casesAt(Step step)
{
    return caseIds(m_engine,
        "SELECT case_id FROM work WHERE audience = 'authority' AND (rank > 1) = 0 AND step = $1",
        {toText(step)});
}

std::vector<CaseId> CalendarStore::casesSeenBy(Institution audience, std::int64_t limit)
{
    return caseIds(m_engine,
        "SELECT case_id FROM work WHERE audience = $1 ORDER BY rank, due, case_id LIMIT $2",
        {toText(audience), limit});
}

} // namespace tutela::store

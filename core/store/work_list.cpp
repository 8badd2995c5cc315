#include "core/store/work_list.h"

#include <algorithm>
#include <charconv>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tutela::store {

namespace {

constexpr std::int64_t kSomebodyActs = 0;
constexpr std::int64_t kNobodyActs = 1;
constexpr std::int64_t kClosed = 2;
constexpr char kParted = '\x1f';

/// So many providers are looked up one by one; beyond that a walk in order finds a page sooner.
constexpr std::size_t kFewProviders = 32;

// The keys of one page are found first, from an index alone; then its rows and their names.
constexpr std::string_view kRows =
    "SELECT w.case_id, w.kind, w.step, w.provider, w.service, w.services, w.waiting_for, w.due, w.clock_id,"
    " w.clock_open, w.confirmed, w.rank, w.responsible, w.provider_name, s.name, r.name FROM (";
constexpr std::string_view kKeys = "SELECT w.audience, w.rank, w.due, w.case_id FROM work w";
constexpr std::string_view kNames =
    ") k CROSS JOIN work w ON w.audience = k.audience AND w.rank = k.rank AND w.due = k.due AND w.case_id = "
    "k.case_id"
    " LEFT JOIN service_row s ON s.service = w.service LEFT JOIN person_row r ON r.person = w.responsible";

/// The columns that a list is ordered by, the last of them different in every row. Closed files come last;
/// where they are left out, that says nothing.
std::vector<std::string_view> columnsOf(WorkOrder order, bool withClosed)
{
    const auto columns = [&](std::initializer_list<std::string_view> named) {
        std::vector<std::string_view> all;
        if (withClosed)
            all.emplace_back("w.rank > 1");
        all.insert(all.end(), named);
        return all;
    };
    switch (order) {
    case WorkOrder::Due:
        return {"w.rank", "w.due", "w.case_id"};
    case WorkOrder::CaseNumber:
        return columns({"w.case_id"});
    case WorkOrder::Step:
        return columns({"w.step", "w.rank", "w.due", "w.case_id"});
    case WorkOrder::Provider:
        return columns({"w.provider_name", "w.provider", "w.rank", "w.due", "w.case_id"});
    }
    return {};
}

std::string dueText(const CaseSummary& summary)
{
    return summary.due ? formatDay(*summary.due) : std::string(kNothingDue);
}

/// What stands in such a column; a number stands behind 'n', a text behind 't'.
std::string cursorPart(const WorkRow& row, std::string_view column)
{
    const CaseSummary& summary = row.summary;
    if (column == "w.rank > 1")
        return summary.closed ? "n1" : "n0";
    if (column == "w.rank")
        return fmt::format("n{}", listRankOf(summary));
    if (column == "w.due")
        return "t" + dueText(summary);
    if (column == "w.step")
        return fmt::format("t{}", toText(summary.step));
    if (column == "w.provider_name")
        return "t" + row.providerName;
    if (column == "w.provider")
        return "t" + summary.provider.text();
    return "t" + summary.id.text();
}

/// The parts of a cursor as it was given out; empty for the first page.
class Cursor final {
public:
    explicit Cursor(const std::string& text)
    {
        for (std::size_t from = 0; from < text.size();) {
            const auto end = std::min(text.find(kParted, from), text.size());
            m_parts.push_back(text.substr(from, end - from));
            from = end + 1;
        }
    }

    [[nodiscard]] std::size_t size() const { return m_parts.size(); }

    [[nodiscard]] Value value(std::size_t place) const
    {
        const std::string& part = m_parts[place];
        if (!part.starts_with('n'))
            return std::string_view(part).substr(std::min<std::size_t>(1, part.size()));
        std::int64_t number = 0;
        std::from_chars(part.data() + 1, part.data() + part.size(), number);
        return number;
    }

private:
    std::vector<std::string> m_parts;
};

/// The index that gives these rows in this order, named because SQLite knows no counts to choose it by.
/// Nothing: the key of the table, which is the order of what is due.
std::string_view indexOf(const WorkFilter& filter, WorkOrder order)
{
    switch (order) {
    case WorkOrder::CaseNumber:
        return " INDEXED BY work_by_number";
    case WorkOrder::Step:
        return " INDEXED BY work_by_step";
    case WorkOrder::Provider:
        return " INDEXED BY work_by_provider";
    case WorkOrder::Due:
        break;
    }
    if (filter.withClosed)
        return {};
    if (filter.responsible)
        return " INDEXED BY work_by_responsible";
    if (filter.step)
        return " INDEXED BY work_by_step";
    return filter.waitingFor ? " INDEXED BY work_by_waiting" : std::string_view();
}

/// A statement in the making: fixed pieces of text, and values that are only ever bound.
class Question final {
public:
    void add(std::string_view text) { m_text += text; }

    void bind(Value value)
    {
        m_values.push_back(value);
        m_text += fmt::format("${}", m_values.size());
    }

    void equal(std::string_view column, Value value)
    {
        m_text += fmt::format(" AND {} = ", column);
        bind(value);
    }

    [[nodiscard]] const std::string& text() const { return m_text; }

    [[nodiscard]] std::span<const Value> values() const { return m_values; }

private:
    std::string m_text;
    std::vector<Value> m_values;
};

std::string likePattern(const std::string& part)
{
    std::string pattern = "%";
    for (const char c : part) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
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

/// The providers with this in their name when they are few; nothing when there are many.
std::optional<std::vector<std::string>> fewProviders(Engine& engine, const std::string& pattern)
{
    std::vector<std::string> found;
    engine.query("SELECT provider FROM provider_row WHERE name LIKE $1 ESCAPE '\\' LIMIT $2",
        {pattern, static_cast<std::int64_t>(kFewProviders + 1)},
        [&](const Row& row) { found.emplace_back(row.text(0)); });
    if (found.size() > kFewProviders)
        return std::nullopt;
    return found;
}

void addProviders(
    Question& question, const std::optional<std::vector<std::string>>& few, const std::string& pattern)
{
    if (!few) {
        question.add(" AND w.provider_name LIKE ");
        question.bind(std::string_view(pattern));
        question.add(" ESCAPE '\\'");
        return;
    }
    question.add(" AND w.provider IN (");
    for (std::size_t at = 0; at < few->size(); ++at) {
        question.add(at == 0 ? "" : ", ");
        question.bind(std::string_view((*few)[at]));
    }
    question.add(")");
}

void addFilter(Question& question, const WorkFilter& filter, WorkOrder order)
{
    question.add(" WHERE w.audience = ");
    question.bind(toText(filter.audience));
    // For the indexes, and the same for the key of the table, which is in the order of what is due.
    if (!filter.withClosed)
        question.add(
            order == WorkOrder::Due ? " AND (w.rank > 1) = 0 AND w.rank <= 1" : " AND (w.rank > 1) = 0");
    if (filter.kind)
        question.equal("w.kind", toText(*filter.kind));
    if (filter.step)
        question.equal("w.step", toText(*filter.step));
    if (filter.waitingFor)
        question.equal("w.waiting_for", toText(*filter.waitingFor));
    if (filter.responsible)
        question.equal("w.responsible", std::string_view(filter.responsible->text()));
}

void addCursor(Question& question, const std::vector<std::string_view>& columns, const Cursor& cursor)
{
    question.add(fmt::format(" AND ({}) > (", fmt::join(columns, ", ")));
    for (std::size_t at = 0; at < cursor.size(); ++at) {
        question.add(at == 0 ? "" : ", ");
        question.bind(cursor.value(at));
    }
    question.add(")");
}

} // namespace

std::int64_t listRankOf(const CaseSummary& summary)
{
    if (summary.closed)
        return kClosed;
    return summary.waitingFor == WaitingFor::Nobody ? kNobodyActs : kSomebodyActs;
}

bool WorkList::isCursor(const std::string& text, const WorkFilter& filter, WorkOrder order)
{
    return text.empty() || Cursor(text).size() == columnsOf(order, filter.withClosed).size();
}

std::string WorkList::cursorOf(const WorkRow& row, const WorkFilter& filter, WorkOrder order)
{
    std::string cursor;
    for (const std::string_view column : columnsOf(order, filter.withClosed)) {
        if (!cursor.empty())
            cursor += kParted;
        cursor += cursorPart(row, column);
    }
    return cursor;
}

std::vector<WorkRow> WorkList::page(
    const WorkFilter& filter, WorkOrder order, const std::string& after, std::int64_t limit)
{
    std::vector<WorkRow> rows;
    read(filter, order, after, limit, "", [&](const Row& row) { rows.push_back(workRowOf(row)); });
    return rows;
}

std::vector<std::string> WorkList::planOf(const WorkFilter& filter, WorkOrder order)
{
    std::vector<std::string> plan;
    read(
        filter, order, {}, 1, "EXPLAIN QUERY PLAN ", [&](const Row& row) { plan.emplace_back(row.text(3)); });
    return plan;
}

void WorkList::read(const WorkFilter& filter, WorkOrder order, const std::string& after, std::int64_t limit,
    std::string_view before, const std::function<void(const Row&)>& each)
{
    const auto columns = columnsOf(order, filter.withClosed);
    const Cursor cursor(after);
    const std::string pattern = likePattern(filter.providerPart);
    std::optional<std::vector<std::string>> few;
    if (!filter.providerPart.empty())
        few = fewProviders(m_engine, pattern);
    if (few && few->empty())
        return;
    Question question;
    question.add(before);
    question.add(kRows);
    question.add(kKeys);
    question.add(few ? std::string_view() : indexOf(filter, order));
    addFilter(question, filter, order);
    if (!filter.providerPart.empty())
        addProviders(question, few, pattern);
    if (cursor.size() != 0)
        addCursor(question, columns, cursor);
    const std::string inOrder = fmt::format(" ORDER BY {}", fmt::join(columns, ", "));
    question.add(inOrder);
    question.add(" LIMIT ");
    question.bind(limit);
    question.add(kNames);
    question.add(inOrder);
    m_engine.query(question.text(), question.values(), each);
}

std::optional<Day> WorkList::nextDue(Institution audience, Day after)
{
    const auto due = m_engine.text("SELECT min(due) FROM work WHERE audience = $1 AND rank < 2 AND due > $2"
                                   " AND due < '9999-12-31'",
        {toText(audience), formatDay(after)});
    return due ? parseDay(*due) : std::nullopt;
}

} // namespace tutela::store

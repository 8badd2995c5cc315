#include "core/procedure/clocks.h"
#include "core/services/register.h"

namespace tutela::services {

namespace {

/// The calendars of the packs with those of the rows that `counts` takes.
template <class Counts>
procedure::Calendars addedTo(
    const procedure::Calendars& packed, const std::vector<store::AdditionRow>& rows, const Counts& counts)
{
    law::CalendarAdditions authority;
    law::CalendarAdditions institutions;
    for (const store::AdditionRow& row : rows) {
        if (!counts(row))
            continue;
        auto& additions = row.calendar == CalendarChoice::Authority ? authority : institutions;
        if (row.effect == DayEffect::Holiday)
            additions.holidays.push_back({row.day, row.name});
        else
            additions.workingDays.push_back(row.day);
    }
    const auto with = [](const law::Calendar& calendar, const law::CalendarAdditions& additions) {
        const bool none = additions.holidays.empty() && additions.workingDays.empty();
        return none ? calendar : calendar.withAdditions(additions);
    };
    return {with(packed.authority, authority), with(packed.institutions, institutions)};
}

bool isInForce(const store::AdditionRow& row)
{
    return !row.withdrawnBy;
}

} // namespace

void Register::refreshCalendars()
{
    if (calendar.lastChange() != m_calendarsChangedAt)
        readCalendars();
}

void Register::readCalendars()
{
    m_calendars = addedTo(*m_packedCalendars, calendar.additions(), isInForce);
    m_calendarsChangedAt = calendar.lastChange();
}

procedure::Calendars Register::calendarsAt(EntrySeq size)
{
    return addedTo(*m_packedCalendars, calendar.additions(), [size](const store::AdditionRow& row) {
        return row.seq < size && (!row.withdrawnBy || *row.withdrawnBy >= size);
    });
}

procedure::Calendars Register::calendarsWith(const CalendarAddition& addition)
{
    std::vector<store::AdditionRow> rows = calendar.additions();
    for (const Day day : addition.days)
        rows.push_back({0, day, addition.calendar, addition.effect, addition.name});
    return addedTo(*m_packedCalendars, rows, isInForce);
}

procedure::Calendars Register::calendarsWithout(EntrySeq addition)
{
    return addedTo(*m_packedCalendars, calendar.additions(),
        [addition](const store::AdditionRow& row) { return isInForce(row) && row.seq != addition; });
}

void Register::fillDates()
{
    if (!calendar.lacksDates())
        return;
    store::Transaction transaction(engine);
    if (!calendar.lacksDates()) // another process was faster
        return;
    std::vector<CaseId> all;
    cases.allCaseIds([&](const CaseId& id) { all.push_back(id); });
    for (const CaseId& id : all) {
        if (const auto loaded = loadCase(id))
            cases.project(procedure::summaryOf(loaded->file, *m_rulebook, *m_calendars));
    }
    transaction.commit();
}

} // namespace tutela::services

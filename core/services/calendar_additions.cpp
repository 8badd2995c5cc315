#include <algorithm>

#include "core/procedure/clocks.h"
#include "core/services/calendar_entries.h"
#include "core/services/calendar_service.h"
#include "core/services/clock_views.h"
#include "core/services/directory_change.h"

namespace tutela::services {

namespace {

constexpr std::size_t kShownFirst = 20;
constexpr std::size_t kMaxDaysOfAddition = 100;
constexpr std::size_t kMaxAdditionText = 500;
const Roles kChangesCalendar{Role::Head};
const Roles kReadsAdditions{
    Role::Coordinator, Role::Head, Role::Registrar, Role::Auditor, Role::Administrator};

Error additionError(const char* id, const char* where)
{
    return {.code = ErrorCode::BadInput, .what = {id, {}}, .where = where};
}

Result<Done> checkLine(const std::string& text, const char* where)
{
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
    if (blank || text.size() > kMaxAdditionText)
        return additionError("calendar-addition.text", where);
    return Done{};
}

/// Whether the addition says something, and something new.
Result<Done> checkAddition(const law::Calendar& calendar, const CalendarAddition& addition)
{
    if (addition.days.empty() || addition.days.size() > kMaxDaysOfAddition)
        return additionError("calendar-addition.days", "days");
    if (addition.effect == DayEffect::Holiday) {
        if (const auto checked = checkLine(addition.name, "name"); !checked)
            return checked;
    }
    for (const auto& [text, where] :
        {std::pair(&addition.reason, "reason"), std::pair(&addition.source, "source")}) {
        if (const auto checked = checkLine(*text, where); !checked)
            return checked;
    }
    for (const Day day : addition.days) {
        const bool isHoliday = calendar.isHoliday(day);
        if (isHoliday == (addition.effect == DayEffect::Holiday))
            return Error{.code = ErrorCode::Refused,
                .what = {isHoliday ? "calendar-addition.is-holiday" : "calendar-addition.is-no-holiday",
                    {{"day", day}}},
                .law = "Reg. 1182/71 Art 2(1)",
                .where = "days"};
    }
    return Done{};
}

std::optional<Day> dayOfClock(const std::vector<CaseDate>& dates, const std::string& clockId)
{
    const auto found = std::ranges::find(dates, clockId, &CaseDate::clockId);
    return found == dates.end() ? std::nullopt : std::optional(found->day);
}

/// Compares the dates of all open files under two pairs of calendars and takes each file that differs.
template <class Take>
interfaces::CalendarPreview compareDates(
    Register& source, const procedure::Calendars& before, const procedure::Calendars& after, const Take& take)
{
    interfaces::CalendarPreview preview;
    for (const CaseId& id : source.calendar.openCases()) {
        const auto loaded = source.loadCase(id);
        if (!loaded)
            continue;
        const auto was = procedure::summaryOf(loaded->file, source.rulebook(), before);
        const auto becomes = procedure::summaryOf(loaded->file, source.rulebook(), after);
        std::int64_t moved = 0;
        for (const CaseDate& date : was.dates) {
            const auto day = dayOfClock(becomes.dates, date.clockId);
            if (day == date.day)
                continue;
            ++moved;
            if (preview.first.size() < kShownFirst)
                preview.first.push_back(
                    {id, date.clockId, date.day, day, serviceOfClock(source, date.clockId)});
        }
        preview.dates += moved;
        preview.cases += moved > 0 ? 1 : 0;
        if (was.dates != becomes.dates)
            take(becomes);
    }
    return preview;
}

void takeNothing(const CaseSummary&) { }

/// Keeps the entry and counts all running clocks of open files anew.
EntrySeq keepChange(Register& target, Writing& writing, NewEntry entry)
{
    const procedure::Calendars before = target.calendars();
    const Appended appended = writing.append(std::move(entry));
    projectCalendarEntry(target, appended.entry);
    target.readCalendars();
    static_cast<void>(compareDates(target, before, target.calendars(),
        [&](const CaseSummary& summary) { target.cases.project(summary); }));
    return appended.entry.seq;
}

std::optional<Entry> additionInForce(Register& source, std::int64_t id)
{
    const auto rows = source.calendar.additions();
    const auto row = std::ranges::find(rows, id, &store::AdditionRow::seq);
    if (row == rows.end() || row->withdrawnBy)
        return std::nullopt;
    const auto body = source.journal.body(id);
    return body ? std::optional(store::entryOf(body->bytes)) : std::nullopt;
}

const law::Calendar& chosen(const procedure::Calendars& calendars, CalendarChoice choice)
{
    return choice == CalendarChoice::Authority ? calendars.authority : calendars.institutions;
}

Json noFacts()
{
    return Json::object();
}

} // namespace

Result<std::vector<interfaces::AdditionView>> CalendarService::additions()
{
    return guarded([&]() -> Result<std::vector<interfaces::AdditionView>> {
        if (const auto actor = needRole(m_register, kReadsAdditions); !actor)
            return actor.error();
        std::vector<interfaces::AdditionView> views;
        for (const store::AdditionRow& row : m_register.calendar.additions()) {
            if (!views.empty() && views.back().id == row.seq)
                continue;
            const auto body = m_register.journal.body(row.seq);
            if (!body)
                continue;
            const Entry entry = store::entryOf(body->bytes);
            const auto person = m_register.directory.person(entry.actor);
            views.push_back({row.seq, additionOf(m_register, entry), entry.at,
                person ? person->name : entry.actor.text(), row.withdrawnBy.has_value()});
        }
        return views;
    });
}

Result<interfaces::CalendarPreview> CalendarService::previewAddition(const CalendarAddition& addition)
{
    return guarded([&]() -> Result<interfaces::CalendarPreview> {
        if (const auto actor = needRole(m_register, kChangesCalendar); !actor)
            return actor.error();
        const procedure::Calendars& now = m_register.calendars();
        if (const auto checked = checkAddition(chosen(now, addition.calendar), addition); !checked)
            return checked.error();
        return compareDates(m_register, now, m_register.calendarsWith(addition), takeNothing);
    });
}

Result<interfaces::CalendarPreview> CalendarService::previewWithdrawal(std::int64_t id)
{
    return guarded([&]() -> Result<interfaces::CalendarPreview> {
        if (const auto actor = needRole(m_register, kChangesCalendar); !actor)
            return actor.error();
        if (!additionInForce(m_register, id))
            return notAllowed(std::to_string(id));
        return compareDates(m_register, m_register.calendars(), m_register.calendarsWithout(id), takeNothing);
    });
}

Result<std::int64_t> CalendarService::addToCalendar(const CalendarAddition& addition)
{
    const auto added = changeRegister(
        m_register, "add-to-calendar", kChangesCalendar,
        [&](const Actor&, Writing& writing) -> Result<std::int64_t> {
            const law::Calendar& calendar = chosen(m_register.calendars(), addition.calendar);
            if (const auto checked = checkAddition(calendar, addition); !checked)
                return checked.error();
            return keepChange(m_register, writing, additionEntry(addition));
        },
        noFacts);
    if (added)
        m_news.tell({});
    return added;
}

Result<Done> CalendarService::withdrawAddition(std::int64_t id, const std::string& reason)
{
    const auto withdrawn = changeRegister(
        m_register, "withdraw-calendar-addition", kChangesCalendar,
        [&](const Actor&, Writing& writing) -> Result<Done> {
            if (const auto checked = checkLine(reason, "reason"); !checked)
                return checked.error();
            if (!additionInForce(m_register, id))
                return notAllowed(std::to_string(id));
            static_cast<void>(keepChange(m_register, writing, withdrawalEntry(id, reason)));
            return Done{};
        },
        noFacts);
    if (withdrawn)
        m_news.tell({});
    return withdrawn;
}

} // namespace tutela::services

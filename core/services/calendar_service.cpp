#include "core/services/calendar_service.h"

#include <algorithm>

#include "core/law/week_load.h"
#include "core/services/clock_views.h"
#include "core/services/directory_change.h"

namespace tutela::services {

namespace {

using std::chrono::days;

constexpr std::int64_t kMaxDates = 5000;
constexpr std::int64_t kMaxWeeks = 104;
constexpr std::int64_t kMaxDaysOff = 3660;
const Roles kAuthority{Role::Coordinator, Role::Head, Role::Registrar, Role::Auditor};

int yearOfDay(Day day)
{
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

Error badRange(const char* where)
{
    return {.code = ErrorCode::BadInput, .what = {"calendar.range", {}}, .where = where};
}

void addDaysOff(std::vector<interfaces::NamedDay>& found, const law::Calendar& calendar,
    CalendarChoice choice, Day from, Day to)
{
    const auto take = [&](const std::vector<law::Holiday>& holidays, bool disputed) {
        for (const law::Holiday& holiday : holidays) {
            if (from <= holiday.day && holiday.day <= to)
                found.push_back({holiday.day, holiday.name, choice, disputed});
        }
    };
    for (int year = yearOfDay(from) - 1; year <= yearOfDay(to);
         ++year) { // a substitute may fall into the next
        take(calendar.holidays(year), false);
        take(calendar.disputedDays(year), true);
    }
}

/// The loads of the desk of one person.
std::vector<interfaces::WeekLoad> weeksOf(Register& source, const std::optional<PersonId>& person,
    const std::vector<law::DueDay>& due, Day from, std::int64_t weeks)
{
    std::vector<law::DayRange> absences;
    for (const Appointment& one : source.appointments.appointments(law::mondayOf(from))) {
        if (one.kind == AppointmentKind::Absence && person && one.person == *person)
            absences.push_back({one.firstDay, one.lastDay});
    }
    std::vector<interfaces::WeekLoad> loads;
    for (const law::LoadedWeek& week :
        law::weekLoads(due, absences, source.calendars().authority, from, weeks))
        loads.push_back({week.monday, week.dates, week.workingDays});
    return loads;
}

} // namespace

std::vector<PersonId> desksOf(Register& source, const PersonId& person)
{
    const Day today = source.today();
    std::vector<PersonId> desks = standsInFor(source.appointments.appointments(today), person, today);
    desks.insert(desks.begin(), person);
    return desks;
}

Result<std::vector<interfaces::CalendarDate>> CalendarService::dates(const interfaces::DatesQuery& query)
{
    return guardedReading(m_register.engine, [&]() -> Result<std::vector<interfaces::CalendarDate>> {
        const auto actor = m_register.actor();
        if (!actor)
            return m_register.noActor();
        if (query.from > query.to || query.limit < 1)
            return badRange("to");
        std::vector<interfaces::CalendarDate> dates;
        const auto audience = listAudienceOf(*actor);
        if (!audience)
            return dates;
        const std::vector<PersonId> desks = desksOf(m_register, actor->person);
        store::DateFilter filter{query.from, query.to, {}, std::min(query.limit, kMaxDates)};
        if (query.onlyMine)
            filter.responsible = desks;
        const auto rows = *audience == Institution::Authority
            ? m_register.calendar.dates(filter)
            : m_register.calendar.nextDates(*audience, filter);
        const Day today = m_register.today();
        for (const store::DateRow& row : rows) {
            if (row.nobodyActs && row.day < today)
                continue;
            const bool mine = row.responsible && std::ranges::find(desks, *row.responsible) != desks.end();
            dates.push_back({row.day, row.caseId, row.clockId, row.providerName, row.responsibleName, mine,
                row.confirmed, (row.day - today).count(), serviceOfClock(m_register, row.clockId)});
        }
        return dates;
    });
}

Result<std::vector<interfaces::NamedDay>> CalendarService::daysOff(Day from, Day to)
{
    return guarded([&]() -> Result<std::vector<interfaces::NamedDay>> {
        if (from > to || (to - from).count() > kMaxDaysOff)
            return badRange("to");
        m_register.refreshCalendars();
        std::vector<interfaces::NamedDay> found;
        const procedure::Calendars& calendars = m_register.calendars();
        addDaysOff(found, calendars.authority, CalendarChoice::Authority, from, to);
        addDaysOff(found, calendars.institutions, CalendarChoice::Institutions, from, to);
        std::ranges::stable_sort(found, {}, &interfaces::NamedDay::day);
        return found;
    });
}

bool CalendarService::isCovered(Day day)
{
    return m_register.calendars().authority.covers(day);
}

Result<std::string> CalendarService::exportCalendar(const std::optional<CaseId>& caseId)
{
    return guarded([&]() -> Result<std::string> {
        const auto actor = m_register.actor();
        return actor ? calendarFile(m_register, *actor, caseId) : Result<std::string>(m_register.noActor());
    });
}

Result<std::vector<interfaces::DeskLoad>> CalendarService::load(const interfaces::LoadQuery& query)
{
    return guardedReading(m_register.engine, [&]() -> Result<std::vector<interfaces::DeskLoad>> {
        const auto actor = needRole(m_register, kAuthority);
        if (!actor)
            return actor.error();
        if (query.weeks < 1 || query.weeks > kMaxWeeks)
            return badRange("weeks");
        const Day from = law::mondayOf(query.from.value_or(m_register.today()));
        const Day to = from + days{7 * query.weeks - 1};
        std::map<std::string, std::vector<law::DueDay>> desks;
        if (query.person)
            desks[query.person->text()];
        for (const auto& count : m_register.calendar.counts(from, to, query.person))
            desks[count.responsible].push_back({count.day, count.dates});
        std::vector<interfaces::DeskLoad> loads;
        for (const auto& [id, due] : desks) {
            interfaces::DeskLoad load;
            if (!id.empty())
                load.person = PersonId(id);
            const auto person = load.person ? m_register.directory.person(*load.person) : std::nullopt;
            if (query.person && !person)
                return notAllowed(id);
            load.name = person ? person->name : std::string();
            load.weeks = weeksOf(m_register, load.person, due, from, query.weeks);
            loads.push_back(std::move(load));
        }
        std::ranges::sort(loads, {}, &interfaces::DeskLoad::name);
        return loads;
    });
}

Result<interfaces::WeekLoad> CalendarService::loadAround(const std::optional<PersonId>& person, Day day)
{
    const auto actor = m_register.actor();
    if (!actor)
        return m_register.noActor();
    const auto loads = load({.person = person.value_or(actor->person), .from = day, .weeks = 1});
    if (!loads)
        return loads.error();
    return loads.value().front().weeks.front();
}

} // namespace tutela::services

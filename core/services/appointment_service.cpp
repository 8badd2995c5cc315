#include <algorithm>

#include "core/services/calendar_entries.h"
#include "core/services/calendar_service.h"
#include "core/services/directory_change.h"

namespace tutela::services {

namespace {

using interfaces::AppointmentRequest;

/// Nobody is away or replaced for longer by one entry.
constexpr int kMaxAppointmentDays = 366;

const Roles kPeopleOfAuthority{
    Role::Coordinator, Role::Head, Role::Registrar, Role::Auditor, Role::Administrator};

Error refusedAppointment(const char* id, const PersonId& person)
{
    return {.code = ErrorCode::Refused, .what = {id, {}}, .record = person.text()};
}

/// The roles granted to the person, without those held by appointment.
std::vector<Role> grantedTo(Register& source, const PersonId& person)
{
    std::vector<Role> roles;
    for (const store::GrantRow& grant : source.directory.grants(person)) {
        if (grant.confirmed)
            roles.push_back(grant.role);
    }
    return roles;
}

bool hasGrant(Register& source, const PersonId& person, Role role)
{
    const auto roles = grantedTo(source, person);
    return std::ranges::find(roles, role) != roles.end();
}

/// Whether the person signs in and works at the authority.
bool isColleague(Register& source, const PersonId& person)
{
    const auto row = source.directory.person(person);
    const auto roles = grantedTo(source, person);
    return row && !row->disabled && !roles.empty() && std::ranges::all_of(roles, [](Role role) {
        return institutionOf(role) == Institution::Authority;
    });
}

bool mayRecord(const Actor& actor, const Appointment& one)
{
    const bool keepsPeople = actor.has(Role::Registrar) || actor.has(Role::Head);
    switch (one.kind) {
    case AppointmentKind::Absence:
        return actor.person == one.person || keepsPeople || actor.has(Role::Administrator);
    case AppointmentKind::Substitute:
        return keepsPeople || one.standsFor == actor.person;
    case AppointmentKind::ActingHead:
        return actor.has(Role::Administrator);
    }
    return false;
}

Result<Done> checkDays(const AppointmentRequest& request, Day today)
{
    const auto bad = [](const char* id, const char* where) {
        return Error{.code = ErrorCode::BadInput, .what = {id, {}}, .where = where};
    };
    if (request.firstDay > request.lastDay)
        return bad("appointment.order", "to");
    if ((request.lastDay - request.firstDay).count() >= kMaxAppointmentDays)
        return bad("appointment.too-long", "to");
    // Whoever acted without being appointed is not covered afterwards.
    if (request.kind != AppointmentKind::Absence && request.firstDay < today)
        return bad("appointment.backdated", "from");
    return Done{};
}

Result<Done> checkPeople(Register& source, const AppointmentRequest& request)
{
    if (!isColleague(source, request.person))
        return notAllowed(request.person.text());
    switch (request.kind) {
    case AppointmentKind::Absence:
        return Done{};
    case AppointmentKind::ActingHead:
        // Administrators work on no case, and who is head acts as such anyway.
        if (hasGrant(source, request.person, Role::Administrator))
            return refusedAppointment("people.roles-apart", request.person);
        if (hasGrant(source, request.person, Role::Head))
            return refusedAppointment("people.has-role", request.person);
        return Done{};
    case AppointmentKind::Substitute:
        if (!request.standsFor || *request.standsFor == request.person)
            return refusedAppointment("appointment.stands-for", request.person);
        for (const PersonId& person : {request.person, *request.standsFor}) {
            if (!hasGrant(source, person, Role::Coordinator))
                return refusedAppointment("appointment.no-coordinator", person);
        }
        return Done{};
    }
    return Done{};
}

Json factsOfAppointment(Register& source, const PersonId& person)
{
    Json facts = Json::object();
    if (source.directory.person(person))
        facts.set("person", person.text());
    return facts;
}

Role roleOf(const Actor& actor)
{
    return actor.roles.empty() ? Role::Coordinator : actor.roles.front();
}

std::string nameIn(Register& source, const PersonId& person)
{
    const auto row = source.directory.person(person);
    return row ? row->name : person.text();
}

} // namespace

Result<std::vector<interfaces::Colleague>> AppointmentService::colleagues()
{
    return guardedReading(m_register.engine, [&]() -> Result<std::vector<interfaces::Colleague>> {
        if (const auto actor = needRole(m_register, kPeopleOfAuthority); !actor)
            return actor.error();
        std::vector<interfaces::Colleague> people;
        for (const store::PersonRow& row : m_register.directory.people()) {
            if (isColleague(m_register, row.id))
                people.push_back({row.id, row.signIn, row.name, grantedTo(m_register, row.id)});
        }
        std::ranges::sort(people, {}, &interfaces::Colleague::name);
        return people;
    });
}

Result<std::vector<interfaces::AppointmentView>> AppointmentService::appointments(bool past)
{
    return guardedReading(m_register.engine, [&]() -> Result<std::vector<interfaces::AppointmentView>> {
        if (const auto actor = needRole(m_register, kPeopleOfAuthority); !actor)
            return actor.error();
        std::vector<interfaces::AppointmentView> views;
        const auto from = past ? std::nullopt : std::optional(m_register.today());
        for (const Appointment& one : m_register.appointments.appointments(from)) {
            views.push_back({one, nameIn(m_register, one.person),
                one.standsFor ? nameIn(m_register, *one.standsFor) : std::string(),
                nameIn(m_register, one.enteredBy)});
        }
        return views;
    });
}

Result<std::int64_t> AppointmentService::appoint(const AppointmentRequest& request)
{
    const auto appointed = changeRegister(
        m_register, "appoint", kPeopleOfAuthority,
        [&](const Actor& actor, Writing& writing) -> Result<std::int64_t> {
            Appointment one{.kind = request.kind,
                .person = request.person,
                .standsFor = request.standsFor,
                .firstDay = request.firstDay,
                .lastDay = request.lastDay};
            one.confirmed = request.kind != AppointmentKind::ActingHead;
            if (request.kind != AppointmentKind::Substitute)
                one.standsFor.reset();
            if (!mayRecord(actor, one))
                return notAllowed(request.person.text());
            if (const auto checked = checkDays(request, m_register.today()); !checked)
                return checked.error();
            if (const auto checked = checkPeople(m_register, request); !checked)
                return checked.error();
            NewEntry entry = appointmentEntry(one);
            entry.role = roleOf(actor);
            const Appended appended = writing.append(std::move(entry));
            projectAppointmentEntry(m_register, appended.entry);
            return appended.entry.seq;
        },
        [&] { return factsOfAppointment(m_register, request.person); });
    if (appointed)
        m_news.tell({});
    return appointed;
}

Result<Done> AppointmentService::confirmAppointment(std::int64_t id)
{
    const auto confirmed = changeRegister(
        m_register, "confirm-appointment", {Role::Administrator},
        [&](const Actor& actor, Writing& writing) -> Result<Done> {
            const auto one = m_register.appointments.appointment(id);
            if (!one || one->confirmed || one->ended)
                return Error{.code = ErrorCode::Refused,
                    .what = {"appointment.nothing-to-confirm", {}},
                    .record = std::to_string(id)};
            if (one->enteredBy == actor.person || one->person == actor.person)
                return refusedAppointment("people.second-administrator", one->person);
            const Appended appended = writing.append(confirmationEntry(*one));
            projectAppointmentEntry(m_register, appended.entry);
            return Done{};
        },
        [] { return Json::object(); });
    if (confirmed)
        m_news.tell({});
    return confirmed;
}

Result<Done> AppointmentService::endAppointment(std::int64_t id)
{
    const auto ended = changeRegister(
        m_register, "end-appointment", kPeopleOfAuthority,
        [&](const Actor& actor, Writing& writing) -> Result<Done> {
            const auto one = m_register.appointments.appointment(id);
            const Day yesterday = m_register.today() - std::chrono::days{1};
            if (!one || !mayRecord(actor, *one))
                return notAllowed(std::to_string(id));
            if (one->ended || one->lastDay <= yesterday)
                return refusedAppointment("appointment.has-ended", one->person);
            const Day lastDay = std::max(yesterday, one->firstDay - std::chrono::days{1});
            NewEntry entry = endingEntry(*one, lastDay);
            entry.role = roleOf(actor);
            const Appended appended = writing.append(std::move(entry));
            projectAppointmentEntry(m_register, appended.entry);
            return Done{};
        },
        [] { return Json::object(); });
    if (ended)
        m_news.tell({});
    return ended;
}

} // namespace tutela::services

#include "core/store/appointment_store.h"

#include <fmt/format.h>

namespace tutela::store {

namespace {

constexpr std::string_view kAppointments = "SELECT seq, kind, person, stands_for, first_day, last_day, "
                                           "entered_by, confirmed, ended FROM appointment";

Appointment appointmentOf(const Row& row)
{
    Appointment one{.id = row.integer(0),
        .kind = fromText<AppointmentKind>(row.text(1)).value_or(AppointmentKind::Absence),
        .person = PersonId(std::string(row.text(2)))};
    if (!row.text(3).empty())
        one.standsFor = PersonId(std::string(row.text(3)));
    one.firstDay = parseDay(row.text(4)).value_or(Day{});
    one.lastDay = parseDay(row.text(5)).value_or(Day{});
    one.enteredBy = PersonId(std::string(row.text(6)));
    one.confirmed = row.integer(7) != 0;
    one.ended = row.integer(8) != 0;
    return one;
}

} // namespace

void AppointmentStore::project(const Appointment& one)
{
    m_engine.run("INSERT INTO appointment (seq, kind, person, stands_for, first_day, last_day, entered_by,"
                 " confirmed, ended) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (seq) DO UPDATE"
                 " SET last_day = excluded.last_day, confirmed = excluded.confirmed, ended = excluded.ended",
        {one.id, toText(one.kind), one.person.text(),
            one.standsFor ? std::string_view(one.standsFor->text()) : std::string_view(),
            formatDay(one.firstDay), formatDay(one.lastDay), one.enteredBy.text(),
            std::int64_t{one.confirmed ? 1 : 0}, std::int64_t{one.ended ? 1 : 0}});
}

std::optional<Appointment> AppointmentStore::appointment(std::int64_t id)
{
    std::optional<Appointment> found;
    m_engine.query(fmt::format("{} WHERE seq = $1", kAppointments), {id},
        [&](const Row& row) { found = appointmentOf(row); });
    return found;
}

std::vector<Appointment> AppointmentStore::appointments(std::optional<Day> endingFrom)
{
    std::vector<Appointment> found;
    const std::string from = endingFrom ? formatDay(*endingFrom) : std::string();
    m_engine.query(fmt::format("{} WHERE last_day >= $1 ORDER BY first_day, seq", kAppointments), {from},
        [&](const Row& row) { found.push_back(appointmentOf(row)); });
    return found;
}

} // namespace tutela::store

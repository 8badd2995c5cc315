#include "core/services/standing_in.h"

#include <algorithm>

#include "core/procedure/clocks.h"

namespace tutela::services {

namespace {

std::optional<Message> responsibleAway(Register& source, const PersonId& responsible, Day today)
{
    const auto appointments = source.appointments.appointments(today);
    if (!isAbsent(appointments, responsible, today))
        return std::nullopt;
    const bool replaced = std::ranges::any_of(appointments, [&](const Appointment& one) {
        return one.kind == AppointmentKind::Substitute && one.standsFor == responsible && one.isInForce(today)
            && !isAbsent(appointments, one.person, today);
    });
    if (replaced)
        return std::nullopt;
    const PersonId holders[] = {responsible};
    const auto until = unfilledUntil(appointments, holders, AppointmentKind::Absence, today);
    const auto person = source.directory.person(responsible);
    return Message{"appointment.responsible-away",
        {{"name", person ? person->name : responsible.text()}, {"until", until.value_or(today)}}};
}

} // namespace

std::optional<Message> headMissing(Register& source, Day today)
{
    const auto until = unfilledUntil(source.appointments.appointments(today),
        source.directory.peopleWith(Role::Head), AppointmentKind::ActingHead, today);
    if (!until)
        return std::nullopt;
    if (*until == Day::max())
        return Message{"appointment.no-head", {}};
    return Message{"appointment.no-head-until", {{"until", *until}}};
}

std::vector<Message> missingFor(Register& source, const CaseFile& file, Day today)
{
    std::vector<Message> missing;
    if (procedure::waitingFor(file, source.rulebook()) == WaitingFor::Head) {
        if (auto head = headMissing(source, today))
            missing.push_back(std::move(*head));
    }
    if (file.responsible) {
        if (auto away = responsibleAway(source, *file.responsible, today))
            missing.push_back(std::move(*away));
    }
    return missing;
}

} // namespace tutela::services

#include "core/domain/appointment.h"

#include <algorithm>

namespace tutela {

namespace {

/// Longer than anybody is away without being replaced.
constexpr int kSearchedDays = 1000;

bool isFilled(std::span<const Appointment> appointments, std::span<const PersonId> holders,
    AppointmentKind acting, Day day)
{
    const auto present = [&](const PersonId& person) { return !isAbsent(appointments, person, day); };
    return std::ranges::any_of(holders, present)
        || std::ranges::any_of(appointments, [&](const Appointment& one) {
               return one.kind == acting && one.isInForce(day) && present(one.person);
           });
}

} // namespace

bool isAbsent(std::span<const Appointment> appointments, const PersonId& person, Day day)
{
    return std::ranges::any_of(appointments, [&](const Appointment& one) {
        return one.kind == AppointmentKind::Absence && one.person == person && one.isInForce(day);
    });
}

bool actsAsHead(std::span<const Appointment> appointments, const PersonId& person, Day day)
{
    return std::ranges::any_of(appointments, [&](const Appointment& one) {
        return one.kind == AppointmentKind::ActingHead && one.person == person && one.isInForce(day);
    });
}

std::vector<PersonId> standsInFor(std::span<const Appointment> appointments, const PersonId& person, Day day)
{
    std::vector<PersonId> people;
    for (const Appointment& one : appointments) {
        if (one.kind == AppointmentKind::Substitute && one.person == person && one.standsFor
            && one.isInForce(day))
            people.push_back(*one.standsFor);
    }
    std::ranges::sort(people, {}, &PersonId::text);
    const auto rest = std::ranges::unique(people);
    people.erase(rest.begin(), rest.end());
    return people;
}

std::optional<Day> unfilledUntil(std::span<const Appointment> appointments, std::span<const PersonId> holders,
    AppointmentKind acting, Day day)
{
    if (isFilled(appointments, holders, acting, day))
        return std::nullopt;
    for (int ahead = 1; ahead <= kSearchedDays; ++ahead) {
        const Day next = day + std::chrono::days{ahead};
        if (isFilled(appointments, holders, acting, next))
            return next - std::chrono::days{1};
    }
    return Day::max();
}

} // namespace tutela

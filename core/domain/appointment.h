#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/base/day.h"
#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// What is recorded of a person from a day to a day: being away, holding the head's role for the head, or
/// looking after the files of a coordinator.
enum class AppointmentKind { Absence, ActingHead, Substitute };

template <> struct Vocabulary<AppointmentKind> {
    static constexpr std::array<std::pair<AppointmentKind, std::string_view>, 3> kTexts{{
        {AppointmentKind::Absence, "absence"},
        {AppointmentKind::ActingHead, "acting-head"},
        {AppointmentKind::Substitute, "substitute"},
    }};
};

struct Appointment {
    std::int64_t id = 0; ///< the entry of the register log
    AppointmentKind kind = AppointmentKind::Absence;
    PersonId person; ///< who is away, acts or stands in
    std::optional<PersonId> standsFor = std::nullopt; ///< Substitute: whose files
    Day firstDay{};
    Day lastDay{}; ///< included
    PersonId enteredBy{""};
    bool confirmed = true; ///< false while a second administrator has not confirmed who acts as head
    bool ended = false; ///< before it had run its time, or taken back

    [[nodiscard]] bool isInForce(Day day) const { return confirmed && firstDay <= day && day <= lastDay; }
};

[[nodiscard]] bool isAbsent(std::span<const Appointment> appointments, const PersonId& person, Day day);

/// Whether the person holds the head's role on that day by appointment.
[[nodiscard]] bool actsAsHead(std::span<const Appointment> appointments, const PersonId& person, Day day);

/// The coordinators whose files that person looks after on that day, ascending, each once.
[[nodiscard]] std::vector<PersonId> standsInFor(
    std::span<const Appointment> appointments, const PersonId& person, Day day);

/// The last day in a row, from `day` on, on which none of the holders of a role is there and nobody acts in
/// it; nothing when somebody is there on `day`. `acting`: of the appointments, those that fill the role.
/// Without a holder there is no such day: Day::max().
[[nodiscard]] std::optional<Day> unfilledUntil(std::span<const Appointment> appointments,
    std::span<const PersonId> holders, AppointmentKind acting, Day day);

} // namespace tutela

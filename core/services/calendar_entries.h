#pragma once

#include "core/domain/appointment.h"
#include "core/domain/calendar_addition.h"
#include "core/services/register.h"
#include "core/services/writing.h"

namespace tutela::services {

/// The entries of the register's own stream that change its calendars, and those of a person's stream that
/// say who is away or stands in. Each is projected from the entry alone, when it is made and when the
/// register is built again.

[[nodiscard]] NewEntry additionEntry(const CalendarAddition& addition);
[[nodiscard]] NewEntry withdrawalEntry(EntrySeq addition, const std::string& reason);

/// Projects what the entry says of the calendars; any other entry changes nothing.
void projectCalendarEntry(Register& target, const Entry& entry);

/// The addition that an entry made, with its texts.
[[nodiscard]] CalendarAddition additionOf(Register& source, const Entry& entry);

[[nodiscard]] NewEntry appointmentEntry(const Appointment& appointment);
[[nodiscard]] NewEntry confirmationEntry(const Appointment& appointment);
[[nodiscard]] NewEntry endingEntry(const Appointment& appointment, Day lastDay);

/// Projects what the entry says of an appointment; whether it says anything of one.
bool projectAppointmentEntry(Register& target, const Entry& entry);

} // namespace tutela::services

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/domain/appointment.h"

namespace tutela::interfaces {

struct AppointmentView {
    Appointment appointment;
    std::string person; ///< name
    std::string standsFor; ///< name, or empty
    std::string enteredBy; ///< name
};

struct AppointmentRequest {
    AppointmentKind kind = AppointmentKind::Absence;
    PersonId person;
    std::optional<PersonId> standsFor;
    Day firstDay{};
    Day lastDay{};
};

/// Somebody of the authority who can be away, act or stand in.
struct Colleague {
    PersonId id;
    std::string signInName;
    std::string name;
    std::vector<Role> roles; ///< granted and confirmed, without what is held by appointment
};

/// Who is away, who acts as head, who looks after whose files, each from a day to a day.
class AppointmentDesk {
public:
    virtual ~AppointmentDesk() = default;

    /// The people of the authority who may sign in, by name.
    [[nodiscard]] virtual Result<std::vector<Colleague>> colleagues() = 0;

    /// Those that have not run their time, in the order in which they begin; with `past` all.
    [[nodiscard]] virtual Result<std::vector<AppointmentView>> appointments(bool past) = 0;

    /// An absence is recorded by the person, a registrar, the head or an administrator; a substitute by the
    /// coordinator, a registrar or the head; an acting head by an administrator, and it counts once a second
    /// administrator has confirmed it. Gives its id. Errors: NotAllowed, BadInput, Refused.
    [[nodiscard]] virtual Result<std::int64_t> appoint(const AppointmentRequest& request) = 0;

    /// By a second administrator.
    [[nodiscard]] virtual Result<Done> confirmAppointment(std::int64_t id) = 0;

    /// Ends it at once, so that yesterday was its last day, or takes it back when it has not begun. By
    /// whoever may record such.
    [[nodiscard]] virtual Result<Done> endAppointment(std::int64_t id) = 0;
};

} // namespace tutela::interfaces

#pragma once

#include <optional>
#include <vector>

#include "core/domain/appointment.h"
#include "core/store/engine.h"

namespace tutela::store {

/// Projection of who is away, acts as head or stands in for whom.
class AppointmentStore final {
public:
    explicit AppointmentStore(Engine& engine)
        : m_engine(engine)
    {
    }

    /// Adds an appointment or replaces the one of the same id.
    void project(const Appointment& appointment);

    [[nodiscard]] std::optional<Appointment> appointment(std::int64_t id);

    /// Those that end on that day or later, in the order in which they begin; without a day, all.
    [[nodiscard]] std::vector<Appointment> appointments(std::optional<Day> endingFrom);

private:
    Engine& m_engine;
};

} // namespace tutela::store

#pragma once

#include <chrono>
#include <optional>

#include "core/base/day.h"
#include "core/base/result.h"

namespace tutela::interfaces {

/// What time it is in this register. A training register has its own clock, which only goes forward.
class OfficeClock {
public:
    virtual ~OfficeClock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] virtual Day today() const = 0;

    /// The day of an instant in the office's zone.
    [[nodiscard]] virtual Day dayOf(Instant instant) const = 0;

    /// How far the clock on the office's wall is ahead of UTC at that instant.
    [[nodiscard]] virtual std::chrono::seconds offsetAt(Instant instant) const = 0;

    /// Errors: Clock when this is no training register, or when `to` lies before now.
    [[nodiscard]] virtual Result<Done> advanceTo(Instant to) = 0;

    /// The next statutory date of any case this person may see, after today.
    [[nodiscard]] virtual std::optional<Day> nextDeadline() = 0;
};

} // namespace tutela::interfaces

#pragma once

#include "core/base/day.h"

namespace tutela {

/// Where "now" comes from. Rules never see it: they are handed an Instant.
class ClockSource {
public:
    virtual ~ClockSource() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

/// The clock of the machine.
class SystemClock final : public ClockSource {
public:
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    }
};

/// A clock that stands where it was set.
class FixedClock final : public ClockSource {
public:
    explicit FixedClock(Instant at)
        : m_now(at)
    {
    }

    void set(Instant at) { m_now = at; }

    [[nodiscard]] Instant now() const override { return m_now; }

private:
    Instant m_now;
};

} // namespace tutela

#pragma once

#include "tests/unit/cli/fake_office.h"

namespace tutela::cli {

/// A training clock that stands at 1 March 2026, 10:00 UTC.
class FakeClock final : public interfaces::OfficeClock {
public:
    explicit FakeClock(FakeState& state)
        : m_state(state)
    {
    }

    Instant now() const override { return *parseInstant("2026-03-01T10:00:00Z"); }

    Day today() const override { return *parseDay("2026-03-01"); }

    Day dayOf(Instant instant) const override { return std::chrono::floor<std::chrono::days>(instant); }

    std::chrono::seconds offsetAt(Instant) const override { return std::chrono::hours{1}; }

    Result<Done> advanceTo(Instant to) override
    {
        if (to < now())
            return Error{ErrorCode::Clock, {"fake.clock", {}}};
        m_state.movedTo = to;
        return Done{};
    }

    std::optional<Day> nextDeadline() override { return std::nullopt; }

private:
    FakeState& m_state;
};

} // namespace tutela::cli

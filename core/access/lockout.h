#pragma once

#include <chrono>
#include <optional>

#include "core/base/day.h"
#include "core/base/result.h"

namespace tutela::access {

/// How many wrong passwords lock a person out, and for how long. Each further failure doubles the time.
struct LockoutRule {
    int failuresBeforeLock = 5;
    std::chrono::minutes firstLock{15};
    std::chrono::minutes longestLock{std::chrono::hours{24}};
};

/// What is kept of a person's wrong passwords since the last right one.
struct Lockout {
    int failures = 0;
    std::optional<Instant> lockedUntil;

    friend bool operator==(const Lockout&, const Lockout&) = default;
};

/// Whether a password may be tried now. Errors: SignIn with the instant until which none is looked at.
[[nodiscard]] Result<Done> mayTry(const Lockout& lockout, Instant now);

/// The state after a wrong password. While locked out nothing is tried, so the state stays.
[[nodiscard]] Lockout recordFailure(const Lockout& lockout, Instant now, const LockoutRule& rule = {});

/// Whether the state can come from counting: enough failures and an instant belong together.
[[nodiscard]] bool isConsistent(const Lockout& lockout, const LockoutRule& rule = {});

} // namespace tutela::access

#include "core/access/lockout.h"

#include <algorithm>
#include <limits>

namespace tutela::access {

namespace {

std::chrono::minutes lockAfter(int failures, const LockoutRule& rule)
{
    auto length = std::min(rule.firstLock, rule.longestLock);
    for (int further = rule.failuresBeforeLock; further < failures && length < rule.longestLock; ++further)
        length = std::min(length * 2, rule.longestLock);
    return length;
}

} // namespace

Result<Done> mayTry(const Lockout& lockout, Instant now)
{
    if (lockout.lockedUntil && now < *lockout.lockedUntil)
        return Error{
            .code = ErrorCode::SignIn, .what = {"access.locked-out", {{"until", *lockout.lockedUntil}}}};
    return Done{};
}

Lockout recordFailure(const Lockout& lockout, Instant now, const LockoutRule& rule)
{
    if (!mayTry(lockout, now))
        return lockout;
    Lockout next = lockout;
    if (next.failures < std::numeric_limits<int>::max())
        ++next.failures;
    next.lockedUntil.reset();
    if (next.failures >= rule.failuresBeforeLock)
        next.lockedUntil = now + lockAfter(next.failures, rule);
    return next;
}

bool isConsistent(const Lockout& lockout, const LockoutRule& rule)
{
    return lockout.failures >= 0
        && (lockout.failures >= rule.failuresBeforeLock) == lockout.lockedUntil.has_value();
}

} // namespace tutela::access

#include "core/access/lockout.h"

#include <gtest/gtest.h>

namespace tutela::access {

namespace {

using namespace std::chrono_literals;

const Instant kStart = *parseInstant("2026-03-01T09:00:00Z");

TEST(Lockout, LetsFourWrongPasswordsPass)
{
    Lockout state;
    for (int i = 0; i < 4; ++i) {
        state = recordFailure(state, kStart);
        EXPECT_TRUE(mayTry(state, kStart));
    }
    state = recordFailure(state, kStart);
    const auto refused = mayTry(state, kStart);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::SignIn);
    EXPECT_EQ(std::get<Instant>(refused.error().what.arguments.at(0).value), kStart + 15min);
}

TEST(Lockout, EndsAtTheInstantItNames)
{
    Lockout state{4, std::nullopt};
    state = recordFailure(state, kStart);
    EXPECT_FALSE(mayTry(state, kStart + 15min - 1us));
    EXPECT_TRUE(mayTry(state, kStart + 15min));
}

TEST(Lockout, DoublesWithEachFurtherFailureUpToADay)
{
    Lockout state{4, std::nullopt};
    Instant now = kStart;
    const std::chrono::minutes expected[] = {
        15min, 30min, 60min, 120min, 240min, 480min, 960min, 1440min, 1440min};
    for (const auto length : expected) {
        state = recordFailure(state, now);
        EXPECT_EQ(state.lockedUntil, now + length);
        now = *state.lockedUntil;
    }
    state.failures = std::numeric_limits<int>::max();
    EXPECT_EQ(recordFailure(state, now).lockedUntil, now + 24h);
}

TEST(Lockout, StaysAsItIsWhileLocked)
{
    const Lockout locked{5, kStart + 15min};
    EXPECT_EQ(recordFailure(locked, kStart + 1min), locked);
}

TEST(Lockout, CanOnlyComeFromCounting)
{
    Lockout state;
    Instant now = kStart;
    for (int i = 0; i < 9; ++i) {
        EXPECT_TRUE(isConsistent(state)) << i;
        state = recordFailure(state, now);
        now += 25h;
    }
    EXPECT_FALSE(isConsistent({5, std::nullopt}));
    EXPECT_FALSE(isConsistent({4, kStart}));
    EXPECT_FALSE(isConsistent({-1, std::nullopt}));
}

TEST(Lockout, FollowsItsRule)
{
    const LockoutRule rule{2, 1min, 3min};
    Lockout state = recordFailure({1, std::nullopt}, kStart, rule);
    EXPECT_EQ(state.lockedUntil, kStart + 1min);
    state = recordFailure(state, kStart + 1min, rule);
    EXPECT_EQ(state.lockedUntil, kStart + 3min);
    state = recordFailure(state, kStart + 3min, rule);
    EXPECT_EQ(state.lockedUntil, kStart + 6min);
}

} // namespace

} // namespace tutela::access

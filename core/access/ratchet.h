#pragma once

#include "core/base/digest.h"
#include "core/base/random_source.h"

namespace tutela::access {

/// A counter that anybody who can write may raise and nobody lower (Lamport's hash chain): `link` is a
/// forgotten secret hashed as often as was counted, `last` the same secret hashed kSteps times. To go back
/// one would have to find what hashes to `link`.
struct Ratchet {
    static constexpr int kSteps = 1000;

    Digest link{};
    Digest last{};

    friend bool operator==(const Ratchet&, const Ratchet&) = default;
};

/// A new counter at zero.
[[nodiscard]] Ratchet freshRatchet(RandomSource& random);

/// The counter further on.
[[nodiscard]] Ratchet raised(Ratchet ratchet, int steps);

/// Whether the counter stands at `count`.
[[nodiscard]] bool standsAt(const Ratchet& ratchet, int count);

} // namespace tutela::access

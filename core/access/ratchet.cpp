#include "core/access/ratchet.h"

namespace tutela::access {

Ratchet freshRatchet(RandomSource& random)
{
    Ratchet ratchet;
    random.fill(ratchet.link);
    ratchet.last = raised(ratchet, Ratchet::kSteps).link;
    return ratchet;
}

Ratchet raised(Ratchet ratchet, int steps)
{
    for (int step = 0; step < steps; ++step)
        ratchet.link = sha256(asText(ratchet.link));
    return ratchet;
}

bool standsAt(const Ratchet& ratchet, int count)
{
    return count >= 0 && count <= Ratchet::kSteps
        && raised(ratchet, Ratchet::kSteps - count).link == ratchet.last;
}

} // namespace tutela::access

#include "core/base/random_source.h"

#include <string>

#include <sodium.h>

#include "core/base/digest.h"

namespace tutela {

void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    randombytes_buf(bytes.data(), bytes.size());
}

SeededRandom::SeededRandom(std::uint64_t seed, std::uint64_t counter)
    : m_key(sha256("tutela-training-seed " + std::to_string(seed)))
    , m_counter(counter)
{
}

void SeededRandom::fill(std::span<std::uint8_t> bytes)
{
    const Digest key = Sha256().add(asText(m_key)).add(std::to_string(m_counter)).finish();
    ++m_counter;
    randombytes_buf_deterministic(bytes.data(), bytes.size(), key.data());
}

} // namespace tutela

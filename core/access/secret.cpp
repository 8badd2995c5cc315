#include "core/access/secret.h"

#include <algorithm>
#include <new>

#include <sodium.h>

namespace tutela::access {

namespace {

std::uint8_t* guarded()
{
    static const bool ready = sodium_init() >= 0;
    auto* bytes = ready ? static_cast<std::uint8_t*>(sodium_malloc(Secret::kSize)) : nullptr;
    if (bytes == nullptr)
        throw std::bad_alloc();
    sodium_memzero(bytes, Secret::kSize);
    return bytes;
}

} // namespace

void Secret::Free::operator()(std::uint8_t* bytes) const
{
    sodium_free(bytes);
}

Secret::Secret()
    : m_bytes(guarded())
{
}

Secret::Secret(std::span<const std::uint8_t, kSize> bytes)
    : Secret()
{
    std::copy(bytes.begin(), bytes.end(), m_bytes.get());
}

Secret Secret::draw(RandomSource& random)
{
    Secret secret;
    random.fill(secret.bytes());
    return secret;
}

std::span<const std::uint8_t, Secret::kSize> Secret::bytes() const
{
    return std::span<const std::uint8_t, kSize>(m_bytes.get(), kSize);
}

std::span<std::uint8_t, Secret::kSize> Secret::bytes()
{
    return std::span<std::uint8_t, kSize>(m_bytes.get(), kSize);
}

bool operator==(const Secret& left, const Secret& right)
{
    return sodium_memcmp(left.m_bytes.get(), right.m_bytes.get(), Secret::kSize) == 0;
}

} // namespace tutela::access

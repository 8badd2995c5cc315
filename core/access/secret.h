#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "core/base/random_source.h"

namespace tutela::access {

/// 32 secret bytes in memory of their own: guarded, kept out of swap where the system allows it, wiped when
/// they go. Not copied by accident.
class Secret final {
public:
    static constexpr std::size_t kSize = 32;

    /// All zero. Throws std::bad_alloc.
    Secret();

    /// A copy of the bytes; wiping those is the caller's affair.
    explicit Secret(std::span<const std::uint8_t, kSize> bytes);

    /// New bytes.
    [[nodiscard]] static Secret draw(RandomSource& random);

    [[nodiscard]] std::span<const std::uint8_t, kSize> bytes() const;
    [[nodiscard]] std::span<std::uint8_t, kSize> bytes();

    /// Compared in constant time.
    friend bool operator==(const Secret& left, const Secret& right);

private:
    struct Free {
        void operator()(std::uint8_t* bytes) const;
    };

    std::unique_ptr<std::uint8_t, Free> m_bytes;
};

} // namespace tutela::access

#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace tutela {

/// Where salts, keys and ids come from.
class RandomSource {
public:
    virtual ~RandomSource() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// The random generator of the operating system.
class SystemRandom final : public RandomSource {
public:
    void fill(std::span<std::uint8_t> bytes) override;
};

/// The same bytes for the same seed and counter: training registers only.
class SeededRandom final : public RandomSource {
public:
    /// `counter` says how many draws were made before, so that a register can go on where it stopped.
    explicit SeededRandom(std::uint64_t seed, std::uint64_t counter = 0);
    void fill(std::span<std::uint8_t> bytes) override;

    [[nodiscard]] std::uint64_t counter() const { return m_counter; }

private:
    std::array<std::uint8_t, 32> m_key;
    std::uint64_t m_counter;
};

} // namespace tutela

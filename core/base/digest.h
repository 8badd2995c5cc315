#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tutela {

/// A SHA-256 value.
using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4) of the bytes.
[[nodiscard]] Digest sha256(std::string_view bytes);

/// SHA-256 fed piece by piece.
class Sha256 final {
public:
    Sha256();
    Sha256& add(std::string_view bytes);
    [[nodiscard]] Digest finish();

private:
    alignas(16) std::array<std::uint8_t, 128> m_state;
};

/// Lower-case hexadecimal.
[[nodiscard]] std::string toHex(std::span<const std::uint8_t> bytes);

/// Nothing unless the text is 64 lower-case hexadecimal digits.
[[nodiscard]] std::optional<Digest> digestFromHex(std::string_view text);

/// Standard Base64 with padding (RFC 4648 section 4).
[[nodiscard]] std::string toBase64(std::span<const std::uint8_t> bytes);
[[nodiscard]] std::optional<std::string> fromBase64(std::string_view text);

/// The same bytes seen as text, and back.
[[nodiscard]] inline std::string_view asText(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

[[nodiscard]] inline std::span<const std::uint8_t> asBytes(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

} // namespace tutela

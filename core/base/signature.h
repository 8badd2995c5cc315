#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>

namespace tutela {

/// The public half of an Ed25519 key (RFC 8032).
struct SigningPublicKey {
    std::array<std::uint8_t, 32> bytes{};

    friend bool operator==(const SigningPublicKey&, const SigningPublicKey&) = default;
};

/// An Ed25519 signature (RFC 8032).
using Signature = std::array<std::uint8_t, 64>;

/// Signs bytes with a key that stays where it is.
using Signer = std::function<Signature(std::string_view bytes)>;

/// Whether the signature over the bytes was made with the secret half of this key.
[[nodiscard]] bool verifySignature(
    const SigningPublicKey& key, std::string_view bytes, const Signature& signature);

} // namespace tutela

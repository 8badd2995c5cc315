#pragma once

#include <array>
#include <string_view>

#include <sodium.h>

#include "core/base/digest.h"
#include "core/base/signature.h"

namespace tutela::journal {

/// A signing key straight from libsodium, so that these tests do not need our own.
struct TestKey {
    SigningPublicKey publicKey;
    std::array<std::uint8_t, 64> secret{};

    explicit TestKey(std::string_view seed)
    {
        crypto_sign_seed_keypair(publicKey.bytes.data(), secret.data(), sha256(seed).data());
    }

    [[nodiscard]] Signer signer() const
    {
        return [secret = secret](std::string_view bytes) {
            Signature signature{};
            crypto_sign_detached(
                signature.data(), nullptr, asBytes(bytes).data(), bytes.size(), secret.data());
            return signature;
        };
    }
};

} // namespace tutela::journal

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/access/secret.h"
#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/signature.h"

namespace tutela::access {

/// The public half of an X25519 key (RFC 7748).
struct BoxPublicKey {
    std::array<std::uint8_t, 32> bytes{};

    friend bool operator==(const BoxPublicKey&, const BoxPublicKey&) = default;
};

/// What everybody may know of a person's keys.
struct PersonPublicKeys {
    SigningPublicKey signing;
    BoxPublicKey box;

    /// `{"box": hex, "signing": hex}`.
    [[nodiscard]] Json toJson() const;

    /// Errors: Integrity.
    [[nodiscard]] static Result<PersonPublicKeys> fromJson(const Json& json);

    friend bool operator==(const PersonPublicKeys&, const PersonPublicKeys&) = default;
};

/// A person's two key pairs, both made from one seed: one signs binding acts, one opens what is sealed to the
/// person.
class PersonKeys final {
public:
    explicit PersonKeys(const Secret& seed);

    [[nodiscard]] const PersonPublicKeys& publicKeys() const { return m_public; }

    [[nodiscard]] Signature sign(std::string_view bytes) const;

    /// Opens what sealTo (or libsodium's crypto_box_seal) made. Errors: Integrity when it is sealed to
    /// another key or was changed.
    [[nodiscard]] Result<std::string> openSealed(std::string_view sealed) const;

private:
    Secret m_signingSeed;
    Secret m_boxSecret;
    PersonPublicKeys m_public;
};

/// The key of a register's log.
class LogKey final {
public:
    explicit LogKey(const Secret& seed);

    [[nodiscard]] const SigningPublicKey& publicKey() const { return m_public; }

    [[nodiscard]] Signature sign(std::string_view bytes) const;

    /// Signs while this key lives where it is now.
    [[nodiscard]] Signer signer() const;

    /// The key sealed to one person. Errors: BadInput when the person's key is no usable X25519 key.
    [[nodiscard]] Result<std::string> sealTo(const BoxPublicKey& person, RandomSource& random) const;

    /// Errors: Integrity when it is sealed to another key, was changed, or is no log key.
    [[nodiscard]] static Result<LogKey> open(std::string_view sealed, const PersonKeys& person);

private:
    Secret m_seed;
    SigningPublicKey m_public;
};

/// The seed locked with a password's key (XChaCha20-Poly1305, bound to the person): one byte 0x01, nonce,
/// ciphertext.
[[nodiscard]] std::string wrapSeed(
    const Secret& seed, const Secret& passwordKey, std::string_view personId, RandomSource& random);

/// Signing in: the seed comes out exactly when the password was right and the record is this person's.
/// Errors: SignIn, the same for every reason.
[[nodiscard]] Result<Secret> unwrapSeed(
    std::string_view wrapped, const Secret& passwordKey, std::string_view personId);

/// Bytes that only the holder of the key can open, in the form of libsodium's crypto_box_seal; the passing
/// key is drawn from `random`, so that a training register comes out the same each time. Errors: BadInput
/// when the key is no usable X25519 key.
[[nodiscard]] Result<std::string> sealTo(
    const BoxPublicKey& key, std::string_view bytes, RandomSource& random);

} // namespace tutela::access

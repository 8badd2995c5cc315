#include "core/access/keys.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include <sodium.h>

#include "core/base/digest.h"

namespace tutela::access {

namespace {

constexpr std::uint64_t kSigningPart = 1;
constexpr std::uint64_t kBoxPart = 2;
constexpr char kWrapVersion = 0x01;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kWrapped = 1 + kNonce + Secret::kSize + crypto_aead_xchacha20poly1305_ietf_ABYTES;

std::uint8_t* bytesOf(std::string& text)
{
    return reinterpret_cast<std::uint8_t*>(text.data());
}

/// A part of the seed that tells nothing of the seed or the other part.
Secret partOf(const Secret& seed, std::uint64_t number)
{
    static_assert(crypto_kdf_KEYBYTES == Secret::kSize);
    Secret part;
    crypto_kdf_derive_from_key(part.bytes().data(), Secret::kSize, number, "tutela/p", seed.bytes().data());
    return part;
}

/// libsodium's long form of an Ed25519 secret key, wiped when it goes.
class SigningSecret final {
public:
    explicit SigningSecret(const Secret& seed)
    {
        crypto_sign_seed_keypair(m_public.bytes.data(), m_secret.data(), seed.bytes().data());
    }

    SigningSecret(const SigningSecret&) = delete;
    SigningSecret& operator=(const SigningSecret&) = delete;

    ~SigningSecret() { sodium_memzero(m_secret.data(), m_secret.size()); }

    [[nodiscard]] const SigningPublicKey& publicKey() const { return m_public; }

    [[nodiscard]] Signature sign(std::string_view bytes) const
    {
        Signature signature{};
        crypto_sign_detached(signature.data(), nullptr, asBytes(bytes).data(), bytes.size(), m_secret.data());
        return signature;
    }

private:
    SigningPublicKey m_public;
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> m_secret{};
};

BoxPublicKey boxPublicOf(const Secret& secret)
{
    BoxPublicKey key;
    crypto_scalarmult_base(key.bytes.data(), secret.bytes().data());
    return key;
}

std::string boundTo(std::string_view personId)
{
    return "tutela-seed-v1\n" + std::string(personId);
}

Error signInRefused()
{
    return Error{.code = ErrorCode::SignIn, .what = {"access.sign-in-refused", {}}};
}

Error notOpened()
{
    return Error{.code = ErrorCode::Integrity, .what = {"access.seal-not-opened", {}}};
}

} // namespace

Json PersonPublicKeys::toJson() const
{
    return Json::object({{"box", toHex(box.bytes)}, {"signing", toHex(signing.bytes)}});
}

Result<PersonPublicKeys> PersonPublicKeys::fromJson(const Json& json)
{
    const auto boxBytes = digestFromHex(json.text("box"));
    const auto signingBytes = digestFromHex(json.text("signing"));
    if (!boxBytes || !signingBytes)
        return Error{.code = ErrorCode::Integrity, .what = {"access.public-keys-malformed", {}}};
    return PersonPublicKeys{{*signingBytes}, {*boxBytes}};
}

PersonKeys::PersonKeys(const Secret& seed)
    : m_signingSeed(partOf(seed, kSigningPart))
    , m_boxSecret(partOf(seed, kBoxPart))
    , m_public{SigningSecret(m_signingSeed).publicKey(), boxPublicOf(m_boxSecret)}
{
}

Signature PersonKeys::sign(std::string_view bytes) const
{
    return SigningSecret(m_signingSeed).sign(bytes);
}

Result<std::string> PersonKeys::openSealed(std::string_view sealed) const
{
    if (sealed.size() < crypto_box_SEALBYTES)
        return notOpened();
    std::string bytes(sealed.size() - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(bytesOf(bytes), asBytes(sealed).data(), sealed.size(), m_public.box.bytes.data(),
            m_boxSecret.bytes().data())
        != 0)
        return notOpened();
    return bytes;
}

LogKey::LogKey(const Secret& seed)
    : m_seed(seed.bytes())
    , m_public(SigningSecret(m_seed).publicKey())
{
}

Signature LogKey::sign(std::string_view bytes) const
{
    return SigningSecret(m_seed).sign(bytes);
}

Signer LogKey::signer() const
{
    return [this](std::string_view bytes) { return sign(bytes); };
}

Result<std::string> LogKey::sealTo(const BoxPublicKey& person, RandomSource& random) const
{
    return access::sealTo(person, asText(m_seed.bytes()), random);
}

Result<LogKey> LogKey::open(std::string_view sealed, const PersonKeys& person)
{
    auto bytes = person.openSealed(sealed);
    if (!bytes)
        return bytes.error();
    if (bytes.value().size() != Secret::kSize)
        return notOpened();
    LogKey key{Secret(asBytes(bytes.value()).first<Secret::kSize>())};
    sodium_memzero(bytes.value().data(), bytes.value().size());
    return key;
}

std::string wrapSeed(
    const Secret& seed, const Secret& passwordKey, std::string_view personId, RandomSource& random)
{
    std::string wrapped(kWrapped, '\0');
    wrapped.front() = kWrapVersion;
    std::uint8_t* nonce = bytesOf(wrapped) + 1;
    random.fill({nonce, kNonce});
    const std::string person = boundTo(personId);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonce, nullptr, seed.bytes().data(), Secret::kSize,
        asBytes(person).data(), person.size(), nullptr, nonce, passwordKey.bytes().data());
    return wrapped;
}

Result<Secret> unwrapSeed(std::string_view wrapped, const Secret& passwordKey, std::string_view personId)
{
    if (wrapped.size() != kWrapped || wrapped.front() != kWrapVersion)
        return signInRefused();
    const std::uint8_t* nonce = asBytes(wrapped).data() + 1;
    const std::string person = boundTo(personId);
    Secret seed;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(seed.bytes().data(), nullptr, nullptr, nonce + kNonce,
            kWrapped - 1 - kNonce, asBytes(person).data(), person.size(), nonce, passwordKey.bytes().data())
        != 0)
        return signInRefused();
    return seed;
}

Result<std::string> sealTo(const BoxPublicKey& key, std::string_view bytes, RandomSource& random)
{
    static_assert(crypto_box_SEALBYTES == crypto_box_PUBLICKEYBYTES + crypto_box_MACBYTES);
    const Secret passingSecret = Secret::draw(random);
    const BoxPublicKey passing = boxPublicOf(passingSecret);

    // The nonce is BLAKE2b-24(passing key ‖ recipient's key): each passing key is used once.
    std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, nonce.size());
    crypto_generichash_update(&state, passing.bytes.data(), passing.bytes.size());
    crypto_generichash_update(&state, key.bytes.data(), key.bytes.size());
    crypto_generichash_final(&state, nonce.data(), nonce.size());

    std::string sealed(asText(passing.bytes));
    sealed.resize(bytes.size() + crypto_box_SEALBYTES);
    if (crypto_box_easy(bytesOf(sealed) + passing.bytes.size(), asBytes(bytes).data(), bytes.size(),
            nonce.data(), key.bytes.data(), passingSecret.bytes().data())
        != 0)
        return Error{.code = ErrorCode::BadInput, .what = {"access.box-key-unusable", {}}};
    return sealed;
}

} // namespace tutela::access

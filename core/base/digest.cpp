// The level of the library's interface at which SHA-256 works on a plain value: it uses the processor's SHA
// instructions and needs neither an allocation nor a search for the algorithm at each call.
#define OPENSSL_API_COMPAT 0x10100000L

#include "core/base/digest.h"

#include <openssl/sha.h>
#include <sodium.h>

namespace tutela {

namespace {

static_assert(sizeof(SHA256_CTX) <= 128);

SHA256_CTX* stateOf(std::array<std::uint8_t, 128>& bytes)
{
    return reinterpret_cast<SHA256_CTX*>(bytes.data());
}

} // namespace

Digest sha256(std::string_view bytes)
{
    return Sha256().add(bytes).finish();
}

Sha256::Sha256()
    : m_state{}
{
    SHA256_Init(stateOf(m_state));
}

Sha256& Sha256::add(std::string_view bytes)
{
    SHA256_Update(stateOf(m_state), bytes.data(), bytes.size());
    return *this;
}

Digest Sha256::finish()
{
    Digest digest;
    SHA256_Final(digest.data(), stateOf(m_state));
    return digest;
}

std::string toHex(std::span<const std::uint8_t> bytes)
{
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::optional<Digest> digestFromHex(std::string_view text)
{
    if (text.size() != 64 || text.find_first_not_of("0123456789abcdef") != std::string_view::npos)
        return std::nullopt;
    Digest digest;
    std::size_t length = 0;
    if (sodium_hex2bin(digest.data(), digest.size(), text.data(), text.size(), nullptr, &length, nullptr) != 0
        || length != digest.size())
        return std::nullopt;
    return digest;
}

std::string toBase64(std::span<const std::uint8_t> bytes)
{
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    std::string bytes(text.size() / 4 * 3 + 3, '\0');
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
            text.size(), nullptr, &length, &end, sodium_base64_VARIANT_ORIGINAL)
            != 0
        || end != text.data() + text.size())
        return std::nullopt;
    bytes.resize(length);
    return bytes;
}

} // namespace tutela

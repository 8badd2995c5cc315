#include "core/access/keys.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include "core/base/digest.h"

namespace tutela::access {

namespace {

Secret secretOf(std::string_view word)
{
    return Secret(sha256(word));
}

/// Any of the eight bits of any byte turned round.
template <class Check> void forEachFlip(const std::string& good, const Check& check)
{
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string bad = good;
            bad[i] = static_cast<char>(bad[i] ^ (1 << bit));
            check(bad);
        }
    }
}

TEST(Secret, MovesWithoutLeavingACopyAndComparesItsBytes)
{
    Secret first = secretOf("a");
    const auto* where = first.bytes().data();
    const Secret second = std::move(first);
    EXPECT_EQ(second.bytes().data(), where);
    EXPECT_TRUE(second == secretOf("a"));
    EXPECT_FALSE(second == secretOf("b"));
    EXPECT_TRUE(Secret() == Secret(Digest{}));
}

TEST(LogKey, SignsAsThePublishedVectorDoes)
{
    // RFC 8032 section 7.1, test 2.
    const LogKey key{
        Secret(*digestFromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))};
    EXPECT_EQ(
        toHex(key.publicKey().bytes), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const Signature signature = key.sign("\x72");
    EXPECT_EQ(toHex(signature),
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    EXPECT_TRUE(verifySignature(key.publicKey(), "\x72", signature));
    EXPECT_FALSE(verifySignature(key.publicKey(), "\x73", signature));
    EXPECT_EQ(key.signer()("\x72"), signature);
}

TEST(PersonKeys, AreTheSameForTheSameSeedOnly)
{
    const PersonKeys one(secretOf("one"));
    EXPECT_EQ(one.publicKeys(), PersonKeys(secretOf("one")).publicKeys());
    const PersonKeys two(secretOf("two"));
    EXPECT_NE(one.publicKeys().signing, two.publicKeys().signing);
    EXPECT_NE(one.publicKeys().box, two.publicKeys().box);
    EXPECT_NE(toHex(one.publicKeys().box.bytes), toHex(one.publicKeys().signing.bytes));
}

TEST(PersonKeys, SignForThemselvesOnly)
{
    const PersonKeys one(secretOf("one"));
    const Signature signature = one.sign("text");
    EXPECT_TRUE(verifySignature(one.publicKeys().signing, "text", signature));
    EXPECT_FALSE(verifySignature(one.publicKeys().signing, "texT", signature));
    EXPECT_FALSE(verifySignature(PersonKeys(secretOf("two")).publicKeys().signing, "text", signature));
    forEachFlip(std::string(asText(signature)), [&](const std::string& bad) {
        Signature changed{};
        std::copy(bad.begin(), bad.end(), changed.begin());
        EXPECT_FALSE(verifySignature(one.publicKeys().signing, "text", changed));
    });
}

TEST(PersonPublicKeys, ComeBackFromJson)
{
    const auto keys = PersonKeys(secretOf("one")).publicKeys();
    const auto back = PersonPublicKeys::fromJson(keys.toJson());
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value(), keys);
    EXPECT_EQ(PersonPublicKeys::fromJson(Json::object({{"box", "00"}})).error().code, ErrorCode::Integrity);
    EXPECT_EQ(PersonPublicKeys::fromJson(Json()).error().code, ErrorCode::Integrity);
}

TEST(WrapSeed, OpensWithTheRightPasswordForTheRightPersonOnly)
{
    SeededRandom random(1);
    const Secret seed = Secret::draw(random);
    const std::string wrapped = wrapSeed(seed, secretOf("password"), "person-1", random);
    const auto opened = unwrapSeed(wrapped, secretOf("password"), "person-1");
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened.value() == seed);
    EXPECT_EQ(unwrapSeed(wrapped, secretOf("passwort"), "person-1").error().code, ErrorCode::SignIn);
    EXPECT_EQ(unwrapSeed(wrapped, secretOf("password"), "person-2").error().code, ErrorCode::SignIn);
}

TEST(WrapSeed, IsRefusedWhenAnyBitIsChangedOrAByteIsMissing)
{
    SeededRandom random(1);
    const std::string wrapped = wrapSeed(secretOf("seed"), secretOf("password"), "person-1", random);
    forEachFlip(wrapped,
        [](const std::string& bad) { EXPECT_FALSE(unwrapSeed(bad, secretOf("password"), "person-1")); });
    for (std::size_t length = 0; length < wrapped.size(); ++length)
        EXPECT_FALSE(unwrapSeed(wrapped.substr(0, length), secretOf("password"), "person-1"));
    EXPECT_FALSE(unwrapSeed(wrapped + '\0', secretOf("password"), "person-1"));
}

TEST(WrapSeed, DoesNotShowTheSeedAndNeverRepeatsItsNonce)
{
    SeededRandom random(1);
    const std::string first = wrapSeed(secretOf("seed"), secretOf("password"), "p", random);
    const std::string second = wrapSeed(secretOf("seed"), secretOf("password"), "p", random);
    EXPECT_NE(first.substr(1, 24), second.substr(1, 24));
    EXPECT_EQ(first.find(asText(sha256("seed"))), std::string::npos);
}

TEST(SealTo, IsOpenedByLibsodiumAndOpensWhatLibsodiumSealed)
{
    std::array<std::uint8_t, 32> secret = sha256("box");
    BoxPublicKey key;
    crypto_scalarmult_base(key.bytes.data(), secret.data());
    SeededRandom random(3);
    for (const std::size_t length : {0u, 1u, 32u, 1000u}) {
        const std::string text(length, 'x');
        const auto sealed = sealTo(key, text, random);
        ASSERT_TRUE(sealed);
        ASSERT_EQ(sealed.value().size(), length + crypto_box_SEALBYTES);
        std::string opened(length + 1, '\0');
        ASSERT_EQ(crypto_box_seal_open(reinterpret_cast<unsigned char*>(opened.data()),
                      asBytes(sealed.value()).data(), sealed.value().size(), key.bytes.data(), secret.data()),
            0);
        EXPECT_EQ(opened.substr(0, length), text);
    }

    const PersonKeys person(secretOf("person"));
    std::string theirs(5 + crypto_box_SEALBYTES, '\0');
    crypto_box_seal(reinterpret_cast<unsigned char*>(theirs.data()), asBytes("hello").data(), 5,
        person.publicKeys().box.bytes.data());
    const auto opened = person.openSealed(theirs);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened.value(), "hello");
}

TEST(SealTo, IsClosedToOthersAndToChangedBytes)
{
    SeededRandom random(3);
    const PersonKeys person(secretOf("person"));
    const auto sealed = sealTo(person.publicKeys().box, "text", random);
    ASSERT_TRUE(sealed);
    EXPECT_EQ(person.openSealed(sealed.value()).value(), "text");
    EXPECT_EQ(PersonKeys(secretOf("other")).openSealed(sealed.value()).error().code, ErrorCode::Integrity);
    EXPECT_EQ(person.openSealed("").error().code, ErrorCode::Integrity);
    forEachFlip(sealed.value(), [&](const std::string& bad) { EXPECT_FALSE(person.openSealed(bad)); });
    EXPECT_EQ(sealTo(BoxPublicKey{}, "text", random).error().code, ErrorCode::BadInput);
}

TEST(LogKey, ReachesEveryPersonItIsSealedTo)
{
    SeededRandom random(4);
    const LogKey key(Secret::draw(random));
    for (const char* name : {"one", "two", "three"}) {
        const PersonKeys person(secretOf(name));
        const auto sealed = key.sealTo(person.publicKeys().box, random);
        ASSERT_TRUE(sealed);
        const auto opened = LogKey::open(sealed.value(), person);
        ASSERT_TRUE(opened);
        EXPECT_EQ(opened.value().publicKey(), key.publicKey());
        EXPECT_EQ(opened.value().sign("x"), key.sign("x"));
        EXPECT_FALSE(LogKey::open(sealed.value(), PersonKeys(secretOf("stranger"))));
        const auto other = sealTo(person.publicKeys().box, "not a key", random);
        EXPECT_EQ(LogKey::open(other.value(), person).error().code, ErrorCode::Integrity);
    }
}

std::string allDrawn(std::uint64_t seed)
{
    SeededRandom random(seed);
    const Secret personSeed = Secret::draw(random);
    const PersonKeys person(personSeed);
    const LogKey key(Secret::draw(random));
    return std::string(asText(personSeed.bytes())) + wrapSeed(personSeed, secretOf("p"), "person", random)
        + key.sealTo(person.publicKeys().box, random).value() + std::string(asText(key.sign("x")))
        + canonicalJson(person.publicKeys().toJson());
}

TEST(Keys, OfATrainingRegisterAreTheSameForTheSameSeed)
{
    EXPECT_EQ(allDrawn(7), allDrawn(7));
    EXPECT_NE(allDrawn(7), allDrawn(8));
}

} // namespace

} // namespace tutela::access

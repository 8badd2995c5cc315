#include "core/base/digest.h"
#include "core/base/random_source.h"

#include <gtest/gtest.h>

namespace tutela {

namespace {

TEST(Sha256, GivesThePublishedValue)
{
    constexpr auto* expected =
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // FIPS 180-4, "abc"
    EXPECT_EQ(toHex(sha256("abc")), expected);
    EXPECT_EQ(toHex(Sha256().add("a").add("bc").finish()), expected);
}

TEST(DigestFromHex, RefusesOtherTexts)
{
    EXPECT_TRUE(digestFromHex(toHex(sha256("x"))) == sha256("x"));
    EXPECT_FALSE(digestFromHex("00").has_value());
    EXPECT_FALSE(digestFromHex(std::string(64, 'A')).has_value());
}

TEST(Base64, ReadsBackWhatItWrote)
{
    EXPECT_EQ(toBase64(asBytes("any carnal pleas")), "YW55IGNhcm5hbCBwbGVhcw==");
    EXPECT_EQ(fromBase64("YW55IGNhcm5hbCBwbGVhcw=="), "any carnal pleas");
    EXPECT_FALSE(fromBase64("YW5%").has_value());
}

TEST(SeededRandom, GoesOnWhereItStopped)
{
    std::array<std::uint8_t, 16> a{};
    std::array<std::uint8_t, 16> b{};
    SeededRandom first(7);
    first.fill(a);
    first.fill(a);
    SeededRandom second(7, 1);
    second.fill(b);
    EXPECT_EQ(a, b);
    first.fill(b);
    EXPECT_NE(a, b);
}

} // namespace

} // namespace tutela

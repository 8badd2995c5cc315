#include "core/access/row_seal.h"

#include <gtest/gtest.h>

#include "core/access/keys.h"
#include "core/access/ratchet.h"

namespace tutela::access {

namespace {

constexpr const char* kOrigin = "tutela-1";

LogKey keyOf(std::uint64_t seed)
{
    SeededRandom random(seed);
    return LogKey(Secret::draw(random));
}

LocalRow row()
{
    return {"setting", "zone", Json::object({{"value", "Europe/Brussels"}})};
}

TEST(RowSeals, FitTheRowTheyWereMadeFor)
{
    const LogKey key = keyOf(1);
    EXPECT_TRUE(sealFits(key.publicKey(), kOrigin, row(), RowSealer(kOrigin, key.signer()).seal(row())));
}

TEST(RowSeals, FitNoOtherRowRegisterOrKey)
{
    const LogKey key = keyOf(1);
    const std::string seal = RowSealer(kOrigin, key.signer()).seal(row());
    LocalRow other = row();
    other.table = "credential";
    EXPECT_FALSE(sealFits(key.publicKey(), kOrigin, other, seal));
    other = row();
    other.key = "court";
    EXPECT_FALSE(sealFits(key.publicKey(), kOrigin, other, seal));
    other = row();
    other.values.set("value", "Europe/Paris");
    EXPECT_FALSE(sealFits(key.publicKey(), kOrigin, other, seal));
    EXPECT_FALSE(sealFits(key.publicKey(), "tutela-2", row(), seal));
    EXPECT_FALSE(sealFits(keyOf(2).publicKey(), kOrigin, row(), seal));
    EXPECT_FALSE(sealFits(key.publicKey(), kOrigin, row(), seal.substr(1)));
    EXPECT_FALSE(sealFits(key.publicKey(), kOrigin, row(), ""));
}

TEST(Ratchets, StandWhereTheyWereRaisedTo)
{
    SeededRandom random(3);
    Ratchet ratchet = freshRatchet(random);
    for (int count = 0; count < 7; ++count) {
        EXPECT_TRUE(standsAt(ratchet, count));
        EXPECT_FALSE(standsAt(ratchet, count + 1));
        EXPECT_FALSE(standsAt(ratchet, count - 1));
        ratchet = raised(ratchet, 1);
    }
    EXPECT_TRUE(standsAt(raised(freshRatchet(random), Ratchet::kSteps), Ratchet::kSteps));
    EXPECT_FALSE(standsAt(ratchet, Ratchet::kSteps + 1));
}

TEST(Ratchets, OfDifferentSecretsAreDifferent)
{
    SeededRandom random(4);
    const Ratchet one = freshRatchet(random);
    EXPECT_NE(one, freshRatchet(random));
    EXPECT_FALSE(standsAt({raised(freshRatchet(random), 2).link, one.last}, 2));
}

} // namespace

} // namespace tutela::access

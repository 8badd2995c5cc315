#include "core/journal/commitment.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace tutela::journal {

namespace {

Salt saltOf(std::uint64_t seed)
{
    SeededRandom random(seed);
    return drawSalt(random);
}

TEST(Commitment, IsTheHashThatTheDesignWritesDown)
{
    Salt salt{};
    salt.fill(0x5A);
    const std::string bytes = "tutela-content-v1case/1" + std::string(1, '\0') + "reasons"
        + std::string(1, '\0') + std::string(32, '\x5A') + std::string(asText(sha256("text")));
    EXPECT_EQ(commitmentTo("case/1", "reasons", salt, "text"), sha256(bytes));
    EXPECT_EQ(commitment("case/1", "reasons", salt, sha256("text")), sha256(bytes));
}

TEST(Commitment, HoldsForThisContentInThisPlaceOnly)
{
    const Digest committed = commitmentTo("case/1", "reasons", saltOf(1), "text");
    EXPECT_TRUE(verifyCommitment(committed, "case/1", "reasons", saltOf(1), "text"));
    EXPECT_FALSE(verifyCommitment(committed, "case/1", "reasons", saltOf(1), "Text"));
    EXPECT_FALSE(verifyCommitment(committed, "case/1", "reasons", saltOf(2), "text"));
    EXPECT_FALSE(verifyCommitment(committed, "case/1", "reason", saltOf(1), "text"));
    EXPECT_FALSE(verifyCommitment(committed, "case/2", "reasons", saltOf(1), "text"));
    EXPECT_FALSE(verifyCommitment(committed, "case/1r", "easons", saltOf(1), "text"));
}

TEST(Commitment, UnderANameThatCouldBeReadTwoWaysIsABug)
{
    const std::string nul(1, '\0');
    EXPECT_THROW((void)commitmentTo(nul, "a", saltOf(1), ""), std::invalid_argument);
    EXPECT_THROW((void)commitmentTo("a", nul, saltOf(1), ""), std::invalid_argument);
}

TEST(Salt, DiffersFromDrawToDraw)
{
    SeededRandom random(1);
    EXPECT_NE(drawSalt(random), drawSalt(random));
    EXPECT_EQ(saltOf(1), saltOf(1));
}

} // namespace

} // namespace tutela::journal

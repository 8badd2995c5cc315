#include <gtest/gtest.h>

#include "tests/journey/program.h"

namespace tutela::journey {
namespace {

Outcome sample(const std::filesystem::path& file, const std::string& seed, const std::string& anchor)
{
    return runProgram({"--register", file.string(), "--json", "sample", "--cases", "12", "--seed", seed,
        "--anchor", anchor});
}

TEST(Sample, GivesTheSameBytesForTheSameSeedAndAnchor)
{
    const TemporaryFolder folder;
    ASSERT_EQ(sample(folder / "a.tutela", "7", "2026-06-15").exit, 0);
    ASSERT_EQ(sample(folder / "b.tutela", "7", "2026-06-15").exit, 0);
    const std::string first = readBytes(folder / "a.tutela");
    ASSERT_GT(first.size(), 100'000U);
    EXPECT_TRUE(first == readBytes(folder / "b.tutela")) << "the registers differ";
    EXPECT_EQ(readBytes(folder / "a.tutela.head"), readBytes(folder / "b.tutela.head"));
}

TEST(Sample, GivesOtherBytesForAnotherSeedOrAnchor)
{
    const TemporaryFolder folder;
    ASSERT_EQ(sample(folder / "a.tutela", "7", "2026-06-15").exit, 0);
    ASSERT_EQ(sample(folder / "b.tutela", "8", "2026-06-15").exit, 0);
    ASSERT_EQ(sample(folder / "c.tutela", "7", "2026-06-16").exit, 0);
    EXPECT_FALSE(readBytes(folder / "a.tutela") == readBytes(folder / "b.tutela"));
    EXPECT_FALSE(readBytes(folder / "a.tutela") == readBytes(folder / "c.tutela"));
}

TEST(Sample, RefusesAFileThatExists)
{
    const TemporaryFolder folder;
    ASSERT_EQ(sample(folder / "a.tutela", "7", "2026-06-15").exit, 0);
    const std::string before = readBytes(folder / "a.tutela");
    const Outcome again = sample(folder / "a.tutela", "8", "2026-06-15");
    EXPECT_NE(again.exit, 0);
    EXPECT_NE(again.exit, 70);
    EXPECT_TRUE(before == readBytes(folder / "a.tutela"));
}

} // namespace
} // namespace tutela::journey

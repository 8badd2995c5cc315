#include "core/journal/head.h"

#include <map>

#include <gtest/gtest.h>

#include "tests/unit/journal/test_key.h"

namespace tutela::journal {

namespace {

const TestKey kKey("log key");

Head aHead()
{
    const Checkpoint checkpoint{"register.example/1", 12, leafHash("root")};
    return {kKey.publicKey, checkpoint, signCheckpoint(checkpoint, kKey.publicKey, kKey.signer())};
}

TEST(Head, ComesBackAsItWasWritten)
{
    const auto back = parseHead(writeHead(aHead()));
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value(), aHead());
    EXPECT_TRUE(writeHead(aHead()).starts_with("tutela-head-v1\nregister.example/1\n"
        + toBase64(kKey.publicKey.bytes) + "\nregister.example/1\n12\n"));
}

TEST(Head, IsRefusedWhenAnyByteIsChangedOrLeftOut)
{
    const std::string good = writeHead(aHead());
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string bad = good;
            bad[i] = static_cast<char>(bad[i] ^ (1 << bit));
            EXPECT_FALSE(parseHead(bad)) << "byte " << i << " bit " << bit;
        }
        EXPECT_FALSE(parseHead(good.substr(0, i))) << "cut at " << i;
        EXPECT_FALSE(parseHead(good.substr(0, i) + good.substr(i + 1))) << "without " << i;
    }
    EXPECT_FALSE(parseHead(good + "\n"));
}

TEST(Head, OfANewerFormIsNamedAsSuch)
{
    std::string newer = writeHead(aHead());
    newer.replace(0, 14, "tutela-head-v2");
    EXPECT_EQ(parseHead(newer).error().code, ErrorCode::Version);
    EXPECT_EQ(parseHead("something else\n").error().code, ErrorCode::Integrity);
    EXPECT_EQ(parseHead("").error().code, ErrorCode::Integrity);
}

/// A log of that many entries, of which those from `changedFrom` on are others.
struct Log {
    std::map<std::pair<unsigned, std::uint64_t>, Digest> nodes;
    TreeFrontier frontier;

    explicit Log(std::uint64_t size, std::uint64_t changedFrom = 1000)
    {
        for (std::uint64_t i = 0; i < size; ++i) {
            const Digest leaf = leafHash((i < changedFrom ? "entry " : "other ") + std::to_string(i));
            nodes[{0, i}] = leaf;
            for (const TreeNode& node : frontier.append(leaf))
                nodes[{node.level, node.index}] = node.hash;
        }
    }

    [[nodiscard]] Checkpoint checkpoint() const { return {"a", frontier.size(), frontier.root()}; }

    [[nodiscard]] HeadFit against(const Checkpoint& head) const
    {
        return compareWithHead(head, checkpoint(), [this](unsigned level, std::uint64_t index) {
            return nodes.at({level, index});
        });
    }
};

TEST(HeadFit, TellsHowTheRegisterStandsToWhatWasKnown)
{
    EXPECT_EQ(Log(20).against(Log(20).checkpoint()), HeadFit::Same);
    EXPECT_EQ(Log(20).against(Log(21).checkpoint()), HeadFit::Truncated);
    EXPECT_EQ(Log(20, 19).against(Log(20).checkpoint()), HeadFit::Forked);
    EXPECT_EQ(Log(20).against({"b", 20, Log(20).frontier.root()}), HeadFit::Forked);
    EXPECT_EQ(Log(20).against({"a", 0, leafHash("no root")}), HeadFit::Forked);
    for (std::uint64_t size = 0; size < 20; ++size)
        EXPECT_EQ(Log(20).against(Log(size).checkpoint()), HeadFit::Ahead) << size;
    for (std::uint64_t size = 7; size < 20; ++size)
        EXPECT_EQ(Log(20, 6).against(Log(size).checkpoint()), HeadFit::Forked) << size;
}

} // namespace

} // namespace tutela::journal

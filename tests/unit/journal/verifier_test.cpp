#include "core/journal/verifier.h"

#include <map>
#include <vector>

#include <gtest/gtest.h>

#include "core/journal/tree.h"
#include "tests/unit/journal/test_key.h"

namespace tutela::journal {

namespace {

constexpr std::string_view kOrigin = "register.example/1";
constexpr std::uint64_t kEntries = 37;
const TestKey kKey("log key");

/// A register in memory, which a test may spoil.
class TestLog final : public JournalSource {
public:
    struct Row {
        std::uint64_t seq;
        std::string body;
        Digest leaf;
    };

    explicit TestLog(std::uint64_t entries, std::uint64_t perCommit = 1)
    {
        for (std::uint64_t i = 0; i < entries; ++i) {
            const std::string body = "{\"seq\":" + std::to_string(i) + "}";
            rows.push_back({i, body, leafHash(body)});
            for (const TreeNode& node : frontier.append(rows.back().leaf))
                nodes[{node.level, node.index}] = node.hash;
            if (frontier.size() % perCommit == 0 || frontier.size() == entries)
                sign();
        }
    }

    [[nodiscard]] Checkpoint checkpoint() const
    {
        return {std::string(kOrigin), frontier.size(), frontier.root()};
    }

    void sign()
    {
        checkpoints[frontier.size()] = signCheckpoint(checkpoint(), kKey.publicKey, kKey.signer());
    }

    [[nodiscard]] std::optional<StoredRecord> nextRecord() override
    {
        if (m_next == rows.size())
            return std::nullopt;
        const Row& row = rows[m_next++];
        return StoredRecord{row.seq, row.body, row.leaf};
    }

    [[nodiscard]] std::optional<Digest> node(unsigned level, std::uint64_t index) override
    {
        EXPECT_EQ(index, m_asked[level]++) << "level " << level << " is not read in order";
        const auto found = nodes.find({level, index});
        return found == nodes.end() ? std::nullopt : std::optional(found->second);
    }

    [[nodiscard]] std::uint64_t nodeCount() override { return nodes.size(); }

    [[nodiscard]] std::optional<StoredCheckpoint> checkpointFrom(std::uint64_t size) override
    {
        const auto found = checkpoints.lower_bound(size);
        if (found == checkpoints.end())
            return std::nullopt;
        return StoredCheckpoint{found->first, found->second};
    }

    [[nodiscard]] std::optional<StoredCheckpoint> lastCheckpoint() override
    {
        if (checkpoints.empty())
            return std::nullopt;
        return StoredCheckpoint{checkpoints.rbegin()->first, checkpoints.rbegin()->second};
    }

    std::vector<Row> rows;
    std::map<std::pair<unsigned, std::uint64_t>, Digest> nodes;
    std::map<std::uint64_t, std::string> checkpoints;
    TreeFrontier frontier;

private:
    std::size_t m_next = 0;
    std::map<unsigned, std::uint64_t> m_asked;
};

VerifierPins pins(std::optional<Checkpoint> head = std::nullopt)
{
    return {std::string(kOrigin), kKey.publicKey, std::move(head)};
}

/// "7 gap": the entry and the end of the message's id; "ok" otherwise.
std::string found(
    TestLog log, std::uint64_t step = kCheckpointStep, std::optional<Checkpoint> head = std::nullopt)
{
    const auto verdict = verifyJournal(log, pins(std::move(head)), step);
    if (verdict.ok())
        return "ok";
    const auto& id = verdict.firstBad->why.id;
    return std::to_string(verdict.firstBad->seq) + " " + id.substr(id.rfind('.') + 1);
}

TEST(Verifier, FindsNothingInASoundLogOfAnySize)
{
    for (std::uint64_t size = 0; size <= 70; ++size) {
        TestLog log(size);
        const Checkpoint head = TestLog(size / 2).checkpoint();
        const auto verdict = verifyJournal(log, pins(head), 5);
        EXPECT_TRUE(verdict.ok()) << size << " " << verdict.firstBad->why.id;
        EXPECT_EQ(verdict.size, size);
        EXPECT_EQ(verdict.root, log.frontier.root());
        EXPECT_EQ(found(TestLog(size, 7), 10), "ok") << size;
    }
}

TEST(Verifier, NamesTheEntryWhoseBodyOrLeafWasChanged)
{
    for (std::uint64_t i = 0; i < kEntries; ++i) {
        for (std::size_t byte = 0; byte < 9; ++byte) {
            TestLog log(kEntries);
            log.rows[i].body[byte] = static_cast<char>(log.rows[i].body[byte] ^ 1);
            EXPECT_EQ(found(log), std::to_string(i) + " entry-altered");
        }
        TestLog log(kEntries);
        log.rows[i].leaf[31] ^= 1;
        EXPECT_EQ(found(log), std::to_string(i) + " entry-altered");
    }
}

TEST(Verifier, NamesTheEntryThatWasExchangedTogetherWithItsLeaf)
{
    for (std::uint64_t i = 0; i < kEntries; ++i) {
        TestLog log(kEntries);
        log.rows[i].body += " ";
        log.rows[i].leaf = leafHash(log.rows[i].body);
        EXPECT_NE(found(log), "ok") << i;

        // With every checkpoint looked at, the entry itself is named; an odd one also closes a node.
        const char* why = i % 2 == 0 ? " checkpoint-other-root" : " node-altered";
        EXPECT_EQ(found(log, 1), std::to_string(i) + why);
    }
}

TEST(Verifier, NamesTheEntriesUnderANodeThatWasChangedOrIsMissing)
{
    for (const auto& [place, hash] : TestLog(kEntries).nodes) {
        const auto from = std::to_string(place.second << place.first);
        TestLog changed(kEntries);
        changed.nodes[place][0] ^= 0x80;
        EXPECT_EQ(found(changed), from + " node-altered");
        TestLog without(kEntries);
        without.nodes.erase(place);
        EXPECT_EQ(found(without), from + " node-missing");
    }
    TestLog more(kEntries);
    more.nodes[{1, 18}] = {};
    EXPECT_EQ(found(more), "36 surplus-nodes");
}

TEST(Verifier, NamesTheFirstEntryThatIsMissingAddedOrMoved)
{
    for (std::uint64_t i = 0; i + 1 < kEntries; ++i) {
        TestLog without(kEntries);
        without.rows.erase(without.rows.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_EQ(found(without), std::to_string(i) + " gap");
        TestLog moved(kEntries);
        std::swap(moved.rows[i], moved.rows[i + 1]);
        EXPECT_EQ(found(moved), std::to_string(i) + " gap");
    }
    TestLog truncated(kEntries);
    truncated.rows.pop_back();
    EXPECT_EQ(found(truncated), "36 shorter-than-checkpoint");
    TestLog unsignedEntry(kEntries);
    unsignedEntry.checkpoints.erase(kEntries);
    EXPECT_EQ(found(unsignedEntry), "36 no-checkpoint-after");
    TestLog nothingSigned(1);
    nothingSigned.checkpoints.clear();
    EXPECT_EQ(found(nothingSigned), "0 no-checkpoint-after");
}

TEST(Verifier, LooksAtTheSampledAndTheLastCheckpoint)
{
    const TestKey stranger("stranger");
    for (std::uint64_t size = 1; size <= kEntries; ++size) {
        const bool sampled = size % 10 == 0 || size == kEntries;
        const auto last = std::to_string(size - 1);
        TestLog forged(kEntries);
        forged.checkpoints[size] =
            signCheckpoint(TestLog(size).checkpoint(), stranger.publicKey, stranger.signer());
        EXPECT_EQ(found(forged, 10), sampled ? last + " not-signed" : "ok") << size;
        TestLog forked(kEntries);
        forked.checkpoints[size] =
            signCheckpoint({std::string(kOrigin), size, leafHash("other")}, kKey.publicKey, kKey.signer());
        EXPECT_EQ(found(forked, 10), sampled ? last + " checkpoint-other-root" : "ok") << size;
        TestLog misplaced(kEntries);
        misplaced.checkpoints[size] = TestLog(size + 1).checkpoints[size + 1];
        EXPECT_EQ(found(misplaced, 10), sampled ? last + " checkpoint-misplaced" : "ok") << size;
    }
}

TEST(Verifier, NoticesARegisterThatFallsBehindItsHeadOrLeavesIt)
{
    EXPECT_EQ(found(TestLog(20), kCheckpointStep, TestLog(20).checkpoint()), "ok");
    EXPECT_EQ(found(TestLog(20), kCheckpointStep, TestLog(21).checkpoint()), "20 shorter-than-head");
    EXPECT_EQ(found(TestLog(0), kCheckpointStep, TestLog(1).checkpoint()), "0 shorter-than-head");
    for (std::uint64_t size = 1; size <= 20; ++size) {
        const Checkpoint other{std::string(kOrigin), size, leafHash("other")};
        EXPECT_EQ(found(TestLog(20), kCheckpointStep, other), std::to_string(size - 1) + " forked-from-head");
    }
}

TEST(Verifier, SaysHowFarTheLogWasStillRight)
{
    TestLog log(kEntries);
    log.rows[25].body += " ";
    const auto verdict = verifyJournal(log, pins(), 10);
    EXPECT_EQ(verdict.size, 20u);
    EXPECT_EQ(verdict.root, TestLog(20).frontier.root());
}

} // namespace

} // namespace tutela::journal

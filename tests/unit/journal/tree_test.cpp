#include "core/journal/tree.h"

#include <chrono>
#include <map>

#include <gtest/gtest.h>

namespace tutela::journal {

namespace {

/// The eight leaves that the Certificate Transparency code base tests with.
const std::vector<std::string> kBodies = {std::string(""), std::string("\x00", 1), "\x10", "\x20\x21",
    "\x30\x31", "\x40\x41\x42\x43", "\x50\x51\x52\x53\x54\x55\x56\x57",
    "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};

/// The tree as RFC 6962 section 2.1 defines it, word by word, on all leaves at once.
Digest definedRoot(std::span<const Digest> leaves)
{
    if (leaves.empty())
        return sha256("");
    if (leaves.size() == 1)
        return leaves[0];
    std::size_t k = 1;
    while (k * 2 < leaves.size())
        k *= 2;
    return nodeHash(definedRoot(leaves.first(k)), definedRoot(leaves.subspan(k)));
}

Proof definedPath(std::size_t m, std::span<const Digest> leaves)
{
    if (leaves.size() == 1)
        return {};
    std::size_t k = 1;
    while (k * 2 < leaves.size())
        k *= 2;
    Proof path = m < k ? definedPath(m, leaves.first(k)) : definedPath(m - k, leaves.subspan(k));
    path.push_back(definedRoot(m < k ? leaves.subspan(k) : leaves.first(k)));
    return path;
}

Proof definedSubproof(std::size_t m, std::span<const Digest> leaves, bool complete)
{
    if (m == leaves.size())
        return complete ? Proof{} : Proof{definedRoot(leaves)};
    std::size_t k = 1;
    while (k * 2 < leaves.size())
        k *= 2;
    Proof proof = m <= k ? definedSubproof(m, leaves.first(k), complete)
                         : definedSubproof(m - k, leaves.subspan(k), false);
    proof.push_back(definedRoot(m <= k ? leaves.subspan(k) : leaves.first(k)));
    return proof;
}

/// A tree in memory: what the store keeps.
struct Tree {
    TreeFrontier frontier;
    std::vector<Digest> leaves;
    std::map<std::pair<unsigned, std::uint64_t>, Digest> nodes;

    explicit Tree(std::size_t size)
    {
        for (std::size_t i = 0; i < size; ++i)
            append(leafHash("entry " + std::to_string(i)));
    }

    void append(const Digest& leaf)
    {
        leaves.push_back(leaf);
        nodes[{0, frontier.size()}] = leaf;
        for (const TreeNode& node : frontier.append(leaf))
            EXPECT_TRUE(nodes.emplace(std::pair(node.level, node.index), node.hash).second);
    }

    [[nodiscard]] NodeReader reader() const
    {
        return [this](unsigned level, std::uint64_t index) { return nodes.at({level, index}); };
    }

    [[nodiscard]] std::span<const Digest> first(std::size_t size) const
    {
        return std::span(leaves).first(size);
    }
};

constexpr std::size_t kSizes = 130;

TEST(Tree, GivesTheRootsOfThePublishedVectors)
{
    const char* roots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    TreeFrontier frontier;
    EXPECT_EQ(toHex(frontier.root()), roots[0]);
    for (std::size_t i = 0; i < kBodies.size(); ++i) {
        frontier.append(leafHash(kBodies[i]));
        EXPECT_EQ(toHex(frontier.root()), roots[i + 1]) << i + 1 << " leaves";
    }
}

TEST(Tree, AgreesWithTheDefinitionAtEverySize)
{
    const Tree tree(kSizes);
    TreeFrontier frontier;
    for (std::size_t size = 0; size <= kSizes; ++size) {
        EXPECT_EQ(frontier.root(), definedRoot(tree.first(size))) << size;
        EXPECT_EQ(rootAt(size, tree.reader()), frontier.root()) << size;
        if (size < kSizes)
            frontier.append(tree.leaves[size]);
    }
    EXPECT_EQ(tree.nodes.size() - kSizes, completeNodes(kSizes));
}

TEST(Tree, GoesOnFromWhatWasStored)
{
    const Tree tree(kSizes);
    TreeFrontier whole;
    for (std::size_t size = 0; size < kSizes; ++size) {
        auto peaks = TreeFrontier::fromPeaks(size, whole.peaks());
        auto nodes = TreeFrontier::fromNodes(size, tree.reader());
        ASSERT_TRUE(peaks);
        const auto expected = whole.append(tree.leaves[size]);
        const auto fromPeaks = peaks.value().append(tree.leaves[size]);
        const auto fromNodes = nodes.append(tree.leaves[size]);
        EXPECT_TRUE(std::equal(expected.begin(), expected.end(), fromPeaks.begin(), fromPeaks.end()));
        EXPECT_TRUE(std::equal(expected.begin(), expected.end(), fromNodes.begin(), fromNodes.end()));
        EXPECT_EQ(peaks.value().root(), whole.root());
        EXPECT_EQ(nodes.root(), whole.root());
    }
    EXPECT_EQ(TreeFrontier::fromPeaks(5, std::vector<Digest>(3)).error().code, ErrorCode::Integrity);
}

TEST(InclusionProof, IsThePathOfTheDefinition)
{
    const Tree tree(kSizes);
    for (std::size_t size = 1; size <= kSizes; ++size) {
        const Digest root = definedRoot(tree.first(size));
        for (std::size_t index = 0; index < size; ++index) {
            const auto proof = inclusionProof(size, index, tree.reader());
            ASSERT_TRUE(proof);
            ASSERT_EQ(proof.value(), definedPath(index, tree.first(size))) << size << " " << index;
            ASSERT_TRUE(verifyInclusion(size, index, tree.leaves[index], proof.value(), root));
        }
    }
}

TEST(ConsistencyProof, IsTheSubproofOfTheDefinition)
{
    const Tree tree(kSizes);
    for (std::size_t size = 1; size <= kSizes; ++size) {
        const Digest root = definedRoot(tree.first(size));
        for (std::size_t old = 1; old <= size; ++old) {
            const auto proof = consistencyProof(old, size, tree.reader());
            ASSERT_TRUE(proof);
            ASSERT_EQ(proof.value(), definedSubproof(old, tree.first(size), true)) << old << " " << size;
            ASSERT_TRUE(verifyConsistency(old, size, definedRoot(tree.first(old)), root, proof.value()));
        }
    }
}

TEST(Proof, OfWhatDoesNotExistIsRefused)
{
    const Tree tree(7);
    EXPECT_EQ(inclusionProof(7, 7, tree.reader()).error().code, ErrorCode::BadInput);
    EXPECT_EQ(inclusionProof(0, 0, tree.reader()).error().code, ErrorCode::BadInput);
    EXPECT_EQ(consistencyProof(0, 7, tree.reader()).error().code, ErrorCode::BadInput);
    EXPECT_EQ(consistencyProof(8, 7, tree.reader()).error().code, ErrorCode::BadInput);
    EXPECT_FALSE(verifyInclusion(7, 7, tree.leaves[6], {}, tree.frontier.root()));
    EXPECT_FALSE(verifyConsistency(0, 7, emptyRoot(), tree.frontier.root(), {}));
    EXPECT_FALSE(verifyConsistency(0, 0, emptyRoot(), emptyRoot(), {}));
    EXPECT_FALSE(verifyConsistency(8, 7, tree.frontier.root(), tree.frontier.root(), {}));
}

/// Every way to spoil a list of hashes that a careless verifier might let through.
std::vector<Proof> spoiled(const Proof& proof)
{
    std::vector<Proof> all;
    for (std::size_t i = 0; i < proof.size(); ++i) {
        for (const std::size_t byte : {std::size_t{0}, std::size_t{31}}) {
            all.push_back(proof);
            all.back()[i][byte] ^= 1;
        }
        all.push_back(proof);
        all.back().erase(all.back().begin() + static_cast<std::ptrdiff_t>(i));
        all.push_back(proof);
        all.back().insert(all.back().begin() + static_cast<std::ptrdiff_t>(i), proof[i]);
        if (i + 1 < proof.size()) {
            all.push_back(proof);
            std::swap(all.back()[i], all.back()[i + 1]);
        }
    }
    for (const Digest& more : {Digest{}, proof.empty() ? emptyRoot() : proof.back()}) {
        all.push_back(proof);
        all.back().push_back(more);
    }
    return all;
}

TEST(InclusionProof, IsRefusedWhenAnythingInItIsChanged)
{
    const Tree tree(70);
    for (const std::size_t size : {1u, 2u, 3u, 5u, 8u, 13u, 64u, 65u, 70u}) {
        const Digest root = definedRoot(tree.first(size));
        for (std::size_t index = 0; index < size; ++index) {
            const Proof proof = inclusionProof(size, index, tree.reader()).value();
            const Digest leaf = tree.leaves[index];
            for (const Proof& bad : spoiled(proof))
                ASSERT_FALSE(verifyInclusion(size, index, leaf, bad, root)) << size << " " << index;
            ASSERT_FALSE(verifyInclusion(size, index, tree.leaves[(index + 1) % 70], proof, root));
            ASSERT_FALSE(verifyInclusion(size, index, leaf, proof, definedRoot(tree.first(size - 1))));
            for (std::size_t other = 0; other < size; ++other)
                ASSERT_EQ(verifyInclusion(size, other, leaf, proof, root), other == index);
        }
    }
}

TEST(ConsistencyProof, IsRefusedWhenAnythingInItIsChanged)
{
    const Tree tree(70);
    for (const std::size_t size : {2u, 3u, 5u, 8u, 13u, 64u, 65u, 70u}) {
        const Digest root = definedRoot(tree.first(size));
        for (std::size_t old = 1; old <= size; ++old) {
            const Proof proof = consistencyProof(old, size, tree.reader()).value();
            const Digest oldRoot = definedRoot(tree.first(old));
            for (const Proof& bad : spoiled(proof))
                ASSERT_FALSE(verifyConsistency(old, size, oldRoot, root, bad)) << old << " " << size;
            ASSERT_FALSE(verifyConsistency(old, size, definedRoot(tree.first(old - 1)), root, proof));
            ASSERT_FALSE(verifyConsistency(old, size, oldRoot, definedRoot(tree.first(size - 1)), proof));
            if (old < size) {
                ASSERT_FALSE(verifyConsistency(old, size, oldRoot, oldRoot, proof));
            }
        }
    }
}

} // namespace

} // namespace tutela::journal

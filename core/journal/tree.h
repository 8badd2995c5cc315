#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/digest.h"
#include "core/base/result.h"

namespace tutela::journal {

/// SHA-256(0x00 ‖ body): the leaf of one entry (RFC 6962 section 2.1).
[[nodiscard]] Digest leafHash(std::string_view body);

/// SHA-256(0x01 ‖ left ‖ right): an inner node (RFC 6962 section 2.1).
[[nodiscard]] Digest nodeHash(const Digest& left, const Digest& right);

/// SHA-256 of nothing: the root of a tree without leaves (RFC 6962 section 2.1).
[[nodiscard]] Digest emptyRoot();

/// The root of a complete subtree: the leaves `index·2^level … (index+1)·2^level − 1`. Level 0 are the
/// leaves.
struct TreeNode {
    unsigned level = 0;
    std::uint64_t index = 0;
    Digest hash{};

    friend bool operator==(const TreeNode&, const TreeNode&) = default;
};

/// Reads the hash of a complete subtree, leaves included (level 0). It may throw when the store is broken.
using NodeReader = std::function<Digest(unsigned level, std::uint64_t index)>;

/// The right edge of a growing tree: all that is needed to append to it and to know its root.
class TreeFrontier final {
public:
    TreeFrontier() = default;

    /// Goes on from a stored tree; `peaks` are the roots of its complete subtrees, the largest first.
    /// Errors: Integrity when their number does not fit the size.
    [[nodiscard]] static Result<TreeFrontier> fromPeaks(std::uint64_t size, std::span<const Digest> peaks);

    /// Goes on from a stored tree whose complete nodes can be read.
    [[nodiscard]] static TreeFrontier fromNodes(std::uint64_t size, const NodeReader& nodes);

    [[nodiscard]] std::uint64_t size() const { return m_size; }

    [[nodiscard]] Digest root() const;

    /// The roots of the complete subtrees, the largest first.
    [[nodiscard]] std::vector<Digest> peaks() const;

    /// Adds a leaf. Gives the inner nodes (level ≥ 1) that it completed, the lowest first; the view is good
    /// until the next append.
    std::span<const TreeNode> append(const Digest& leaf);

private:
    std::uint64_t m_size = 0;
    std::array<Digest, 64> m_peaks{}; ///< by level; in use where m_size has that bit
    std::array<TreeNode, 64> m_closed{};
};

/// How many inner nodes (level ≥ 1) a tree of that many leaves has stored.
[[nodiscard]] std::uint64_t completeNodes(std::uint64_t size);

/// The hashes that lead from a leaf, or from an old root, to the root; in the order of RFC 6962.
using Proof = std::vector<Digest>;

/// The root of the tree of the first `size` leaves.
[[nodiscard]] Digest rootAt(std::uint64_t size, const NodeReader& nodes);

/// That leaf `index` is in the tree of `size` leaves (RFC 6962 section 2.1.1).
/// Errors: BadInput when there is no such leaf.
[[nodiscard]] Result<Proof> inclusionProof(std::uint64_t size, std::uint64_t index, const NodeReader& nodes);

/// That the tree of `newSize` leaves begins with the tree of `oldSize` leaves (RFC 6962 section 2.1.2).
/// Errors: BadInput when `oldSize` is 0 or larger than `newSize`.
[[nodiscard]] Result<Proof> consistencyProof(
    std::uint64_t oldSize, std::uint64_t newSize, const NodeReader& nodes);

/// Whether the proof leads from the leaf to the root (RFC 9162 section 2.1.3.2).
[[nodiscard]] bool verifyInclusion(std::uint64_t size, std::uint64_t index, const Digest& leaf,
    std::span<const Digest> proof, const Digest& root);

/// Whether the proof leads from both roots to each other (RFC 9162 section 2.1.4.2). An old tree without
/// leaves proves nothing and is refused.
[[nodiscard]] bool verifyConsistency(std::uint64_t oldSize, std::uint64_t newSize, const Digest& oldRoot,
    const Digest& newRoot, std::span<const Digest> proof);

} // namespace tutela::journal

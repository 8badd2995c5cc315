#include "core/journal/tree.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tutela::journal {

namespace {

/// The root over the leaves begin … end−1. `begin` is a multiple of the largest power of two up to end−begin.
Digest subtreeRoot(std::uint64_t begin, std::uint64_t end, const NodeReader& nodes)
{
    // From the right: the smallest complete subtree first, each further one to its left.
    std::uint64_t rest = end - begin;
    Digest root{};
    bool empty = true;
    while (rest != 0) {
        const auto level = static_cast<unsigned>(std::countr_zero(rest));
        rest &= rest - 1;
        const Digest peak = nodes(level, (begin + rest) >> level);
        root = empty ? peak : nodeHash(peak, root);
        empty = false;
    }
    return root;
}

Error outOfRange(std::uint64_t size, std::uint64_t asked)
{
    return Error{.code = ErrorCode::BadInput,
        .what = {"journal.proof-out-of-range",
            {{"size", static_cast<std::int64_t>(size)}, {"asked", static_cast<std::int64_t>(asked)}}}};
}

} // namespace

Digest leafHash(std::string_view body)
{
    constexpr std::string_view prefix("\0", 1);
    return Sha256().add(prefix).add(body).finish();
}

Digest nodeHash(const Digest& left, const Digest& right)
{
    std::array<unsigned char, 65> bytes;
    bytes[0] = 0x01;
    std::memcpy(bytes.data() + 1, left.data(), left.size());
    std::memcpy(bytes.data() + 33, right.data(), right.size());
    return sha256(asText(bytes));
}

Digest emptyRoot()
{
    return sha256({});
}

Result<TreeFrontier> TreeFrontier::fromPeaks(std::uint64_t size, std::span<const Digest> peaks)
{
    if (static_cast<std::size_t>(std::popcount(size)) != peaks.size())
        return Error{.code = ErrorCode::Integrity, .what = {"journal.peaks-do-not-fit", {}}};
    TreeFrontier frontier;
    frontier.m_size = size;
    std::uint64_t rest = size;
    for (const Digest& peak : peaks) {
        const auto level = static_cast<unsigned>(std::bit_width(rest) - 1);
        frontier.m_peaks[level] = peak;
        rest ^= std::uint64_t{1} << level;
    }
    return frontier;
}

TreeFrontier TreeFrontier::fromNodes(std::uint64_t size, const NodeReader& nodes)
{
    TreeFrontier frontier;
    frontier.m_size = size;
    for (std::uint64_t rest = size; rest != 0; rest &= rest - 1) {
        const auto level = static_cast<unsigned>(std::countr_zero(rest));
        frontier.m_peaks[level] = nodes(level, (size >> level) - 1);
    }
    return frontier;
}

Digest TreeFrontier::root() const
{
    if (m_size == 0)
        return emptyRoot();
    std::uint64_t rest = m_size;
    Digest root = m_peaks[static_cast<unsigned>(std::countr_zero(rest))];
    for (rest &= rest - 1; rest != 0; rest &= rest - 1)
        root = nodeHash(m_peaks[static_cast<unsigned>(std::countr_zero(rest))], root);
    return root;
}

std::vector<Digest> TreeFrontier::peaks() const
{
    std::vector<Digest> result;
    for (std::uint64_t rest = m_size; rest != 0; rest &= rest - 1)
        result.push_back(m_peaks[static_cast<unsigned>(std::countr_zero(rest))]);
    std::reverse(result.begin(), result.end());
    return result;
}

std::span<const TreeNode> TreeFrontier::append(const Digest& leaf)
{
    const auto closed = static_cast<unsigned>(std::countr_one(m_size));
    const Digest* right = &leaf;
    for (unsigned level = 0; level < closed; ++level) {
        TreeNode& node = m_closed[level];
        node.level = level + 1;
        node.index = m_size >> (level + 1);
        node.hash = nodeHash(m_peaks[level], *right);
        right = &node.hash;
    }
    m_peaks[closed] = *right;
    ++m_size;
    return {m_closed.data(), closed};
}

std::uint64_t completeNodes(std::uint64_t size)
{
    return size - static_cast<std::uint64_t>(std::popcount(size));
}

Digest rootAt(std::uint64_t size, const NodeReader& nodes)
{
    return size == 0 ? emptyRoot() : subtreeRoot(0, size, nodes);
}

Result<Proof> inclusionProof(std::uint64_t size, std::uint64_t index, const NodeReader& nodes)
{
    if (index >= size)
        return outOfRange(size, index);
    Proof proof;
    std::uint64_t begin = 0;
    std::uint64_t end = size;
    while (end - begin > 1) {
        const std::uint64_t middle = begin + std::bit_floor(end - begin - 1);
        const bool left = index < middle;
        proof.push_back(left ? subtreeRoot(middle, end, nodes) : subtreeRoot(begin, middle, nodes));
        (left ? end : begin) = middle;
    }
    std::reverse(proof.begin(), proof.end());
    return proof;
}

Result<Proof> consistencyProof(std::uint64_t oldSize, std::uint64_t newSize, const NodeReader& nodes)
{
    if (oldSize == 0 || oldSize > newSize)
        return outOfRange(newSize, oldSize);
    Proof proof;
    std::uint64_t begin = 0;
    std::uint64_t end = newSize;
    while (oldSize < end) {
        const std::uint64_t middle = begin + std::bit_floor(end - begin - 1);
        const bool left = oldSize <= middle;
        proof.push_back(left ? subtreeRoot(middle, end, nodes) : subtreeRoot(begin, middle, nodes));
        (left ? end : begin) = middle;
    }
    // The old root itself is known to whoever verifies; a part of it is not.
    if (begin != 0)
        proof.push_back(subtreeRoot(begin, end, nodes));
    std::reverse(proof.begin(), proof.end());
    return proof;
}

bool verifyInclusion(std::uint64_t size, std::uint64_t index, const Digest& leaf,
    std::span<const Digest> proof, const Digest& root)
{
    if (index >= size)
        return false;
    std::uint64_t node = index;
    std::uint64_t last = size - 1;
    Digest hash = leaf;
    for (const Digest& sibling : proof) {
        if (last == 0)
            return false;
        if ((node & 1) != 0 || node == last) {
            hash = nodeHash(sibling, hash);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool verifyConsistency(std::uint64_t oldSize, std::uint64_t newSize, const Digest& oldRoot,
    const Digest& newRoot, std::span<const Digest> proof)
{
    if (oldSize == 0 || oldSize > newSize)
        return false;
    if (oldSize == newSize)
        return proof.empty() && oldRoot == newRoot;

    // (1) A complete old tree stands for itself at the head of the path.
    const bool complete = std::has_single_bit(oldSize);
    if (proof.empty())
        return false;
    Digest oldHash = complete ? oldRoot : proof.front();
    Digest newHash = oldHash;
    const auto path = complete ? proof : proof.subspan(1);

    // (2) Start at the lowest subtree on the right edge of the old tree that is a left child.
    std::uint64_t node = oldSize - 1;
    std::uint64_t last = newSize - 1;
    const int skipped = std::countr_one(node);
    node >>= skipped;
    last >>= skipped;

    // (3) Walk up; what lies to the left belongs to both trees, what lies to the right to the new one only.
    for (const Digest& sibling : path) {
        if (last == 0)
            return false;
        if ((node & 1) != 0 || node == last) {
            oldHash = nodeHash(sibling, oldHash);
            newHash = nodeHash(sibling, newHash);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            newHash = nodeHash(newHash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && oldHash == oldRoot && newHash == newRoot;
}

} // namespace tutela::journal

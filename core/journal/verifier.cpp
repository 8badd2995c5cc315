#include "core/journal/verifier.h"

#include <algorithm>

#include "core/journal/tree.h"

namespace tutela::journal {

namespace {

Argument number(const char* name, std::uint64_t value)
{
    return {name, static_cast<std::int64_t>(value)};
}

/// One pass over one source.
class Pass final {
public:
    Pass(JournalSource& source, const VerifierPins& pins, std::uint64_t checkpointStep)
        : m_source(source)
        , m_pins(pins)
        , m_step(std::max<std::uint64_t>(checkpointStep, 1))
    {
    }

    JournalVerdict run()
    {
        m_sample = m_source.checkpointFrom(m_step);
        bool good = compareRoots();
        while (good) {
            const auto record = m_source.nextRecord();
            if (!record)
                break;
            good = add(*record) && compareRoots();
        }
        if (good)
            compareEnd();
        return std::move(m_verdict);
    }

private:
    [[nodiscard]] std::uint64_t size() const { return m_frontier.size(); }

    bool bad(std::uint64_t seq, Message why)
    {
        m_verdict.firstBad = BadRecord{seq, std::move(why)};
        return false;
    }

    /// The last of so many entries.
    [[nodiscard]] static std::uint64_t lastOf(std::uint64_t size) { return size == 0 ? 0 : size - 1; }

    bool add(const StoredRecord& record)
    {
        const std::uint64_t seq = size();
        if (record.seq != seq)
            return bad(seq, {"journal.verify.gap", {number("expected", seq), number("found", record.seq)}});
        const Digest leaf = leafHash(record.body);
        if (leaf != record.leaf)
            return bad(seq, {"journal.verify.entry-altered", {number("seq", seq)}});
        for (const TreeNode& node : m_frontier.append(leaf)) {
            const auto stored = m_source.node(node.level, node.index);
            if (stored == node.hash)
                continue;
            // What a checkpoint has proved is not at fault.
            const std::uint64_t from = node.index << node.level;
            return bad(std::max(from, m_verdict.size),
                {stored ? "journal.verify.node-altered" : "journal.verify.node-missing",
                    {number("from", from), number("to", seq)}});
        }
        return true;
    }

    /// Compares with the head and the sampled checkpoint when they are of this size.
    bool compareRoots()
    {
        const bool atSample = m_sample && m_sample->size <= size();
        const bool atHead = m_pins.head && m_pins.head->size == size();
        if (atSample && !compareCheckpoint(*m_sample))
            return false;
        if (atSample)
            m_sample = m_source.checkpointFrom(m_sample->size + m_step);
        if (atHead && m_pins.head->root != m_frontier.root())
            return bad(
                lastOf(size()), {"journal.verify.forked-from-head", {number("size", m_pins.head->size)}});
        if (atSample || atHead || size() == 0)
            keepRoot();
        return true;
    }

    bool compareCheckpoint(const StoredCheckpoint& stored)
    {
        const std::uint64_t seq = lastOf(stored.size);
        const auto checkpoint = openCheckpoint(stored.note, m_pins.origin, m_pins.logKey);
        if (!checkpoint)
            return bad(seq, checkpoint.error().what);
        if (checkpoint.value().size != stored.size || stored.size != size())
            return bad(seq, {"journal.verify.checkpoint-misplaced", {number("size", stored.size)}});
        if (checkpoint.value().root != m_frontier.root())
            return bad(seq, {"journal.verify.checkpoint-other-root", {number("size", stored.size)}});
        return true;
    }

    void compareEnd()
    {
        keepRoot();
        if (m_pins.head && m_pins.head->size > size()) {
            bad(size(),
                {"journal.verify.shorter-than-head",
                    {number("size", size()), number("expected", m_pins.head->size)}});
            return;
        }
        const auto last = m_source.lastCheckpoint();
        const std::uint64_t covered = last ? last->size : 0;
        if (covered < size()) {
            bad(covered, {"journal.verify.no-checkpoint-after", {number("size", covered)}});
            return;
        }
        if (covered > size() || m_sample) {
            bad(size(),
                {"journal.verify.shorter-than-checkpoint",
                    {number("size", size()), number("expected", m_sample ? m_sample->size : covered)}});
            return;
        }
        if (last && !compareCheckpoint(*last))
            return;
        if (m_source.nodeCount() != completeNodes(size()))
            bad(lastOf(size()), {"journal.verify.surplus-nodes", {}});
    }

    /// What a stopped run tells: the largest size at which the log was still as promised.
    void keepRoot()
    {
        m_verdict.size = size();
        m_verdict.root = m_frontier.root();
    }

    JournalSource& m_source;
    const VerifierPins& m_pins;
    std::uint64_t m_step;
    std::optional<StoredCheckpoint> m_sample;
    TreeFrontier m_frontier;
    JournalVerdict m_verdict;
};

} // namespace

JournalVerdict verifyJournal(JournalSource& source, const VerifierPins& pins, std::uint64_t checkpointStep)
{
    return Pass(source, pins, checkpointStep).run();
}

} // namespace tutela::journal

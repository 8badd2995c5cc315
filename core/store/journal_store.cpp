#include "core/store/journal_store.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace tutela::store {

namespace {

Digest digestOf(std::string_view bytes)
{
    Digest digest{};
    if (bytes.size() != digest.size())
        throw StoreFailure(ErrorCode::Integrity, "store.corrupt", "a hash is not 32 bytes long");
    std::copy_n(asBytes(bytes).begin(), digest.size(), digest.begin());
    return digest;
}

/// Hands the log to the verifier in pieces, each read at one moment, so that no read lasts long.
class Source final : public journal::JournalSource {
public:
    explicit Source(Engine& engine)
        : m_engine(engine)
    {
    }

    std::optional<journal::StoredRecord> nextRecord() override
    {
        if (m_at == m_bodies.size())
            readBodies();
        if (m_bodies.empty())
            return std::nullopt;
        const Body& body = m_bodies[m_at++];
        return journal::StoredRecord{static_cast<std::uint64_t>(body.seq), body.bytes, body.leaf};
    }

    std::optional<Digest> node(unsigned level, std::uint64_t index) override
    {
        Level& nodes = m_levels.at(level);
        if (nodes.at == nodes.waiting.size())
            readNodes(level, index);
        if (nodes.at == nodes.waiting.size() || nodes.waiting[nodes.at].index != index)
            return std::nullopt;
        return nodes.waiting[nodes.at++].hash;
    }

    std::uint64_t nodeCount() override
    {
        return static_cast<std::uint64_t>(m_engine.integer("SELECT count(*) FROM node").value_or(0));
    }

    std::optional<journal::StoredCheckpoint> checkpointFrom(std::uint64_t size) override
    {
        return checkpoint("SELECT size, note FROM checkpoint WHERE size >= $1 ORDER BY size LIMIT 1",
            static_cast<std::int64_t>(size));
    }

    std::optional<journal::StoredCheckpoint> lastCheckpoint() override
    {
        return checkpoint("SELECT size, note FROM checkpoint WHERE size >= $1 ORDER BY size DESC LIMIT 1", 0);
    }

private:
    std::optional<journal::StoredCheckpoint> checkpoint(const char* sql, std::int64_t size)
    {
        std::optional<journal::StoredCheckpoint> found;
        m_engine.query(sql, {size}, [&](const Row& row) {
            found = journal::StoredCheckpoint{
                static_cast<std::uint64_t>(row.integer(0)), std::string(row.text(1))};
        });
        return found;
    }

    struct Body {
        EntrySeq seq = 0;
        std::string bytes;
        Digest leaf{};
    };

    struct Node {
        std::uint64_t index = 0;
        Digest hash{};
    };

    /// The inner nodes of one level that were read and not yet asked for.
    struct Level {
        std::vector<Node> waiting;
        std::size_t at = 0;
    };

    void readBodies()
    {
        const EntrySeq next = m_bodies.empty() ? 0 : m_bodies.back().seq + 1;
        m_bodies.clear();
        m_at = 0;
        m_engine.query("SELECT seq, bytes, leaf FROM body WHERE seq >= $1 ORDER BY seq LIMIT 1000", {next},
            [&](const Row& row) {
                m_bodies.push_back({row.integer(0), std::string(row.blob(1)), digestOf(row.blob(2))});
            });
    }

    void readNodes(unsigned level, std::uint64_t from)
    {
        Level& nodes = m_levels.at(level);
        nodes.waiting.clear();
        nodes.at = 0;
        m_engine.query("SELECT idx, hash FROM node WHERE level = $1 AND idx >= $2 ORDER BY idx LIMIT 500",
            {static_cast<std::int64_t>(level), static_cast<std::int64_t>(from)}, [&](const Row& row) {
                nodes.waiting.push_back({static_cast<std::uint64_t>(row.integer(0)), digestOf(row.blob(1))});
            });
    }

    Engine& m_engine;
    std::vector<Body> m_bodies;
    std::size_t m_at = 0;
    std::array<Level, 64> m_levels;
};

} // namespace

Entry entryOf(std::string_view bytes)
{
    auto entry = parseEntry(bytes);
    if (!entry)
        throw StoreFailure(entry.error().code, entry.error().what.id, entry.error().where);
    return std::move(entry).value();
}

std::int64_t JournalStore::size()
{
    return m_engine.integer("SELECT max(seq) + 1 FROM body").value_or(0);
}

std::int64_t JournalStore::streamSize(const std::string& stream)
{
    return m_engine.integer("SELECT max(stream_seq) FROM body WHERE stream = $1", {stream}).value_or(0);
}

std::vector<Entry> JournalStore::stream(const std::string& stream)
{
    std::vector<Entry> entries;
    m_engine.query("SELECT bytes FROM body WHERE stream = $1 ORDER BY stream_seq", {stream},
        [&](const Row& row) { entries.push_back(entryOf(row.blob(0))); });
    return entries;
}

std::optional<StoredBody> JournalStore::body(EntrySeq seq)
{
    std::optional<StoredBody> found;
    bodies(seq, 1, [&](const StoredBody& body) {
        if (body.seq == seq)
            found = body;
    });
    return found;
}

void JournalStore::bodies(
    EntrySeq from, std::int64_t limit, const std::function<void(const StoredBody&)>& each)
{
    m_engine.query("SELECT seq, stream, bytes, leaf FROM body WHERE seq >= $1 ORDER BY seq LIMIT $2",
        {from, limit}, [&](const Row& row) {
            each({row.integer(0), std::string(row.text(1)), std::string(row.blob(2)), digestOf(row.blob(3))});
        });
}

Digest JournalStore::append(const Entry& entry, journal::TreeFrontier& frontier)
{
    const std::string bytes = entryBody(entry);
    const Digest leaf = journal::leafHash(bytes);
    m_engine.run("INSERT INTO body (seq, stream, stream_seq, bytes, leaf) VALUES ($1, $2, $3, $4, $5)",
        {entry.seq, entry.stream, entry.streamSeq, Blob{bytes}, Blob{asText(leaf)}});
    for (const journal::TreeNode& node : frontier.append(leaf)) {
        m_engine.run("INSERT INTO node (level, idx, hash) VALUES ($1, $2, $3)",
            {static_cast<std::int64_t>(node.level), static_cast<std::int64_t>(node.index),
                Blob{asText(node.hash)}});
    }
    return leaf;
}

void JournalStore::addCheckpoint(std::uint64_t size, const std::string& note)
{
    m_engine.run(
        "INSERT INTO checkpoint (size, note) VALUES ($1, $2)", {static_cast<std::int64_t>(size), note});
}

std::optional<std::string> JournalStore::lastCheckpoint()
{
    return m_engine.text("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1");
}

journal::TreeFrontier JournalStore::frontier()
{
    return journal::TreeFrontier::fromNodes(static_cast<std::uint64_t>(size()), nodeReader());
}

journal::NodeReader JournalStore::nodeReader()
{
    return [this](unsigned level, std::uint64_t index) {
        std::optional<Digest> found;
        const auto at = static_cast<std::int64_t>(index);
        if (level == 0) {
            m_engine.query("SELECT leaf FROM body WHERE seq = $1", {at},
                [&](const Row& row) { found = digestOf(row.blob(0)); });
        } else {
            m_engine.query("SELECT hash FROM node WHERE level = $1 AND idx = $2",
                {static_cast<std::int64_t>(level), at},
                [&](const Row& row) { found = digestOf(row.blob(0)); });
        }
        if (!found)
            throw StoreFailure(
                ErrorCode::Integrity, "store.node-missing", fmt::format("node/{}/{}", level, index));
        return *found;
    };
}

journal::JournalVerdict JournalStore::verify(const journal::VerifierPins& pins, std::uint64_t checkpointStep)
{
    Source source(m_engine);
    return journal::verifyJournal(source, pins, checkpointStep);
}

} // namespace tutela::store

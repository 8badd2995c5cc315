#include "core/store/journal_store.h"

#include <algorithm>
#include <deque>

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

/// Hands the log to the verifier, 1,000 bodies at a time, so that no read lasts long.
class Source final : public journal::JournalSource {
public:
    Source(Engine& engine, JournalStore& store)
        : m_engine(engine)
        , m_store(store)
    {
    }

    std::optional<journal::StoredRecord> nextRecord() override
    {
        if (m_waiting.empty())
            m_store.bodies(m_next, 1000, [&](const StoredBody& body) { m_waiting.push_back(body); });
        if (m_waiting.empty())
            return std::nullopt;
        m_current = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_next = m_current.seq + 1;
        return journal::StoredRecord{
            static_cast<std::uint64_t>(m_current.seq), m_current.bytes, m_current.leaf};
    }

    std::optional<Digest> node(unsigned level, std::uint64_t index) override
    {
        std::optional<Digest> found;
        m_engine.query("SELECT hash FROM node WHERE level = $1 AND idx = $2",
            {static_cast<std::int64_t>(level), static_cast<std::int64_t>(index)},
            [&](const Row& row) { found = digestOf(row.blob(0)); });
        return found;
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

    Engine& m_engine;
    JournalStore& m_store;
    std::deque<StoredBody> m_waiting;
    StoredBody m_current;
    EntrySeq m_next = 0;
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
    Source source(m_engine, *this);
    return journal::verifyJournal(source, pins, checkpointStep);
}

} // namespace tutela::store

#include "core/store/vault_store.h"

#include <algorithm>

namespace tutela::store {

namespace {

StoredDocument documentOf(const Row& row)
{
    StoredDocument document{DocumentId(std::string(row.text(0))), row.integer(1), std::string(row.text(2)),
        std::string(row.text(3)), row.integer(4), {}, std::string(row.blob(6))};
    const std::string_view digest = row.blob(5);
    if (digest.size() == document.sha256.size())
        std::copy_n(asBytes(digest).begin(), digest.size(), document.sha256.begin());
    return document;
}

} // namespace

void VaultStore::addContent(EntrySeq seq, std::string_view salt, std::string_view bytes)
{
    m_engine.run(
        "INSERT INTO content (seq, alg, salt, bytes) VALUES ($1, 0, $2, $3)", {seq, Blob{salt}, Blob{bytes}});
}

std::optional<StoredContent> VaultStore::content(EntrySeq seq)
{
    std::optional<StoredContent> found;
    m_engine.query(
        "SELECT salt, bytes FROM content WHERE seq = $1 AND bytes IS NOT NULL", {seq}, [&](const Row& row) {
            found = StoredContent{std::string(row.blob(0)), std::string(row.blob(1))};
        });
    return found;
}

void VaultStore::addDocument(const StoredDocument& document, std::string_view bytes)
{
    m_engine.run("INSERT INTO document (id, seq, name, media_type, size, sha256, alg, salt)"
                 " VALUES ($1, $2, $3, $4, $5, $6, 0, $7)",
        {document.id.text(), document.seq, document.name, document.mediaType, document.size,
            Blob{asText(document.sha256)}, Blob{document.salt}});
    std::int64_t index = 0;
    for (std::size_t at = 0; at < bytes.size(); at += kChunkBytes) {
        m_engine.run("INSERT INTO chunk (document, idx, bytes) VALUES ($1, $2, $3)",
            {document.id.text(), index++, Blob{bytes.substr(at, kChunkBytes)}});
    }
}

std::optional<StoredDocument> VaultStore::document(const DocumentId& id)
{
    std::optional<StoredDocument> found;
    m_engine.query("SELECT id, seq, name, media_type, size, sha256, salt FROM document WHERE id = $1",
        {id.text()}, [&](const Row& row) { found = documentOf(row); });
    return found;
}

std::vector<StoredDocument> VaultStore::documentsOf(EntrySeq seq)
{
    std::vector<StoredDocument> documents;
    m_engine.query(
        "SELECT id, seq, name, media_type, size, sha256, salt FROM document WHERE seq = $1 ORDER BY id",
        {seq}, [&](const Row& row) { documents.push_back(documentOf(row)); });
    return documents;
}

std::vector<StoredDocument> VaultStore::documentsWith(const Digest& sha256)
{
    std::vector<StoredDocument> documents;
    m_engine.query(
        "SELECT id, seq, name, media_type, size, sha256, salt FROM document WHERE sha256 = $1 ORDER BY id",
        {Blob{asText(sha256)}}, [&](const Row& row) { documents.push_back(documentOf(row)); });
    return documents;
}

void VaultStore::chunks(const DocumentId& id, const std::function<void(std::string_view)>& each)
{
    m_engine.query("SELECT bytes FROM chunk WHERE document = $1 ORDER BY idx", {id.text()},
        [&](const Row& row) { each(row.blob(0)); });
}

std::optional<std::int64_t> VaultStore::missingChunk(const StoredDocument& document)
{
    const std::int64_t chunk = kChunkBytes;
    const std::int64_t due = (document.size + chunk - 1) / chunk;
    std::int64_t next = 0;
    m_engine.query("SELECT idx FROM chunk WHERE document = $1 ORDER BY idx", {document.id.text()},
        [&](const Row& row) { next += row.integer(0) == next ? 1 : 0; });
    return next < due ? std::optional(next) : std::nullopt;
}

std::string VaultStore::documentBytes(const DocumentId& id)
{
    std::string bytes;
    chunks(id, [&](std::string_view chunk) { bytes.append(chunk); });
    return bytes;
}

void VaultStore::destroyBytes(const DocumentId& id)
{
    m_engine.query("PRAGMA secure_delete=ON", {}, [](const Row&) {});
    m_engine.run("DELETE FROM chunk WHERE document = $1", {id.text()});
    m_engine.query("PRAGMA secure_delete=OFF", {}, [](const Row&) {});
}

void VaultStore::allDocuments(const std::function<void(const StoredDocument&)>& each)
{
    m_engine.query("SELECT id, seq, name, media_type, size, sha256, salt FROM document ORDER BY id", {},
        [&](const Row& row) { each(documentOf(row)); });
}

} // namespace tutela::store

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/digest.h"
#include "core/domain/case_file.h"
#include "core/store/engine.h"

namespace tutela::store {

/// Texts and names of one entry, or what is left of them after erasure.
struct StoredContent {
    std::string salt;
    std::string bytes; ///< canonical JSON
};

/// A document without its bytes.
struct StoredDocument {
    DocumentId id;
    EntrySeq seq = 0;
    std::string name;
    std::string mediaType;
    std::int64_t size = 0;
    Digest sha256{};
    std::string salt;
};

/// What the journal only commits to: contents and documents. They can be erased without touching the journal.
class VaultStore final {
public:
    static constexpr std::size_t kChunkBytes = 1u << 20;

    explicit VaultStore(Engine& engine)
        : m_engine(engine)
    {
    }

    void addContent(EntrySeq seq, std::string_view salt, std::string_view bytes);
    [[nodiscard]] std::optional<StoredContent> content(EntrySeq seq);

    void addDocument(const StoredDocument& document, std::string_view bytes);
    [[nodiscard]] std::optional<StoredDocument> document(const DocumentId& id);
    [[nodiscard]] std::vector<StoredDocument> documentsOf(EntrySeq seq);
    /// The documents of these very bytes, in the order of their numbers.
    [[nodiscard]] std::vector<StoredDocument> documentsWith(const Digest& sha256);

    /// Calls `each` for every chunk in order.
    void chunks(const DocumentId& id, const std::function<void(std::string_view)>& each);

    /// The number of the first chunk that the document should have and has not.
    [[nodiscard]] std::optional<std::int64_t> missingChunk(const StoredDocument& document);
    [[nodiscard]] std::string documentBytes(const DocumentId& id);
    /// Overwrites and removes the bytes of a document; its name, size and hash stay.
    void destroyBytes(const DocumentId& id);
    void allDocuments(const std::function<void(const StoredDocument&)>& each);

private:
    Engine& m_engine;
};

} // namespace tutela::store

#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/domain/entry.h"
#include "core/journal/checkpoint.h"
#include "core/journal/tree.h"
#include "core/journal/verifier.h"
#include "core/store/engine.h"

namespace tutela::store {

/// A body as it is stored.
struct StoredBody {
    EntrySeq seq = 0;
    std::string stream;
    std::string bytes;
    Digest leaf{};
};

/// The tables of the register log.
class JournalStore final {
public:
    explicit JournalStore(Engine& engine)
        : m_engine(engine)
    {
    }

    /// Number of entries.
    [[nodiscard]] std::int64_t size();

    /// How many entries the stream has.
    [[nodiscard]] std::int64_t streamSize(const std::string& stream);

    /// Bodies of a stream in order.
    [[nodiscard]] std::vector<Entry> stream(const std::string& stream);
    [[nodiscard]] std::optional<StoredBody> body(EntrySeq seq);
    void bodies(EntrySeq from, std::int64_t limit, const std::function<void(const StoredBody&)>& each);

    /// Adds one body with its leaf and the inner nodes it completes. Throws StoreFailure(Integrity) when its
    /// place is taken.
    Digest append(const Entry& entry, journal::TreeFrontier& frontier);
    void addCheckpoint(std::uint64_t size, const std::string& note);
    [[nodiscard]] std::optional<std::string> lastCheckpoint();

    [[nodiscard]] journal::TreeFrontier frontier();
    [[nodiscard]] journal::NodeReader nodeReader();

    /// Reads the whole log once, for the verifier.
    [[nodiscard]] journal::JournalVerdict verify(
        const journal::VerifierPins& pins, std::uint64_t checkpointStep);

private:
    Engine& m_engine;
};

/// An entry read back from its body. Throws StoreFailure when the stored bytes are no entry.
[[nodiscard]] Entry entryOf(std::string_view bytes);

} // namespace tutela::store

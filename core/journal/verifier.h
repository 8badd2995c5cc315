#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/digest.h"
#include "core/base/message.h"
#include "core/journal/checkpoint.h"

namespace tutela::journal {

/// One stored entry; the body is good until the next one is asked for.
struct StoredRecord {
    std::uint64_t seq = 0; ///< the index of its leaf, from 0
    std::string_view body;
    Digest leaf{};
};

/// One stored checkpoint.
struct StoredCheckpoint {
    std::uint64_t size = 0; ///< the key it is stored under
    std::string note;
};

/// What the verifier reads, once from front to back. All functions may throw when the store is broken.
class JournalSource {
public:
    virtual ~JournalSource() = default;

    /// The next entry in ascending order of seq, or nothing at the end.
    [[nodiscard]] virtual std::optional<StoredRecord> nextRecord() = 0;

    /// A stored inner node (level ≥ 1). Within one level they are asked for in ascending order without gaps,
    /// so that one cursor a level will do.
    [[nodiscard]] virtual std::optional<Digest> node(unsigned level, std::uint64_t index) = 0;

    /// How many inner nodes (level ≥ 1) are stored.
    [[nodiscard]] virtual std::uint64_t nodeCount() = 0;

    /// The stored checkpoint with the smallest size that is at least `size`.
    [[nodiscard]] virtual std::optional<StoredCheckpoint> checkpointFrom(std::uint64_t size) = 0;

    /// The stored checkpoint with the largest size.
    [[nodiscard]] virtual std::optional<StoredCheckpoint> lastCheckpoint() = 0;
};

/// What is known from outside the register.
struct VerifierPins {
    std::string origin;
    SigningPublicKey logKey;
    std::optional<Checkpoint> head; ///< from the head file, a paper or another institution; verified before
};

/// The first entry that does not fit and why. Where an inner node does not fit, the fault lies somewhere
/// under it and `seq` is the first entry there that no checkpoint has proved; a run with a checkpoint step of
/// 1 names the entry itself.
struct BadRecord {
    std::uint64_t seq = 0;
    Message why;
};

/// What the verifier found. Size and root are those of the whole log; after a fault, those of the last
/// checkpoint or head before it that was still right.
struct JournalVerdict {
    std::uint64_t size = 0;
    Digest root{};
    std::optional<BadRecord> firstBad;

    [[nodiscard]] bool ok() const { return !firstBad.has_value(); }
};

/// Between two checkpoints whose signature is verified lie at least so many entries; the last one always is.
inline constexpr std::uint64_t kCheckpointStep = 1000;

/// Verifies the log in one pass and a few kilobytes: no gap, every leaf is the hash of its body, every inner
/// node is stored and right and none is there besides, the root is that of the sampled and the last
/// checkpoint, which are signed with the pinned key, and of the head. Stops at the first fault.
[[nodiscard]] JournalVerdict verifyJournal(
    JournalSource& source, const VerifierPins& pins, std::uint64_t checkpointStep = kCheckpointStep);

} // namespace tutela::journal

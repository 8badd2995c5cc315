#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/digest.h"
#include "core/base/result.h"
#include "core/base/signature.h"

namespace tutela::journal {

/// What a register says of its log at one size (C2SP tlog-checkpoint).
struct Checkpoint {
    std::string origin; ///< the name of the log, which is also the name of its key
    std::uint64_t size = 0;
    Digest root{};

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// No larger log is written or read: JSON and SQLite hold the number exactly.
inline constexpr std::uint64_t kLargestLog = (std::uint64_t{1} << 53) - 1;

/// Whether the name may stand in a checkpoint: 1 to 200 printable ASCII characters, no space, no `+`.
[[nodiscard]] bool isOrigin(std::string_view name);

/// The signed part: three lines, each with its line feed. Throws std::invalid_argument when the origin or the
/// size may not be written (our bug).
[[nodiscard]] std::string checkpointText(const Checkpoint& checkpoint);

/// Reads exactly what checkpointText writes. Errors: Integrity.
[[nodiscard]] Result<Checkpoint> parseCheckpointText(std::string_view text);

/// The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), as a C2SP signed note names an Ed25519
/// key.
[[nodiscard]] std::array<std::uint8_t, 4> noteKeyId(std::string_view name, const SigningPublicKey& key);

/// The checkpoint as a C2SP signed note: text, empty line, `— origin base64(key id ‖ signature)`.
[[nodiscard]] std::string signCheckpoint(
    const Checkpoint& checkpoint, const SigningPublicKey& key, const Signer& sign);

/// Reads a signed note and checks it against the pinned origin and key. Further signature lines (witnesses)
/// may follow and are not looked at, as the note format asks.
/// Errors: Integrity when the note is malformed, of another log, or not signed by this key.
[[nodiscard]] Result<Checkpoint> openCheckpoint(
    std::string_view note, std::string_view origin, const SigningPublicKey& key);

} // namespace tutela::journal

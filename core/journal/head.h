#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/signature.h"
#include "core/journal/checkpoint.h"
#include "core/journal/tree.h"

namespace tutela::journal {

/// What stands beside a register in `FILE.head`: it pins whose log this is and how far it had come, so that a
/// truncated or exchanged file is noticed. It may lag behind the register, never lead.
struct Head {
    SigningPublicKey logKey;
    Checkpoint checkpoint; ///< its origin is the register's
    std::string note; ///< the checkpoint as it was signed

    friend bool operator==(const Head&, const Head&) = default;
};

/// `tutela-head-v1`, origin, log key in Base64, each on a line, then the signed checkpoint.
[[nodiscard]] std::string writeHead(const Head& head);

/// Reads exactly what writeHead writes and checks the signature against the key that stands in it.
/// Errors: Integrity; Version when a newer form is announced.
[[nodiscard]] Result<Head> parseHead(std::string_view text);

/// How the register's last checkpoint stands to the head.
enum class HeadFit {
    Same, ///< nothing was added since
    Ahead, ///< the register goes on from the head: the head was not renewed in time
    Truncated, ///< the register is shorter than it was
    Forked, ///< the register is another one, or its past was rewritten
};

/// Compares by a consistency proof; both checkpoints were verified before. Some twenty nodes are read.
[[nodiscard]] HeadFit compareWithHead(
    const Checkpoint& head, const Checkpoint& last, const NodeReader& nodes);

} // namespace tutela::journal

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/base/digest.h"
#include "core/base/random_source.h"

namespace tutela::journal {

/// Kept beside the content and destroyed with it: without it nobody can tell what was committed to.
using Salt = std::array<std::uint8_t, 32>;

[[nodiscard]] Salt drawSalt(RandomSource& random);

/// SHA-256("tutela-content-v1" ‖ stream ‖ 0x00 ‖ name ‖ 0x00 ‖ salt ‖ SHA-256(content)): what a body says of
/// content or a document. `name` tells the parts of one entry apart. Throws std::invalid_argument when stream
/// or name contain U+0000 (our bug).
[[nodiscard]] Digest commitment(
    std::string_view stream, std::string_view name, const Salt& salt, const Digest& content);

/// The same for content at hand.
[[nodiscard]] Digest commitmentTo(
    std::string_view stream, std::string_view name, const Salt& salt, std::string_view bytes);

/// Whether the body's commitment is to exactly this content in this place.
[[nodiscard]] bool verifyCommitment(const Digest& committed, std::string_view stream, std::string_view name,
    const Salt& salt, std::string_view bytes);

} // namespace tutela::journal

#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tutela {

/// What a JSON text may cost us. Sizes in bytes.
struct JsonLimits {
    std::size_t maxBytes;
    std::size_t maxDepth;
    std::size_t maxValues;
    std::size_t maxStringBytes;
    std::size_t maxKeyBytes;

    /// For everything that comes from outside.
    [[nodiscard]] static constexpr JsonLimits forForeignData()
    {
        return {8u << 20, 32, 100'000, 1u << 20, 128};
    }

    /// For what we wrote ourselves: packs, stored bodies.
    [[nodiscard]] static constexpr JsonLimits forOwnData()
    {
        return {64u << 20, 64, 4'000'000, 16u << 20, 256};
    }
};

/// Reads exactly one JSON value (RFC 8259) in UTF-8 without byte-order mark.
/// Errors, all BadInput with `where` = line:column: syntax, not UTF-8, U+0000, a duplicate key, a limit
/// passed.
[[nodiscard]] Result<Json> parseJson(std::string_view text, const JsonLimits& limits);

} // namespace tutela

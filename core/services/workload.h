#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "core/base/result.h"

namespace tutela::services {

/// Called once an act is durable, with its sequence number and the hash of its leaf.
using Acknowledge = std::function<void(std::int64_t seq, std::string_view leaf)>;

/// Performs random lawful acts on a training register as its people, each in a transaction of its own; the
/// number performed. Errors: Usage when this is no training register of createSample.
[[nodiscard]] Result<std::int64_t> runWorkload(const std::filesystem::path& file, std::uint64_t seed,
    std::int64_t operations, const Acknowledge& acknowledge);

} // namespace tutela::services

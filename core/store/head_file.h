#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace tutela::store {

/// The path of the file beside a register that pins its identity and how far its log had come.
[[nodiscard]] std::filesystem::path headPath(const std::filesystem::path& registerFile);

/// The text of the head, or nothing when there is none.
[[nodiscard]] std::optional<std::string> readHeadFile(const std::filesystem::path& registerFile);

/// Replaces the head durably: written beside, fsync, rename, fsync of the directory. Throws
/// StoreFailure(Storage).
void writeHeadFile(const std::filesystem::path& registerFile, std::string_view text);

} // namespace tutela::store

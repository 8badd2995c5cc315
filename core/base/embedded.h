#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace tutela {

/// A data file of the source tree compiled into the program; `path` is relative to the source root.
struct EmbeddedFile {
    std::string_view path;
    std::string_view text;
};

/// All embedded files, in ascending order of path.
[[nodiscard]] std::span<const EmbeddedFile> embeddedFiles();

/// The bytes of one embedded file, or nothing when there is no such file.
[[nodiscard]] std::optional<std::string_view> embeddedFile(std::string_view path);

} // namespace tutela

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace tutela::services {

struct BackupReport {
    std::int64_t bytes = 0;
    std::int64_t entries = 0;
    std::string root; ///< of the register log, hexadecimal
};

/// Writes a consistent copy while the register is in use. Errors: Storage when `copy` exists or cannot be
/// written.
[[nodiscard]] Result<BackupReport> createBackup(
    const std::filesystem::path& file, const std::filesystem::path& copy);

/// Examines a copy as deeply as a register. Errors: Integrity with the first problem.
[[nodiscard]] Result<BackupReport> verifyBackup(const std::filesystem::path& copy);

/// Makes a register with its head from a copy that was verified first. Errors: as verifyBackup; Storage when
/// the new file exists.
[[nodiscard]] Result<BackupReport> restoreBackup(
    const std::filesystem::path& copy, const std::filesystem::path& file);

} // namespace tutela::services

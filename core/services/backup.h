#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/ids.h"

namespace tutela::services {

struct BackupReport {
    std::int64_t bytes = 0;
    std::int64_t entries = 0;
    std::string root; ///< of the register log, hexadecimal
    /// What two persons destroyed in the register since (Art 26(2)) and the copy still has.
    std::vector<DocumentId> stillHolds = {};
};

/// Writes a consistent copy while the register is in use. Errors: Storage when `copy` exists or cannot be
/// written.
[[nodiscard]] Result<BackupReport> createBackup(
    const std::filesystem::path& file, const std::filesystem::path& copy);

/// Examines a copy as deeply as a register; with the register of which it is one, also whether it outlived a
/// destruction there. Errors: Integrity with the first problem; BadInput for another register.
[[nodiscard]] Result<BackupReport> verifyBackup(
    const std::filesystem::path& copy, const std::optional<std::filesystem::path>& file = {});

/// Makes a register with its head from a copy that was verified first. Errors: as verifyBackup; Storage when
/// the new file exists.
[[nodiscard]] Result<BackupReport> restoreBackup(
    const std::filesystem::path& copy, const std::filesystem::path& file);

} // namespace tutela::services

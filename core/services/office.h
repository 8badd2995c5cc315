#pragma once

#include <filesystem>
#include <memory>

#include "core/base/result.h"
#include "core/interfaces/office.h"
#include "core/services/register.h"

namespace tutela::services {

/// The desks of a register on this machine.
[[nodiscard]] std::unique_ptr<interfaces::Office> makeOffice(std::unique_ptr<Register> target);

/// Opens a register file. Errors: Storage, Integrity, Version.
[[nodiscard]] Result<std::unique_ptr<interfaces::Office>> openOffice(
    const std::filesystem::path& file, HeadCheck check);

} // namespace tutela::services

#pragma once

#include <memory>

#include "app/cli/wiring.h"

namespace tutela::cli {

/// Register files on this machine, through core/services.
[[nodiscard]] std::unique_ptr<Registers> makeServiceRegisters();

/// The whole table of who may do what at which stage, from the default legal text.
[[nodiscard]] std::vector<AccessRow> builtInAccessMatrix();

} // namespace tutela::cli

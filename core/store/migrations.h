#pragma once

#include "core/store/engine.h"

namespace tutela::store {

/// What marks a SQLite file as a register ("TUTL").
inline constexpr std::int64_t kApplicationId = 0x5455544C;

/// The number of the newest migration that this program knows.
[[nodiscard]] std::int64_t newestVersion();

/// Brings an empty or older register up to the newest version, one transaction a file.
/// Throws StoreFailure: Version when the register was written by a newer program, Integrity when it is no
/// register.
void migrate(Engine& engine, OpenMode mode);

} // namespace tutela::store

#pragma once

#include <filesystem>

namespace tutela::store {

/// Files are made beside their place, under the name "NAME.<process id>.tutela-new", and moved there when
/// they are whole, so that whoever is killed leaves no half file under a name that counts.
[[nodiscard]] std::filesystem::path besidePath(const std::filesystem::path& file);

/// Removes what processes that are no more left in the folder of the file. What cannot be removed stays.
void removeLitterBeside(const std::filesystem::path& file);

/// What becomes of a file that already stands in the place.
enum class Existing { Replaced, Kept };

/// Moves a whole file from besidePath into its place, durably. Throws StoreFailure(Storage), also when a file
/// that is to be kept stands there.
void moveIntoPlace(const std::filesystem::path& file, Existing existing);

} // namespace tutela::store

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/json.h"

namespace tutela::journey {

/// What one run of the program gave back.
struct Outcome {
    int exit = -1; ///< the exit status; 128 + signal number when it was killed
    std::string out;
    std::string err;
    long peakKiB = 0; ///< largest resident set of the process
    double seconds = 0;

    /// The JSON value on standard output, or null when there is none.
    [[nodiscard]] Json json() const;

    /// `error.code` of a refusal, or an empty text.
    [[nodiscard]] std::string errorCode() const;

    /// `error.where` of a refusal, or an empty text.
    [[nodiscard]] std::string errorWhere() const;
};

/// Runs the built program with these arguments. `secrets` is what descriptor 3 gives, `input` what standard
/// input gives. Throws std::system_error when the program cannot be started.
[[nodiscard]] Outcome runProgram(const std::vector<std::string>& arguments, const std::string& secrets = {},
    const std::string& input = {});

/// A folder of its own that disappears with the object.
class TemporaryFolder final {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;

    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

[[nodiscard]] std::string readBytes(const std::filesystem::path& file);
void writeBytes(const std::filesystem::path& file, const std::string& bytes);

} // namespace tutela::journey

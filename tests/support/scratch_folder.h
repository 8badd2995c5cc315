#pragma once

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace tutela::testing {

/// An empty folder that is gone with everything in it at the end of the test.
class ScratchFolder final {
public:
    ScratchFolder()
    {
        std::string path = (std::filesystem::temp_directory_path() / "tutela-test-XXXXXX").string();
        if (::mkdtemp(path.data()) == nullptr)
            throw std::runtime_error("no scratch folder");
        m_path = path;
    }

    ~ScratchFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return m_path / name; }

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace tutela::testing

#include "core/store/head_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "core/store/durable_file.h"
#include "core/store/engine.h"

namespace tutela::store {

namespace {

constexpr std::size_t kLargestHead = 64 * 1024;

[[noreturn]] void fail(const char* what, const std::filesystem::path& path)
{
    throw StoreFailure(ErrorCode::Storage, "store.head-failed",
        fmt::format("{} {}: {}", what, path.string(), std::generic_category().message(errno)));
}

/// A file descriptor that is closed when it goes.
class Descriptor final {
public:
    Descriptor(const std::filesystem::path& path, int flags)
        : m_number(
            ::open(path.c_str(), flags | O_CLOEXEC, 0600)) // NOLINT(cppcoreguidelines-pro-type-vararg): POSIX
    {
    }

    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

} // namespace

std::filesystem::path headPath(const std::filesystem::path& registerFile)
{
    return registerFile.string() + ".head";
}

std::optional<std::string> readHeadFile(const std::filesystem::path& registerFile)
{
    const auto path = headPath(registerFile);
    const Descriptor file(path, O_RDONLY);
    if (file.number() < 0) {
        if (errno == ENOENT)
            return std::nullopt;
        fail("open", path);
    }
    std::string text;
    std::array<char, 4096> buffer{};
    for (;;) {
        const ssize_t got = ::read(file.number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            fail("read", path);
        if (got == 0 || text.size() > kLargestHead)
            return text;
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

void writeHeadFile(const std::filesystem::path& registerFile, std::string_view text)
{
    const auto path = headPath(registerFile);
    const auto beside = besidePath(path);
    {
        const Descriptor file(beside, O_WRONLY | O_CREAT | O_TRUNC);
        if (file.number() < 0)
            fail("open", beside);
        std::string_view rest = text;
        while (!rest.empty()) {
            const ssize_t written = ::write(file.number(), rest.data(), rest.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                fail("write", beside);
            rest.remove_prefix(static_cast<std::size_t>(written));
        }
        if (::fsync(file.number()) != 0)
            fail("fsync", beside);
    }
    moveIntoPlace(path, Existing::Replaced);
}

} // namespace tutela::store

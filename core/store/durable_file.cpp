#include "core/store/durable_file.h"

#include <cerrno>
#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>
#include <vector>

#include <csignal>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "core/store/engine.h"

namespace tutela::store {

namespace {

constexpr std::string_view kSuffix = ".tutela-new";

std::filesystem::path folderOf(const std::filesystem::path& file)
{
    return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// The process that made a file "NAME.<process id>.tutela-new", or SQLite's journal beside it.
std::optional<pid_t> makerOf(std::string_view name)
{
    const auto end = name.rfind(kSuffix);
    if (end == std::string_view::npos || end == 0)
        return std::nullopt;
    const std::string_view rest = name.substr(end + kSuffix.size());
    const auto dot = name.rfind('.', end - 1);
    if ((!rest.empty() && rest != "-journal") || dot == std::string_view::npos)
        return std::nullopt;
    pid_t process = 0;
    const char* const last = name.data() + end;
    const auto [stop, problem] = std::from_chars(name.data() + dot + 1, last, process);
    return problem == std::errc() && stop == last && process > 0 ? std::optional(process) : std::nullopt;
}

[[noreturn]] void fail(const char* what, const std::filesystem::path& path)
{
    throw StoreFailure(ErrorCode::Storage, "store.file-failed",
        fmt::format("{} {}: {}", what, path.string(), std::generic_category().message(errno)));
}

} // namespace

std::filesystem::path besidePath(const std::filesystem::path& file)
{
    return fmt::format("{}.{}{}", file.string(), ::getpid(), kSuffix);
}

void removeLitterBeside(const std::filesystem::path& file)
{
    std::error_code ignored;
    std::vector<std::filesystem::path> litter;
    for (std::filesystem::directory_iterator entry(folderOf(file), ignored), end; entry != end;
         entry.increment(ignored)) {
        const auto process = makerOf(entry->path().filename().string());
        if (process && ::kill(*process, 0) != 0 && errno == ESRCH)
            litter.push_back(entry->path());
    }
    for (const std::filesystem::path& path : litter)
        std::filesystem::remove(path, ignored);
}

void moveIntoPlace(const std::filesystem::path& file, Existing existing)
{
    const auto beside = besidePath(file);
    if (existing == Existing::Kept) {
        // A link, unlike a rename, never takes the place of another file; some file systems know none.
        if (::link(beside.c_str(), file.c_str()) == 0)
            ::unlink(beside.c_str());
        else if (errno != EPERM || std::filesystem::exists(file)
            || ::rename(beside.c_str(), file.c_str()) != 0)
            fail("move", file);
    } else if (::rename(beside.c_str(), file.c_str()) != 0) {
        fail("rename", beside);
    }
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
    const int folder = ::open(folderOf(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool durable = folder >= 0 && ::fsync(folder) == 0;
    if (folder >= 0)
        ::close(folder);
    if (!durable)
        fail("fsync", folderOf(file));
}

} // namespace tutela::store

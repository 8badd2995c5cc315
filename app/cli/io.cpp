#include "app/cli/io.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/cli/exit_code.h"

namespace tutela::cli {

namespace {

/// A descriptor that is closed at the end, unless it is standard input.
class Descriptor final {
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }

    ~Descriptor()
    {
        if (m_fd > STDERR_FILENO)
            ::close(m_fd);
    }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return m_fd; }

private:
    int m_fd;
};

enum class Written { All, ReaderGone, Failed };

Written writeAll(int fd, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t count = ::write(fd, text.data(), text.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno == EPIPE ? Written::ReaderGone : Written::Failed;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return Written::All;
}

int terminalWidth()
{
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return std::clamp<int>(size.ws_col, 60, 160);
    return 100;
}

} // namespace

ProcessIo::ProcessIo()
{
    const char* noColour = std::getenv("NO_COLOR");
    const bool wanted = noColour == nullptr || *noColour == '\0';
    m_width = terminalWidth();
    const bool terminal = ::isatty(STDOUT_FILENO) == 1;
    m_colour = wanted && terminal ? Colour::On : Colour::Off;
    if (terminal)
        m_tableWidth = m_width;
    m_notesGoToTerminal = ::isatty(STDERR_FILENO) == 1;
}

bool ProcessIo::write(std::string_view text)
{
    return writeAll(STDOUT_FILENO, text) != Written::Failed;
}

void ProcessIo::note(std::string_view text)
{
    (void)writeAll(STDERR_FILENO, text);
}

void secureStandardDescriptors()
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        if (::fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            (void)::open("/dev/null", O_RDWR);
    }
    (void)std::signal(SIGPIPE, SIG_IGN);
}

Result<std::string> FileReader::read(const std::string& path, std::size_t limit)
{
    const bool standardInput = path == "-";
    const Descriptor file(
        standardInput ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.number() < 0)
        return inputError("cli.file.unreadable", path, std::strerror(errno));

    struct stat facts { };

    if (::fstat(file.number(), &facts) != 0 || (!standardInput && !S_ISREG(facts.st_mode)))
        return inputError("cli.file.not-regular", path);
    const std::size_t most = std::min(limit, m_left);
    const bool sized = S_ISREG(facts.st_mode);
    const auto tooLarge = [&] { return inputError("cli.file.too-large", path, std::to_string(most)); };
    if (sized && static_cast<std::size_t>(facts.st_size) > most)
        return tooLarge();

    std::string bytes;
    if (sized)
        bytes.reserve(static_cast<std::size_t>(facts.st_size) + 1);
    char block[65536];
    for (;;) {
        const ssize_t count = ::read(file.number(), block, sizeof block);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return inputError("cli.file.unreadable", path, std::strerror(errno));
        if (count == 0)
            break;
        if (bytes.size() + static_cast<std::size_t>(count) > most)
            return tooLarge();
        bytes.append(block, static_cast<std::size_t>(count));
    }
    m_left -= bytes.size();
    return bytes;
}

Result<Done> writeFile(const std::string& path, std::string_view bytes)
{
    const auto failed = [&] {
        return Error{ErrorCode::Storage,
            {"cli.file.unwritable", {{"detail", std::string(std::strerror(errno))}}}, "", "", path};
    };
    std::string temporary = path + ".XXXXXX";
    const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.number() < 0)
        return failed();
    if (writeAll(file.number(), bytes) != Written::All || ::fsync(file.number()) != 0
        || ::rename(temporary.c_str(), path.c_str()) != 0) {
        const Error error = failed();
        (void)::unlink(temporary.c_str());
        return error;
    }
    return Done{};
}

std::string fileName(const std::string& path)
{
    const auto slash = path.find_last_of('/');
    return slash == std::string::npos ? path : path.substr(slash + 1);
}

} // namespace tutela::cli

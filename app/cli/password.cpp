#include "app/cli/password.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include "app/cli/exit_code.h"

namespace tutela::cli {

namespace {

/// Byte by byte, so that the next line stays in the descriptor.
Result<std::string> readLine(int fd)
{
    std::string line;
    for (;;) {
        char c = 0;
        const ssize_t count = ::read(fd, &c, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return usageError("cli.password.unreadable", std::strerror(errno));
        if (count == 0 || c == '\n')
            break;
        if (line.size() == kMaxPasswordBytes)
            return usageError("cli.password.too-long", std::to_string(kMaxPasswordBytes));
        line += c;
    }
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return line;
}

/// Switches the echo of a terminal off for its own lifetime.
class WithoutEcho final {
public:
    explicit WithoutEcho(int fd)
        : m_fd(fd)
        , m_changed(::tcgetattr(fd, &m_before) == 0)
    {
        if (!m_changed)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= ECHONL;
        (void)::tcsetattr(fd, TCSAFLUSH, &silent);
    }

    ~WithoutEcho()
    {
        if (m_changed)
            (void)::tcsetattr(m_fd, TCSAFLUSH, &m_before);
    }

    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;

private:
    int m_fd;
    termios m_before{};
    bool m_changed;
};

} // namespace

Result<std::string> PasswordSource::next(std::string_view prompt)
{
    if (m_descriptor)
        return readLine(*m_descriptor);
    const int terminal = ::isatty(STDIN_FILENO) == 1 ? ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY) : -1;
    if (terminal < 0) {
        Error error{ErrorCode::SignIn, {"cli.password.missing", {}}};
        error.hint = Message{"cli.password.missing.hint", {}};
        return error;
    }
    (void)!::write(terminal, prompt.data(), prompt.size());
    Result<std::string> line = [&] {
        const WithoutEcho silent(terminal);
        return readLine(terminal);
    }();
    ::close(terminal);
    return line;
}

void forget(std::string& secret)
{
    ::explicit_bzero(secret.data(), secret.size());
    secret.clear();
}

} // namespace tutela::cli

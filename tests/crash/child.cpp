#include "tests/crash/child.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tutela::crash {

Child::Child(const std::vector<std::string>& arguments)
{
    std::vector<char*> line{const_cast<char*>(TUTELA_CLI)};
    for (const std::string& argument : arguments)
        line.push_back(const_cast<char*>(argument.c_str()));
    line.push_back(nullptr);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::system_error(errno, std::generic_category(), "pipe");
    m_process = ::fork();
    if (m_process == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(ends[1], STDERR_FILENO);
        ::execv(TUTELA_CLI, line.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    m_pipe = ends[0];
    if (m_process < 0)
        throw std::system_error(errno, std::generic_category(), "fork");
}

Child::~Child()
{
    if (m_process > 0) {
        kill();
        wait();
    }
    ::close(m_pipe);
}

bool Child::readOnce(int milliseconds)
{
    pollfd waiting{m_pipe, POLLIN, 0};
    if (::poll(&waiting, 1, milliseconds) <= 0)
        return false;
    std::array<char, 4096> buffer{};
    const ssize_t got = ::read(m_pipe, buffer.data(), buffer.size());
    if (got <= 0)
        return false;
    m_output.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
}

bool Child::waitForLine(std::chrono::milliseconds longest)
{
    const auto end = std::chrono::steady_clock::now() + longest;
    while (m_output.find('\n') == std::string::npos) {
        const auto rest =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (rest.count() <= 0 || !readOnce(static_cast<int>(rest.count())))
            return false;
    }
    return true;
}

void Child::kill()
{
    ::kill(m_process, SIGKILL);
}

int Child::wait()
{
    while (readOnce(-1)) { }
    int status = 0;
    while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR) { }
    m_process = -1;
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace tutela::crash

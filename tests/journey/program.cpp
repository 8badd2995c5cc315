#include "tests/journey/program.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/json_parse.h"

namespace tutela::journey {

namespace {

constexpr int kSecretsDescriptor = 3;

[[noreturn]] void fail(const char* what)
{
    throw std::system_error(errno, std::generic_category(), what);
}

/// A file without a name that holds these bytes, read from its start.
int fileOf(const std::string& bytes)
{
    std::string name = std::filesystem::temp_directory_path() / "tutela-input.XXXXXX";
    const int fd = ::mkostemp(name.data(), O_CLOEXEC);
    if (fd < 0)
        fail("mkostemp");
    (void)::unlink(name.c_str());
    if (::write(fd, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())
        || ::lseek(fd, 0, SEEK_SET) != 0)
        fail("write");
    // Well above the descriptors that the child gets, so that none is overwritten while they are set up.
    const int high = ::fcntl(fd, F_DUPFD_CLOEXEC, 20);
    ::close(fd);
    return high;
}

struct Pipe {
    std::array<int, 2> ends{-1, -1};

    Pipe()
    {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0)
            fail("pipe2");
        const int high = ::fcntl(ends[1], F_DUPFD_CLOEXEC, 20);
        ::close(ends[1]);
        ends[1] = high;
    }
};

/// Reads both pipes to their ends.
void drain(int out, int err, Outcome& outcome)
{
    std::array<pollfd, 2> fds{{{out, POLLIN, 0}, {err, POLLIN, 0}}};
    while (fds[0].fd >= 0 || fds[1].fd >= 0) {
        if (::poll(fds.data(), fds.size(), -1) < 0)
            continue;
        for (std::size_t i = 0; i < fds.size(); ++i) {
            if (fds.at(i).fd < 0 || fds.at(i).revents == 0)
                continue;
            std::array<char, 65536> block{};
            const ssize_t count = ::read(fds.at(i).fd, block.data(), block.size());
            if (count > 0)
                (i == 0 ? outcome.out : outcome.err).append(block.data(), static_cast<std::size_t>(count));
            else
                fds.at(i).fd = -1;
        }
    }
}

} // namespace

Json Outcome::json() const
{
    auto parsed = parseJson(out, JsonLimits::forOwnData());
    return parsed ? std::move(parsed).value() : Json();
}

std::string Outcome::errorCode() const
{
    const Json answer = json();
    const Json* error = answer.find("error");
    return error == nullptr ? std::string() : std::string(error->text("code"));
}

std::string Outcome::errorWhere() const
{
    const Json answer = json();
    const Json* error = answer.find("error");
    return error == nullptr ? std::string() : std::string(error->text("where"));
}

Outcome runProgram(
    const std::vector<std::string>& arguments, const std::string& secrets, const std::string& input)
{
    const Pipe out;
    const Pipe err;
    const int in = fileOf(input);
    const int secret = fileOf(secrets);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out.ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, err.ends[1], STDERR_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, secret, kSecretsDescriptor);
    std::vector<std::string> texts{TUTELA_PROGRAM};
    texts.insert(texts.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& text : texts)
        argv.push_back(text.data());
    argv.push_back(nullptr);
    const auto begun = std::chrono::steady_clock::now();
    pid_t child = 0;
    const int error = ::posix_spawn(&child, TUTELA_PROGRAM, &actions, nullptr, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    for (const int fd : {in, secret, out.ends[1], err.ends[1]})
        ::close(fd);
    Outcome outcome;
    if (error == 0)
        drain(out.ends[0], err.ends[0], outcome);
    ::close(out.ends[0]);
    ::close(err.ends[0]);
    if (error != 0)
        throw std::system_error(error, std::generic_category(), "posix_spawn");
    int status = 0;
    rusage usage{};
    while (::wait4(child, &status, 0, &usage) < 0 && errno == EINTR) { }
    outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    outcome.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    outcome.peakKiB = usage.ru_maxrss;
    return outcome;
}

TemporaryFolder::TemporaryFolder()
{
    std::string name = std::filesystem::temp_directory_path() / "tutela-journey.XXXXXX";
    if (::mkdtemp(name.data()) == nullptr)
        fail("mkdtemp");
    m_path = name;
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, {}))
{
}

TemporaryFolder::~TemporaryFolder()
{
    if (m_path.empty())
        return;
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::string readBytes(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void writeBytes(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream(file, std::ios::binary) << bytes;
}

} // namespace tutela::journey

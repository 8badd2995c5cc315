#include "core/services/foreign_pdf.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fstream>

#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/documents/pdf_examination.h"

namespace tutela::services {

namespace {

constexpr std::chrono::seconds kLongest{5};
constexpr rlim_t kMemory = rlim_t{96} << 20; ///< beyond what the process has already

/// The answers of the examining process, one byte each.
constexpr char kClean = '-';
constexpr std::array<std::pair<char, DocumentFlag>, 3> kAnswers{{
    {'i', DocumentFlag::ContainsImages},
    {'f', DocumentFlag::ContainsFiles},
    {'n', DocumentFlag::NotChecked},
}};

char answerOf(std::optional<DocumentFlag> flag)
{
    for (const auto& [letter, answer] : kAnswers) {
        if (flag == answer)
            return letter;
    }
    return kClean;
}

void limit(int resource, rlim_t most)
{
    const rlimit both{most, most};
    // NOLINTNEXTLINE: the type of the first argument differs between C libraries
    static_cast<void>(::setrlimit(static_cast<__rlimit_resource>(resource), &both));
}

void limitThisProcess()
{
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CPU, static_cast<rlim_t>(kLongest.count()));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    rlim_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    limit(RLIMIT_AS, pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + kMemory);
#endif
}

/// What the process wrote within the time; NotChecked when it died or is still at it.
std::optional<DocumentFlag> hear(int pipe)
{
    const auto end = std::chrono::steady_clock::now() + kLongest;
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd waited{pipe, POLLIN, 0};
        const int ready = ::poll(&waited, 1, std::max(0, static_cast<int>(left.count())));
        if (ready < 0 && errno == EINTR)
            continue;
        char letter = 0;
        if (ready <= 0 || ::read(pipe, &letter, 1) != 1)
            return DocumentFlag::NotChecked;
        if (letter == kClean)
            return std::nullopt;
        for (const auto& [known, answer] : kAnswers) {
            if (letter == known)
                return answer;
        }
        return DocumentFlag::NotChecked;
    }
}

std::optional<DocumentFlag> examineApart(std::string_view bytes)
{
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        return DocumentFlag::NotChecked;
    const pid_t child = ::fork();
    if (child == 0) {
        limitThisProcess();
        const char letter = answerOf(documents::examinePdf(bytes));
        const ssize_t written = ::write(pipe[1], &letter, 1);
        ::_exit(written == 1 ? 0 : 1);
    }
    ::close(pipe[1]);
    const auto flag = child > 0 ? hear(pipe[0]) : std::optional(DocumentFlag::NotChecked);
    ::close(pipe[0]);
    if (child > 0) {
        ::kill(child, SIGKILL);
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) { }
    }
    return flag;
}

} // namespace

std::optional<DocumentFlag> examineForeign(std::string_view bytes)
{
    return bytes.starts_with("%PDF-") ? examineApart(bytes) : std::nullopt;
}

} // namespace tutela::services

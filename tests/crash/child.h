#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <sys/types.h>

namespace tutela::crash {

/// A run of the command line in a process of its own, which can be killed at any moment. What it writes to
/// standard output and standard error is kept.
class Child final {
public:
    /// Starts the program with these arguments. Throws std::system_error.
    explicit Child(const std::vector<std::string>& arguments);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// Reads until the output contains a whole line, the program ends, or the time is over; whether there is
    /// a line.
    bool waitForLine(std::chrono::milliseconds longest);

    /// SIGKILL: the program gets no chance to tidy up.
    void kill();

    /// Reads to the end of the output and takes the exit code; minus the signal when it was killed.
    int wait();

    /// What it has written so far.
    [[nodiscard]] const std::string& output() const { return m_output; }

private:
    bool readOnce(int milliseconds);

    pid_t m_process = -1;
    int m_pipe = -1;
    std::string m_output;
};

} // namespace tutela::crash

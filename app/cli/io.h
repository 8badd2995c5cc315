#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

#include "app/cli/text.h"
#include "core/base/result.h"

namespace tutela::cli {

/// Standard output and error, and what they are connected to.
class Io {
public:
    virtual ~Io() = default;

    /// To standard output, at once. False when it could not be written for another reason than a reader that
    /// went away.
    virtual bool write(std::string_view text) = 0;

    /// To standard error.
    virtual void note(std::string_view text) = 0;

    [[nodiscard]] int width() const { return m_width; }

    /// Columns that a table may take: those of the terminal, and no limit anywhere else, so that nothing is
    /// cut off in a file or a pipe.
    [[nodiscard]] int tableWidth() const { return m_tableWidth; }

    [[nodiscard]] Colour colour() const { return m_colour; }

    [[nodiscard]] bool notesGoToTerminal() const { return m_notesGoToTerminal; }

protected:
    int m_width = 100;
    int m_tableWidth = std::numeric_limits<int>::max();
    Colour m_colour = Colour::Off;
    bool m_notesGoToTerminal = false;
};

/// The descriptors 1 and 2 of this process. Colour only on a terminal, and not when NO_COLOR is set.
class ProcessIo final : public Io {
public:
    ProcessIo();
    bool write(std::string_view text) override;
    void note(std::string_view text) override;
};

/// Opens /dev/null in place of each standard descriptor that is closed, so that no register file can end up
/// on one of them, and ignores SIGPIPE.
void secureStandardDescriptors();

inline constexpr std::size_t kMaxActDataBytes = std::size_t{8} << 20;
inline constexpr std::size_t kMaxFilesBytes = std::size_t{200} << 20; ///< all files of one call together

/// Reads files handed in, together at most `budget` bytes; looks at the size before it reads.
class FileReader final {
public:
    explicit FileReader(std::size_t budget = kMaxFilesBytes)
        : m_left(budget)
    {
    }

    /// The bytes of a regular file; "-" is standard input. Errors: BadInput with the path in `where`.
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit);

private:
    std::size_t m_left;
};

/// Writes a file whole or not at all (temporary file, fsync, rename). Errors: Storage with the path in
/// `where`.
[[nodiscard]] Result<Done> writeFile(const std::string& path, std::string_view bytes);

/// The last component of a path.
[[nodiscard]] std::string fileName(const std::string& path);

} // namespace tutela::cli

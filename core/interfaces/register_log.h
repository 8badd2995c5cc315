#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/base/result.h"

namespace tutela::interfaces {

enum class VerifyDepth { Fast, Full, Deep };

struct FirstBad {
    std::int64_t seq = 0;
    Message why;
};

struct VerifyReport {
    std::int64_t size = 0;
    std::string root; ///< hexadecimal
    bool ok = false;
    std::optional<FirstBad> firstBad;
};

struct LogRow {
    std::int64_t seq = 0;
    Instant at{};
    std::string person; ///< pseudonymous id
    std::string act;
    std::string stream;
    std::string leaf;
};

struct Problem {
    std::string code; ///< "E_LEAF", "E_CONTENT", "E_CHUNK", "E_PROJECTION", "E_HEAD", …
    std::string record;
    std::string where; ///< table/row
    Message text;
};

struct DoctorReport {
    bool ok = false;
    std::vector<Problem> problems;
};

/// The register log: proof that nothing was changed or left out. Shows no case content.
class RegisterLog {
public:
    virtual ~RegisterLog() = default;
    [[nodiscard]] virtual Result<VerifyReport> verify(VerifyDepth depth) = 0;
    [[nodiscard]] virtual Result<std::vector<LogRow>> rows(std::int64_t from, std::int64_t limit) = 0;

    /// The last signed checkpoint (C2SP tlog-checkpoint).
    [[nodiscard]] virtual Result<std::string> checkpoint() = 0;

    /// Inclusion proof (RFC 6962 section 2.1.1) of an entry in the last checkpoint, in hexadecimal, leaf to
    /// root.
    [[nodiscard]] virtual Result<std::vector<std::string>> prove(std::int64_t seq) = 0;

    /// Structure, head and log; with Deep every stored byte hashed again and the projections rebuilt and
    /// compared.
    [[nodiscard]] virtual Result<DoctorReport> doctor(VerifyDepth depth) = 0;
};

} // namespace tutela::interfaces

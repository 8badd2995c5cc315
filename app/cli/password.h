#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace tutela::cli {

inline constexpr std::size_t kMaxPasswordBytes = 4096;

/// Where passwords come from: a descriptor handed over by the caller, one line each, or the terminal without
/// echo. Never an argument, never the environment.
class PasswordSource final {
public:
    /// Without a descriptor the controlling terminal is asked.
    explicit PasswordSource(std::optional<int> descriptor)
        : m_descriptor(descriptor)
    {
    }

    /// The next line without its line break. Errors: SignIn when there is neither a descriptor nor a
    /// terminal, Usage when the descriptor cannot be read or the line is longer than kMaxPasswordBytes.
    [[nodiscard]] Result<std::string> next(std::string_view prompt);

private:
    std::optional<int> m_descriptor;
};

/// Overwrites the bytes before they are given back.
void forget(std::string& secret);

} // namespace tutela::cli

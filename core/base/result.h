#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "core/base/message.h"

namespace tutela {

/// Why a request was refused or failed. Each code is one exit status of the command line.
enum class ErrorCode {
    Usage, ///< the request itself makes no sense
    Refused, ///< a rule of the law or a duty refuses
    NotAllowed, ///< not visible to this person, no role for it, or it does not exist: one answer for all
                ///< three
    Conflict, ///< changed meanwhile
    Integrity, ///< stored bytes do not fit the register log
    Storage, ///< disk full, read-only, I/O
    Busy, ///< another process holds the register
    Version, ///< written by a newer version, or unknown
    BadInput, ///< the data handed in are not of the required shape
    SignIn, ///< sign-in refused or locked out
    Clock, ///< the clock may not be moved so
};

/// A refused request. `what` and `hint` are message ids with arguments, never sentences.
struct Error {
    ErrorCode code;
    Message what;
    std::string law = {}; ///< "Art 7(9)", or empty
    std::string record = {}; ///< the file number or id that it is about
    std::string where = {}; ///< JSON path, line:column, or table/row
    std::optional<Message> hint = std::nullopt;
};

/// A value or the reason why there is none. For requests that a person can be told about; bugs and broken
/// machines are exceptions, defects of somebody's document are findings.
template <class T> class [[nodiscard]] Result final {
public:
    Result(T value) // NOLINT(google-explicit-constructor): a value is a result
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }

    Result(Error error) // NOLINT(google-explicit-constructor): an error is a result
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }

    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const&
    {
        assert(ok());
        return std::get<0>(m_state);
    }

    [[nodiscard]] T& value() &
    {
        assert(ok());
        return std::get<0>(m_state);
    }

    /// By value, so that a loop over a part of it does not outlive it.
    [[nodiscard]] T value() &&
    {
        assert(ok());
        return std::get<0>(std::move(m_state));
    }

    [[nodiscard]] const Error& error() const
    {
        assert(!ok());
        return std::get<1>(m_state);
    }

private:
    std::variant<T, Error> m_state;
};

/// The value of a Result that has nothing to tell but success.
struct Done {
    friend bool operator==(const Done&, const Done&) = default;
};

} // namespace tutela

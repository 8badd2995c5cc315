#pragma once

#include <string>

#include "core/base/catalogue.h"
#include "core/base/json.h"
#include "core/base/result.h"

namespace tutela::cli {

inline constexpr int kExitDone = 0;
inline constexpr int kExitIntegrity = 6;
inline constexpr int kExitBug = 70; ///< must never happen

/// The exit status of a refused request.
[[nodiscard]] int exitCode(ErrorCode code);

/// "guard.start-window" → "E_GUARD_START_WINDOW".
[[nodiscard]] std::string errorCodeText(std::string_view messageId);

/// `{"error":{"code","exit","what","law","record","where","hint"}}`; a member that says nothing is "".
[[nodiscard]] Json errorJson(const Error& error, const Catalogue& texts);

/// The same object for an exception that reached main: exit 70, without its inner text.
[[nodiscard]] Json bugJson(const Catalogue& texts);

/// The refusal for people, several lines, ending in a line break. `width` in columns.
[[nodiscard]] std::string errorText(const Error& error, const Catalogue& texts, int width);

/// An error of the command line itself: exit 2.
[[nodiscard]] Error usageError(std::string_view messageId, std::string detail = {});

/// An error of a file handed in: exit 10.
[[nodiscard]] Error inputError(std::string_view messageId, std::string where, std::string detail = {});

} // namespace tutela::cli

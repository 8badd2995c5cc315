#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/message.h"

namespace tutela::domain {

/// How much a point to check weighs. None of them keeps a document from being received.
enum class Severity {
    MustFix, ///< the document does not have the required shape or content
    ToCheck, ///< a person has to look at it
    Note, ///< worth knowing
};

/// "must-fix", "to-check" or "note".
[[nodiscard]] std::string_view toText(Severity severity);
[[nodiscard]] std::optional<Severity> severityFromText(std::string_view text);

/// A point to check: something about somebody's document. Its stable key is `code` with `path`.
struct Finding {
    std::string code; ///< "filing.no-residual-risk"; the message of that id says it in words
    Severity severity = Severity::ToCheck;
    std::string path = {}; ///< JSON path into the document: `$.services[0].factors.b`
    std::string law = {}; ///< "Art 3(5)", or empty
    Message text = {};

    friend bool operator==(const Finding&, const Finding&) = default;
};

} // namespace tutela::domain

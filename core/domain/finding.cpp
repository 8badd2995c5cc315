#include "core/domain/finding.h"

namespace tutela::domain {

std::string_view toText(Severity severity)
{
    switch (severity) {
    case Severity::MustFix:
        return "must-fix";
    case Severity::ToCheck:
        return "to-check";
    case Severity::Note:
        return "note";
    }
    return {};
}

std::optional<Severity> severityFromText(std::string_view text)
{
    for (const Severity severity : {Severity::MustFix, Severity::ToCheck, Severity::Note}) {
        if (toText(severity) == text)
            return severity;
    }
    return std::nullopt;
}

} // namespace tutela::domain

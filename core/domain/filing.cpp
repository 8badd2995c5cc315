#include "core/domain/filing.h"

namespace tutela::domain {

std::string_view toText(FilingKind kind)
{
    switch (kind) {
    case FilingKind::RiskReport:
        return "risk-report";
    case FilingKind::ImplementationPlan:
        return "implementation-plan";
    case FilingKind::ImpactAssessment:
        return "impact-assessment";
    }
    return {};
}

std::optional<FilingKind> filingKindFromText(std::string_view text)
{
    for (const FilingKind kind :
        {FilingKind::RiskReport, FilingKind::ImplementationPlan, FilingKind::ImpactAssessment}) {
        if (toText(kind) == text)
            return kind;
    }
    return std::nullopt;
}

} // namespace tutela::domain

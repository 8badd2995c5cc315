#include "core/domain/service_record.h"

namespace tutela {

std::vector<ServiceAssessment> assessmentsOf(const CaseFile& file)
{
    std::vector<ServiceAssessment> assessments;
    for (const ReceivedFiling& filing : file.filings) {
        if (filing.kind == FilingKind::RiskReport)
            assessments.push_back(
                {file.id, filing.entry, filing.assessedOn, filing.receivedOn, filing.measures});
    }
    return assessments;
}

std::optional<ServiceOrder> orderOf(const CaseFile& file)
{
    // An order that was revoked or annulled expires no more: nothing is due before its end (Art 3(4)(a)).
    if (!file.order || file.order->decision == CourtDecision::Refused || file.order->ended)
        return std::nullopt;
    return ServiceOrder{file.id, file.order->decidedOn, file.order->scope.end};
}

} // namespace tutela

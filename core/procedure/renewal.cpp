#include "core/procedure/renewal.h"

#include "core/law/period_checks.h"
#include "core/procedure/readings.h"

namespace tutela::procedure {

std::optional<RenewalPlan> renewalPlan(const CaseFile& file, const law::Rulebook& rulebook)
{
    if (!file.order || file.order->decision == CourtDecision::Refused)
        return std::nullopt;
    RenewalPlan plan;
    plan.firstDay = file.order->scope.end + std::chrono::days{1};
    // (1) the last receipt for which the next order may start without a gap (Art 7(9))
    const auto receipt = law::latestLawfulReceipt(
        plan.firstDay, rulebook.length("art7_9.start.min"), minimumReading(rulebook));
    if (!receipt)
        return std::nullopt;
    plan.receipt = *receipt;
    // (2) back from there over the passes of Art 7(3)
    const auto before = [&](Day day, std::string_view key, std::string_view fallback) {
        return law::lookbackStart(day, rulebook.lengthOr(key, *parseLength(fallback)));
    };
    plan.request = before(plan.receipt, "renewal.court", "P2M");
    plan.plan = before(plan.request, "renewal.plan", "P2M");
    if (file.detectionKind == DetectionKind::Solicitation)
        plan.plan = before(plan.plan, "renewal.consultation", "P14W");
    plan.draft = before(plan.plan, "renewal.comments", "P5W");
    plan.begin = before(plan.draft, "renewal.drafting", "P1M");
    return plan;
}

} // namespace tutela::procedure

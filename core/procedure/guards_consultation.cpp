#include "core/procedure/guard_run.h"

#include <algorithm>

namespace tutela::procedure {

namespace {

void consultationOpen(const GuardRun& run)
{
    const auto* consultation = findById(run.file->consultations, run.facts().text("consultation"));
    if (consultation == nullptr || consultation->outcome)
        run.refuse({{"consultation", run.facts().text("consultation")}});
    else if (run.act.effect == Effect::ExtendConsultation && consultation->extension)
        run.refuse({{"consultation", consultation->id}}, "extended");
}

/// Where advice was given, the plan says how it was adjusted to it (Art 7(3), second subparagraph).
void adjustedToAdvice(const GuardRun& run)
{
    const bool advised = std::ranges::any_of(run.file->consultations,
        [](const Consultation& consultation) { return consultation.outcome == ConsultationOutcome::Advice; });
    const domain::Filing* plan = filingNamed(run.now, run.facts().text("document"));
    const bool stated = plan != nullptr && !plan->plan.adjustments.empty();
    if (advised && !stated && !run.facts().has("how_adjusted"))
        run.warn("plan-not-adjusted");
}

constexpr GuardRow kRows[] = {
    {Guard::ConsultationOpen, LooksAt::Data, consultationOpen},
    {Guard::AdjustedToAdvice, LooksAt::Data, adjustedToAdvice},
};

} // namespace

std::span<const GuardRow> consultationGuards()
{
    return kRows;
}

} // namespace tutela::procedure

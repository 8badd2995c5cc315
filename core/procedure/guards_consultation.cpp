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

/// Advice follows the request for it.
void adviceDateFits(const GuardRun& run)
{
    const auto* consultation = findById(run.file->consultations, run.facts().text("consultation"));
    const auto given = run.facts().day("given_on");
    if (consultation != nullptr && given && *given < consultation->requestedOn)
        run.refuse({{"requested", consultation->requestedOn}});
}

/// A pause begins once the consultation runs and ends after it began; the next one begins after that.
void pauseFits(const GuardRun& run)
{
    const auto* consultation = findById(run.file->consultations, run.facts().text("consultation"));
    if (consultation == nullptr)
        return;
    const bool open = !consultation->pauses.empty() && !consultation->pauses.back().resumedOn;
    const bool resumes = run.act.effect == Effect::ResumeConsultation;
    if (open && !resumes)
        return run.refuse({{"consultation", consultation->id}}, "open");
    if (!open && resumes)
        return run.refuse({{"consultation", consultation->id}}, "none");
    Day first = consultation->requestedOn;
    if (!consultation->pauses.empty())
        first = resumes ? consultation->pauses.back().stoppedOn : *consultation->pauses.back().resumedOn;
    const auto stopped = resumes ? std::optional<Day>(first) : run.facts().day("stopped_on");
    const auto resumed = run.facts().day("resumed_on");
    if (stopped && (*stopped < first || (resumed && *resumed < *stopped)))
        run.refuse({{"first", first}});
}

/// A plan that speaks of a prior consultation which this file does not record.
void consultationRecorded(const GuardRun& run)
{
    const domain::Filing* plan = filingNamed(run.now, run.facts().text("document"));
    const bool stated = run.facts().has("advice_copy") || run.facts().has("consultation_asked_on")
        || (plan != nullptr && !plan->opinions.empty());
    if (stated && run.file->consultations.empty())
        run.warn("consultation-not-recorded");
}

constexpr GuardRow kRows[] = {
    {Guard::AdviceDateFits, LooksAt::Data, adviceDateFits},
    {Guard::PauseFits, LooksAt::Data, pauseFits},
    {Guard::ConsultationRecorded, LooksAt::Data, consultationRecorded},
    {Guard::ConsultationOpen, LooksAt::Data, consultationOpen},
    {Guard::AdjustedToAdvice, LooksAt::Data, adjustedToAdvice},
};

} // namespace

std::span<const GuardRow> consultationGuards()
{
    return kRows;
}

} // namespace tutela::procedure

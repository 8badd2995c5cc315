#include "core/procedure/guard_run.h"

#include <algorithm>

namespace tutela::procedure {

namespace {

bool isOpen(const Consultation& consultation)
{
    return !consultation.outcome;
}

bool isStopped(const Consultation& consultation)
{
    return !consultation.pauses.empty() && !consultation.pauses.back().resumedOn;
}

/// Until it is said which, there has to be one at all.
void consultationOpen(const GuardRun& run)
{
    if (run.data == nullptr) {
        if (std::ranges::none_of(run.file->consultations, isOpen))
            run.refuse({}, "none");
        return;
    }
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
    const bool resumes = run.act.effect == Effect::ResumeConsultation;
    if (run.data == nullptr) {
        const bool possible = std::ranges::any_of(run.file->consultations,
            [&](const Consultation& one) { return isOpen(one) && isStopped(one) == resumes; });
        if (possible || std::ranges::none_of(run.file->consultations, isOpen))
            return;
        if (resumes)
            return run.refuse({}, "none-stopped");
        return run.refuse({}, "all-stopped");
    }
    const auto* consultation = findById(run.file->consultations, run.facts().text("consultation"));
    if (consultation == nullptr)
        return;
    const bool open = isStopped(*consultation);
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

/// GDPR Art 36(3): what the controller provides when it consults. What is missing is shown; the consultation
/// is the provider's.
void consultationComplete(const GuardRun& run)
{
    std::string missing;
    for (const char letter : {'a', 'b', 'c', 'd', 'e', 'f'}) {
        if (!run.facts().flag(fmt::format("sent_{}", letter)))
            missing += fmt::format("{}({})", missing.empty() ? "" : ", ", letter);
    }
    if (!missing.empty())
        run.warn("consultation-incomplete", {{"letters", missing}});
}

/// Advice is about one version of the impact assessment and of the plan.
void versionsFit(const GuardRun& run)
{
    for (const auto& [field, kind] : {std::pair("assessment_version", FilingKind::ImpactAssessment),
             std::pair("plan_version", FilingKind::ImplementationPlan)}) {
        if (!run.facts().has(field))
            continue;
        const std::int64_t version = run.facts().integer(field);
        const std::int64_t now = std::ranges::count(run.file->filings, kind, &ReceivedFiling::kind);
        if (version < 1)
            run.refuse({{"field", Term{fmt::format("field.{}", field)}}});
        else if (version < now)
            run.warn("advice-on-earlier-version",
                {{"filing", Term{fmt::format("filing-kind.{}", tutela::toText(kind))}}, {"given", version},
                    {"now", now}});
    }
}

/// The components that are asked for and that the last order of this kind did not cover; "*" for the rest of
/// the service.
std::string partsAdded(const CaseFile& file, const RelatedCase& earlier)
{
    if (file.drafts.empty() || earlier.parts.empty())
        return {};
    if (file.drafts.back().scope.parts.empty())
        return "*";
    std::string added;
    for (const std::string& part : file.drafts.back().scope.parts) {
        if (std::ranges::find(earlier.parts, part) == earlier.parts.end())
            added += (added.empty() ? "" : ", ") + part;
    }
    return added;
}

/// Art 7(3)(b): a renewal without any substantive change needs no new consultation. A component that the
/// earlier order did not cover is such a change.
void renewalUnchanged(const GuardRun& run)
{
    const bool recorded = run.act.effect == Effect::RecordPlan;
    const domain::Filing* plan = filingNamed(run.now, run.facts().text("document"));
    const bool claimed = recorded
        ? run.facts().flag("renewal_without_change") || (plan != nullptr && plan->plan.renewalWithoutChange)
        : run.file->plan && run.file->plan->renewalWithoutChange;
    if (!claimed)
        return;
    const RelatedCase* earlier = nullptr;
    for (const RelatedCase& other : run.now.related) {
        const bool same = std::ranges::find(run.file->services, other.service) != run.file->services.end();
        if (same && other.orderIssued && other.kind == run.file->detectionKind)
            earlier = &other;
    }
    if (earlier == nullptr)
        return run.warn("renewal-of-no-order");
    const std::string added = partsAdded(*run.file, *earlier);
    if (added.empty())
        return;
    if (recorded || !run.file->consultations.empty())
        return run.warn("renewal-with-component", {{"case", earlier->id.text()}, {"parts", added}});
    if (run.file->detectionKind == DetectionKind::Solicitation && !run.facts().has("no_consultation_reason"))
        run.refuse({{"case", earlier->id.text()}, {"parts", added}});
}

constexpr GuardRow kRows[] = {
    {Guard::ConsultationComplete, LooksAt::Data, consultationComplete},
    {Guard::VersionsFit, LooksAt::Data, versionsFit},
    {Guard::RenewalUnchanged, LooksAt::Data, renewalUnchanged},
    {Guard::AdviceDateFits, LooksAt::Data, adviceDateFits},
    {Guard::PauseFits, LooksAt::State, pauseFits},
    {Guard::ConsultationRecorded, LooksAt::Data, consultationRecorded},
    {Guard::ConsultationOpen, LooksAt::State, consultationOpen},
    {Guard::AdjustedToAdvice, LooksAt::Data, adjustedToAdvice},
};

} // namespace

std::span<const GuardRow> consultationGuards()
{
    return kRows;
}

} // namespace tutela::procedure

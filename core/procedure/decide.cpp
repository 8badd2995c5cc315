#include "core/procedure/decide.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/domain/member_states.h"
#include "core/procedure/apply.h"
#include "core/procedure/apply_correspondence.h"
#include "core/procedure/clocks.h"
#include "core/procedure/facts.h"

namespace tutela::procedure {

namespace {

template <class Records> std::string nextId(std::string_view letter, const Records& records)
{
    return fmt::format("{}{}", letter, records.size() + 1);
}

/// What the court reads (Art 7(3), third subparagraph): every entry of the file up to the filing except notes
/// that only steer the authority's own work.
Json bundleOf(const CaseFile& file)
{
    std::vector<EntrySeq> entries;
    const auto add = [&](EntrySeq entry) { entries.push_back(entry); };
    for (const auto& item : file.evidence)
        add(item.entry);
    for (const auto& item : file.requests) {
        add(item.entry);
        for (const PartialAnswer& partial : item.partialAnswers)
            add(partial.entry);
        if (item.answer)
            add(*item.answer);
    }
    for (const auto& item : file.drafts)
        add(item.entry);
    for (const auto& item : file.comments)
        add(item.entry);
    for (const auto& item : file.treatments)
        add(item.entry);
    for (const auto& item : file.adjustments)
        add(item.entry);
    for (const auto& item : file.cells)
        add(item.entry);
    for (const auto& item : file.opinions)
        add(item.entry);
    for (const auto& item : file.consultations) {
        add(item.entry);
        if (item.advice)
            add(*item.advice);
        if (item.extended)
            add(*item.extended);
        for (const ConsultationPause& pause : item.pauses) {
            add(pause.entry);
            if (pause.resumed)
                add(*pause.resumed);
        }
    }
    for (const auto& item : file.filings) {
        if (!item.movedTo)
            add(item.entry);
    }
    for (const auto& item : file.extensions)
        add(item.entry);
    for (const auto& item : file.lateAnswers) {
        add(item.entry);
        if (item.treatment)
            add(*item.treatment);
    }
    if (file.plan)
        add(file.plan->entry);
    const auto addRequest = [&](const OrderRequest& request) {
        add(request.entry);
        if (request.approval)
            add(*request.approval);
    };
    std::ranges::for_each(file.earlierRequests, addRequest);
    if (file.request)
        addRequest(*file.request);
    if (file.amendment)
        addRequest(*file.amendment);
    std::ranges::sort(entries);
    entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
    Json::Array bundle;
    for (const EntrySeq entry : entries)
        bundle.emplace_back(entry);
    return Json(std::move(bundle));
}

/// Art 3(4), 4(2)(d): when the assessment was carried out, and whether its measures are in place.
void deriveAssessment(const domain::Filing& report, Json& facts)
{
    if (report.assessedOn)
        facts.set("assessed_on", formatDay(*report.assessedOn));
    const bool planned = std::ranges::any_of(
        report.measures, [](const domain::FilingMeasure& measure) { return measure.status == "planned"; });
    MeasuresStated measures = planned ? MeasuresStated::Planned : MeasuresStated::InPlace;
    if (report.measures.empty())
        measures = MeasuresStated::None;
    facts.set("measures", tutela::toText(measures));
}

/// What the forms say of the filings that the act takes in.
void deriveFilings(const ActDefinition& act, const CaseFile* file, const Circumstances& now, Json& facts)
{
    const auto describe = [&](std::string_view field, const std::string& prefix) -> const domain::Filing* {
        const domain::Filing* filing = filingNamed(now, Facts(facts).text(field));
        if (filing != nullptr) {
            facts.set(prefix + "form", filing->form);
            facts.set(prefix + "form_version", filing->formVersion);
            facts.set(prefix + "findings", static_cast<std::int64_t>(filing->findings.size()));
        }
        return filing;
    };
    if (act.effect == Effect::FileReport) {
        if (const domain::Filing* filing = describe("original", "")) {
            facts.set("filing", tutela::toText(filing->kind));
            if (filing->kind == FilingKind::RiskReport)
                deriveAssessment(*filing, facts);
        }
    } else if (act.effect == Effect::RecordImpactAssessment || act.effect == Effect::RecordFurtherReport) {
        describe("document", "");
    } else if (act.effect == Effect::RecordPlan && file != nullptr) {
        facts.set("draft_version", file->drafts.empty() ? 0 : file->drafts.back().version);
        const domain::Filing* plan = describe("document", "");
        if (plan != nullptr && plan->plan.renewalWithoutChange)
            facts.set("renewal_without_change", true);
        describe("impact_assessment", "assessment_");
        const auto stated = [&](const char* name, std::optional<Day> day) {
            if (day && !Facts(facts).has(name))
                facts.set(name, formatDay(*day));
        };
        if (plan != nullptr && !plan->opinions.empty()) {
            stated("consultation_asked_on", plan->opinions.front().askedOn);
            stated("consultation_ended_on", plan->opinions.front().endedOn);
        }
    }
}

/// The running of a clock that an act answers, or empty.
std::string clockAnswered(
    Effect effect, const CaseFile& file, const Facts& facts, const law::Rulebook& rulebook)
{
    using enum law::ClockTrigger;
    if (effect == Effect::RecordAnswer || effect == Effect::GiveRequestedOpinion) {
        const std::string id = facts.text("request");
        const auto request = std::ranges::find(file.requests, id, &InformationRequest::id);
        const bool review = request != file.requests.end() && request->suspendsReview;
        return clockId(rulebook, review ? ReviewInformationAsked : InformationDemanded, id);
    }
    if (effect == Effect::RecordHearing)
        return clockId(rulebook, HearingInvited, facts.text("hearing"));
    if (effect == Effect::RecordComments)
        return clockId(rulebook, DraftSent, file.amendment ? amendmentInstance(*file.amendment) : "");
    if (effect == Effect::GiveOpinion)
        return clockId(rulebook, DraftReceivedByCentre);
    if (effect == Effect::LodgeAdvice)
        return clockId(rulebook, ConsultationRequested, facts.text("consultation"));
    return {};
}

/// Keeps with an answer which period it answers and that period's last day as it is counted now, so that
/// whether it came late does not depend on a calendar later.
void keepPeriod(const ActDefinition& act, const CaseFile& file, const Circumstances& now, Json& facts)
{
    const std::string clock = clockAnswered(act.effect, file, Facts(facts), now.rulebook);
    if (clock.empty())
        return;
    facts.set("clock", clock);
    if (const auto end = lastDayOf(file, clock, now.rulebook, now.calendars))
        facts.set("period_end", formatDay(*end));
}

/// The refused file of the same kind after which a new one is opened.
void keepRefusal(const Circumstances& now, Json& facts)
{
    const Facts opening(facts);
    if (const RelatedCase* refused =
            refusedBefore(now, opening.text("service"), opening.choice<DetectionKind>("kind")))
        facts.set("after_refusal", refused->id.text());
}

/// What is approved, filed or decided on is one version of the request.
void keepRequestVersion(const ActDefinition& act, const CaseFile& file, Json& facts)
{
    const bool amends = act.effect == Effect::ApproveAmendment || act.effect == Effect::FileAmendment;
    constexpr Effect kOnTheRequest[] = {Effect::Approve, Effect::FileRequest, Effect::Issue, Effect::Refuse};
    const bool onRequest = std::ranges::find(kOnTheRequest, act.effect) != std::end(kOnTheRequest);
    const auto& request = amends ? file.amendment : file.request;
    if (!request || !(amends || onRequest))
        return;
    facts.set("request", request->entry);
    facts.set("request_version", request->version);
}

/// Art 7(4), last subparagraph, read without a direction: whoever does not pursue what the EU Centre was
/// in favour of deviates from its opinion too, as far as the office says so.
bool notPursuedAgainstOpinion(const ActDefinition& act, const CaseFile& file, const law::Rulebook& rulebook)
{
    const law::Parameter* rule = rulebook.parameter("art7_4.notice-when-not-pursued");
    return act.to == Step::NotPursued && !file.opinions.empty()
        && file.opinions.back().outcome == OpinionOutcome::Favourable && rule != nullptr
        && rule->value == "yes";
}

/// The id of what the act on the order's life adds, if it has one.
std::optional<std::string> idOnOrder(Effect effect, const DetectionOrder& order)
{
    if (effect == Effect::RecordHalfwayReport)
        return nextId("P", order.halfwayReports);
    if (effect == Effect::RecordChallenge)
        return nextId("A", order.challenges);
    if (effect == Effect::RecordSuspension)
        return nextId("S", order.suspensions);
    if (effect == Effect::RecordDeliveryAttempt)
        return nextId("T", order.attempts);
    if (effect == Effect::RecordNonExecution)
        return nextId("N", order.notices);
    return std::nullopt;
}

/// The id of what the act adds to the file, if it has one.
std::optional<std::string> idGiven(Effect effect, const CaseFile& file)
{
    if (effect == Effect::AskInformation || effect == Effect::DemandInformation)
        return nextId("R", file.requests);
    if (effect == Effect::ClaimConfidentiality)
        return nextId("F", file.claims);
    if (effect == Effect::InviteToHearing)
        return nextId("H", file.hearings);
    if (effect == Effect::RecordEvidence)
        return nextId("E", file.evidence);
    if (effect == Effect::ReferToDpa)
        return nextId("C", file.consultations);
    if (effect == Effect::ProposeCorrection || effect == Effect::ProposeMove)
        return nextId("K", file.corrections);
    if (effect == Effect::AskAuthority)
        return nextId("Q", file.questions);
    if (effect == Effect::GiveOpinion)
        return nextId("O", file.opinions);
    if (effect == Effect::RecordComments)
        return nextId("V", file.comments);
    if (effect == Effect::RecordCondition)
        return nextId("B", file.cells);
    if (effect == Effect::RecordLetterIn)
        return nextLetterId(file, LetterDirection::Received);
    if (effect == Effect::RecordLetterOut)
        return nextLetterId(file, LetterDirection::Sent);
    return file.order ? idOnOrder(effect, *file.order) : std::nullopt;
}

/// The version that the act makes, or that it speaks of.
std::optional<std::int64_t> versionGiven(Effect effect, const CaseFile& file)
{
    if (effect == Effect::SendDraft || effect == Effect::ReSendDraft)
        return static_cast<std::int64_t>(file.drafts.size() + 1);
    if (effect == Effect::RecordComments || effect == Effect::GiveOpinion || effect == Effect::RemindOpinion)
        return file.drafts.empty() ? 1 : file.drafts.back().version;
    return std::nullopt;
}

/// Art 9(2): all other Coordinating Authorities that have no copy of the final order yet.
Json authoritiesWithoutCopy(const CaseFile& file, const Circumstances& now)
{
    Json::Array authorities;
    for (const std::string_view state : kMemberStates) {
        const bool has = state == now.calendars.authority.id()
            || (file.order
                && std::ranges::find(file.order->copyList, state, &OrderCopy::authority)
                    != file.order->copyList.end());
        if (!has)
            authorities.emplace_back(std::string(state));
    }
    return Json(std::move(authorities));
}

/// What follows from an act for whoever acts next.
void deriveOutcome(const ActDefinition& act, const CaseFile& file, const Circumstances& now, Json& facts)
{
    if (act.effect == Effect::End && notPursuedAgainstOpinion(act, file, now.rulebook))
        facts.set("deviates_from_opinion", true);
    else if (act.effect == Effect::ExtendConsultation)
        facts.set("extension",
            Facts(facts).has("by") ? Facts(facts).text("by")
                                   : formatLength(now.rulebook.length("gdpr36.extension")));
    else if (act.effect == Effect::SendCopies && Facts(facts).flag("to_all_others"))
        facts.set("authorities", authoritiesWithoutCopy(file, now));
    else if (act.effect == Effect::FileRequest || act.effect == Effect::FileAmendment)
        facts.set("bundle", bundleOf(file));
    else if (act.effect == Effect::AttachSignedOrder)
        facts.set("preserved", now.signedFile == SignedFileCheck::Preserved);
}

/// Ids, versions and days that follow from the file and not from the person.
void derive(const ActDefinition& act, const CaseFile* file, const Circumstances& now, Json& facts)
{
    facts.set("on", formatDay(now.today));
    if (const auto instant = Facts(facts).instant("received_at"))
        facts.set("received_on", formatDay(now.zone.dayOf(*instant)));
    deriveFilings(act, file, now, facts);
    if (file == nullptr) {
        if (act.opensCase && now.provider && !now.provider->memberState.empty())
            facts.set("provider_state", now.provider->memberState);
        if (act.effect == Effect::OpenDetection)
            keepRefusal(now, facts);
        return;
    }
    keepRequestVersion(act, *file, facts);
    keepPeriod(act, *file, now, facts);
    if (const auto id = idGiven(act.effect, *file))
        facts.set("id", *id);
    if (const auto version = versionGiven(act.effect, *file))
        facts.set("version", *version);
    deriveOutcome(act, *file, now, facts);
}

/// An order keeps the provider's establishment and contact point as they were when it was issued.
void keepAddressee(const ActDefinition& act, const Circumstances& now, Json& content)
{
    if (act.effect != Effect::Issue || !now.provider)
        return;
    content.set("establishment", now.provider->establishment);
    if (content.text("contact_point").empty())
        content.set("contact_point", now.provider->contactPoint);
}

/// Why an act rests on one reading of the law where another forbids it.
constexpr std::string_view kReadingReason = "reading_reason";

Term readingTerm(const std::string& reading)
{
    return {"reading." + reading};
}

/// An entry keeps the readings on which it rests, beside the reason in its content.
void keepReadings(const std::vector<ReadingChoice>& choices, Json& facts)
{
    Json::Array kept;
    for (const ReadingChoice& choice : choices)
        kept.emplace_back(toText(choice));
    if (!kept.empty())
        facts.set("readings", Json(std::move(kept)));
}

bool holds(StepCondition condition, const CaseFile& file)
{
    switch (condition) {
    case StepCondition::AllServicesDetermined:
        return std::ranges::all_of(file.services, [&](const ServiceId& service) {
            return lastDetermination(file, service) != nullptr && !answeredAnew(file, service);
        });
    case StepCondition::DeterminationAnsweredAnew:
        return std::ranges::any_of(
            file.services, [&](const ServiceId& service) { return answeredAnew(file, service); });
    case StepCondition::OrderRemitted:
        return !file.order && !file.earlierOrders.empty();
    }
    return false;
}

/// Whether the guard is about the person who decides and not about the decision.
bool bindsTheJudge(Guard guard)
{
    constexpr Guard kOfTheJudge[] = {Guard::JudgeDeclared, Guard::JudgeTookNoPart, Guard::OnTheBench,
        Guard::BenchDeclared, Guard::SignatoryFits, Guard::MembersConcur};
    return std::ranges::find(kOfTheJudge, guard) != std::end(kOfTheJudge);
}

void checkStep(const ActDefinition& act, const CaseFile* file, Verdict& verdict)
{
    if (act.opensCase != (file == nullptr)) {
        verdict.refusals.push_back(
            {"step", {act.opensCase ? "refusal.opens-case" : "refusal.needs-case", {}}, act.law});
        return;
    }
    if (file == nullptr)
        return;
    if (file->kind != act.kind) {
        verdict.refusals.push_back({"step",
            {"refusal.kind", {{"kind", Term{fmt::format("case-kind.{}", tutela::toText(act.kind))}}}},
            act.law});
    } else if (std::ranges::find(act.from, file->step) == act.from.end()) {
        verdict.refusals.push_back({"step",
            {"refusal.step", {{"step", Term{fmt::format("step.{}", tutela::toText(file->step))}}}}, act.law});
    }
}

} // namespace

ActSource sourceOf(const Json& data)
{
    return data.find("recorded_from") != nullptr ? ActSource::RecordedFromDocument : ActSource::Own;
}

Verdict judge(const ActDefinition& act, const CaseFile* file, const Json* data, ActSource source,
    const Circumstances& circumstances)
{
    Verdict verdict;
    const bool recorded = source == ActSource::RecordedFromDocument;
    if (!roleFor(act, circumstances.actor, recorded))
        verdict.refusals.push_back({"role", {"refusal.role", {}}, act.law});
    checkStep(act, file, verdict);
    if (!verdict.refusals.empty())
        return verdict;
    for (const GuardUse& guard : act.guards) {
        // Who recorded a paper decision did not take it: the duties of the judge bind the judge who signed
        // it.
        if (!(recorded && bindsTheJudge(guard.guard)))
            runGuard(guard, act, file, data, circumstances, verdict);
    }
    if (data != nullptr && !verdict.choices.empty() && !Facts(*data).has(kReadingReason))
        verdict.refusals.push_back({"guard.reading-reason",
            {"guard.reading-reason", {{"reading", readingTerm(verdict.choices.front().reading)}}}, act.law});
    return verdict;
}

Proposal decide(
    const ActDefinition& act, const CaseFile* file, const Json& data, const Circumstances& circumstances)
{
    PartedData parted = partData(act, data);
    derive(act, file, circumstances, parted.facts);
    keepReadings(judge(act, file, &data, sourceOf(data), circumstances).choices, parted.facts);
    keepAddressee(act, circumstances, parted.content);
    if (act.effect == Effect::RecordLetterOut && parted.content.find("drafted_letter") != nullptr)
        parted.facts.set("drafted_letter", parted.content.text("drafted_letter"));
    Proposal proposal;
    proposal.recordedFromDocument = sourceOf(data) == ActSource::RecordedFromDocument;
    proposal.role =
        roleFor(act, circumstances.actor, proposal.recordedFromDocument).value_or(Role::Coordinator);
    if (file != nullptr)
        proposal.from = file->step;
    proposal.to = act.to ? act.to : proposal.from;
    proposal.facts = std::move(parted.facts);
    proposal.content = std::move(parted.content);
    if (file != nullptr && act.toWhen) {
        CaseFile after = *file;
        Entry entry;
        entry.seq = file->entries.empty() ? 1 : file->entries.back() + 1;
        entry.effect = toText(act.effect);
        entry.stream = "case/" + file->id.text();
        entry.streamSeq = file->streamSeq + 1;
        entry.to = proposal.to;
        entry.facts = proposal.facts;
        apply(after, entry);
        if (holds(act.toWhen->condition, after))
            proposal.to = act.toWhen->to;
    }
    return proposal;
}

} // namespace tutela::procedure

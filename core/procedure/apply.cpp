#include "core/procedure/apply.h"

#include <algorithm>

#include "core/domain/find_by_id.h"
#include "core/procedure/act_definition.h"
#include "core/procedure/apply_correspondence.h"
#include "core/procedure/apply_court.h"
#include "core/procedure/apply_order.h"
#include "core/procedure/apply_periods.h"
#include "core/procedure/apply_review.h"
#include "core/procedure/apply_weighing.h"
#include "core/procedure/corrections.h"
#include "core/procedure/facts.h"

namespace tutela::procedure {

namespace {

/// Whether the documents of such an entry come from the provider itself.
bool comesFromProvider(Effect effect)
{
    constexpr Effect kOfProvider[] = {Effect::FileReport, Effect::RecordAnswer, Effect::RecordHearing,
        Effect::RecordComments, Effect::RecordPlan, Effect::RecordImpactAssessment, Effect::RecordStartNotice,
        Effect::RecordHalfwayReport, Effect::RecordFurtherReport, Effect::RecordNonExecution};
    return std::ranges::find(kOfProvider, effect) != std::end(kOfProvider);
}

struct Fold {
    CaseFile& file;
    const Entry& entry;
    Facts facts;
    Day on; ///< the day of the act in the office's zone

    [[nodiscard]] PeriodFold periods() const { return {file, entry, facts, on}; }

    [[nodiscard]] ReviewFold review() const { return {file, entry, facts, on}; }

    [[nodiscard]] CourtFold court() const { return {file, entry, facts, on}; }

    [[nodiscard]] WeighingFold weighing() const { return {file, entry, facts, on}; }

    [[nodiscard]] OrderFold orders() const { return {file, entry, facts, on}; }

    void openAssessment() const
    {
        file.provider = ProviderId(facts.text("provider"));
        file.providerState = facts.text("provider_state");
        for (const std::string& service : facts.codes("services"))
            file.services.emplace_back(service);
        addFiling("original", "", facts.choice<FilingKind>("filing").value_or(FilingKind::RiskReport));
    }

    /// What the act took in under `field`; the facts about it carry the prefix.
    void addFiling(std::string_view field, const std::string& prefix, FilingKind kind) const
    {
        if (!facts.has(field))
            return;
        const std::int64_t version = 1 + std::ranges::count(file.filings, kind, &ReceivedFiling::kind);
        ReceivedFiling filing{entry.seq, facts.day("received_on").value_or(on), DocumentId(facts.text(field)),
            facts.integer(prefix + "findings"), kind, facts.text(prefix + "form"), version,
            facts.day("assessed_on"),
            facts.choice<MeasuresStated>("measures").value_or(MeasuresStated::NotRead)};
        if (facts.has("moved_from"))
            filing.movedFrom = CaseId(facts.text("moved_from"));
        file.filings.push_back(std::move(filing));
    }

    void recordPlan() const
    {
        if (file.plan)
            file.earlierPlans.push_back(*file.plan);
        file.plan = ImplementationPlan{entry.seq, facts.day("received_on").value_or(on), true,
            facts.flag("renewal_without_change"), facts.integer("draft_version")};
        addProvidersAccount();
        addFiling("document", "", FilingKind::ImplementationPlan);
        addFiling("impact_assessment", "assessment_", FilingKind::ImpactAssessment);
    }

    void makeResponsible(const PersonId& person) const
    {
        file.responsible = person;
        if (std::ranges::find(file.desks, person) == file.desks.end())
            file.desks.push_back(person);
    }

    void openDetection() const
    {
        file.provider = ProviderId(facts.text("provider"));
        file.providerState = facts.text("provider_state");
        file.services = {ServiceId(facts.text("service"))};
        file.detectionKind = facts.choice<DetectionKind>("kind");
        if (facts.has("assessment"))
            file.linkedCase = CaseId(facts.text("assessment"));
        if (facts.has("after_refusal"))
            file.afterRefusal = CaseId(facts.text("after_refusal"));
        if (facts.has("renews"))
            file.renews = CaseId(facts.text("renews"));
        makeResponsible(entry.actor);
    }

    void ask(bool suspendsReview) const
    {
        InformationRequest request;
        request.id = facts.text("id");
        request.entry = entry.seq;
        request.askedOn = on;
        request.period = facts.length("period").value_or(Length{});
        request.suspendsReview = suspendsReview;
        request.of = facts.choice<AskedBody>("asked_body").value_or(AskedBody::Provider);
        request.seeks = facts.choice<Sought>("sought").value_or(Sought::Information);
        file.requests.push_back(std::move(request));
    }

    void determine() const
    {
        file.determinations.push_back({ServiceId(facts.text("service")), entry.seq,
            facts.choice<Compliance>("outcome").value_or(Compliance::Complied), on,
            facts.length("remedy_period")});
    }

    void draft() const
    {
        file.drafts.push_back({facts.integer("version"), entry.seq, scopeOf(facts), on,
            facts.length("comments_period"), facts.day("centre_received_on")});
    }

    void consult() const
    {
        Consultation consultation;
        consultation.id = facts.text("id");
        consultation.entry = entry.seq;
        consultation.requestedOn = facts.day("requested_on").value_or(on);
        if (facts.text("source") == "dpa")
            consultation.requested.dpa = consultation.requestedOn;
        else
            consultation.requested.provider = consultation.requestedOn;
        consultation.competence = facts.choice<DpaCompetence>("competence");
        file.consultations.push_back(std::move(consultation));
    }

    void pauseConsultation() const
    {
        if (auto* consultation = findById(file.consultations, facts.text("consultation")))
            consultation->pauses.push_back(
                {entry.seq, facts.day("stopped_on").value_or(on), facts.day("resumed_on")});
    }

    void resumeConsultation() const
    {
        auto* consultation = findById(file.consultations, facts.text("consultation"));
        if (consultation == nullptr || consultation->pauses.empty())
            return;
        consultation->pauses.back().resumedOn = facts.day("resumed_on").value_or(on);
        consultation->pauses.back().resumed = entry.seq;
    }

    /// What the plan says of the prior consultation that was held on it.
    void addProvidersAccount() const
    {
        if (file.consultations.empty())
            return;
        Consultation& consultation = file.consultations.back();
        if (const auto asked = facts.day("consultation_asked_on"))
            consultation.requested.provider = asked;
        if (const auto ended = facts.day("consultation_ended_on"))
            consultation.ended.provider = ended;
        if (facts.has("advice_copy"))
            consultation.providersCopy = DocumentId(facts.text("advice_copy"));
    }

    void lodgeAdvice() const
    {
        auto* consultation = findById(file.consultations, facts.text("consultation"));
        if (consultation == nullptr)
            return;
        consultation->outcome = facts.choice<ConsultationOutcome>("outcome");
        consultation->outcomeOn = facts.day("given_on").value_or(on);
        consultation->ended.dpa = consultation->outcomeOn;
        if (const auto received = facts.day("request_received_on"))
            consultation->requested.dpa = received;
        if (facts.has("document"))
            consultation->lodged = DocumentId(facts.text("document"));
        consultation->advice = entry.seq;
        consultation->points = facts.integer("points_count");
        consultation->assessmentVersion = facts.integer("assessment_version");
        consultation->planVersion = facts.integer("plan_version");
    }

    void extendConsultation() const
    {
        auto* consultation = findById(file.consultations, facts.text("consultation"));
        if (consultation == nullptr)
            return;
        consultation->extension = facts.length("extension");
        consultation->extensionAnnouncedOn = facts.day("announced_on");
        consultation->extended = entry.seq;
    }

    void confirmRecorded() const
    {
        for (RecordedAct& recorded : file.recorded) {
            if (recorded.entry == facts.integer("entry"))
                recorded.confirmedBy = entry.actor;
        }
    }

    void proposeCorrection() const
    {
        const RecordedReceipt* receipt = receiptOf(file, facts.integer("receipt"));
        if (receipt == nullptr)
            return;
        Correction correction;
        correction.id = facts.text("id");
        correction.entry = entry.seq;
        correction.corrected = receipt->entry;
        correction.kind = receipt->kind;
        correction.was = receipt->day;
        correction.becomes = facts.day("received_on").value_or(receipt->day);
        correction.becomesAt = facts.instant("received_at");
        if (facts.has("case"))
            correction.movesTo = CaseId(facts.text("case"));
        correction.proposedBy = entry.actor;
        file.corrections.push_back(std::move(correction));
    }

    void decideCorrection(CorrectionState state) const
    {
        Correction* correction = findById(file.corrections, facts.text("correction"));
        if (correction == nullptr || correction->state != CorrectionState::Proposed)
            return;
        correction->state = state;
        correction->decision = entry.seq;
        correction->decidedBy = entry.actor;
        correction->decidedOn = on;
        if (state == CorrectionState::Confirmed)
            applyCorrection(file, Correction(*correction));
    }

    void answerCourt() const
    {
        if (auto* question = findById(file.questions, facts.text("question")))
            question->answer = entry.seq;
    }

    void run(Effect effect) const
    {
        switch (effect) {
        case Effect::FileReport:
            return openAssessment();
        case Effect::Assign:
            return makeResponsible(PersonId(facts.text("responsible")));
        case Effect::AskInformation:
            return ask(true);
        case Effect::DemandInformation:
            return ask(false);
        case Effect::RecordAnswer:
            return periods().answer();
        case Effect::CloseRequestUnanswered:
            return periods().closeRequest();
        case Effect::InviteToHearing:
            return periods().inviteToHearing();
        case Effect::RecordHearing:
            return periods().replyToHearing();
        case Effect::OpenReview:
            return review().openReview();
        case Effect::RecordVerdict:
            return review().verdict();
        case Effect::RequireEarlyUpdate:
            return review().requireUpdate();
        case Effect::GiveRequestedOpinion:
            return review().requestedOpinion();
        case Effect::ClaimConfidentiality:
            return review().claimConfidentiality();
        case Effect::DecideConfidentiality:
            return review().decideConfidentiality();
        case Effect::Quarantine:
            return review().quarantine();
        case Effect::ProposeDestruction:
            return review().proposeDestruction();
        case Effect::ConfirmDestruction:
            return review().confirmDestruction();
        case Effect::InformStates:
            return;
        case Effect::Determine:
            return determine();
        case Effect::OpenDetection:
            return openDetection();
        case Effect::RecordEvidence:
            file.evidence.push_back({facts.text("id"), entry.seq, facts.day("observed_on").value_or(on)});
            return;
        case Effect::RecordCondition:
            return weighing().recordCondition();
        case Effect::RemindOpinion:
            return weighing().remindOpinion();
        case Effect::TreatPoint:
            return weighing().treatPoint();
        case Effect::RecordAdjustment:
            return weighing().recordAdjustment();
        case Effect::SendDraft:
        case Effect::ReSendDraft:
            return draft();
        case Effect::RecordComments:
            return periods().comments();
        case Effect::GiveOpinion:
            return periods().opinion();
        case Effect::DemandPlan:
            file.planDemand = PlanDemand{entry.seq, on, facts.length("period").value_or(Length{})};
            return;
        case Effect::ReferToDpa:
            return consult();
        case Effect::PauseConsultation:
            return pauseConsultation();
        case Effect::ResumeConsultation:
            return resumeConsultation();
        case Effect::ExtendConsultation:
            return extendConsultation();
        case Effect::LodgeAdvice:
            lodgeAdvice();
            return periods().lateAdvice();
        case Effect::RecordPlan:
            return recordPlan();
        case Effect::RecordNoPlan:
            file.plan = ImplementationPlan{entry.seq, on, false, false};
            return;
        case Effect::RecordImpactAssessment:
            return addFiling("document", "", FilingKind::ImpactAssessment);
        case Effect::SubmitForApproval:
            return court().submit();
        case Effect::Approve:
            return court().approve();
        case Effect::SendBack:
            file.request.reset();
            return;
        case Effect::FileRequest:
            return court().fileRequest();
        case Effect::AmendRequest:
            return court().amend();
        case Effect::ApproveAmendment:
            return court().approveAmendment();
        case Effect::DropAmendment:
            file.amendment.reset();
            return;
        case Effect::FileAmendment:
            return court().fileAmendment();
        case Effect::DeclareNoConflict:
            file.declarations.push_back({entry.actor, entry.seq, false});
            return;
        case Effect::StepAside:
            file.declarations.push_back({entry.actor, entry.seq, true});
            return;
        case Effect::Allocate:
            return court().allocate();
        case Effect::AddCourtNote:
            return;
        case Effect::CirculateDecision:
            return court().circulate();
        case Effect::Concur:
            return court().concur();
        case Effect::AskAuthority:
            file.questions.push_back({facts.text("id"), entry.seq, {}});
            return;
        case Effect::AnswerCourt:
            return answerCourt();
        case Effect::ReturnRequest:
            return;
        case Effect::Issue:
            return court().decideOn(
                entry.to == Step::OrderIssuedInPart ? CourtDecision::IssuedInPart : CourtDecision::Issued);
        case Effect::Refuse:
            return court().decideOn(CourtDecision::Refused);
        case Effect::AttachSignedOrder:
            return court().attachSignedOrder();
        case Effect::RecordTransmission:
            if (file.order)
                file.order->transmittedOn = facts.day("sent_on");
            return;
        case Effect::RecordReceipt:
            return orders().receipt();
        case Effect::RecordFinality:
            return orders().finality();
        case Effect::SendCopies:
            return orders().copies();
        case Effect::DecideExtension:
            return periods().decideExtension();
        case Effect::TreatLateAnswer:
            return periods().treatLateAnswer();
        case Effect::RecordStartNotice:
            return periods().startNotice();
        case Effect::RecordHalfwayReport:
            return periods().halfwayReport();
        case Effect::Reassess:
            return periods().reassess();
        case Effect::RectifyOrder:
            return orders().change(OrderChange::Rectified);
        case Effect::ModifyOrder:
            return orders().change(OrderChange::Modified);
        case Effect::RevokeOrder:
            return orders().revoke();
        case Effect::RecordChallenge:
            return orders().challenge();
        case Effect::RecordSuspension:
            return orders().suspend();
        case Effect::LiftSuspension:
            return orders().liftSuspension();
        case Effect::DecideChallenge:
            return orders().decideChallenge();
        case Effect::RecordDeliveryAttempt:
            return orders().deliveryAttempt();
        case Effect::RecordNonExecution:
            return orders().nonExecution();
        case Effect::AnswerClarification:
            return orders().answerNotice();
        case Effect::NameUpdatedOrder:
            file.updatesOrder = CaseId(facts.text("updates_order"));
            return;
        case Effect::RecordCopyReceipt:
            return orders().copyReceipt();
        case Effect::SetDisclosure:
            file.disclosures.push_back({entry.seq, DocumentId(facts.text("document")),
                facts.choice<Party>("party").value_or(Party::Provider),
                facts.choice<DisclosureState>("disclosure").value_or(DisclosureState::NotDecided),
                facts.day("given_on").value_or(on)});
            return;
        case Effect::ConfirmRecorded:
            return confirmRecorded();
        case Effect::RecordFurtherReport:
            return addFiling("document", "", FilingKind::RiskReport);
        case Effect::ProposeCorrection:
        case Effect::ProposeMove:
            return proposeCorrection();
        case Effect::ConfirmCorrection:
            return decideCorrection(CorrectionState::Confirmed);
        case Effect::RejectCorrection:
            return decideCorrection(CorrectionState::Rejected);
        case Effect::RecordLetterIn:
            return recordLetter(file, entry, facts, LetterDirection::Received, on);
        case Effect::RecordLetterOut:
            return recordLetter(file, entry, facts, LetterDirection::Sent, on);
        case Effect::AddNote:
            return;
        case Effect::AttachTranslation:
            return attachTranslation(file, entry, facts);
        case Effect::PlaceFiling:
        case Effect::End:
        case Effect::Close:
            file.endedOn = on;
            return;
        }
    }
};

} // namespace

void apply(CaseFile& file, const Entry& entry)
{
    const Facts facts(entry.facts);
    const Day on = facts.day("on").value_or(std::chrono::floor<std::chrono::days>(entry.at));
    if (file.streamSeq == 0) {
        file.openedAt = entry.at;
        file.rulebook = entry.rulebook;
        file.kind = entry.stream.starts_with("case/D") ? CaseKind::Detection : CaseKind::Assessment;
    }
    file.streamSeq = entry.streamSeq;
    file.entries.push_back(entry.seq);
    if (entry.to)
        file.step = *entry.to;
    if (const auto effect = effectFromText(entry.effect)) {
        Fold{file, entry, facts, on}.run(*effect);
        if (auto receipt = receiptRecordedBy(entry, *effect, facts, on))
            file.receipts.push_back(std::move(*receipt));
        // A version made for a party stands beside its document, not in the index.
        if (*effect != Effect::SetDisclosure) {
            for (const DocumentCommitment& document : entry.documents)
                file.documents.push_back({document.id, entry.seq,
                    comesFromProvider(*effect) || isProvidersLetter(*effect, facts)});
        }
    }
    if (entry.recordedFromDocument)
        file.recorded.push_back({entry.seq, entry.actor, {}});
    file.participants.push_back({entry.actor, entry.role, entry.act});
}

CaseFile fold(const CaseId& id, const std::vector<Entry>& entries)
{
    CaseFile file{.id = id};
    for (const Entry& entry : entries)
        apply(file, entry);
    return file;
}

} // namespace tutela::procedure

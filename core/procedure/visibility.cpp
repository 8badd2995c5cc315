#include "core/procedure/visibility.h"

#include <algorithm>

#include "core/domain/numbered_points.h"
#include "core/procedure/act_definition.h"
#include "core/procedure/facts.h"

namespace tutela::procedure {

namespace {

bool isIn(const std::vector<EntrySeq>& entries, EntrySeq entry)
{
    return std::ranges::find(entries, entry) != entries.end();
}

/// Whoever wrote a letter of the file or got it reads it there.
bool exchangedWith(const Entry& entry, Correspondent correspondent)
{
    return fromText<Correspondent>(entry.facts.text("correspondent")) == correspondent;
}

/// A translation of the order, or of a document that the court has.
bool translatedForTheCourt(const CaseFile& file, const Entry& entry)
{
    const auto made = std::ranges::find(file.translations, entry.seq, &Translation::entry);
    if (made == file.translations.end())
        return false;
    if (made->of == TranslationOf::Order)
        return true;
    const auto original = std::ranges::find_if(
        file.documents, [&](const CaseDocument& document) { return made->original == document.id; });
    return original != file.documents.end() && isIn(file.request->bundle, original->entry);
}

bool courtReads(const CaseFile& file, const Entry& entry, Effect effect)
{
    if (!file.request || !file.request->filing)
        return false;
    if (isIn(file.request->bundle, entry.seq))
        return true;
    switch (effect) {
    case Effect::FileRequest:
    case Effect::FileAmendment:
    case Effect::AttachSignedOrder:
    case Effect::DeclareNoConflict:
    case Effect::StepAside:
    case Effect::Allocate:
    case Effect::AddCourtNote:
    case Effect::CirculateDecision:
    case Effect::Concur:
    case Effect::AskAuthority:
    case Effect::AnswerCourt:
    case Effect::ReturnRequest:
    case Effect::Issue:
    case Effect::Refuse:
    case Effect::RecordTransmission:
    case Effect::RecordReceipt:
    case Effect::RecordFinality:
    case Effect::SendCopies:
    case Effect::RectifyOrder:
    case Effect::ModifyOrder:
    case Effect::RevokeOrder:
    case Effect::RecordChallenge:
    case Effect::RecordSuspension:
    case Effect::LiftSuspension:
    case Effect::DecideChallenge:
    case Effect::RecordDeliveryAttempt:
    case Effect::RecordNonExecution:
    case Effect::AnswerClarification:
    case Effect::RecordCopyReceipt:
        return true;
    case Effect::End:
        return entry.from == Step::BeforeTheCourt;
    case Effect::Reassess: // Art 9(4): with it the authority asks for a modification or a revocation
        return Facts(entry.facts).choice<ReassessmentOutcome>("reassessment")
            != ReassessmentOutcome::GroundsHold;
    case Effect::AttachTranslation:
        return translatedForTheCourt(file, entry);
    case Effect::RecordLetterIn:
    case Effect::RecordLetterOut:
        return exchangedWith(entry, Correspondent::Court);
    case Effect::AddNote:
    case Effect::FileReport:
    case Effect::Assign:
    case Effect::AskInformation:
    case Effect::DemandInformation:
    case Effect::RecordAnswer:
    case Effect::CloseRequestUnanswered:
    case Effect::InviteToHearing:
    case Effect::RecordHearing:
    case Effect::OpenReview:
    case Effect::RecordVerdict:
    case Effect::RequireEarlyUpdate:
    case Effect::GiveRequestedOpinion:
    case Effect::ClaimConfidentiality:
    case Effect::DecideConfidentiality:
    case Effect::Quarantine:
    case Effect::ProposeDestruction:
    case Effect::ConfirmDestruction:
    case Effect::InformStates:
    case Effect::Determine:
    case Effect::OpenDetection:
    case Effect::RecordEvidence:
    case Effect::RecordCondition:
    case Effect::RemindOpinion:
    case Effect::TreatPoint:
    case Effect::RecordAdjustment:
    case Effect::SendDraft:
    case Effect::ReSendDraft:
    case Effect::RecordComments:
    case Effect::GiveOpinion:
    case Effect::DemandPlan:
    case Effect::ReferToDpa:
    case Effect::ExtendConsultation:
    case Effect::LodgeAdvice:
    case Effect::PauseConsultation:
    case Effect::ResumeConsultation:
    case Effect::RecordPlan:
    case Effect::RecordNoPlan:
    case Effect::RecordImpactAssessment:
    case Effect::PlaceFiling:
    case Effect::SubmitForApproval:
    case Effect::AmendRequest:
    case Effect::ApproveAmendment:
    case Effect::DropAmendment:
    case Effect::Approve:
    case Effect::SendBack:
    case Effect::DecideExtension:
    case Effect::TreatLateAnswer:
    case Effect::RecordStartNotice:
    case Effect::RecordHalfwayReport:
    case Effect::SetDisclosure:
    case Effect::NameUpdatedOrder:
    case Effect::ConfirmRecorded:
    case Effect::ProposeCorrection:
    case Effect::ProposeMove:
    case Effect::RecordFurtherReport:
    case Effect::ConfirmCorrection:
    case Effect::RejectCorrection:
    case Effect::Close:
        return false;
    }
    return false;
}

/// What came late and that entry dealt with, or null.
const LateAnswer* treatedBy(const CaseFile& file, const Entry& entry)
{
    const auto found = std::ranges::find(file.lateAnswers, entry.seq, &LateAnswer::treatment);
    return found == file.lateAnswers.end() ? nullptr : &*found;
}

std::vector<EntrySeq> opinionEntries(const CaseFile& file)
{
    std::vector<EntrySeq> entries;
    for (const CentreOpinion& opinion : file.opinions)
        entries.push_back(opinion.entry);
    return entries;
}

std::vector<EntrySeq> adviceEntries(const CaseFile& file)
{
    std::vector<EntrySeq> entries;
    for (const Consultation& consultation : file.consultations) {
        if (consultation.advice)
            entries.push_back(*consultation.advice);
    }
    return entries;
}

/// Who reads the entry with the wrong day reads its correction.
void addReadersOfCorrection(
    const CaseFile& file, const Correction& correction, std::vector<Institution>& readers)
{
    const bool filed = file.request && file.request->filing;
    if (correction.kind == ReceiptKind::Order || (filed && isIn(file.request->bundle, correction.corrected)))
        readers.push_back(Institution::Court);
    switch (correction.kind) {
    case ReceiptKind::ConsultationRequest:
        readers.push_back(Institution::Dpa);
        break;
    case ReceiptKind::ImpactAssessment:
        if (consultedHere(file))
            readers.push_back(Institution::Dpa);
        break;
    case ReceiptKind::Opinion:
    case ReceiptKind::DraftAtCentre:
        readers.push_back(Institution::EuCentre);
        break;
    case ReceiptKind::Filing:
    case ReceiptKind::Plan:
    case ReceiptKind::Answer:
    case ReceiptKind::HearingStatement:
    case ReceiptKind::Comments:
    case ReceiptKind::Order:
        break;
    }
}

/// Whose point an answer or an adjustment is about.
std::optional<PointSource> pointSource(const CaseFile& file, const Entry& entry, Effect effect)
{
    if (effect != Effect::TreatPoint && effect != Effect::RecordAdjustment)
        return std::nullopt;
    const auto points = numberedPoints(file);
    const auto found = std::ranges::find(points, entry.facts.text("point"), &NumberedPoint::id);
    return found == points.end() ? std::nullopt : std::optional(found->source);
}

bool isOneOf(Effect effect, std::initializer_list<Effect> effects)
{
    return std::ranges::find(effects, effect) != effects.end();
}

bool wasAsked(const CaseFile& file, AskedBody body)
{
    return std::ranges::find(file.requests, body, &InformationRequest::of) != file.requests.end();
}

/// Who was asked under Art 7(2) reads the request and the answer to it.
void addBodyAsked(const CaseFile& file, const Entry& entry, std::vector<Institution>& readers)
{
    for (const InformationRequest& request : file.requests) {
        if (request.entry != entry.seq && request.answer != entry.seq)
            continue;
        if (request.of == AskedBody::DataProtectionAuthority)
            readers.push_back(Institution::Dpa);
        else if (request.of == AskedBody::EuCentre)
            readers.push_back(Institution::EuCentre);
    }
}

/// Whether it makes the order another one, or no order, for everybody who has it (Articles 8(2), 9).
bool changesOrder(Effect effect)
{
    return isOneOf(effect,
        {Effect::RectifyOrder, Effect::ModifyOrder, Effect::RevokeOrder, Effect::RecordSuspension,
            Effect::LiftSuspension, Effect::DecideChallenge});
}

} // namespace

std::vector<Institution> audiencesOf(const CaseFile& file)
{
    std::vector<Institution> audiences{Institution::Authority};
    if (file.request && file.request->filing)
        audiences.push_back(Institution::Court);
    if (consultedHere(file) || wasAsked(file, AskedBody::DataProtectionAuthority))
        audiences.push_back(Institution::Dpa);
    if (!file.drafts.empty() || wasAsked(file, AskedBody::EuCentre))
        audiences.push_back(Institution::EuCentre);
    return audiences;
}

std::vector<Institution> readersOf(const CaseFile& file, const Entry& entry)
{
    std::vector<Institution> readers{Institution::Authority};
    const auto effect = effectFromText(entry.effect);
    if (!effect)
        return readers;
    if (isOfTheBench(entry))
        return {Institution::Court};
    for (const Correction& correction : file.corrections) {
        if (correction.entry == entry.seq || correction.decision == entry.seq)
            addReadersOfCorrection(file, correction, readers);
    }
    if (courtReads(file, entry, *effect))
        readers.push_back(Institution::Court);
    addBodyAsked(file, entry, readers);
    // Everybody learns that a document is in quarantine; where it was referred to, the authority alone.
    if (isOneOf(*effect, {Effect::Quarantine, Effect::ProposeDestruction, Effect::ConfirmDestruction}))
        return audiencesOf(file);
    // What was referred to the DPA, and afterwards what became of it.
    const bool referral = isOneOf(*effect,
        {Effect::ReferToDpa, Effect::ExtendConsultation, Effect::LodgeAdvice, Effect::PauseConsultation,
            Effect::ResumeConsultation, Effect::RecordImpactAssessment});
    const bool amended = *effect == Effect::AmendRequest && filedRequestOf(file, entry.seq) != nullptr;
    const auto source = pointSource(file, entry, *effect);
    const bool became = amended || changesOrder(*effect) || source == PointSource::Advice
        || isOneOf(*effect,
            {Effect::SubmitForApproval, Effect::FileRequest, Effect::Issue, Effect::AttachSignedOrder,
                Effect::Refuse});
    const auto late = *effect == Effect::TreatLateAnswer ? treatedBy(file, entry) : nullptr;
    const bool lateAdvice = late != nullptr && isIn(adviceEntries(file), late->entry);
    const bool filed = file.request && file.request->filing;
    if (consultedHere(file) && (lateAdvice || referral || (became && filed)))
        readers.push_back(Institution::Dpa);
    const bool letter = isOneOf(*effect, {Effect::RecordLetterIn, Effect::RecordLetterOut});
    if (letter && exchangedWith(entry, Correspondent::Dpa) && !file.consultations.empty())
        readers.push_back(Institution::Dpa);
    if (letter && exchangedWith(entry, Correspondent::EuCentre) && !file.drafts.empty())
        readers.push_back(Institution::EuCentre);
    // The draft, the opinion on it, the reasons for deviating from it, and the order (Articles 7(3), 7(4),
    // 8(2)).
    const bool notPursued = *effect == Effect::End && entry.facts.flag("deviates_from_opinion");
    if (isOneOf(*effect,
            {Effect::SendDraft, Effect::ReSendDraft, Effect::GiveOpinion, Effect::RemindOpinion,
                Effect::Issue, Effect::AttachSignedOrder})
        || amended || changesOrder(*effect) || notPursued || (source == PointSource::Opinion && filed)
        || (late != nullptr && isIn(opinionEntries(file), late->entry))
        || (*effect == Effect::SubmitForApproval && filed))
        readers.push_back(Institution::EuCentre);
    return readers;
}

std::optional<Institution> readsFor(const CaseFile& file, const Actor& actor)
{
    for (const Institution audience : audiencesOf(file)) {
        const bool reads = std::ranges::any_of(actor.roles,
            [&](Role role) { return institutionOf(role) == audience && role != Role::Administrator; });
        if (reads)
            return audience;
    }
    return std::nullopt;
}

bool mustDeclareFirst(const CaseFile& file, const Actor& actor)
{
    return actor.has(Role::Judge) && readsFor(file, actor) == Institution::Court
        && !(hasDeclaredNoConflict(file, actor.person) && isOnBench(file, actor.person));
}

bool isOfTheBench(const Entry& entry)
{
    const auto effect = effectFromText(entry.effect);
    return effect == Effect::AddCourtNote || effect == Effect::CirculateDecision || effect == Effect::Concur;
}

bool sitsOnBench(const CaseFile& file, const Actor& actor)
{
    if (actor.has(Role::Judge) && isOnBench(file, actor.person))
        return hasDeclaredNoConflict(file, actor.person);
    const Bench* bench = benchOf(file);
    return actor.has(Role::CourtClerk)
        && (bench == nullptr || !bench->clerk || *bench->clerk == actor.person);
}

bool mayReadField(Institution institution, const Entry& entry, std::string_view field)
{
    const auto effect = effectFromText(entry.effect);
    if (effect
        && isOneOf(*effect, {Effect::Quarantine, Effect::ProposeDestruction, Effect::ConfirmDestruction}))
        return institution == Institution::Authority || field == "document";
    // What the EU Centre marks as confidential in its opinion (Art 7(3)(d)) goes to the authority and the
    // court.
    if (effect == Effect::GiveOpinion && field == "confidential_parts")
        return institution != Institution::Dpa;
    if (effect == Effect::TreatPoint && field == "rests_on_documents")
        return institution == Institution::Authority || institution == Institution::Court;
    if (effect != Effect::SubmitForApproval && effect != Effect::AmendRequest)
        return true;
    switch (institution) {
    case Institution::Authority:
    case Institution::Court:
        return true;
    case Institution::Dpa:
        return field == "treatment_of_points";
    case Institution::EuCentre:
        return field == "deviation_reasons";
    }
    return false;
}

} // namespace tutela::procedure

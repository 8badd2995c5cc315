#include "core/procedure/act_definition.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace tutela::procedure {

namespace {

constexpr std::pair<Effect, std::string_view> kEffects[] = {
    {Effect::FileReport, "file-report"},
    {Effect::Assign, "assign"},
    {Effect::AskInformation, "ask-information"},
    {Effect::DemandInformation, "demand-information"},
    {Effect::RecordAnswer, "record-answer"},
    {Effect::CloseRequestUnanswered, "close-request-unanswered"},
    {Effect::InviteToHearing, "invite-to-hearing"},
    {Effect::RecordHearing, "record-hearing"},
    {Effect::OpenReview, "open-review"},
    {Effect::RecordVerdict, "record-verdict"},
    {Effect::RequireEarlyUpdate, "require-early-update"},
    {Effect::GiveRequestedOpinion, "give-requested-opinion"},
    {Effect::ClaimConfidentiality, "claim-confidentiality"},
    {Effect::DecideConfidentiality, "decide-confidentiality"},
    {Effect::Quarantine, "quarantine"},
    {Effect::ProposeDestruction, "propose-destruction"},
    {Effect::ConfirmDestruction, "confirm-destruction"},
    {Effect::InformStates, "inform-states"},
    {Effect::Determine, "determine"},
    {Effect::OpenDetection, "open-detection"},
    {Effect::RecordEvidence, "record-evidence"},
    {Effect::RecordCondition, "record-condition"},
    {Effect::SendDraft, "send-draft"},
    {Effect::ReSendDraft, "re-send-draft"},
    {Effect::RecordComments, "record-comments"},
    {Effect::GiveOpinion, "give-opinion"},
    {Effect::RemindOpinion, "remind-opinion"},
    {Effect::DemandPlan, "demand-plan"},
    {Effect::ReferToDpa, "refer-to-dpa"},
    {Effect::ExtendConsultation, "extend-consultation"},
    {Effect::LodgeAdvice, "lodge-advice"},
    {Effect::TreatPoint, "treat-point"},
    {Effect::RecordAdjustment, "record-adjustment"},
    {Effect::PauseConsultation, "pause-consultation"},
    {Effect::ResumeConsultation, "resume-consultation"},
    {Effect::RecordPlan, "record-plan"},
    {Effect::RecordFurtherReport, "record-further-report"},
    {Effect::RecordNoPlan, "record-no-plan"},
    {Effect::RecordImpactAssessment, "record-impact-assessment"},
    {Effect::PlaceFiling, "place-filing"},
    {Effect::SubmitForApproval, "submit-for-approval"},
    {Effect::Approve, "approve"},
    {Effect::SendBack, "send-back"},
    {Effect::FileRequest, "file-request"},
    {Effect::AmendRequest, "amend-request"},
    {Effect::ApproveAmendment, "approve-amendment"},
    {Effect::DropAmendment, "drop-amendment"},
    {Effect::FileAmendment, "file-amendment"},
    {Effect::DeclareNoConflict, "declare-no-conflict"},
    {Effect::StepAside, "step-aside"},
    {Effect::Allocate, "allocate"},
    {Effect::AddCourtNote, "add-court-note"},
    {Effect::CirculateDecision, "circulate-decision"},
    {Effect::Concur, "concur"},
    {Effect::AskAuthority, "ask-authority"},
    {Effect::AnswerCourt, "answer-court"},
    {Effect::ReturnRequest, "return-request"},
    {Effect::Issue, "issue"},
    {Effect::Refuse, "refuse"},
    {Effect::AttachSignedOrder, "attach-signed-order"},
    {Effect::RecordTransmission, "record-transmission"},
    {Effect::RecordReceipt, "record-receipt"},
    {Effect::RecordFinality, "record-finality"},
    {Effect::SendCopies, "send-copies"},
    {Effect::DecideExtension, "decide-extension"},
    {Effect::TreatLateAnswer, "treat-late-answer"},
    {Effect::RecordStartNotice, "record-start-notice"},
    {Effect::RecordHalfwayReport, "record-halfway-report"},
    {Effect::Reassess, "reassess"},
    {Effect::RectifyOrder, "rectify-order"},
    {Effect::ModifyOrder, "modify-order"},
    {Effect::RevokeOrder, "revoke-order"},
    {Effect::RecordChallenge, "record-challenge"},
    {Effect::RecordSuspension, "record-suspension"},
    {Effect::LiftSuspension, "lift-suspension"},
    {Effect::DecideChallenge, "decide-challenge"},
    {Effect::RecordDeliveryAttempt, "record-delivery-attempt"},
    {Effect::RecordNonExecution, "record-non-execution"},
    {Effect::AnswerClarification, "answer-clarification"},
    {Effect::RecordCopyReceipt, "record-copy-receipt"},
    {Effect::NameUpdatedOrder, "name-updated-order"},
    {Effect::SetDisclosure, "set-disclosure"},
    {Effect::ConfirmRecorded, "confirm-recorded"},
    {Effect::ProposeCorrection, "propose-correction"},
    {Effect::ProposeMove, "propose-move"},
    {Effect::ConfirmCorrection, "confirm-correction"},
    {Effect::RejectCorrection, "reject-correction"},
    {Effect::RecordLetterIn, "record-letter-in"},
    {Effect::RecordLetterOut, "record-letter-out"},
    {Effect::AddNote, "add-note"},
    {Effect::AttachTranslation, "attach-translation"},
    {Effect::End, "end"},
    {Effect::Close, "close"},
};

constexpr std::pair<StepCondition, std::string_view> kConditions[] = {
    {StepCondition::AllServicesDetermined, "all-services-determined"},
    {StepCondition::DeterminationAnsweredAnew, "determination-answered-anew"},
    {StepCondition::OrderRemitted, "order-remitted"},
};

constexpr std::pair<Guard, std::string_view> kGuards[] = {
    {Guard::ServicesOfProvider, "services-of-provider"},
    {Guard::LinkedCaseKnown, "linked-case-known"},
    {Guard::ResponsibleIsCoordinator, "responsible-is-coordinator"},
    {Guard::NotInFuture, "not-in-future"},
    {Guard::PeriodWithin, "period-within"},
    {Guard::PeriodPositive, "period-positive"},
    {Guard::RequestOpen, "request-open"},
    {Guard::RequestPeriodOver, "request-period-over"},
    {Guard::AnswerAfterRequest, "answer-after-request"},
    {Guard::HearingOpen, "hearing-open"},
    {Guard::HeardFirst, "heard-first"},
    {Guard::ServiceUndetermined, "service-undetermined"},
    {Guard::RemedyFitsOutcome, "remedy-fits-outcome"},
    {Guard::HearingDue, "hearing-due"},
    {Guard::VerdictFits, "verdict-fits"},
    {Guard::VerdictsAgree, "verdicts-agree"},
    {Guard::HeardBefore, "heard-before"},
    {Guard::ServiceOfCase, "service-of-case"},
    {Guard::BodyNamed, "body-named"},
    {Guard::OpinionRequested, "opinion-requested"},
    {Guard::ClaimFits, "claim-fits"},
    {Guard::ClaimOpen, "claim-open"},
    {Guard::DocumentToQuarantine, "document-to-quarantine"},
    {Guard::DestructionDue, "destruction-due"},
    {Guard::DestructionFits, "destruction-fits"},
    {Guard::EstablishmentMissing, "establishment-missing"},
    {Guard::SolicitationNeedsInterpersonal, "solicitation-needs-interpersonal"},
    {Guard::NoParallelFile, "no-parallel-file"},
    {Guard::EvidenceInWindow, "evidence-in-window"},
    {Guard::NewNeedsEarlierOrder, "new-needs-earlier-order"},
    {Guard::EndWithinCap, "end-within-cap"},
    {Guard::CommentsInOrOver, "comments-in-or-over"},
    {Guard::OpinionInOrOver, "opinion-in-or-over"},
    {Guard::ConsultationOpen, "consultation-open"},
    {Guard::AdjustedToAdvice, "adjusted-to-advice"},
    {Guard::AdviceDateFits, "advice-date-fits"},
    {Guard::PauseFits, "pause-fits"},
    {Guard::ConsultationRecorded, "consultation-recorded"},
    {Guard::ConsultationComplete, "consultation-complete"},
    {Guard::VersionsFit, "versions-fit"},
    {Guard::RenewalUnchanged, "renewal-unchanged"},
    {Guard::PointKnown, "point-known"},
    {Guard::AdjustmentFits, "adjustment-fits"},
    {Guard::PointsTreated, "points-treated"},
    {Guard::DeviationAgrees, "deviation-agrees"},
    {Guard::OpinionAwaited, "opinion-awaited"},
    {Guard::ConditionOfKind, "condition-of-kind"},
    {Guard::CitesKnown, "cites-known"},
    {Guard::ReplacesFits, "replaces-fits"},
    {Guard::ConditionsSupported, "conditions-supported"},
    {Guard::PlanPeriodOver, "plan-period-over"},
    {Guard::FormFits, "form-fits"},
    {Guard::DisclosureFits, "disclosure-fits"},
    {Guard::CitesDisclosed, "cites-disclosed"},
    {Guard::AboutRiskReport, "about-risk-report"},
    {Guard::FilingToPlace, "filing-to-place"},
    {Guard::AttachmentsOrReasons, "attachments-or-reasons"},
    {Guard::WithinDraft, "within-draft"},
    {Guard::WithinRequest, "within-request"},
    {Guard::DeviationExplained, "deviation-explained"},
    {Guard::RecordedActsConfirmed, "recorded-acts-confirmed"},
    {Guard::RecordedByAnother, "recorded-by-another"},
    {Guard::NotTheDrafter, "not-the-drafter"},
    {Guard::NotYetApproved, "not-yet-approved"},
    {Guard::Approved, "approved"},
    {Guard::JudgeTookNoPart, "judge-took-no-part"},
    {Guard::JudgeDeclared, "judge-declared"},
    {Guard::NotYetDeclared, "not-yet-declared"},
    {Guard::BenchFits, "bench-fits"},
    {Guard::OnTheBench, "on-the-bench"},
    {Guard::BenchDeclared, "bench-declared"},
    {Guard::SignatoryFits, "signatory-fits"},
    {Guard::DraftDecisionFits, "draft-decision-fits"},
    {Guard::ConcursWithLast, "concurs-with-last"},
    {Guard::MembersConcur, "members-concur"},
    {Guard::ConditionsReasoned, "conditions-reasoned"},
    {Guard::PartFits, "part-fits"},
    {Guard::NewFactsAfterRefusal, "new-facts-after-refusal"},
    {Guard::NoAmendment, "no-amendment"},
    {Guard::AmendmentOpen, "amendment-open"},
    {Guard::AmendmentCommented, "amendment-commented"},
    {Guard::SignedOrderFits, "signed-order-fits"},
    {Guard::QuestionOpen, "question-open"},
    {Guard::StartWindow, "start-window"},
    {Guard::EvidenceAtDecision, "evidence-at-decision"},
    {Guard::OrderFactsKnown, "order-facts-known"},
    {Guard::AddresseeFits, "addressee-fits"},
    {Guard::NotYetTransmitted, "not-yet-transmitted"},
    {Guard::SentOnFits, "sent-on-fits"},
    {Guard::ReceiptFits, "receipt-fits"},
    {Guard::NotYetFinal, "not-yet-final"},
    {Guard::FinalOnFits, "final-on-fits"},
    {Guard::IsFinal, "is-final"},
    {Guard::CopiesNotYetSent, "copies-not-yet-sent"},
    {Guard::CopiesSentOnFits, "copies-sent-on-fits"},
    {Guard::OrderHasEnded, "order-has-ended"},
    {Guard::RequestUnanswered, "request-unanswered"},
    {Guard::ExtensionFits, "extension-fits"},
    {Guard::GrantFits, "grant-fits"},
    {Guard::LateAnswerOpen, "late-answer-open"},
    {Guard::LateAnswersTreated, "late-answers-treated"},
    {Guard::AnnouncementFits, "announcement-fits"},
    {Guard::AfterOrder, "after-order"},
    {Guard::NoticeInTime, "notice-in-time"},
    {Guard::HalfwayReportInTime, "halfway-report-in-time"},
    {Guard::OrderInForce, "order-in-force"},
    {Guard::VersionStart, "version-start"},
    {Guard::VersionScope, "version-scope"},
    {Guard::BasisRecorded, "basis-recorded"},
    {Guard::RevocationFits, "revocation-fits"},
    {Guard::ChallengeOpen, "challenge-open"},
    {Guard::SuspensionFits, "suspension-fits"},
    {Guard::SuspensionOpen, "suspension-open"},
    {Guard::MovedEndFits, "moved-end-fits"},
    {Guard::OutcomeFits, "outcome-fits"},
    {Guard::FinalityFits, "finality-fits"},
    {Guard::DeliveryFits, "delivery-fits"},
    {Guard::NoticeOpen, "notice-open"},
    {Guard::CopiesListed, "copies-listed"},
    {Guard::CopyReceiptFits, "copy-receipt-fits"},
    {Guard::NoOverlap, "no-overlap"},
    {Guard::RenewalFits, "renewal-fits"},
    {Guard::UpdatesOrderFits, "updates-order-fits"},
    {Guard::ReceiptRecorded, "receipt-recorded"},
    {Guard::CorrectionFits, "correction-fits"},
    {Guard::MoveFits, "move-fits"},
    {Guard::CorrectionWaits, "correction-waits"},
    {Guard::CorrespondentNamed, "correspondent-named"},
    {Guard::LetterKept, "letter-kept"},
    {Guard::TranslationFits, "translation-fits"},
    {Guard::OrderLanguage, "order-language"},
    {Guard::LetterLanguage, "letter-language"},
    {Guard::ProposedByAnother, "proposed-by-another"},
};

Error badAct(const std::string& act, std::string_view where, std::string_view found)
{
    return {.code = ErrorCode::BadInput,
        .what = {"rulebook.unknown-name", {{"act", act}, {"found", std::string(found)}}},
        .record = act,
        .where = std::string(where)};
}

Result<FieldDefinition> readField(const std::string& act, const Json& json)
{
    const auto type = fromText<FieldType>(json.text("type"));
    if (!type)
        return badAct(act, "$.fields.type", json.text("type"));
    FieldDefinition field{std::string(json.text("name")), *type, json.flag("required"), {}};
    for (const Json& option : json.items("options"))
        field.options.push_back(option.isString() ? option.asString() : std::string());
    return field;
}

Result<GuardUse> readGuard(const std::string& act, const std::string& text)
{
    const auto colon = text.find(':');
    const std::string_view name = std::string_view(text).substr(0, colon);
    for (const auto& [guard, guardName] : kGuards) {
        if (guardName == name)
            return GuardUse{guard, colon == std::string::npos ? std::string() : text.substr(colon + 1)};
    }
    return badAct(act, "$.guards", text);
}

Result<Done> readRolesAndSteps(const Json& json, ActDefinition& act)
{
    for (const Json& item : json.items("roles")) {
        const auto role = fromText<Role>(item.isString() ? item.asString() : std::string());
        if (!role)
            return badAct(act.name, "$.roles", canonicalJson(item));
        act.roles.push_back(*role);
    }
    for (const Json& item : json.items("from")) {
        const auto step = fromText<Step>(item.isString() ? item.asString() : std::string());
        if (!step)
            return badAct(act.name, "$.from", canonicalJson(item));
        act.from.push_back(*step);
    }
    if (const Json* to = json.find("to"); to != nullptr && to->isString()) {
        act.to = fromText<Step>(to->asString());
        if (!act.to)
            return badAct(act.name, "$.to", to->asString());
    }
    if (const Json* when = json.find("to_when")) {
        const auto to = fromText<Step>(when->text("to"));
        const auto condition = std::ranges::find(
            kConditions, when->text("condition"), &std::pair<StepCondition, std::string_view>::second);
        if (!to || condition == std::end(kConditions))
            return badAct(act.name, "$.to_when", canonicalJson(*when));
        act.toWhen = ConditionalStep{condition->first, *to};
    }
    return Done{};
}

Result<ActDefinition> readAct(const Json& json)
{
    ActDefinition act;
    act.name = json.text("act");
    const auto kind = fromText<CaseKind>(json.text("case"));
    const auto effect = effectFromText(json.text("effect"));
    if (act.name.empty() || !kind || !effect)
        return badAct(act.name, kind ? "$.effect" : "$.case", kind ? json.text("effect") : json.text("case"));
    act.kind = *kind;
    act.effect = *effect;
    act.law = json.text("law");
    act.tab = json.text("tab");
    act.opensCase = json.flag("opens");
    act.binding = json.flag("binding");
    act.outside = json.flag("outside");
    if (const auto done = readRolesAndSteps(json, act); !done)
        return done.error();
    for (const Json& item : json.items("fields")) {
        auto field = readField(act.name, item);
        if (!field)
            return field.error();
        act.fields.push_back(std::move(field).value());
    }
    for (const Json& item : json.items("guards")) {
        auto guard = readGuard(act.name, item.isString() ? item.asString() : std::string());
        if (!guard)
            return guard.error();
        act.guards.push_back(std::move(guard).value());
    }
    return act;
}

/// Follows the acts of one kind of case: every step named must be reached, and from every step but Closed
/// some act must lead towards Closed.
Result<Done> checkSteps(const std::vector<ActDefinition>& acts, CaseKind kind)
{
    std::set<std::pair<std::optional<Step>, Step>> moves;
    std::set<Step> named;
    for (const ActDefinition& act : acts) {
        if (act.kind != kind)
            continue;
        named.insert(act.from.begin(), act.from.end());
        std::vector<std::optional<Step>> origins(act.from.begin(), act.from.end());
        if (act.opensCase)
            origins.emplace_back(std::nullopt);
        for (const auto& origin : origins) {
            if (act.to)
                moves.emplace(origin, *act.to);
            if (act.toWhen)
                moves.emplace(origin, act.toWhen->to);
        }
    }
    std::set<Step> reached;
    std::set<Step> ending{Step::Closed};
    for (bool grown = true; grown;) {
        grown = false;
        for (const auto& [origin, target] : moves) {
            if (!origin || reached.contains(*origin))
                grown |= reached.insert(target).second;
            if (origin && ending.contains(target))
                grown |= ending.insert(*origin).second;
        }
    }
    named.insert(reached.begin(), reached.end());
    for (const Step step : named) {
        if (!reached.contains(step) || !ending.contains(step)) {
            return Error{.code = ErrorCode::BadInput,
                .what = {reached.contains(step) ? "rulebook.dead-end" : "rulebook.unreachable-step",
                    {{"step", Term{fmt::format("step.{}", tutela::toText(step))}}}},
                .where = "$.acts"};
        }
    }
    return Done{};
}

} // namespace

std::string_view toText(Effect effect)
{
    return std::ranges::find(kEffects, effect, &std::pair<Effect, std::string_view>::first)->second;
}

std::optional<Effect> effectFromText(std::string_view text)
{
    for (const auto& [effect, effectText] : kEffects) {
        if (effectText == text)
            return effect;
    }
    return std::nullopt;
}

std::string_view toText(Guard guard)
{
    return std::ranges::find(kGuards, guard, &std::pair<Guard, std::string_view>::first)->second;
}

Result<ActTable> ActTable::load(const Json& acts)
{
    ActTable table;
    if (!acts.isArray())
        return badAct({}, "$.acts", "");
    for (const Json& item : acts.asArray()) {
        auto act = readAct(item);
        if (!act)
            return act.error();
        if (table.find(act.value().name) != nullptr)
            return badAct(act.value().name, "$.act", act.value().name);
        table.m_acts.push_back(std::move(act).value());
    }
    for (const CaseKind kind : {CaseKind::Assessment, CaseKind::Detection}) {
        if (const auto done = checkSteps(table.m_acts, kind); !done)
            return done.error();
    }
    return table;
}

const ActDefinition* ActTable::find(std::string_view name) const
{
    const auto found = std::ranges::find(m_acts, name, &ActDefinition::name);
    return found == m_acts.end() ? nullptr : &*found;
}

} // namespace tutela::procedure

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/domain/act_form.h"
#include "core/domain/vocabulary.h"

namespace tutela::procedure {

/// What an act does to the case file. The set is closed: a new effect is a new kind of rule.
enum class Effect {
    FileReport,
    Assign,
    AskInformation,
    DemandInformation,
    RecordAnswer,
    CloseRequestUnanswered,
    InviteToHearing,
    RecordHearing,
    OpenReview,
    RecordVerdict,
    RequireEarlyUpdate,
    GiveRequestedOpinion,
    ClaimConfidentiality,
    DecideConfidentiality,
    Quarantine,
    ProposeDestruction,
    ConfirmDestruction,
    InformStates,
    Determine,
    OpenDetection,
    RecordEvidence,
    RecordCondition,
    SendDraft,
    ReSendDraft,
    RecordComments,
    GiveOpinion,
    RemindOpinion,
    DemandPlan,
    ReferToDpa,
    ExtendConsultation,
    LodgeAdvice,
    TreatPoint,
    RecordAdjustment,
    PauseConsultation,
    ResumeConsultation,
    RecordPlan,
    RecordFurtherReport,
    RecordNoPlan,
    RecordImpactAssessment,
    PlaceFiling,
    SubmitForApproval,
    Approve,
    SendBack,
    FileRequest,
    AmendRequest,
    ApproveAmendment,
    DropAmendment,
    FileAmendment,
    DeclareNoConflict,
    StepAside,
    Allocate,
    AddCourtNote,
    CirculateDecision,
    Concur,
    AskAuthority,
    AnswerCourt,
    ReturnRequest,
    Issue,
    Refuse,
    AttachSignedOrder,
    RecordTransmission,
    RecordReceipt,
    RecordFinality,
    SendCopies,
    DecideExtension,
    TreatLateAnswer,
    RecordStartNotice,
    RecordHalfwayReport,
    Reassess,
    RectifyOrder,
    ModifyOrder,
    RevokeOrder,
    RecordChallenge,
    RecordSuspension,
    LiftSuspension,
    DecideChallenge,
    RecordDeliveryAttempt,
    RecordNonExecution,
    AnswerClarification,
    RecordCopyReceipt,
    NameUpdatedOrder,
    SetDisclosure,
    ConfirmRecorded,
    ProposeCorrection,
    ProposeMove,
    ConfirmCorrection,
    RejectCorrection,
    RecordLetterIn,
    RecordLetterOut,
    AddNote,
    AttachTranslation,
    End,
    Close,
};

/// A condition of the law or of the duties that may refuse an act; its function stands in the file of its
/// part of the procedure, guards_*.cpp.
enum class Guard {
    ServicesOfProvider,
    LinkedCaseKnown,
    ResponsibleIsCoordinator,
    NotInFuture,
    PeriodWithin,
    PeriodPositive,
    RequestOpen,
    RequestPeriodOver,
    AnswerAfterRequest,
    HearingOpen,
    HeardFirst,
    ServiceUndetermined,
    RemedyFitsOutcome,
    HearingDue,
    VerdictFits,
    VerdictsAgree,
    HeardBefore,
    ServiceOfCase,
    BodyNamed,
    OpinionRequested,
    ClaimFits,
    ClaimOpen,
    DocumentToQuarantine,
    DestructionDue,
    DestructionFits,
    EstablishmentMissing,
    SolicitationNeedsInterpersonal,
    NoParallelFile,
    EvidenceInWindow,
    NewNeedsEarlierOrder,
    EndWithinCap,
    CommentsInOrOver,
    OpinionInOrOver,
    ConsultationOpen,
    AdjustedToAdvice,
    AdviceDateFits,
    PauseFits,
    ConsultationRecorded,
    ConsultationComplete,
    VersionsFit,
    RenewalUnchanged,
    PointKnown,
    AdjustmentFits,
    PointsTreated,
    DeviationAgrees,
    OpinionAwaited,
    ConditionOfKind,
    CitesKnown,
    ReplacesFits,
    ConditionsSupported,
    PlanPeriodOver,
    FormFits,
    DisclosureFits,
    CitesDisclosed,
    AboutRiskReport,
    FilingToPlace,
    AttachmentsOrReasons,
    WithinDraft,
    WithinRequest,
    DeviationExplained,
    RecordedActsConfirmed,
    RecordedByAnother,
    NotTheDrafter,
    NotYetApproved,
    Approved,
    JudgeTookNoPart,
    JudgeDeclared,
    NotYetDeclared,
    BenchFits,
    OnTheBench,
    BenchDeclared,
    SignatoryFits,
    DraftDecisionFits,
    ConcursWithLast,
    MembersConcur,
    ConditionsReasoned,
    PartFits,
    NewFactsAfterRefusal,
    NoAmendment,
    AmendmentOpen,
    AmendmentCommented,
    SignedOrderFits,
    QuestionOpen,
    StartWindow,
    EvidenceAtDecision,
    OrderFactsKnown,
    AddresseeFits,
    NotYetTransmitted,
    SentOnFits,
    ReceiptFits,
    NotYetFinal,
    FinalOnFits,
    IsFinal,
    CopiesNotYetSent,
    CopiesSentOnFits,
    OrderHasEnded,
    RequestUnanswered,
    ExtensionFits,
    GrantFits,
    LateAnswerOpen,
    LateAnswersTreated,
    AnnouncementFits,
    AfterOrder,
    NoticeInTime,
    HalfwayReportInTime,
    OrderInForce,
    VersionStart,
    VersionScope,
    BasisRecorded,
    RevocationFits,
    ChallengeOpen,
    SuspensionFits,
    SuspensionOpen,
    MovedEndFits,
    OutcomeFits,
    FinalityFits,
    DeliveryFits,
    NoticeOpen,
    CopiesListed,
    CopyReceiptFits,
    NoOverlap,
    RenewalFits,
    UpdatesOrderFits,
    ReceiptRecorded,
    CorrectionFits,
    MoveFits,
    CorrectionWaits,
    CorrespondentNamed,
    LetterKept,
    TranslationFits,
    OrderLanguage,
    LetterLanguage,
    ProposedByAnother,
};

/// A guard with the name of the parameter or field that it looks at, if it takes one:
/// `period-within:art5_4.remedy.max`.
struct GuardUse {
    Guard guard;
    std::string argument;
};

/// When an act moves the case to another step than its usual one.
enum class StepCondition { AllServicesDetermined, DeterminationAnsweredAnew, OrderRemitted };

struct ConditionalStep {
    StepCondition condition;
    Step to;
};

/// One act of the legal text.
struct ActDefinition {
    std::string name;
    CaseKind kind = CaseKind::Assessment;
    std::string law;
    std::vector<Role> roles;
    std::vector<Step> from;
    std::optional<Step> to; ///< none: the step stays
    std::optional<ConditionalStep> toWhen;
    std::string tab;
    std::vector<FieldDefinition> fields;
    std::vector<GuardUse> guards;
    Effect effect = Effect::End;
    bool opensCase = false;
    bool binding = false;
    bool outside = false;
};

/// All acts of a legal text, checked when they are loaded.
class ActTable final {
public:
    /// Errors: BadInput with the path of an unknown name, an unreachable step, or a step from which no act
    /// leads to the end.
    [[nodiscard]] static Result<ActTable> load(const Json& acts);

    [[nodiscard]] const std::vector<ActDefinition>& all() const { return m_acts; }

    [[nodiscard]] const ActDefinition* find(std::string_view name) const;

private:
    std::vector<ActDefinition> m_acts;
};

[[nodiscard]] std::string_view toText(Effect effect);
[[nodiscard]] std::optional<Effect> effectFromText(std::string_view text);
[[nodiscard]] std::string_view toText(Guard guard);

} // namespace tutela::procedure

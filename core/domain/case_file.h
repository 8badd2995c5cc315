#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/base/length.h"
#include "core/domain/confidentiality.h"
#include "core/domain/correction.h"
#include "core/domain/correspondence.h"
#include "core/domain/court.h"
#include "core/domain/ids.h"
#include "core/domain/order_life.h"
#include "core/domain/review.h"
#include "core/domain/vocabulary.h"
#include "core/domain/weighing.h"

namespace tutela {

/// What a provider filed: the original as it was received, and what it is.
struct ReceivedFiling {
    EntrySeq entry;
    Day receivedOn{};
    DocumentId original;
    std::int64_t findings = 0;
    FilingKind kind = FilingKind::RiskReport;
    std::string form = {}; ///< id of the form it was read by; empty: kept as a document
    std::int64_t version = 1; ///< among the filings of that kind in the case
    std::optional<Day> assessedOn = {}; ///< Art 3(4), as the report says
    MeasuresStated measures = MeasuresStated::NotRead; ///< of a risk report
    std::optional<CaseId> movedTo = {}; ///< it was in the wrong file and does not count here any more
    std::optional<CaseId> movedFrom = {};
};

/// An answer in part: it is kept, and the request stays open (Art 5(3)).
struct PartialAnswer {
    EntrySeq entry;
    Day receivedOn{};
};

struct InformationRequest {
    std::string id;
    EntrySeq entry;
    Day askedOn{};
    Length period;
    bool suspendsReview = false; ///< Art 5(3): true for the review of a report, false under Art 7(2)
    std::vector<PartialAnswer> partialAnswers;
    std::optional<Day> answeredOn; ///< the day the complete answer arrived
    std::optional<Day> closedUnansweredOn;
    std::optional<EntrySeq> answer;
    std::optional<EntrySeq> closed = {};
    AskedBody of = AskedBody::Provider; ///< Art 7(2); always the provider under Art 5(3)
    Sought seeks = Sought::Information;
};

/// What the authority decided when it was asked to extend a period that it had set.
struct PeriodExtension {
    EntrySeq entry;
    std::string clock; ///< the running of the clock: "DL07/R1"
    Day requestedOn{};
    Day decidedOn{};
    Length by; ///< what was granted or, when refused, asked for
    ExtensionDecision decision = ExtensionDecision::Granted;
};

/// Something that came when its period had ended or when it was not waited for any more. It is kept in any
/// case, and the authority says whether it considered it.
struct LateAnswer {
    std::string id; ///< "L1"
    EntrySeq entry;
    std::string clock; ///< the running of the clock whose period it missed: "DL07/R1"
    Day receivedOn{};
    Consideration consideration = Consideration::Undecided;
    std::optional<EntrySeq> treatment = {};
};

struct Hearing {
    std::string id;
    EntrySeq entry;
    Day invitedOn{};
    Length period;
    std::optional<Day> repliedOn;
    std::optional<EntrySeq> reply;
    std::optional<ServiceId> service = {}; ///< on which the provider is heard; none: on all of the file

    [[nodiscard]] bool isOn(const ServiceId& one) const { return !service || *service == one; }
};

struct Determination {
    ServiceId service;
    EntrySeq entry;
    Compliance outcome;
    Day madeOn{};
    std::optional<Length> remedyPeriod; ///< Art 5(4), only for an adverse determination
};

struct Evidence {
    std::string id;
    EntrySeq entry;
    Day observedOn{};
};

/// One version of the draft request (Art 7(3)); version 1 goes out for comments, version 2 is re-sent.
struct DraftRequest {
    std::int64_t version = 1;
    EntrySeq entry;
    OrderScope scope;
    Day sentOn{};
    std::optional<Length> commentsPeriod;
    std::optional<Day> euCentreReceivedOn;
};

struct ProviderComments {
    EntrySeq entry;
    std::int64_t draftVersion = 1;
    Day receivedOn{};
};

/// The EU Centre's opinion, bound to the version of the draft it was given on.
struct CentreOpinion {
    EntrySeq entry;
    std::int64_t draftVersion = 1;
    OpinionOutcome outcome;
    Day givenOn{};
    std::int64_t points = 0;
    std::string id = {}; ///< "O1"
};

/// A day as the provider and as the data-protection authority state it.
struct DayBySource {
    std::optional<Day> provider = {};
    std::optional<Day> dpa = {};

    [[nodiscard]] bool differs() const { return provider && dpa && *provider != *dpa; }
};

/// The data-protection authority waits for information (Art 36(2) GDPR, last sentence).
struct ConsultationPause {
    EntrySeq entry;
    Day stoppedOn{};
    std::optional<Day> resumedOn = {};
    std::optional<EntrySeq> resumed = {};
};

/// The provider's prior consultation of the data-protection authority (Art 36 GDPR): the authority keeps a
/// record of it and never starts, stops or extends it.
struct Consultation {
    std::string id;
    EntrySeq entry;
    Day requestedOn{};
    std::optional<Length> extension;
    std::optional<Day> extensionAnnouncedOn;
    std::optional<ConsultationOutcome> outcome;
    std::optional<Day> outcomeOn;
    std::optional<EntrySeq> advice;
    std::int64_t points = 0;
    std::optional<EntrySeq> extended = {};
    DayBySource requested = {};
    DayBySource ended = {};
    std::vector<ConsultationPause> pauses = {};
    std::optional<DocumentId> lodged = {}; ///< the advice as the data-protection authority lodged it
    std::optional<DocumentId> providersCopy = {}; ///< the advice as the provider attached it
    std::optional<DpaCompetence> competence = {};
    std::int64_t assessmentVersion = 0; ///< of the impact assessment that the advice is about; 0: not stated
    std::int64_t planVersion = 0; ///< of the plan that the advice is about; 0: not stated
};

struct PlanDemand {
    EntrySeq entry;
    Day demandedOn{};
    Length period;
};

struct ImplementationPlan {
    EntrySeq entry;
    Day receivedOn{};
    bool submitted = true; ///< false: not submitted despite demand
    bool renewalWithoutChange = false;
    std::int64_t draftVersion = 0; ///< of the draft that it answers
};

/// What is submitted to the head for approval and then filed with the court (Art 7(3), third subparagraph).
struct OrderRequest {
    EntrySeq entry;
    PersonId drafter;
    OrderScope scope;
    bool deviatesFromOpinion = false;
    std::optional<PersonId> approvedBy;
    std::optional<EntrySeq> approval;
    std::optional<Day> filedOn;
    std::optional<EntrySeq> filing;
    std::string bundleHash; ///< SHA-256 of the frozen bundle in hexadecimal, empty until filed
    std::vector<EntrySeq> bundle; ///< entries whose texts and documents the court reads
    std::int64_t version = 1; ///< among the requests of the file; approval and decision are bound to it
    Addressee addressee = Addressee::MainEstablishment;
    Day submittedOn{};
    std::optional<Length> commentsPeriod = {}; ///< of the provider on an amended version
};

struct ConflictDeclaration {
    PersonId judge;
    EntrySeq entry;
    bool steppedAside = false;
};

/// A draft of the decision on which the members of a bench are asked, and who agreed to it.
struct DecisionDraft {
    EntrySeq entry;
    std::int64_t version = 1;
    CourtDecision decision = CourtDecision::Issued;
    OrderScope scope; ///< empty for a refusal
    std::int64_t requestVersion = 0; ///< of the request on which it decides
    std::vector<PersonId> agreed; ///< who drafted it first
};

struct CourtQuestion {
    std::string id;
    EntrySeq entry;
    std::optional<EntrySeq> answer;
};

/// Something that the provider sent during the life of an order: the notice before it starts (Art 10(4)(e)),
/// the report at half of it (Art 9(3)).
struct ReceivedNotice {
    EntrySeq entry;
    Day receivedOn{};
    std::string id = {}; ///< of a report: "P1"
};

/// Art 9(4): whether the grounds for the order still hold.
struct Reassessment {
    EntrySeq entry;
    Day madeOn{};
    ReassessmentOutcome outcome = ReassessmentOutcome::GroundsHold;
};

struct DetectionOrder {
    EntrySeq entry;
    PersonId judge;
    CourtDecision decision;
    Day decidedOn{};
    OrderScope scope; ///< of the version in force; empty for a refusal
    std::optional<Day> transmittedOn;
    std::optional<Instant> receivedAt;
    std::optional<Day> receivedOn;
    std::optional<Day> finalOn;
    std::optional<Day> copiesSentOn;
    Addressee addressee = Addressee::MainEstablishment;
    std::optional<EntrySeq> receipt = {};
    std::optional<EntrySeq> finality = {};
    std::optional<SignedOrder> signedFile = {};
    std::int64_t requestVersion = 0; ///< of the request that was decided on; 0: there was none
    std::optional<Day> finalCopyOn = {}; ///< the day the authority had the copy of the final order
    std::optional<EntrySeq> copies = {};
    std::vector<ReceivedNotice> startNotices = {};
    std::vector<ReceivedNotice> halfwayReports = {};
    std::vector<Reassessment> reassessments = {};
    std::vector<OrderVersion> versions = {}; ///< all of them, once there is more than one
    std::optional<OrderEnd> ended = {};
    std::vector<Challenge> challenges = {};
    std::vector<Suspension> suspensions = {};
    std::vector<DeliveryAttempt> attempts = {};
    std::vector<NonExecutionNotice> notices = {};
    std::vector<OrderCopy> copyList = {};
};

/// An act of another institution that was entered from its signed letter.
struct RecordedAct {
    EntrySeq entry;
    PersonId recordedBy;
    std::optional<PersonId> confirmedBy;
};

struct Participation {
    PersonId person;
    Role role;
    std::string act;
};

/// A document of the case, without its name.
struct CaseDocument {
    DocumentId id;
    EntrySeq entry;
    bool ofProvider = false; ///< the provider filed it itself
};

/// What was decided on a party's access to a document; the last one counts.
struct Disclosure {
    EntrySeq entry;
    DocumentId document;
    Party party = Party::Provider;
    DisclosureState state = DisclosureState::NotDecided;
    Day on{};
};

/// A case as the fold of its entries: days, numbers and ids only. Names and texts stand in the vault under
/// the entry's number, so that erasing them changes no step and no clock.
struct CaseFile {
    CaseId id;
    CaseKind kind = CaseKind::Assessment;
    Step step = Step::Received;
    std::string rulebook; ///< pinned when the case was opened
    ProviderId provider{""};
    std::string providerState; ///< Member State of the provider when the case was opened: "DE", or empty
    std::vector<ServiceId> services;
    std::optional<CaseId> linkedCase;
    std::optional<CaseId> afterRefusal; ///< the refused file after which this one was opened on new facts
    std::optional<CaseId> renews; ///< the file whose order this one is to follow without a gap
    std::optional<CaseId> updatesOrder; ///< the file whose order asked for this assessment, Art 3(4)(a)
    std::optional<PersonId> responsible;
    std::vector<PersonId> desks; ///< everybody who was ever responsible, in that order
    std::int64_t streamSeq = 0; ///< number of entries folded
    Instant openedAt{};

    std::vector<ReceivedFiling> filings;
    std::vector<InformationRequest> requests;
    std::vector<Hearing> hearings;
    std::vector<Determination> determinations;
    std::vector<SubjectVerdict> verdicts;
    std::vector<EarlyUpdate> earlyUpdates;

    std::optional<DetectionKind> detectionKind;
    std::vector<Evidence> evidence;
    std::vector<DraftRequest> drafts;
    std::vector<ProviderComments> comments;
    std::vector<CentreOpinion> opinions;
    std::vector<Consultation> consultations;
    std::optional<PlanDemand> planDemand;
    std::optional<ImplementationPlan> plan;
    std::vector<ImplementationPlan> earlierPlans; ///< replaced by `plan`
    std::optional<OrderRequest> request;
    std::optional<OrderRequest> amendment; ///< a new version, from its draft until it is filed
    std::vector<OrderRequest> earlierRequests; ///< filed before `request`
    std::int64_t requestVersions = 0; ///< how many were submitted so far
    std::vector<ConflictDeclaration> declarations;
    std::vector<Bench> benches; ///< the last one counts; none: any judge of the court decides alone
    std::vector<DecisionDraft> decisionDrafts;
    std::vector<CourtQuestion> questions;
    std::optional<DetectionOrder> order;
    std::vector<DetectionOrder> earlierOrders; ///< set aside by a court that sent the matter back
    std::vector<RecordedAct> recorded;
    std::vector<CaseDocument> documents;
    std::vector<Disclosure> disclosures;
    std::vector<ConfidentialityClaim> claims;
    std::vector<QuarantinedDocument> quarantined;
    std::vector<Participation> participants;
    std::vector<RecordedReceipt> receipts; ///< every day of receipt in the file, as it counts now
    std::vector<Correction> corrections;
    std::optional<Day> endedOn;
    std::vector<PeriodExtension> extensions;
    std::vector<LateAnswer> lateAnswers;
    std::vector<PointTreatment> treatments;
    std::vector<PointAdjustment> adjustments;
    std::vector<OpinionReminder> reminders;
    std::vector<ConditionCell> cells; ///< Art 7(4) to (8), as the authority weighs
    std::vector<Letter> letters;
    std::vector<Translation> translations;
    std::vector<EntrySeq> entries; ///< all that were folded, in their order
};

/// The number of an entry in its file, from 1; nothing for one of another file.
[[nodiscard]] std::optional<std::int64_t> numberInFile(const CaseFile& file, EntrySeq entry);

/// The first filing that counts in this file, or null.
[[nodiscard]] const ReceivedFiling* firstCounted(const CaseFile& file);

/// The last determination on a service, or null.
[[nodiscard]] const Determination* lastDetermination(const CaseFile& file, const ServiceId& service);

/// Whether the provider answered an adverse determination on the service with another report (Art 5(4)), so
/// that the service has to be determined again.
[[nodiscard]] bool answeredAnew(const CaseFile& file, const ServiceId& service);

/// The last verdict on each subject of a service, in the order of the subjects.
[[nodiscard]] std::vector<SubjectVerdict> verdictsOn(const CaseFile& file, const ServiceId& service);

/// The record of a document in quarantine, or null.
[[nodiscard]] const QuarantinedDocument* quarantineOf(const CaseFile& file, const DocumentId& document);

/// The last day on which the order applies: the stated one, or the day before it was revoked or annulled.
[[nodiscard]] Day lastDayInForce(const DetectionOrder& order);

/// How the version in force came about.
[[nodiscard]] OrderChange lastChange(const DetectionOrder& order);

/// Whether a court has still to decide on a challenge of the order (Art 9(1)).
[[nodiscard]] bool isChallenged(const DetectionOrder& order);

/// Whether the whole order is suspended on a day.
[[nodiscard]] bool isSuspended(const DetectionOrder& order, Day day);

/// The parts of the order that are suspended on a day while the others apply.
[[nodiscard]] std::vector<std::string> suspendedParts(const DetectionOrder& order, Day day);

/// Where the order stands on a day.
/// Law: Art 7(9). The stated start and end count; neither receipt nor a suspension moves them.
[[nodiscard]] OrderStatus orderStatus(const DetectionOrder& order, Day today);

/// The last decision on a party's access to a document, or null.
[[nodiscard]] const Disclosure* disclosureOf(const CaseFile& file, const DocumentId& document, Party party);

/// What a party has of a document of the case.
[[nodiscard]] DisclosureState disclosureState(
    const CaseFile& file, const CaseDocument& document, Party party);

/// Whether this person declared to have no conflict in this case and did not step aside since.
[[nodiscard]] bool hasDeclaredNoConflict(const CaseFile& file, const PersonId& judge);

/// Whether this person's last word on a conflict was to step aside.
[[nodiscard]] bool hasSteppedAside(const CaseFile& file, const PersonId& judge);

/// The request that the authority is preparing: the amendment if there is one, or null.
[[nodiscard]] const OrderRequest* requestInHand(const CaseFile& file);

/// The version of the request that this entry submitted and that was filed, or null.
[[nodiscard]] const OrderRequest* filedRequestOf(const CaseFile& file, EntrySeq entry);

/// The bench to which the file is allocated now, or null.
[[nodiscard]] const Bench* benchOf(const CaseFile& file);

/// Whether this judge may work on the file: on its bench, or no bench was recorded.
[[nodiscard]] bool isOnBench(const CaseFile& file, const PersonId& judge);

} // namespace tutela

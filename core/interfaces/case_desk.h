#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/domain/act_form.h"
#include "core/domain/case_file.h"
#include "core/domain/case_warning.h"
#include "core/domain/document_flag.h"
#include "core/interfaces/weighing_views.h"

namespace tutela::interfaces {

/// One numbered step of "Why this date?".
struct ClockStep {
    std::string rule; ///< "Reg. 1182/71 Art 3(4)"
    Message text;
    std::string result; ///< the date reached, or empty
};

/// A place where the law can be read in several ways and a clock depends on it. Texts: "reading.<key>" and
/// "reading.<key>.<option>".
struct ReadingView {
    std::string key;
    std::string law;
    std::string followed;
    std::vector<std::string> others;
};

/// A statutory clock of a case with its reasons.
struct ClockView {
    std::string id; ///< "DL06", with the instance behind a slash where there are several: "DL07/R2"
    std::string law;
    std::string actor; ///< term id: who has to act
    ClockState state = ClockState::NotStarted;
    std::optional<Day> end; ///< last day; none while a pause is open
    bool confirmed = true; ///< false when a calendar year is not covered
    std::optional<std::int64_t> daysLeft;
    std::vector<ClockStep> steps;
    std::vector<ReadingView> readings;
    bool setByAuthority = false; ///< the length was set case by case: it may be extended on request
    std::string service = {}; ///< name of the one service of the case that it runs for, or empty
};

struct DocumentView {
    DocumentId id;
    std::string name; ///< foreign text
    std::string mediaType;
    std::int64_t size = 0;
    std::string sha256;
    std::optional<DocumentFlag> flag = std::nullopt; ///< to be known before anybody opens it
};

/// A labelled value of a card; `value` is foreign text or already formatted. A day or an instant is given
/// beside it, so that a screen can write it in its own way.
struct FieldView {
    Message label;
    std::string value;
    std::optional<Day> day = std::nullopt;
    std::optional<Instant> instant = std::nullopt;
    std::vector<Message> lines = {}; ///< sentences in place of a value
};

/// A prior consultation as one thing, beside its record in the file of the same index.
struct ConsultationView {
    AdviceMatch match = AdviceMatch::NoDocument;
    std::optional<DocumentView> lodged; ///< by the data-protection authority
    std::optional<DocumentView> providersCopy;
    std::optional<Day> copyReceivedOn;
};

/// What one party has of a document.
struct AccessState {
    Party party = Party::Provider;
    DisclosureState state = DisclosureState::NotDecided;
    std::optional<Day> on;
    std::string ground; ///< why it is withheld or given in part
};

/// One line of the index of the file.
struct AccessRow {
    DocumentView document;
    Message cameWith;
    std::vector<AccessState> parties;
};

/// Something in the file that a person reads as one thing: a filing, a request, an opinion, a decision.
struct Card {
    std::string tab; ///< "information-requests": one of kTabs
    EntrySeq entry = 0;
    std::string id; ///< "R1", "C1", or empty
    Message title;
    std::optional<Term> status;
    Instant at{};
    std::string by; ///< name and role of the person who entered it
    std::vector<FieldView> fields;
    std::vector<DocumentView> documents;
    bool recordedFromDocument = false;
    bool confirmed = true; ///< false while a second person has not confirmed a recorded act
};

/// The tabs of a case, in the order in which they stand. Labels: text "tab.<id>".
inline constexpr std::string_view kTabs[] = {"overview", "risk-report", "measures", "information-requests",
    "draft-and-comments", "opinions", "prior-consultation", "implementation-plan", "request", "decision",
    "order", "letters", "documents", "access-to-the-file", "who-can-see-this", "history"};

/// One line of the case's history.
struct HistoryRow {
    EntrySeq entry = 0;
    std::int64_t streamSeq = 0;
    Instant at{};
    std::string by;
    std::string act;
    std::optional<Step> from;
    std::optional<Step> to;
    bool recordedFromDocument = false;
};

/// Says in one line what state the case is in, who must act and until when.
struct Banner {
    Message state;
    Message next;
    std::optional<Day> due;
    std::vector<Message> missing = {}; ///< who would have to act and is not there
};

/// Somebody of the court: a judge, or a clerk.
struct CourtPerson {
    PersonId id;
    std::string name;
    Role role = Role::Judge;
};

/// A case as the person signed in may see it.
struct CaseView {
    CaseFile file;
    std::string provider; ///< name
    std::vector<std::string> services; ///< names, in the order of file.services
    std::string responsible;
    WaitingFor waitingFor = WaitingFor::Nobody;
    Banner banner;
    std::vector<ClockView> clocks;
    std::vector<CaseWarning> warnings; ///< most pressing first
    std::vector<Card> cards;
    std::vector<ConsultationView> consultations;
    std::vector<PointRow> points; ///< of opinions, advice and comments, as far as they may be read
    std::vector<ConditionRow> conditions; ///< Art 7(4) to (8); for the authority and the court
    std::vector<AccessRow> access; ///< for the authority and the court
    std::vector<HistoryRow> history;
    std::vector<std::string> audiences; ///< terms: who can see this case
    std::vector<CourtPerson> court; ///< to whom a case before the court may be allocated
    bool mustDeclareFirst = false; ///< a judge who has not declared yet sees nothing but this
};

/// Where a clock stands.
struct ClockStand {
    ClockState state = ClockState::NotStarted;
    std::optional<Day> end; ///< last day; none while a pause is open
    bool confirmed = true; ///< false when a calendar year is not covered

    friend bool operator==(const ClockStand&, const ClockStand&) = default;
};

/// A clock before and after an act.
struct ClockChange {
    std::string id; ///< as in ClockView
    std::string law;
    std::optional<ClockStand> before; ///< none: the act starts it
    std::optional<ClockStand> after; ///< none: the act takes it away
    std::string service = {}; ///< as in ClockView

    [[nodiscard]] bool changed() const { return before != after; }
};

/// Why an act may not be performed now.
struct WhyNot {
    std::string code; ///< "E_STEP", "E_ROLE", "E_GUARD_…"
    Message text;
    std::string law;
};

/// An act as it stands in the legal text, and whether this person may perform it on the case now.
struct ActOffer {
    std::string act;
    CaseKind kind = CaseKind::Assessment;
    std::vector<Role> roles;
    std::vector<Step> from; ///< empty: opens a case
    std::optional<Step> to; ///< none: the step stays
    std::string law;
    std::string tab; ///< the page on which the desktop performs it
    bool binding = false; ///< carries the person's signature
    bool outside = false; ///< of another institution: may be recorded from a document by the authority
    bool touchesClocks = false; ///< its effect can start, stop, move or end a statutory clock
    bool onlyFromDocument = false; ///< this person is not of that institution and can only record it
    std::vector<FieldDefinition> fields;
    bool allowed = false;
    std::vector<WhyNot> whyNot;
    std::vector<WhyNot> points; ///< to check before it is performed; they refuse nothing
    Json suggested; ///< what follows from the file and can be taken over; null for most acts
};

struct AttachedFile {
    std::string name;
    std::string bytes;
};

struct ActRequest {
    std::string act;
    std::optional<CaseId> caseId; ///< none for an act that opens a case
    Json data;
    std::vector<AttachedFile> attachments;
    std::optional<std::int64_t> expectedStreamSeq;
    std::string key; ///< makes a repeat harmless; empty for none
};

/// What an act would do, computed as the act itself is and kept nowhere.
struct ActPreview {
    std::vector<WhyNot> refused; ///< empty when the act could be performed
    bool counted = false; ///< false while something that steers a date is missing or refused: no dates yet
    std::optional<Step> step; ///< afterwards
    std::vector<ClockChange> clocks; ///< every clock that this person may see, moved or not
    bool onConfirmation = false; ///< a second person has to confirm before they move
    std::vector<ActUnderOldDate> actsUnderOldDate; ///< stay as they are
    std::vector<Message> warnings;
    std::vector<Message> differences; ///< of a decision from the request, as far as it is filled in
};

struct ActReceipt {
    CaseId caseId;
    std::int64_t streamSeq = 0;
    std::int64_t seq = 0;
    std::string leaf; ///< hexadecimal
    Step step = Step::Received;
    std::vector<ClockView> clocks;
    std::vector<Message> warnings;
    std::vector<ClockChange> moved = {}; ///< the clocks that the act changed
    /// Other files that the act changed: one that took over a filing, those with a document in quarantine.
    std::vector<CaseId> alsoChanged = {};
};

/// One point of an order's life, past or to come.
struct OrderEvent {
    std::string id; ///< term id: "order.event.issued"
    std::optional<Day> day;
    std::string law;
    bool happened = false;
};

/// The order as the court signed it outside.
struct SignedFileView {
    DocumentId document;
    std::string name; ///< foreign text
    std::string sha256;
    bool preserved = false; ///< it begins with the bytes that the register exported
};

/// One line of a section of the order's life.
struct OrderLine {
    std::optional<Day> day;
    Message text;
    std::optional<Term> status = std::nullopt;
};

/// Versions, delivery, notices, challenges, suspensions or copies of an order.
struct OrderSection {
    std::string id; ///< term id: "order.section.versions"
    std::vector<OrderLine> lines;
};

struct OrderView {
    std::string reference; ///< "D-2026-0001/O1"
    DetectionKind kind = DetectionKind::Known;
    OrderStatus status = OrderStatus::IssuedReceiptAwaited;
    bool final = false;
    OrderScope scope;
    std::optional<Day> latestLawfulReceipt; ///< last day of receipt for which the stated start stays lawful
    std::vector<OrderEvent> timeline;
    std::string language = "en"; ///< in which it is printed unless another is chosen
    std::optional<SignedFileView> signedFile = {}; ///< then this is the order, every export an unsigned copy
    bool challenged = false; ///< a court has still to decide: it is not final
    std::vector<std::string> suspendedParts = {}; ///< today, while the other parts apply
    std::vector<OrderSection> sections = {};
};

/// The file of one case, and everything that can be done to it.
class CaseDesk {
public:
    virtual ~CaseDesk() = default;

    /// Errors: NotAllowed when the case does not exist or this person may not see it.
    [[nodiscard]] virtual Result<CaseView> open(const CaseId& caseId, std::optional<Instant> asOf) = 0;

    /// Every act of the legal text; with a case, those of its kind and whether they are possible now.
    [[nodiscard]] virtual Result<std::vector<ActOffer>> acts(const std::optional<CaseId>& caseId) = 0;

    /// What would refuse this act as it is filled in so far, and the dates that it would move.
    [[nodiscard]] virtual Result<ActPreview> preview(const ActRequest& request) = 0;

    /// Performs the act. Errors: Refused, NotAllowed, Conflict, BadInput, Storage, Busy.
    [[nodiscard]] virtual Result<ActReceipt> perform(const ActRequest& request) = 0;

    /// The bytes of a document that this person may see.
    [[nodiscard]] virtual Result<std::string> document(const DocumentId& document) = 0;

    [[nodiscard]] virtual Result<OrderView> order(const CaseId& caseId) = 0;

    /// The order as PDF bytes in one of kLetterLanguages; without a language in its own. Errors: Refused
    /// while there is none, BadInput for another language.
    [[nodiscard]] virtual Result<std::string> orderDocument(
        const CaseId& caseId, std::string_view language) = 0;

    /// The frozen bundle before the court as PDF bytes in one of kLetterLanguages. Errors: NotAllowed for
    /// others than the authority and the court, Refused before a request was filed, BadInput for another
    /// language.
    [[nodiscard]] virtual Result<std::string> bundleDocument(
        const CaseId& caseId, std::string_view language) = 0;

    /// "Why this date?" of one clock of the case as PDF bytes. Errors: NotAllowed as with open, BadInput when
    /// the case has no such clock.
    [[nodiscard]] virtual Result<std::string> dateSheet(const CaseId& caseId, std::string_view clock) = 0;

    /// The index of the file with what each party has of it, as PDF bytes. Errors: NotAllowed as with open,
    /// Refused when this person is not shown the index.
    [[nodiscard]] virtual Result<std::string> accessIndex(const CaseId& caseId) = 0;

    /// JSON Schema 2020-12 of an act's data.
    [[nodiscard]] virtual Result<Json> actSchema(std::string_view act) = 0;
};

} // namespace tutela::interfaces

#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/procedure/guard_rows.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

void unchanged(CaseFile&) { }

void askedOnFriday(CaseFile& file)
{
    file.requests.push_back({"R1", 11, day("2026-04-10"), length("P2W"), true, {}, {}, {}, {}});
}

void askedOnSaturday(CaseFile& file)
{
    file.requests.push_back({"R1", 11, day("2026-04-11"), length("P2W"), true, {}, {}, {}, {}});
}

void answered(CaseFile& file)
{
    askedOnFriday(file);
    file.requests.back().answeredOn = day("2026-04-20");
}

void closedUnanswered(CaseFile& file)
{
    askedOnFriday(file);
    file.requests.back().closedUnansweredOn = day("2026-04-27");
}

void partlyAnswered(CaseFile& file)
{
    askedOnFriday(file);
    file.requests.back().partialAnswers.push_back({12, day("2026-04-15")});
}

void invited(CaseFile& file)
{
    file.hearings.push_back({"H1", 13, day("2026-04-10"), length("P2W"), {}, {}});
}

void heard(CaseFile& file)
{
    invited(file);
    file.hearings.back().repliedOn = day("2026-04-15");
}

void heardOnFirst(CaseFile& file)
{
    heard(file);
    file.hearings.back().service = ServiceId("S-0001");
}

void determinedFirst(CaseFile& file)
{
    file.determinations.push_back({ServiceId("S-0001"), 14, Compliance::Complied, day("2026-04-20"), {}});
}

void withDraft(CaseFile& file)
{
    file.drafts.push_back({1, 22, {{"chats", "groups"}, day("2027-01-01"), day("2027-12-31")},
        day("2026-06-01"), length("P2W"), day("2026-06-02")});
}

void withComments(CaseFile& file)
{
    withDraft(file);
    file.comments.push_back({23, 1, day("2026-06-10")});
}

void withOpinion(CaseFile& file)
{
    withDraft(file);
    file.opinions.push_back({24, 1, OpinionOutcome::Favourable, day("2026-06-12"), 0});
}

void withUnfavourableOpinion(CaseFile& file)
{
    withOpinion(file);
    file.opinions.back().outcome = OpinionOutcome::Unfavourable;
}

void withConsultation(CaseFile& file)
{
    file.consultations.push_back({"C1", 25, day("2026-06-20"), {}, {}, {}, {}, {}, 0});
}

void withExtension(CaseFile& file)
{
    withConsultation(file);
    file.consultations.back().extension = length("P6W");
}

void withAdvice(CaseFile& file)
{
    withConsultation(file);
    file.consultations.back().outcome = ConsultationOutcome::Advice;
}

void withSilentDpa(CaseFile& file)
{
    withConsultation(file);
    file.consultations.back().outcome = ConsultationOutcome::EndedWithoutAdvice;
    file.plan = ImplementationPlan{26, day("2026-07-20"), true, false};
    file.opinions.push_back({24, 1, OpinionOutcome::Favourable, day("2026-06-12"), 0});
}

void complete(CaseFile& file)
{
    withAdvice(file);
    withOpinion(file);
    file.plan = ImplementationPlan{26, day("2026-07-20"), true, false};
}

void completeSolicitation(CaseFile& file)
{
    file.detectionKind = DetectionKind::Solicitation;
    file.plan = ImplementationPlan{26, day("2026-07-20"), true, false};
    file.opinions.push_back({24, 1, OpinionOutcome::Favourable, day("2026-06-12"), 0});
}

void renewedSolicitation(CaseFile& file)
{
    completeSolicitation(file);
    file.plan->renewalWithoutChange = true;
}

void solicitation(CaseFile& file)
{
    file.detectionKind = DetectionKind::Solicitation;
}

void newMaterial(CaseFile& file)
{
    file.detectionKind = DetectionKind::New;
}

void planDemanded(CaseFile& file)
{
    file.planDemand = PlanDemand{27, day("2026-07-01"), length("P30D")};
}

void withoutEvidence(CaseFile& file)
{
    file.evidence.clear();
}

void recordedByMe(CaseFile& file)
{
    file.recorded.push_back({24, PersonId("U-0001"), {}});
}

void recordedByTheOther(CaseFile& file)
{
    file.recorded.push_back({24, PersonId("U-0002"), {}});
}

void recordedAndConfirmed(CaseFile& file)
{
    file.recorded.push_back({24, PersonId("U-0002"), PersonId("U-0003")});
}

void withReceipt(CaseFile& file)
{
    file.receipts.push_back(
        {10, ReceiptKind::Filing, day("2026-03-02"), {}, "", day("2026-03-04"), PersonId("U-0001")});
}

void withAnswerReceived(CaseFile& file)
{
    askedOnFriday(file);
    file.receipts.push_back(
        {12, ReceiptKind::Answer, day("2026-04-20"), {}, "R1", day("2026-04-22"), PersonId("U-0002")});
}

void withConsultationReceived(CaseFile& file)
{
    withConsultation(file);
    file.consultations.back().outcomeOn = day("2026-07-10");
    file.receipts.push_back({25, ReceiptKind::ConsultationRequest, day("2026-06-20"), {}, "C1",
        day("2026-06-22"), PersonId("U-0002")});
}

void withOrderReceived(CaseFile& file)
{
    file.order->transmittedOn = day("2026-09-02");
    file.receipts.push_back({41, ReceiptKind::Order, day("2026-09-04"), instant("2026-09-04T08:00:00Z"), "",
        day("2026-09-05"), PersonId("U-0007")});
}

void correctedBy(CaseFile& file, const char* proposer, CorrectionState state)
{
    withReceipt(file);
    Correction correction{"K1", 60, 10, ReceiptKind::Filing, day("2026-03-02"), day("2026-03-04")};
    correction.proposedBy = PersonId(proposer);
    correction.state = state;
    file.corrections.push_back(correction);
}

void correctedByAnother(CaseFile& file)
{
    correctedBy(file, "U-0002", CorrectionState::Proposed);
    file.receipts.back().recordedBy = PersonId("U-0003");
}

void correctedByMyself(CaseFile& file)
{
    correctedBy(file, "U-0001", CorrectionState::Proposed);
}

void myRecordCorrectedByAnother(CaseFile& file)
{
    correctedBy(file, "U-0002", CorrectionState::Proposed);
}

void correctionConfirmed(CaseFile& file)
{
    correctedBy(file, "U-0002", CorrectionState::Confirmed);
}

void draftedByAnother(CaseFile& file)
{
    file.request->drafter = PersonId("U-0002");
}

void notApproved(CaseFile& file)
{
    file.request->approvedBy.reset();
}

void tookPartAsJudge(CaseFile& file)
{
    file.participants = {{PersonId("U-0001"), Role::Judge, "declare-no-conflict"}};
}

void declared(CaseFile& file)
{
    file.declarations.push_back({PersonId("U-0001"), 33, false});
}

void steppedAside(CaseFile& file)
{
    declared(file);
    file.declarations.push_back({PersonId("U-0001"), 34, true});
}

void anotherDeclared(CaseFile& file)
{
    file.declarations.push_back({PersonId("U-0008"), 33, false});
}

void questioned(CaseFile& file)
{
    file.questions.push_back({"Q1", 35, {}});
}

void questionAnswered(CaseFile& file)
{
    file.questions.push_back({"Q1", 35, 36});
}

void transmitted(CaseFile& file)
{
    file.order->transmittedOn = day("2026-09-03");
}

void received(CaseFile& file)
{
    transmitted(file);
    file.order->receivedOn = day("2026-09-05");
}

void becameFinal(CaseFile& file)
{
    received(file);
    file.order->finalOn = day("2026-10-05");
}

void copiesSent(CaseFile& file)
{
    becameFinal(file);
    file.order->copiesSentOn = day("2026-10-06");
}

void refusedByTheCourt(CaseFile& file)
{
    file.order->decision = CourtDecision::Refused;
    file.order->scope = {};
}

void stopped(CaseFile& file)
{
    withConsultation(file);
    file.consultations.back().pauses.push_back({28, day("2026-07-01")});
}

void resumed(CaseFile& file)
{
    stopped(file);
    file.consultations.back().pauses.back().resumedOn = day("2026-07-10");
}

void withProvidersCopy(CaseFile& file)
{
    complete(file);
    file.consultations.back().outcome.reset();
    file.consultations.back().providersCopy = DocumentId("DOC-000009");
}

void withDocuments(CaseFile& file)
{
    file.documents = {{DocumentId("DOC-000001"), 21, false}, {DocumentId("DOC-000002"), 23, true}};
}

void withDisclosed(CaseFile& file)
{
    withDocuments(file);
    file.disclosures = {
        {29, DocumentId("DOC-000001"), Party::Provider, DisclosureState::Withheld, day("2026-05-02")},
        {30, DocumentId("DOC-000001"), Party::Provider, DisclosureState::NonConfidentialVersion,
            day("2026-05-03")}};
}

void withWithheld(CaseFile& file)
{
    withDisclosed(file);
    file.disclosures.pop_back();
}

void holdsAnImpactAssessment(CaseFile& file)
{
    file.filings.front().kind = FilingKind::ImpactAssessment;
}

/// A filing of that kind attached under that name, with as many points to check.
ReadAttachment attached(const char* name, FilingKind kind, std::size_t findings = 0)
{
    domain::Filing filing;
    filing.kind = kind;
    filing.findings.resize(findings);
    return {name, std::move(filing)};
}

constexpr const char* kScope = R"({"parts":["chats"],"start":"2027-01-01","end":"2027-12-31"})";

// clang-format off
const GuardSentence kRows[] = {
    // The report and its receipt
    {"Art 5(1): the report is about services of this provider", "file-report", "services-of-provider", Base::None, unchanged,
        R"({"provider":"P-0001","services":["S-0001","S-0002"]})", "2026-03-02", ""},
    {"Art 5(1): not about another provider's service", "file-report", "services-of-provider", Base::None, unchanged,
        R"({"provider":"P-0001","services":["S-0001","S-0009"]})", "2026-03-02", "guard.services-of-provider"},
    {"Art 5(1): nor about one that nobody knows", "file-report", "services-of-provider", Base::None, unchanged,
        R"({"provider":"P-0001","services":["S-0404"]})", "2026-03-02", "guard.services-of-provider"},
    {"Art 7(1): a detection file is about a service of this provider", "open-detection", "services-of-provider", Base::None, unchanged,
        R"({"provider":"P-0001","service":"S-0009"})", "2026-03-02", "guard.services-of-provider"},
    {"a detection file may go back to the review of the report", "open-detection", "linked-case-known", Base::None, unchanged,
        R"({"provider":"P-0001","assessment":"A-2026-0001"})", "2026-03-02", ""},
    {"but not to a file that is none", "open-detection", "linked-case-known", Base::None, unchanged,
        R"({"provider":"P-0001","assessment":"A-2026-0404"})", "2026-03-02", "guard.linked-case-known"},
    {"Art 26(2): a coordinator is responsible", "assign", "responsible-is-coordinator", Base::Assessment, unchanged,
        R"({"responsible":"U-0002"})", "2026-03-02", ""},
    {"and nobody else", "assign", "responsible-is-coordinator", Base::Assessment, unchanged,
        R"({"responsible":"U-0404"})", "2026-03-02", "guard.responsible-is-coordinator"},
    {"Reg. 1182/71 Art 3: what starts a clock has happened", "file-report", "not-in-future", Base::None, unchanged,
        R"({"received_at":"2026-03-02T10:59:59Z"})", "2026-03-02", ""},
    {"Reg. 1182/71 Art 3: a receipt one minute ahead has not", "file-report", "not-in-future", Base::None, unchanged,
        R"({"received_at":"2026-03-02T11:01:00Z"})", "2026-03-02", "guard.not-in-future"},
    {"a day is in the future from tomorrow", "record-answer", "not-in-future", Base::Assessment, unchanged,
        R"({"received_on":"2026-03-03"})", "2026-03-02", "guard.not-in-future"},
    {"and not today", "record-answer", "not-in-future", Base::Assessment, unchanged,
        R"({"received_on":"2026-03-02"})", "2026-03-02", ""},

    // Article 5(3)
    {"Art 5(3): no more than two weeks", "ask-information", "period-within", Base::Assessment, unchanged,
        R"({"period":"P2W"})", "2026-04-10", ""},
    {"Art 5(3): fourteen days are two weeks", "ask-information", "period-within", Base::Assessment, unchanged,
        R"({"period":"P14D"})", "2026-04-10", ""},
    {"Art 5(3): fifteen days are more", "ask-information", "period-within", Base::Assessment, unchanged,
        R"({"period":"P15D"})", "2026-04-10", "guard.period-within"},
    {"Art 5(3): a month is more", "ask-information", "period-within", Base::Assessment, unchanged,
        R"({"period":"P1M"})", "2026-02-01", "guard.period-within"},
    {"Art 5(3): a period of nothing is none", "ask-information", "period-within", Base::Assessment, unchanged,
        R"({"period":"P0D"})", "2026-04-10", "guard.period-within"},
    {"Art 5(3): a length beyond all counting is more too", "ask-information", "period-within", Base::Assessment, unchanged,
        R"({"period":"P999999Y"})", "2026-04-10", "guard.period-within"},
    {"Art 7(2): the authority sets a period", "demand-information", "period-positive", Base::Detection, unchanged,
        R"({"period":"P1D"})", "2026-05-05", ""},
    {"Art 7(2): and not one of nothing", "demand-information", "period-positive", Base::Detection, unchanged,
        R"({"period":"P0D"})", "2026-05-05", "guard.period-positive"},
    {"Art 7(3)(c): comments need a period too", "send-draft", "period-positive", Base::Detection, unchanged,
        R"({"comments_period":"P0W"})", "2026-05-05", "guard.period-positive"},
    {"Art 5(3): an open request is closed", "close-request-unanswered", "request-open", Base::Assessment,
        askedOnFriday, R"({"request":"R1"})", "2026-04-27", ""},
    {"Art 5(3): one answered in part too", "close-request-unanswered", "request-open", Base::Assessment,
        partlyAnswered, R"({"request":"R1"})", "2026-04-27", ""},
    {"Art 5(3): not one that was answered", "close-request-unanswered", "request-open", Base::Assessment, answered,
        R"({"request":"R1"})", "2026-04-27", "guard.request-open"},
    {"a closed request stays closed", "close-request-unanswered", "request-open", Base::Assessment, closedUnanswered,
        R"({"request":"R1"})", "2026-04-28", "guard.request-open"},
    {"a request that was not made is not closed", "close-request-unanswered", "request-open", Base::Assessment,
        askedOnFriday, R"({"request":"R2"})", "2026-04-27", "guard.request-open"},
    {"Art 5(3): silence has an exit once the period is over", "close-request-unanswered", "request-period-over",
        Base::Assessment, askedOnFriday, R"({"request":"R1"})", "2026-04-25", ""},
    {"Reg. 1182/71 Art 3(2)(c): its last day is the provider's", "close-request-unanswered", "request-period-over",
        Base::Assessment, askedOnFriday, R"({"request":"R1"})", "2026-04-24", "guard.request-period-over"},
    {"Reg. 1182/71 Art 3(4): a Saturday end runs to Monday", "close-request-unanswered", "request-period-over",
        Base::Assessment, askedOnSaturday, R"({"request":"R1"})", "2026-04-27", "guard.request-period-over"},
    {"and is over on Tuesday", "close-request-unanswered", "request-period-over",
        Base::Assessment, askedOnSaturday, R"({"request":"R1"})", "2026-04-28", ""},
    {"an answer follows its request", "record-answer", "answer-after-request", Base::Assessment, askedOnFriday,
        R"({"request":"R1","received_on":"2026-04-10"})", "2026-04-20", ""},
    {"and does not precede it", "record-answer", "answer-after-request", Base::Assessment, askedOnFriday,
        R"({"request":"R1","received_on":"2026-04-09"})", "2026-04-20", "guard.answer-after-request"},

    // A file opened for a filing that belongs to a detection file
    {"Art 5(2): a risk report is reviewed", "ask-information", "about-risk-report", Base::Assessment, unchanged,
        R"({})", "2026-04-10", ""},
    {"a plan or an impact assessment is not", "ask-information", "about-risk-report", Base::Assessment,
        holdsAnImpactAssessment, R"({})", "2026-04-10", "guard.about-risk-report"},
    {"it is placed with its detection file", "place-filing", "filing-to-place", Base::Assessment,
        holdsAnImpactAssessment, R"({})", "2026-04-10", ""},
    {"a risk report stays where it is", "place-filing", "filing-to-place", Base::Assessment, unchanged,
        R"({})", "2026-04-10", "guard.filing-to-place"},

    // Article 7(3): the plan on its form or on paper
    {"Art 7(3): a plan on its form", "record-plan", "form-fits", Base::Detection, unchanged,
        R"({"document":"plan.json"})", "2026-07-20", ""},
    {"a plan with defects is received with its points", "record-plan", "form-fits", Base::Detection, unchanged,
        R"({"document":"poor-plan.json"})", "2026-07-20", "", "warning.filing-has-findings"},
    {"on paper it needs a summary", "record-plan", "form-fits", Base::Detection, unchanged,
        R"({"document":"plan.pdf"})", "2026-07-20", "guard.form-fits.summary"},
    {"and is kept as a document", "record-plan", "form-fits", Base::Detection, unchanged,
        R"({"document":"plan.pdf","summary":"Hashes."})", "2026-07-20", ""},
    {"JSON of the provider's own too, with a word of warning", "record-plan", "form-fits", Base::Detection, unchanged,
        R"({"document":"own.json","summary":"Hashes."})", "2026-07-20", "", "warning.filing-on-no-form"},
    {"an impact assessment is no plan", "record-plan", "form-fits", Base::Detection, unchanged,
        R"({"document":"dpia.json"})", "2026-07-20", "guard.form-fits.other-kind"},
    {"Art 7(3)(b): an impact assessment of its own", "record-impact-assessment", "form-fits", Base::Detection,
        unchanged, R"({"document":"dpia.json"})", "2026-07-20", ""},
    {"a plan is no impact assessment", "record-impact-assessment", "form-fits", Base::Detection, unchanged,
        R"({"document":"plan.json"})", "2026-07-20", "guard.form-fits.other-kind"},
    {"Art 7(3): the plan itself says how it was adjusted", "record-plan", "adjusted-to-advice", Base::Detection,
        withAdvice, R"({"document":"adjusted-plan.json"})", "2026-07-20", ""},

    // GDPR 36(2): days and pauses of the prior consultation
    {"GDPR 36(2): advice follows the request", "lodge-advice", "advice-date-fits", Base::Detection, withConsultation,
        R"({"consultation":"C1","given_on":"2026-06-20"})", "2026-07-20", ""},
    {"GDPR 36(2): and does not precede it", "lodge-advice", "advice-date-fits", Base::Detection, withConsultation,
        R"({"consultation":"C1","given_on":"2026-06-19"})", "2026-07-20", "guard.advice-date-fits"},
    {"GDPR 36(2): it may stop for information", "pause-consultation", "pause-fits", Base::Detection, withConsultation,
        R"({"consultation":"C1","stopped_on":"2026-07-01"})", "2026-07-20", ""},
    {"GDPR 36(2): not before it began", "pause-consultation", "pause-fits", Base::Detection, withConsultation,
        R"({"consultation":"C1","stopped_on":"2026-06-19"})", "2026-07-20", "guard.pause-fits"},
    {"a pause ends after it began", "pause-consultation", "pause-fits", Base::Detection, withConsultation,
        R"({"consultation":"C1","stopped_on":"2026-07-01","resumed_on":"2026-06-30"})", "2026-07-20",
        "guard.pause-fits"},
    {"what is stopped is not stopped again", "pause-consultation", "pause-fits", Base::Detection, stopped,
        R"({"consultation":"C1","stopped_on":"2026-07-02"})", "2026-07-20", "guard.pause-fits.open"},
    {"it may stop a second time later", "pause-consultation", "pause-fits", Base::Detection, resumed,
        R"({"consultation":"C1","stopped_on":"2026-07-12"})", "2026-07-20", ""},
    {"but not inside the first pause", "pause-consultation", "pause-fits", Base::Detection, resumed,
        R"({"consultation":"C1","stopped_on":"2026-07-05"})", "2026-07-20", "guard.pause-fits"},
    {"the information came", "resume-consultation", "pause-fits", Base::Detection, stopped,
        R"({"consultation":"C1","resumed_on":"2026-07-10"})", "2026-07-20", ""},
    {"but not before it was asked for", "resume-consultation", "pause-fits", Base::Detection, stopped,
        R"({"consultation":"C1","resumed_on":"2026-06-30"})", "2026-07-20", "guard.pause-fits"},
    {"what runs is not resumed", "resume-consultation", "pause-fits", Base::Detection, withConsultation,
        R"({"consultation":"C1","resumed_on":"2026-07-10"})", "2026-07-20", "guard.pause-fits.none"},
    {"Art 7(3): a consultation that the plan speaks of is recorded", "record-plan", "consultation-recorded",
        Base::Detection, withAdvice, R"({"document":"adjusted-plan.json"})", "2026-07-20", ""},
    {"or it shows that it is not", "record-plan", "consultation-recorded", Base::Detection, unchanged,
        R"({"document":"adjusted-plan.json"})", "2026-07-20", "", "warning.consultation-not-recorded"},
    {"Art 7(3): the copy that the provider attached is an attachment", "submit-for-approval",
        "attachments-or-reasons", Base::Detection, withProvidersCopy, R"({})", "2026-08-01", ""},

    // Article 30(2): access to the file
    {"Art 30(2): a document of the file is disclosed", "set-disclosure", "disclosure-fits", Base::Detection, withDocuments,
        R"({"document":"DOC-000001","party":"provider","disclosure":"disclosed"})", "2026-05-05", ""},
    {"not one of another file", "set-disclosure", "disclosure-fits", Base::Detection, withDocuments,
        R"({"document":"DOC-000404","party":"provider","disclosure":"disclosed"})", "2026-05-05",
        "guard.disclosure-fits.unknown"},
    {"Art 30(2): what is withheld is withheld on a ground", "set-disclosure", "disclosure-fits", Base::Detection,
        withDocuments, R"({"document":"DOC-000001","party":"provider","disclosure":"withheld"})", "2026-05-05",
        "guard.disclosure-fits.ground"},
    {"and then may be", "set-disclosure", "disclosure-fits", Base::Detection, withDocuments,
        R"({"document":"DOC-000001","party":"provider","disclosure":"withheld","ground":"Names a witness."})",
        "2026-05-05", ""},
    {"a non-confidential version is attached", "set-disclosure", "disclosure-fits", Base::Detection, withDocuments,
        R"({"document":"DOC-000001","party":"provider","disclosure":"non-confidential-version","ground":"x"})",
        "2026-05-05", "guard.disclosure-fits.version"},
    {"nobody is kept from its own document", "set-disclosure", "disclosure-fits", Base::Detection, withDocuments,
        R"({"document":"DOC-000002","party":"provider","disclosure":"withheld","ground":"x"})", "2026-05-05",
        "guard.disclosure-fits.own"},
    {"another party may be", "set-disclosure", "disclosure-fits", Base::Detection, withDocuments,
        R"({"document":"DOC-000002","party":"other-party","disclosure":"withheld","ground":"x"})", "2026-05-05", ""},
    {"Art 30(2): a draft cites what was disclosed", "send-draft", "cites-disclosed", Base::Detection, withDisclosed,
        R"({"cited_documents":["DOC-000001"]})", "2026-05-05", ""},
    {"or what the provider sent itself", "send-draft", "cites-disclosed", Base::Detection, withDocuments,
        R"({"cited_documents":["DOC-000002"]})", "2026-05-05", ""},
    {"not what nobody disclosed", "send-draft", "cites-disclosed", Base::Detection, withDocuments,
        R"({"cited_documents":["DOC-000001"]})", "2026-05-05", "guard.cites-disclosed"},
    {"nor what is withheld", "send-draft", "cites-disclosed", Base::Detection, withWithheld,
        R"({"cited_documents":["DOC-000001"]})", "2026-05-05", "guard.cites-disclosed"},
    {"unless the reason is recorded", "send-draft", "cites-disclosed", Base::Detection, withWithheld,
        R"({"cited_documents":["DOC-000001"],"undisclosed_reason":"Summarised in section 2."})", "2026-05-05", "",
        "warning.cites-undisclosed"},
    {"and not what is not in the file", "send-draft", "cites-disclosed", Base::Detection, withDocuments,
        R"({"cited_documents":["DOC-000404"]})", "2026-05-05", "guard.cites-disclosed.unknown"},

    // Article 8(1)(c), 8(2): to whom the order goes
    {"Art 8(2): an order to the main establishment", "issue", "addressee-fits", Base::BeforeTheCourt, unchanged,
        R"({"addressee":"main-establishment"})", "2026-09-01", ""},
    {"Art 8(2): an order to a representative names it", "issue", "addressee-fits", Base::BeforeTheCourt, unchanged,
        R"({"addressee":"legal-representative"})", "2026-09-01", "guard.addressee-fits"},
    {"and is addressed to it", "issue", "addressee-fits", Base::BeforeTheCourt, unchanged,
        R"({"addressee":"legal-representative","representative":"Rep SL, 2 Invented Street"})", "2026-09-01", ""},
    {"Art 8(1)(c): what the register of providers lacks is shown before", "file-request", "order-facts-known",
        Base::BeforeTheCourt, unchanged, R"({"register":"lacks all"})", "2026-08-01", "",
        "warning.provider-without-establishment warning.provider-without-contact-point"},
    {"and nothing where it lacks nothing", "issue", "order-facts-known", Base::BeforeTheCourt, unchanged, R"({})",
        "2026-08-02", ""},

    // Articles 5(2), 5(4), 30(2)
    {"an invitation is answered once", "record-hearing", "hearing-open", Base::Assessment, invited,
        R"({"hearing":"H1"})", "2026-04-15", ""},
    {"and not twice", "record-hearing", "hearing-open", Base::Assessment, heard,
        R"({"hearing":"H1"})", "2026-04-16", "guard.hearing-open"},
    {"and not without one", "record-hearing", "hearing-open", Base::Assessment, unchanged,
        R"({"hearing":"H1"})", "2026-04-16", "guard.hearing-open"},
    {"Art 30(2): nothing is held against a provider that was not heard", "determine", "heard-first", Base::Assessment,
        unchanged, R"({"outcome":"not-complied"})", "2026-05-20", "guard.heard-first"},
    {"Art 30(2): nor while it may still reply", "determine", "heard-first", Base::Assessment, invited,
        R"({"outcome":"not-complied"})", "2026-04-24", "guard.heard-first"},
    {"Art 30(2): its silence does not bar the decision", "determine", "heard-first", Base::Assessment, invited,
        R"({"outcome":"not-complied"})", "2026-04-25", ""},
    {"Art 30(2): its reply opens it at once", "determine", "heard-first", Base::Assessment, heard,
        R"({"outcome":"not-complied"})", "2026-04-16", ""},
    {"Art 30(2): what was said on the service counts", "determine", "heard-first", Base::Assessment, heardOnFirst,
        R"({"service":"S-0001","outcome":"not-complied"})", "2026-04-16", ""},
    {"Art 30(2): and not what was said on another", "determine", "heard-first", Base::Assessment, heardOnFirst,
        R"({"service":"S-0002","outcome":"not-complied"})", "2026-04-16", "guard.heard-first"},
    {"Art 5(3): a request is about a service of the file", "ask-information", "service-of-case", Base::Assessment,
        unchanged, R"({"service":"S-0002"})", "2026-04-16", ""},
    {"or about all of them", "ask-information", "service-of-case", Base::Assessment, unchanged, R"({})",
        "2026-04-16", ""},
    {"and not about another", "ask-information", "service-of-case", Base::Assessment, unchanged,
        R"({"service":"S-0009"})", "2026-04-16", "guard.service-of-case"},
    {"Art 30(2): what burdens nobody needs no hearing", "determine", "heard-first", Base::Assessment, unchanged,
        R"({"outcome":"complied"})", "2026-04-16", ""},
    {"Art 5(2): one determination for each service", "determine", "service-undetermined", Base::Assessment,
        determinedFirst, R"({"service":"S-0002"})", "2026-05-20", ""},
    {"Art 5(2): and only one", "determine", "service-undetermined", Base::Assessment, determinedFirst,
        R"({"service":"S-0001"})", "2026-05-20", "guard.service-undetermined.done"},
    {"Art 5(2): of a service of the report", "determine", "service-undetermined", Base::Assessment, unchanged,
        R"({"service":"S-0009"})", "2026-05-20", "guard.service-undetermined.other"},
    {"Art 5(4): measures and a time for them", "determine", "remedy-fits-outcome", Base::Assessment, unchanged,
        R"({"outcome":"not-complied","required_measures":"x","remedy_period":"P1M"})", "2026-05-20", ""},
    {"Art 5(4): not measures without a time", "determine", "remedy-fits-outcome", Base::Assessment, unchanged,
        R"({"outcome":"not-complied","required_measures":"x"})", "2026-05-20", "guard.remedy-fits-outcome.missing"},
    {"Art 5(4): not a time without measures", "determine", "remedy-fits-outcome", Base::Assessment, unchanged,
        R"({"outcome":"not-complied","remedy_period":"P1M"})", "2026-05-20", "guard.remedy-fits-outcome.missing"},
    {"Art 5(4): nothing to remedy where it complied", "determine", "remedy-fits-outcome", Base::Assessment, unchanged,
        R"({"outcome":"complied"})", "2026-05-20", ""},
    {"Art 5(4): and no measures either", "determine", "remedy-fits-outcome", Base::Assessment, unchanged,
        R"({"outcome":"complied","required_measures":"x"})", "2026-05-20", "guard.remedy-fits-outcome.not-due"},
    {"Art 5(4): at most one month", "determine", "period-within", Base::Assessment, unchanged,
        R"({"remedy_period":"P1M"})", "2026-02-10", ""},
    {"Art 5(4): thirty days are more than February", "determine", "period-within", Base::Assessment, unchanged,
        R"({"remedy_period":"P30D"})", "2026-02-10", "guard.period-within"},

    // Article 7(2) to (7)
    {"Art 7(7): solicitation concerns interpersonal communication", "open-detection", "solicitation-needs-interpersonal",
        Base::None, unchanged, R"({"service":"S-0001","kind":"solicitation"})", "2026-05-05", ""},
    {"Art 7(7): and not hosting", "open-detection", "solicitation-needs-interpersonal", Base::None, unchanged,
        R"({"service":"S-0002","kind":"solicitation"})", "2026-05-05", "guard.solicitation-needs-interpersonal"},
    {"Art 7(5): known material concerns both", "open-detection", "solicitation-needs-interpersonal", Base::None,
        unchanged, R"({"service":"S-0002","kind":"known"})", "2026-05-05", ""},
    {"one file for a service and kind at a time", "open-detection", "no-parallel-file", Base::None, unchanged,
        R"({"service":"S-0001","kind":"known"})", "2026-05-05", "guard.no-parallel-file"},
    {"another kind is another file", "open-detection", "no-parallel-file", Base::None, unchanged,
        R"({"service":"S-0001","kind":"new"})", "2026-05-05", ""},
    {"another service too", "open-detection", "no-parallel-file", Base::None, unchanged,
        R"({"service":"S-0002","kind":"known"})", "2026-05-05", ""},
    {"Art 7(5)(b): evidence of the past 12 months", "send-draft", "evidence-in-window", Base::Detection, unchanged, "{}",
        "2027-05-01", ""},
    {"Art 7(5)(b): and not older", "send-draft", "evidence-in-window", Base::Detection, unchanged, "{}",
        "2027-05-02", "guard.evidence-in-window"},
    {"Art 7(5)(b): and not without", "file-request", "evidence-in-window", Base::Detection, withoutEvidence, "{}",
        "2026-05-02", "guard.evidence-in-window"},
    {"Art 7(6): new material after an order on known material", "send-draft", "new-needs-earlier-order", Base::Detection,
        newMaterial, R"({"earlier_order":"D-2025-0007"})", "2026-06-01", ""},
    {"Art 7(6): not after a file without order", "send-draft", "new-needs-earlier-order", Base::Detection, newMaterial,
        R"({"earlier_order":"D-2026-0008"})", "2026-06-01", "guard.new-needs-earlier-order"},
    {"Art 7(6): not without one", "send-draft", "new-needs-earlier-order", Base::Detection, newMaterial, "{}",
        "2026-06-01", "guard.new-needs-earlier-order"},
    {"Art 7(6): unless for live transmission", "send-draft", "new-needs-earlier-order", Base::Detection, newMaterial,
        R"({"live_transmission":true})", "2026-06-01", ""},
    {"Art 7(6): known material needs none", "send-draft", "new-needs-earlier-order", Base::Detection, unchanged, "{}",
        "2026-06-01", ""},

    // Article 7(9): duration
    {"Art 7(9): 24 months, first day included", "send-draft", "end-within-cap", Base::Detection, unchanged,
        R"({"start":"2027-01-01","end":"2028-12-31"})", "2026-06-01", ""},
    {"Art 7(9): one day more under the other reading only", "send-draft", "end-within-cap", Base::Detection, unchanged,
        R"({"start":"2027-01-01","end":"2029-01-01"})", "2026-06-01", "", "warning.end-on-last-reading"},
    {"Art 7(9): two days more under none", "send-draft", "end-within-cap", Base::Detection, unchanged,
        R"({"start":"2027-01-01","end":"2029-01-02"})", "2026-06-01", "guard.end-within-cap"},
    {"Art 7(9): solicitation 12 months", "send-draft", "end-within-cap", Base::Detection, solicitation,
        R"({"start":"2027-01-01","end":"2027-12-31"})", "2026-06-01", ""},
    {"Art 7(9): and not more", "send-draft", "end-within-cap", Base::Detection, solicitation,
        R"({"start":"2027-01-01","end":"2028-01-02"})", "2026-06-01", "guard.end-within-cap"},
    {"Art 7(9): an order ends after it starts", "send-draft", "end-within-cap", Base::Detection, unchanged,
        R"({"start":"2027-01-02","end":"2027-01-01"})", "2026-06-01", "guard.end-within-cap.reversed"},
    {"Art 7(9): a day at the end of all calendars is refused and breaks nothing", "send-draft", "end-within-cap",
        Base::Detection, unchanged, R"({"start":"9999-06-01","end":"9999-12-31"})", "2026-06-01", "guard.end-within-cap"},

    // Article 7(3): comments, opinion, consultation, plan
    {"Art 7(3)(c): the provider's period runs out first", "re-send-draft", "comments-in-or-over", Base::Detection,
        withDraft, "{}", "2026-06-15", "guard.comments-in-or-over"},
    {"Art 7(3)(c): then the draft goes on", "re-send-draft", "comments-in-or-over", Base::Detection, withDraft, "{}",
        "2026-06-16", ""},
    {"Art 7(3)(c): or with the comments", "re-send-draft", "comments-in-or-over", Base::Detection, withComments, "{}",
        "2026-06-11", ""},
    {"Art 7(3)(d): four weeks for the EU Centre from its receipt", "re-send-draft", "opinion-in-or-over",
        Base::Detection, withDraft, "{}", "2026-06-30", "guard.opinion-in-or-over"},
    {"Art 7(3)(d): then the draft goes on", "re-send-draft", "opinion-in-or-over", Base::Detection, withDraft, "{}",
        "2026-07-01", ""},
    {"Art 7(3)(d): or with the opinion", "re-send-draft", "opinion-in-or-over", Base::Detection, withOpinion, "{}",
        "2026-06-13", ""},
    {"GDPR 36(2): advice on an open consultation", "lodge-advice", "consultation-open", Base::Detection, withConsultation,
        R"({"consultation":"C1"})", "2026-07-01", ""},
    {"GDPR 36(2): not on an ended one", "lodge-advice", "consultation-open", Base::Detection, withAdvice,
        R"({"consultation":"C1"})", "2026-07-01", "guard.consultation-open"},
    {"GDPR 36(2): nor on none", "lodge-advice", "consultation-open", Base::Detection, unchanged,
        R"({"consultation":"C1"})", "2026-07-01", "guard.consultation-open"},
    {"GDPR 36(2): extended once", "extend-consultation", "consultation-open", Base::Detection, withExtension,
        R"({"consultation":"C1"})", "2026-07-01", "guard.consultation-open.extended"},
    {"GDPR 36(2): advice comes after an extension too", "lodge-advice", "consultation-open", Base::Detection,
        withExtension, R"({"consultation":"C1"})", "2026-07-01", ""},
    {"Art 7(3): a plan after advice says how it was adjusted", "record-plan", "adjusted-to-advice", Base::Detection,
        withAdvice, "{}", "2026-07-20", "", "warning.plan-not-adjusted"},
    {"Art 7(3): as this one does", "record-plan", "adjusted-to-advice", Base::Detection, withAdvice,
        R"({"how_adjusted":"x"})", "2026-07-20", ""},
    {"Art 7(3): without advice there is nothing to adjust to", "record-plan", "adjusted-to-advice", Base::Detection,
        withConsultation, "{}", "2026-07-20", ""},
    {"Art 7(3): no plan after its period", "record-no-plan", "plan-period-over", Base::Detection, planDemanded, "{}",
        "2026-08-01", ""},
    {"Art 7(3): not within it", "record-no-plan", "plan-period-over", Base::Detection, planDemanded, "{}",
        "2026-07-31", "guard.plan-period-over"},
    {"Art 7(3): not before it was demanded", "record-no-plan", "plan-period-over", Base::Detection, unchanged, "{}",
        "2026-08-01", "guard.plan-period-over.not-demanded"},
    {"Art 7(3): plan, opinion and advice go with the request", "submit-for-approval", "attachments-or-reasons",
        Base::Detection, complete, "{}", "2026-08-01", ""},
    {"Art 7(3): or a reason for each that is missing", "submit-for-approval", "attachments-or-reasons", Base::Detection,
        unchanged, "{}", "2026-08-01",
        "guard.attachments-or-reasons.plan guard.attachments-or-reasons.opinion guard.attachments-or-reasons.advice"},
    {"Art 7(3): as here", "submit-for-approval", "attachments-or-reasons", Base::Detection, unchanged,
        R"({"plan_missing_reason":"x","opinion_missing_reason":"x","advice_missing_reason":"x"})", "2026-08-01", ""},
    {"Art 7(3): a consultation without advice is not advice", "submit-for-approval", "attachments-or-reasons",
        Base::Detection, withSilentDpa, "{}", "2026-08-01", "guard.attachments-or-reasons.advice"},
    {"Art 7(3): solicitation was consulted on", "submit-for-approval", "attachments-or-reasons", Base::Detection,
        completeSolicitation, R"({"advice_missing_reason":"x"})", "2026-08-01", "", "warning.solicitation-without-consultation"},
    {"Art 7(3): unless it is renewed without change", "submit-for-approval", "attachments-or-reasons", Base::Detection,
        renewedSolicitation, R"({"advice_missing_reason":"x"})", "2026-08-01", ""},
    {"Art 41 Charter: the request is not wider than the draft", "submit-for-approval", "within-draft", Base::Detection,
        withDraft, kScope, "2026-08-01", ""},
    {"not in parts", "submit-for-approval", "within-draft", Base::Detection, withDraft,
        R"({"parts":["files"],"start":"2027-01-01","end":"2027-12-31"})", "2026-08-01", "guard.within-draft"},
    {"not by naming none", "submit-for-approval", "within-draft", Base::Detection, withDraft,
        R"({"start":"2027-01-01","end":"2027-12-31"})", "2026-08-01", "guard.within-draft"},
    {"not in days", "submit-for-approval", "within-draft", Base::Detection, withDraft,
        R"({"parts":["chats"],"start":"2026-12-31","end":"2027-12-31"})", "2026-08-01", "guard.within-draft"},
    {"nor is the order wider than the draft", "issue", "within-draft", Base::BeforeTheCourt, unchanged,
        R"({"parts":["chats"],"start":"2027-01-01","end":"2028-01-01"})", "2026-09-01", "guard.within-draft"},
    {"Art 7(4): the court goes beyond the request knowingly", "issue", "within-request", Base::BeforeTheCourt,
        [](CaseFile& file) { file.request->scope.parts = {"chats"}; },
        R"({"parts":["groups"],"start":"2027-01-01","end":"2027-12-31"})", "2026-09-01", "", "warning.order-beyond-request"},
    {"Art 7(4): within it nothing is said", "issue", "within-request", Base::BeforeTheCourt, unchanged, kScope,
        "2026-09-01", ""},
    {"Art 7(4): a deviation is explained", "submit-for-approval", "deviation-explained", Base::Detection, withOpinion,
        R"({"deviates_from_opinion":true})", "2026-08-01", "guard.deviation-explained"},
    {"Art 7(4): as here", "submit-for-approval", "deviation-explained", Base::Detection, withUnfavourableOpinion,
        R"({"deviates_from_opinion":true,"deviation_reasons":"x"})", "2026-08-01", ""},
    {"Art 7(4): going on after an unfavourable opinion deviates", "submit-for-approval", "deviation-explained",
        Base::Detection, withUnfavourableOpinion, "{}", "2026-08-01", "guard.deviation-explained.unfavourable"},
    {"Art 7(4): after a favourable one it does not", "submit-for-approval", "deviation-explained", Base::Detection,
        withOpinion, "{}", "2026-08-01", ""},

    // Duties
    {"what was entered from paper is confirmed first", "approve", "recorded-acts-confirmed", Base::BeforeTheCourt,
        recordedByTheOther, "{}", "2026-08-01", "guard.recorded-acts-confirmed"},
    {"as here", "approve", "recorded-acts-confirmed", Base::BeforeTheCourt, recordedAndConfirmed, "{}", "2026-08-01", ""},
    {"a second person confirms", "confirm-recorded-act", "recorded-by-another", Base::Detection, recordedByTheOther,
        R"({"entry":24})", "2026-08-01", ""},
    {"not the same", "confirm-recorded-act", "recorded-by-another", Base::Detection, recordedByMe, R"({"entry":24})",
        "2026-08-01", "guard.recorded-by-another"},
    {"once", "confirm-recorded-act", "recorded-by-another", Base::Detection, recordedAndConfirmed, R"({"entry":24})",
        "2026-08-01", "guard.recorded-by-another.none"},
    {"and what was recorded at all", "confirm-recorded-act", "recorded-by-another", Base::Detection, recordedByTheOther,
        R"({"entry":25})", "2026-08-01", "guard.recorded-by-another.other"},
    {"Art 26(2): four eyes", "approve", "not-the-drafter", Base::BeforeTheCourt, unchanged, "{}", "2026-08-01",
        "guard.not-the-drafter", "", Role::Head},
    {"Art 26(2): are two people", "approve", "not-the-drafter", Base::BeforeTheCourt, draftedByAnother, "{}",
        "2026-08-01", "", "", Role::Head},
    {"approved once", "approve", "not-yet-approved", Base::BeforeTheCourt, unchanged, "{}", "2026-08-01",
        "guard.not-yet-approved"},
    {"as here", "approve", "not-yet-approved", Base::BeforeTheCourt, notApproved, "{}", "2026-08-01", ""},
    {"filed when approved", "file-request", "approved", Base::BeforeTheCourt, unchanged, "{}", "2026-08-10", ""},
    {"and not before", "file-request", "approved", Base::BeforeTheCourt, notApproved, "{}", "2026-08-10", "guard.approved"},
    {"and not without a request", "file-request", "approved", Base::Detection, unchanged, "{}", "2026-08-10",
        "guard.approved"},

    // The court, Art 7(1), 7(4)
    {"Art 7(1): who asked does not decide", "issue", "judge-took-no-part", Base::BeforeTheCourt, unchanged, "{}",
        "2026-09-01", "guard.judge-took-no-part", "", Role::Judge},
    {"Art 7(1): what was done as a judge is no part in asking", "issue", "judge-took-no-part", Base::BeforeTheCourt,
        tookPartAsJudge, "{}", "2026-09-01", "", "", Role::Judge},
    {"a judge declares first", "issue", "judge-declared", Base::BeforeTheCourt, unchanged, "{}", "2026-09-01",
        "guard.judge-declared", "", Role::Judge},
    {"as here", "issue", "judge-declared", Base::BeforeTheCourt, declared, "{}", "2026-09-01", "", "", Role::Judge},
    {"for oneself", "issue", "judge-declared", Base::BeforeTheCourt, anotherDeclared, "{}", "2026-09-01",
        "guard.judge-declared", "", Role::Judge},
    {"and not after stepping aside", "issue", "judge-declared", Base::BeforeTheCourt, steppedAside, "{}", "2026-09-01",
        "guard.judge-declared", "", Role::Judge},
    {"declared once", "declare-no-conflict", "not-yet-declared", Base::BeforeTheCourt, declared, "{}", "2026-09-01",
        "guard.not-yet-declared", "", Role::Judge},
    {"as here", "declare-no-conflict", "not-yet-declared", Base::BeforeTheCourt, unchanged, "{}", "2026-09-01", "", "",
        Role::Judge},
    {"a question is answered", "answer-court", "question-open", Base::BeforeTheCourt, questioned, R"({"question":"Q1"})",
        "2026-09-01", ""},
    {"once", "answer-court", "question-open", Base::BeforeTheCourt, questionAnswered, R"({"question":"Q1"})",
        "2026-09-01", "guard.question-open"},

    // The order, Articles 7(9), 8, 9
    {"Art 7(9): at least three months after receipt, which is not before today", "issue", "start-window",
        Base::BeforeTheCourt, unchanged, R"({"start":"2026-11-30"})", "2026-09-01", "guard.start-window"},
    {"Art 7(9): the last day of the three months under the other reading only", "issue", "start-window",
        Base::BeforeTheCourt, unchanged, R"({"start":"2026-12-01"})", "2026-09-01", "", "warning.start-on-last-reading"},
    {"Art 7(5): evidence in the window at the decision serves under both", "issue", "evidence-at-decision",
        Base::BeforeTheCourt, unchanged, "{}", "2027-05-01", ""},
    {"Art 7(5): evidence that left it since the request serves under one reading only", "issue",
        "evidence-at-decision", Base::BeforeTheCourt, unchanged, "{}", "2027-05-02", "",
        "warning.evidence-left-window"},
    {"Art 7(9): the day after under both", "issue", "start-window", Base::BeforeTheCourt, unchanged,
        R"({"start":"2026-12-02"})", "2026-09-01", ""},
    {"Art 7(9): no later than twelve months", "issue", "start-window", Base::BeforeTheCourt, unchanged,
        R"({"start":"2027-09-01"})", "2026-09-01", ""},
    {"Art 7(9): later depends on a later receipt", "issue", "start-window", Base::BeforeTheCourt, unchanged,
        R"({"start":"2027-09-02"})", "2026-09-01", "", "warning.start-late"},
    {"an entry with a day of receipt is corrected", "propose-correction", "receipt-recorded", Base::Assessment,
        withReceipt, R"({"receipt":10,"received_on":"2026-03-04"})", "2026-06-01", ""},
    {"an entry without one is not", "propose-correction", "receipt-recorded", Base::Assessment, withReceipt,
        R"({"receipt":11,"received_on":"2026-03-04"})", "2026-06-01", "guard.receipt-recorded"},
    {"the right day fits", "propose-correction", "correction-fits", Base::Assessment, withReceipt,
        R"({"receipt":10,"received_on":"2026-03-04"})", "2026-06-01", ""},
    {"a day after the record is asked about", "propose-correction", "correction-fits", Base::Assessment,
        withReceipt, R"({"receipt":10,"received_on":"2026-03-05"})", "2026-06-01", "",
        "warning.correction-after-record"},
    {"the same day is no correction", "propose-correction", "correction-fits", Base::Assessment, withReceipt,
        R"({"receipt":10,"received_on":"2026-03-02"})", "2026-06-01", "guard.correction-fits.same"},
    {"a correction has a day", "propose-correction", "correction-fits", Base::Assessment, withReceipt,
        R"({"receipt":10})", "2026-06-01", "guard.correction-fits.day"},
    {"and only one", "propose-correction", "correction-fits", Base::Assessment, withReceipt,
        R"({"receipt":10,"received_on":"2026-03-04","received_at":"2026-03-05T10:00:00Z"})", "2026-06-01",
        "guard.correction-fits.day"},
    {"one correction waits at a time", "propose-correction", "correction-fits", Base::Assessment,
        correctedByAnother, R"({"receipt":10,"received_on":"2026-03-03"})", "2026-06-01",
        "guard.correction-fits.waiting"},
    {"after a confirmed one the next may come", "propose-correction", "correction-fits", Base::Assessment,
        correctionConfirmed, R"({"receipt":10,"received_on":"2026-03-03"})", "2026-06-01", ""},
    {"an answer follows its request", "propose-correction", "correction-fits", Base::Assessment,
        withAnswerReceived, R"({"receipt":12,"received_on":"2026-04-10"})", "2026-06-01", ""},
    {"and does not precede it", "propose-correction", "correction-fits", Base::Assessment, withAnswerReceived,
        R"({"receipt":12,"received_on":"2026-04-09"})", "2026-06-01", "guard.correction-fits.before"},
    {"Art 36(2) GDPR: the request precedes the advice", "propose-correction-detection", "correction-fits",
        Base::Detection, withConsultationReceived, R"({"receipt":25,"received_on":"2026-06-18"})",
        "2026-08-01", ""},
    {"and does not follow it", "propose-correction-detection", "correction-fits", Base::Detection,
        withConsultationReceived, R"({"receipt":25,"received_on":"2026-07-11"})", "2026-08-01",
        "guard.correction-fits.after"},
    {"Art 7(9): an order is received at an instant", "propose-correction-detection", "correction-fits",
        Base::WithOrder, withOrderReceived, R"({"receipt":41,"received_on":"2026-09-03"})", "2026-10-01",
        "guard.correction-fits.instant"},
    {"an hour is a correction", "propose-correction-detection", "correction-fits", Base::WithOrder,
        withOrderReceived, R"({"receipt":41,"received_at":"2026-09-04T09:00:00Z"})", "2026-10-01", ""},
    {"not before it was sent", "propose-correction-detection", "correction-fits", Base::WithOrder,
        withOrderReceived, R"({"receipt":41,"received_at":"2026-09-01T09:00:00Z"})", "2026-10-01",
        "guard.correction-fits.before"},
    {"a filing goes to another file", "move-filing", "move-fits", Base::Assessment, withReceipt,
        R"({"receipt":10,"case":"A-2026-0002"})", "2026-06-01", ""},
    {"not to its own", "move-filing", "move-fits", Base::Assessment, withReceipt,
        R"({"receipt":10,"case":"A-2026-0001"})", "2026-06-01", "guard.move-fits.same"},
    {"an answer stays where it is", "move-filing", "move-fits", Base::Assessment, withAnswerReceived,
        R"({"receipt":12,"case":"A-2026-0002"})", "2026-06-01", "guard.move-fits.kind"},
    {"not while another correction waits", "move-filing", "move-fits", Base::Assessment, correctedByAnother,
        R"({"receipt":10,"case":"A-2026-0002"})", "2026-06-01", "guard.move-fits.waiting"},
    {"a correction that waits is decided on", "confirm-correction", "correction-waits", Base::Assessment,
        correctedByAnother, R"({"correction":"K1"})", "2026-06-01", ""},
    {"one that is decided is not", "reject-correction", "correction-waits", Base::Assessment,
        correctionConfirmed, R"({"correction":"K1"})", "2026-06-01", "guard.correction-waits.none"},
    {"nor one that is not there", "confirm-correction", "correction-waits", Base::Assessment,
        correctedByAnother, R"({"correction":"K2"})", "2026-06-01", "guard.correction-waits"},
    {"four eyes: a second person confirms", "confirm-correction", "proposed-by-another", Base::Assessment,
        correctedByAnother, R"({"correction":"K1"})", "2026-06-01", ""},
    {"four eyes: not who proposed it", "confirm-correction", "proposed-by-another", Base::Assessment,
        correctedByMyself, R"({"correction":"K1"})", "2026-06-01", "guard.proposed-by-another"},
    {"who recorded the wrong day may confirm and is told", "confirm-correction", "proposed-by-another",
        Base::Assessment, myRecordCorrectedByAnother, R"({"correction":"K1"})", "2026-06-01", "",
        "warning.corrects-own-record"},
    {"Art 8(2): sent once", "record-transmission", "not-yet-transmitted", Base::WithOrder, unchanged, "{}",
        "2026-09-03", ""},
    {"Art 8(2): not twice", "record-transmission", "not-yet-transmitted", Base::WithOrder, transmitted, "{}",
        "2026-09-04", "guard.not-yet-transmitted"},
    {"Art 8(2): a refusal is not sent as an order", "record-transmission", "not-yet-transmitted", Base::WithOrder,
        refusedByTheCourt, "{}", "2026-09-03", "guard.not-yet-transmitted"},
    {"Art 8(2): after it was decided", "record-transmission", "sent-on-fits", Base::WithOrder, unchanged,
        R"({"sent_on":"2026-09-01"})", "2026-09-03", ""},
    {"Art 8(2): not before", "record-transmission", "sent-on-fits", Base::WithOrder, unchanged,
        R"({"sent_on":"2026-08-31"})", "2026-09-03", "guard.sent-on-fits"},
    {"Art 8(2): and not tomorrow", "record-transmission", "sent-on-fits", Base::WithOrder, unchanged,
        R"({"sent_on":"2026-09-04"})", "2026-09-03", "guard.sent-on-fits"},
    {"Art 8(2): what was sent is received", "record-receipt", "receipt-fits", Base::WithOrder, transmitted,
        R"({"received_at":"2026-09-05T08:00:00Z"})", "2026-09-06", ""},
    {"Art 7(9): late receipt makes the start unlawful and moves nothing", "record-receipt", "receipt-fits",
        Base::WithOrder, transmitted, R"({"received_at":"2026-10-01T08:00:00Z"})", "2026-10-02", "",
        "warning.receipt-late"},
    {"Art 7(9): the day before it is in time", "record-receipt", "receipt-fits", Base::WithOrder, transmitted,
        R"({"received_at":"2026-09-30T08:00:00Z"})", "2026-10-02", ""},
    {"not before it was sent", "record-receipt", "receipt-fits", Base::WithOrder, transmitted,
        R"({"received_at":"2026-09-02T08:00:00Z"})", "2026-09-06", "guard.receipt-fits"},
    {"not in the future", "record-receipt", "receipt-fits", Base::WithOrder, transmitted,
        R"({"received_at":"2026-09-06T10:30:00Z"})", "2026-09-06", "guard.receipt-fits"},
    {"not unsent", "record-receipt", "receipt-fits", Base::WithOrder, unchanged,
        R"({"received_at":"2026-09-05T08:00:00Z"})", "2026-09-06", "guard.receipt-fits.not-transmitted"},
    {"not twice", "record-receipt", "receipt-fits", Base::WithOrder, received,
        R"({"received_at":"2026-09-05T08:00:00Z"})", "2026-09-06", "guard.receipt-fits.already"},
    {"Art 9(2): final once", "record-finality", "not-yet-final", Base::WithOrder, received, "{}", "2026-10-05", ""},
    {"Art 9(2): not twice", "record-finality", "not-yet-final", Base::WithOrder, becameFinal, "{}", "2026-10-06",
        "guard.not-yet-final"},
    {"Art 9(2): after it was decided", "record-finality", "final-on-fits", Base::WithOrder, received,
        R"({"final_on":"2026-10-05"})", "2026-10-05", ""},
    {"Art 9(2): not before", "record-finality", "final-on-fits", Base::WithOrder, received,
        R"({"final_on":"2026-08-31"})", "2026-10-05", "guard.final-on-fits"},
    {"Art 9(2): copies of a final order", "send-copies", "is-final", Base::WithOrder, becameFinal, "{}", "2026-10-06", ""},
    {"Art 9(2): not of another", "send-copies", "is-final", Base::WithOrder, received, "{}", "2026-10-06", "guard.is-final"},
    {"Art 9(2): once", "send-copies", "copies-not-yet-sent", Base::WithOrder, becameFinal, "{}", "2026-10-06", ""},
    {"Art 9(2): not twice", "send-copies", "copies-not-yet-sent", Base::WithOrder, copiesSent, "{}", "2026-10-07",
        "guard.copies-not-yet-sent"},
    {"Art 9(2): after it was final", "send-copies", "copies-sent-on-fits", Base::WithOrder, becameFinal,
        R"({"sent_on":"2026-10-05"})", "2026-10-06", ""},
    {"Art 9(2): not before", "send-copies", "copies-sent-on-fits", Base::WithOrder, becameFinal,
        R"({"sent_on":"2026-10-04"})", "2026-10-06", "guard.copies-sent-on-fits"},
    {"Art 7(9): a file is closed after the last day of its order", "close-detection", "order-has-ended", Base::WithOrder,
        received, "{}", "2028-01-01", ""},
    {"Art 7(9): not on it", "close-detection", "order-has-ended", Base::WithOrder, received, "{}", "2027-12-31",
        "guard.order-has-ended"},
    {"Art 7(9): a refusal ends nothing later", "close-detection", "order-has-ended", Base::WithOrder, refusedByTheCourt,
        "{}", "2026-09-02", ""},
};

// clang-format on

std::optional<CaseFile> fileOf(const GuardSentence& row)
{
    std::optional<CaseFile> file;
    switch (row.base) {
    case Base::None:
        return file;
    case Base::Assessment:
        file = assessment();
        break;
    case Base::Detection:
        file = detection();
        break;
    case Base::BeforeTheCourt:
        file = beforeTheCourt();
        break;
    case Base::WithOrder:
        file = withOrder();
        break;
    }
    row.change(*file);
    return file;
}

/// What the files of the rows are beside the exported order.
std::optional<SignedFileCheck> signedFileOf(std::string_view name)
{
    if (name == "note.txt")
        return SignedFileCheck::NotPdf;
    if (name == "order.pdf")
        return SignedFileCheck::OwnExport;
    if (name == "order-signed.pdf")
        return SignedFileCheck::Preserved;
    return name.empty() ? std::nullopt : std::optional(SignedFileCheck::Different);
}

Verdict verdictOf(const GuardSentence& row)
{
    const ActDefinition* act = acts().find(row.act);
    const auto use = std::ranges::find_if(
        act->guards, [&](const GuardUse& guard) { return toText(guard.guard) == row.guard; });
    if (use == act->guards.end())
        throw std::logic_error("the act has no such guard");
    auto now = onDay(row.today, row.role);
    now.related = {{CaseId("D-2025-0007"), ServiceId("S-0001"), DetectionKind::Known, false, true},
        {CaseId("D-2026-0008"), ServiceId("S-0001"), DetectionKind::Known, true, false},
        {CaseId("D-2024-0003"), ServiceId("S-0001"), DetectionKind::New, false, false, true},
        {CaseId("D-2025-0009"), ServiceId("S-0001"), DetectionKind::Solicitation, false, true, false,
            {"chats"}},
        {CaseId("D-2025-0011"), ServiceId("S-0002"), DetectionKind::New, false, true}};
    now.related[0].order = OrderScope{{"chats"}, day("2026-01-01"), day("2027-06-30")};
    now.related[4].order = OrderScope{{}, day("2026-01-01"), day("2027-06-30")};
    now.judges = {PersonId("U-0001"), PersonId("U-0007"), PersonId("U-0008")};
    now.courtClerks = {PersonId("U-0010")};
    now.filings = {attached("plan.json", FilingKind::ImplementationPlan),
        attached("poor-plan.json", FilingKind::ImplementationPlan, 3),
        attached("adjusted-plan.json", FilingKind::ImplementationPlan),
        attached("dpia.json", FilingKind::ImpactAssessment), {"own.json", std::nullopt}};
    now.filings[2].filing->plan.adjustments = "Storage shortened.";
    now.filings[1].filing->plan.renewalWithoutChange = true;
    now.filings[2].filing->opinions.resize(1);
    const auto file = fileOf(row);
    const Json data = json(row.data);
    now.signedFile = signedFileOf(data.text("signed_file"));
    now.provider = data.find("register") != nullptr
        ? ProviderFacts{}
        : ProviderFacts{
            "1 Invented Street", "contact@provider.example", {}, std::string(data.text("declared"))};
    Verdict verdict;
    runGuard(*use, *act, file ? &*file : nullptr, &data, now, verdict);
    return verdict;
}

/// All rows, those of the other files included.
std::vector<GuardSentence> allRows()
{
    std::vector<GuardSentence> rows(std::begin(kRows), std::end(kRows));
    for (const auto& more :
        {periodRows(), reviewRows(), courtRows(), weighingRows(), orderRows(), paperRows()})
        rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

class GuardSays : public ::testing::TestWithParam<GuardSentence> { };

TEST_P(GuardSays, WhatTheLawSays)
{
    const Verdict verdict = verdictOf(GetParam());
    EXPECT_EQ(refusalsOf(verdict), GetParam().refusals);
    EXPECT_EQ(warningsOf(verdict), GetParam().warnings);
    for (const Refusal& refusal : verdict.refusals) {
        EXPECT_EQ(refusal.law, acts().find(GetParam().act)->law);
        EXPECT_EQ(refusal.code, std::string("guard.") + GetParam().guard);
    }
}

INSTANTIATE_TEST_SUITE_P(Guards, GuardSays, ::testing::ValuesIn(allRows()));

TEST(GuardRows, ShowEveryGuardOfTheLegalTextSpeakingAndSilent)
{
    std::map<std::string, std::set<bool>> shown;
    for (const GuardSentence& row : allRows())
        shown[row.guard].insert(*row.refusals != '\0' || *row.warnings != '\0');
    for (const ActDefinition& act : acts().all()) {
        for (const GuardUse& use : act.guards)
            EXPECT_EQ(shown[std::string(toText(use.guard))].size(), 2u) << toText(use.guard);
    }
}

TEST(GuardRows, HaveNothingToSayAboutDataThatAreNotThereYet)
{
    for (const GuardSentence& row : allRows()) {
        const ActDefinition* act = acts().find(row.act);
        const auto file = fileOf(row);
        const auto now = onDay(row.today, row.role);
        for (const GuardUse& use : act->guards) {
            Verdict verdict;
            EXPECT_NO_THROW(runGuard(use, *act, file ? &*file : nullptr, nullptr, now, verdict))
                << row.sentence;
            const Json empty = Json::object();
            EXPECT_NO_THROW(runGuard(use, *act, file ? &*file : nullptr, &empty, now, verdict))
                << row.sentence;
        }
    }
}

} // namespace

} // namespace tutela::procedure

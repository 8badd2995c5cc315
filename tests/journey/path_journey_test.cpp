#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/journey/story.h"

namespace tutela::journey {
namespace {

using testing::HasSubstr;
using testing::Not;

/// One detection case from the provider's file to the end of its order. The parts below are called in order.
class Path {
public:
    void review();
    void draft();
    void consultation();
    void takePlanIn();
    void request();
    void court();
    void life();
    void proof();

private:
    void expectClock(const std::string& caseId, const std::string& id, const char* state, const char* lastDay)
    {
        const Json clock = m_office.clock(caseId, id);
        EXPECT_EQ(clock.text("state"), state) << id << canonicalJson(clock);
        EXPECT_EQ(clock.text("last_day"), lastDay) << id << canonicalJson(clock);
    }

    void expectOrder(const char* status, const std::string& person = "coordinator")
    {
        const Json order = m_office.as(person, {"order", m_detection}).json();
        EXPECT_EQ(order.text("status"), status) << canonicalJson(order);
    }

    TrainingOffice m_office = TrainingOffice::withSample();
    Newcomer m_newcomer;
    std::string m_assessment;
    std::string m_detection;
};

void Path::review()
{
    m_newcomer = addNewcomer(m_office);
    writeBytes(m_office / "report.json", riskReport("Nowhere Chat Ltd (fictitious)", "Pretend Messenger"));
    m_office.day("2026-06-16");
    const Outcome received = m_office.as("registrar", {"submit", m_office / "report.json"});
    ASSERT_EQ(received.exit, 0) << received.out;
    const Json receipt = received.json();
    EXPECT_EQ(receipt.text("status"), "received");
    EXPECT_EQ(receipt.text("form"), "risk-report-2022-209");
    EXPECT_EQ(receipt.text("sha256").size(), 64U);
    ASSERT_EQ(receipt.items("cases").size(), 1U);
    m_assessment = receipt.items("cases").front().asString();
    expectClock(m_assessment, "DL06", "running", "2026-09-16");

    m_office.day("2026-06-22");
    m_office.done("coordinator", "ask-information", m_assessment,
        Json::object({{"questions", Json::array({"How are groups moderated?"})}, {"period", "P2W"}}));
    expectClock(m_assessment, "DL07/R1", "running", "2026-07-06");
    expectClock(m_assessment, "DL06", "stopped", "");

    m_office.day("2026-07-01");
    const Json answer = Json::object({{"request", "R1"}, {"received_on", "2026-07-01"}, {"extent", "partial"},
        {"summary", "Open groups only."}});
    m_office.done("registrar", "record-answer", m_assessment, answer);
    expectClock(m_assessment, "DL06", "stopped", "");
    expectClock(m_assessment, "DL07/R1", "running", "2026-07-06");

    m_office.day("2026-07-03");
    m_office.done("registrar", "record-answer", m_assessment,
        with(answer, Json::object({{"received_on", "2026-07-03"}, {"extent", "complete"}})));
    expectClock(m_assessment, "DL07/R1", "met", "2026-07-06");
    // Asked on 22 June, answered on 3 July: 11 days. 16 September + 11 = Sunday 27, so Monday 28.
    expectClock(m_assessment, "DL06", "running", "2026-09-28");

    m_office.day("2026-07-06");
    m_office.done("coordinator", "invite-to-hearing", m_assessment,
        Json::object({{"intended_findings", "Private groups were left out."}, {"period", "P2W"}}));
    expectClock(m_assessment, "HEAR/H1", "running", "2026-07-20");
    const Json adverse = Json::object({{"service", m_newcomer.service}, {"outcome", "not-complied"},
        {"reasons", "Private groups were not assessed."}, {"required_measures", "Assess private groups."},
        {"remedy_period", "P1M"}, {"redress", "Administrative Court of Arcadia, one month."}});
    const Outcome unheard = m_office.act("coordinator", "determine", m_assessment, adverse);
    EXPECT_EQ(unheard.exit, 3);
    EXPECT_EQ(unheard.errorCode(), "E_GUARD_HEARD_FIRST");

    m_office.day("2026-07-15");
    m_office.done("registrar", "record-hearing", m_assessment,
        Json::object({{"hearing", "H1"}, {"received_on", "2026-07-15"}, {"statement", "Accepted."}}));
    m_office.day("2026-07-20");
    const Json made = m_office.done("coordinator", "determine", m_assessment, adverse);
    EXPECT_EQ(made.text("step"), "determination-made");
    expectClock(m_assessment, "DL06", "met", "2026-09-28");
    expectClock(m_assessment, "DL08/" + m_newcomer.service, "running", "2026-08-20");
}

void Path::draft()
{
    m_office.day("2026-09-01");
    const Json opened = m_office.done("coordinator", "open-detection", "",
        Json::object(
            {{"provider", m_newcomer.provider}, {"service", m_newcomer.service}, {"kind", "solicitation"},
                {"assessment", m_assessment}, {"grounds", "A residual risk remains."}}));
    m_detection = opened.text("case");
    ASSERT_FALSE(m_detection.empty());
    writeBytes(m_office / "summary.txt", "Summary of an invented report.\n");
    m_office.done("coordinator", "record-evidence", m_detection,
        Json::object(
            {{"observed_on", "2026-08-25"}, {"description", "Summary of an invented platypus report."},
                {"source", "Invented hotline"}, {"document", "summary.txt"}}),
        {"--attach", m_office / "summary.txt"});
    m_office.day("2026-09-07");
    const std::string summary(m_office.caseFile(m_detection).items("access").front().text("document"));
    const Json draft = with(data::draft("2027-06-01", "2028-05-31"),
        Json::object({{"centre_received_on", "2026-09-07"}, {"cited_documents", Json::array({summary})}}));
    const Outcome undisclosed = m_office.act("coordinator", "send-draft", m_detection, draft);
    EXPECT_EQ(undisclosed.exit, 3);
    EXPECT_EQ(undisclosed.errorCode(), "E_GUARD_CITES_DISCLOSED");
    m_office.done("coordinator", "set-disclosure", m_detection,
        Json::object({{"document", summary}, {"party", "provider"}, {"disclosure", "disclosed"},
            {"given_on", "2026-09-07"}}));
    m_office.done("coordinator", "send-draft", m_detection, draft);
    expectClock(m_detection, "DL10", "running", "2026-09-21");
    expectClock(m_detection, "DL11", "running", "2026-10-05");
    m_office.day("2026-09-18");
    m_office.done("registrar", "record-comments", m_detection,
        Json::object({{"received_on", "2026-09-18"}, {"comments", "The provider doubts the necessity."}}));
    expectClock(m_detection, "DL10", "met", "2026-09-21");
    m_office.day("2026-10-02");
    m_office.done("eu-centre", "give-opinion", m_detection, data::opinion());
    expectClock(m_detection, "DL11", "met", "2026-10-05");
    m_office.day("2026-10-05");
    const Json sent = m_office.done(
        "coordinator", "re-send-draft", m_detection, data::reSentDraft("2027-06-01", "2028-05-31"));
    EXPECT_EQ(sent.text("step"), "draft-re-sent");
}

void Path::consultation()
{
    m_office.day("2026-10-06");
    m_office.done("coordinator", "demand-plan", m_detection, Json::object({{"period", "P10W"}}));
    expectClock(m_detection, "DL12", "running", "2026-12-15");
    m_office.day("2026-10-12");
    m_office.done("registrar", "refer-to-dpa", m_detection,
        Json::object({{"requested_on", "2026-10-09"}, {"source", "provider"},
            {"authority", "Data Protection Commission of Arcadia"}, {"competence", "gdpr-55"},
            {"subject", "Draft plan and assessment."}}));
    expectClock(m_detection, "DL13/C1", "running", "2026-12-04");
    m_office.day("2026-11-06");
    m_office.done("dpa-officer", "extend-consultation", m_detection,
        Json::object({{"consultation", "C1"}, {"announced_on", "2026-11-06"}, {"reasons", "Complexity."}}));
    expectClock(m_detection, "DL13/C1", "running", "2027-01-15");
    m_office.day("2026-11-09");
    m_office.done("dpa-officer", "pause-consultation", m_detection,
        Json::object({{"consultation", "C1"}, {"stopped_on", "2026-11-09"}, {"reasons", "Error rates."}}));
    expectClock(m_detection, "DL13/C1", "stopped", "");
    m_office.day("2026-11-16");
    m_office.done("dpa-officer", "resume-consultation", m_detection,
        Json::object({{"consultation", "C1"}, {"resumed_on", "2026-11-16"}}));
    expectClock(m_detection, "DL13/C1", "running", "2027-01-22");
    writeBytes(m_office / "advice.txt", "Possible under two conditions.\n");
    m_office.day("2026-12-10");
    m_office.done("dpa-officer", "lodge-advice", m_detection,
        Json::object({{"consultation", "C1"}, {"outcome", "advice"}, {"advice", "Possible under conditions."},
            {"points", Json::array({"Delete false positives at once.", "Tell users in plain words."})},
            {"given_on", "2026-12-09"}, {"request_received_on", "2026-10-12"}, {"document", "advice.txt"}}),
        {"--attach", m_office / "advice.txt"});
    expectClock(m_detection, "DL13/C1", "met", "2027-01-22");
    m_office.day("2026-12-14");
    takePlanIn();
    expectClock(m_detection, "DL12", "met", "2026-12-15");
}

/// The plan finds its file by the number that it states; the impact assessment is told its file.
void Path::takePlanIn()
{
    writeBytes(m_office / "plan.json", implementationPlan(m_detection));
    const Outcome plan =
        m_office.as("registrar", {"submit", m_office / "plan.json", "--attach", m_office / "advice.txt"});
    ASSERT_EQ(plan.exit, 0) << plan.out;
    ASSERT_EQ(plan.json().items("cases").front().asString(), m_detection);
    EXPECT_EQ(plan.json().text("form"), "implementation-plan-2022-209");
    EXPECT_EQ(plan.json().items("findings").size(), 0U) << plan.out;
    writeBytes(m_office / "dpia.json", impactAssessment());
    const Outcome assessment =
        m_office.as("registrar", {"submit", m_office / "dpia.json", "--case", m_detection});
    ASSERT_EQ(assessment.exit, 0) << assessment.out;
    ASSERT_EQ(assessment.json().items("cases").front().asString(), m_detection);
    const Json file = m_office.caseFile(m_detection);
    ASSERT_EQ(file.items("filings").size(), 2U);
    EXPECT_EQ(file.items("filings")[0].text("kind"), "implementation-plan");
    EXPECT_THAT(canonicalJson(file.items("filings")[0]), HasSubstr("Imaginary classifier 2"));
    EXPECT_EQ(file.items("filings")[1].text("kind"), "impact-assessment");
}

void Path::request()
{
    m_office.day("2026-12-16");
    m_office.done(
        "coordinator", "submit-for-approval", m_detection, data::submission("2027-06-01", "2028-05-31"));
    const Outcome early =
        m_office.act("registrar", "file-request", m_detection, Json::object({{"channel", "electronic"}}));
    EXPECT_EQ(early.exit, 3);
    EXPECT_EQ(early.errorCode(), "E_GUARD_APPROVED");
    m_office.day("2026-12-17");
    m_office.done("head", "approve", m_detection, Json::object({{"note", "Approved."}}));
    const Outcome notYetTheCourts = m_office.as("judge", {"case", m_detection});
    EXPECT_EQ(notYetTheCourts.exit, 4);
    m_office.day("2026-12-18");
    const Json filed =
        m_office.done("registrar", "file-request", m_detection, Json::object({{"channel", "electronic"}}));
    EXPECT_EQ(filed.text("step"), "before-the-court");
}

void Path::court()
{
    m_office.day("2027-01-05");
    m_office.done("judge", "declare-no-conflict", m_detection,
        Json::object({{"declaration", "I know none of the parties."}}));
    const Outcome bundle = m_office.as("judge", {"case", m_detection});
    EXPECT_THAT(bundle.out, HasSubstr("platypus"));
    EXPECT_THAT(bundle.out, HasSubstr("plan.json"));
    m_office.day("2027-01-06");
    m_office.done("judge", "ask-authority", m_detection, Json::object({{"question", "Which parts?"}}));
    m_office.day("2027-01-08");
    m_office.done("coordinator", "answer-court", m_detection,
        Json::object({{"question", "Q1"}, {"answer", "Direct messages only."}}));
    m_office.day("2027-01-20");
    const Json issued =
        m_office.done("judge", "issue", m_detection, data::decision("2027-06-01", "2028-05-31"));
    EXPECT_EQ(issued.text("step"), "order-issued");
    expectOrder("issued-receipt-awaited");
    expectOrder("issued-receipt-awaited", "judge");
    const Json order = m_office.as("coordinator", {"order", m_detection}).json();
    EXPECT_EQ(order.text("start"), "2027-06-01");
    EXPECT_EQ(order.text("end"), "2028-05-31");
    EXPECT_EQ(order.text("kind"), "solicitation");
    // Three months before 1 June on the stricter reading: the first day is the one after the receipt.
    EXPECT_EQ(order.text("latest_lawful_receipt"), "2027-02-28") << canonicalJson(order);
    expectClock(m_detection, "DL14", "running", "2027-02-28");
    EXPECT_EQ(m_office.caseFile(m_detection).find("decision")->text("decided_on"), "2027-01-20");
}

void Path::life()
{
    m_office.day("2027-01-21");
    m_office.done("court-clerk", "record-transmission", m_detection,
        Json::object({{"sent_on", "2027-01-21"}, {"channel", "electronic"},
            {"recipients", "Provider, Coordinating Authority, EU Centre"}}));
    m_office.day("2027-01-25");
    m_office.done("court-clerk", "record-receipt", m_detection,
        Json::object({{"received_at", "2027-01-25T07:30:00Z"}, {"proof", "Delivery receipt."}}));
    expectOrder("received-not-yet-applicable");
    expectClock(m_detection, "DL14", "met", "2027-02-28");
    m_office.at("2027-05-31T21:59:00Z"); // one minute to midnight in Brussels
    expectOrder("received-not-yet-applicable");
    m_office.at("2027-05-31T22:00:00Z");
    expectOrder("applies");
    m_office.at("2028-05-31T21:59:00Z");
    expectOrder("applies");
    const Json reason = Json::object({{"reason", "The order ran out."}});
    const Outcome early = m_office.act("coordinator", "close-detection", m_detection, reason);
    EXPECT_EQ(early.exit, 3);
    EXPECT_EQ(early.errorCode(), "E_GUARD_ORDER_HAS_ENDED");
    m_office.at("2028-05-31T22:00:00Z");
    expectOrder("expired");
    const Json closed = m_office.done("coordinator", "close-detection", m_detection, reason);
    EXPECT_EQ(closed.text("step"), "closed");
}

void Path::proof()
{
    const Json file = m_office.caseFile(m_detection);
    EXPECT_EQ(file.text("step"), "closed");
    EXPECT_EQ(file.text("rulebook"), "com-2022-209");
    EXPECT_EQ(file.items("entries").size(), 25U);
    EXPECT_EQ(file.integer("stream_seq"), 25);
    EXPECT_EQ(file.items("opinions").size(), 1U);
    ASSERT_EQ(file.items("consultations").size(), 1U);
    const Json& consultation = file.items("consultations").front();
    EXPECT_EQ(consultation.text("id"), "C1");
    EXPECT_EQ(consultation.text("outcome"), "advice");
    EXPECT_EQ(consultation.text("extension"), "P6W");
    EXPECT_EQ(consultation.items("pauses").size(), 1U);
    EXPECT_EQ(consultation.find("advice_copy")->text("match"), "matched");
    EXPECT_EQ(consultation.find("requested")->text("provider"), "2026-10-09");
    EXPECT_EQ(consultation.find("requested")->text("dpa"), "2026-10-12");
    EXPECT_TRUE(consultation.find("requested")->flag("differs"));
    EXPECT_FALSE(consultation.find("ended")->flag("differs"));
    EXPECT_EQ(file.items("access").front().items("parties").front().text("state"), "disclosed");
    const Json before =
        m_office.as("coordinator", {"case", m_detection, "--as-of", "2026-10-01T00:00:00Z"}).json();
    EXPECT_EQ(before.text("step"), "out-for-comments");

    const Outcome found = m_office.as("coordinator", {"search", "platypus"});
    EXPECT_THAT(found.out, HasSubstr(m_detection));
    EXPECT_THAT(m_office.as("dpa-officer", {"search", "platypus"}).out, Not(HasSubstr(m_detection)));

    const Outcome printed =
        m_office.as("coordinator", {"order", m_detection, "--pdf", m_office / "order.pdf"});
    ASSERT_EQ(printed.exit, 0) << printed.out;
    const std::string reference(printed.json().text("order"));
    EXPECT_THAT(readBytes(m_office / "order.pdf"), testing::StartsWith("%PDF-"));
    if (std::system("command -v pdftotext >/dev/null") == 0) {
        const std::string command = "pdftotext -layout '" + (m_office / "order.pdf").string() + "' '"
            + (m_office / "order.txt").string() + "'";
        ASSERT_EQ(std::system(command.c_str()), 0);
        const std::string text = readBytes(m_office / "order.txt");
        EXPECT_THAT(text, HasSubstr(reference));
        EXPECT_THAT(text, HasSubstr("Pretend Messenger"));
        EXPECT_THAT(text, HasSubstr("Direct messages between strangers."));
        EXPECT_THAT(text, HasSubstr("contact@nowhere.example"));
        const std::string parties =
            text.substr(text.find("Section 2"), text.find("Section 4") - text.find("Section 2"));
        EXPECT_THAT(parties, Not(HasSubstr("(not stated)")));
    }
    ASSERT_EQ(m_office.as("judge", {"order", m_detection, "--pdf", m_office / "again.pdf"}).exit, 0);
    EXPECT_TRUE(readBytes(m_office / "order.pdf") == readBytes(m_office / "again.pdf"))
        << "the same order gave other bytes";

    m_office.expectClean();
    const std::int64_t size = m_office.size();
    for (const std::int64_t seq : {std::int64_t{1}, size / 2, size - 1}) {
        const Outcome proved = m_office.plain({"journal", "prove", std::to_string(seq)});
        EXPECT_EQ(proved.exit, 0) << proved.out;
        EXPECT_FALSE(proved.json().items("proof").empty());
    }
    EXPECT_EQ(m_office.plain({"backup", "create", m_office / "office.backup"}).exit, 0);
    const Outcome verified = m_office.plain({"backup", "verify", m_office / "office.backup"});
    EXPECT_EQ(verified.exit, 0) << verified.out;
    EXPECT_EQ(verified.json().integer("entries"), size);
    const Outcome restored =
        m_office.plain({"backup", "restore", m_office / "office.backup", m_office / "restored.tutela"});
    ASSERT_EQ(restored.exit, 0) << restored.out;
    const Outcome doctor =
        runProgram({"--register", m_office / "restored.tutela", "--json", "doctor", "--deep"});
    EXPECT_EQ(doctor.exit, 0) << doctor.out;
    const Outcome readAgain = runProgram({"--register", m_office / "restored.tutela", "--json", "--as",
                                             "coordinator", "--password-fd", "3", "case", m_detection},
        "arcadia-coordinator\n");
    EXPECT_EQ(canonicalJson(readAgain.json()), canonicalJson(file));
}

TEST(PathJourney, LeadsFromARiskReportToAnOrderThatRanOut)
{
    Path path;
    for (void (Path::*part)() : {&Path::review, &Path::draft, &Path::consultation, &Path::request,
             &Path::court, &Path::life, &Path::proof}) {
        ASSERT_NO_FATAL_FAILURE((path.*part)());
    }
}

} // namespace
} // namespace tutela::journey

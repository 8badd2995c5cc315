#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/day.h"
#include "tests/journey/story.h"

namespace tutela::journey {
namespace {

using testing::HasSubstr;
using testing::Not;

/// The statutory clocks of a case as a person reads them.
std::string clocksText(TrainingOffice& office, const std::string& caseId)
{
    std::string text;
    const Json clocks = office.as("coordinator", {"clocks", caseId}).json();
    for (const Json& clock : clocks.asArray()) {
        text += std::string(clock.text("id")) + "\n";
        for (const Json& step : clock.items("steps"))
            text += std::string(step.text("text")) + "\n";
    }
    return text;
}

void expectState(TrainingOffice& office, const std::string& caseId, const std::string& id, const char* state,
    const char* lastDay)
{
    const Json clock = office.clock(caseId, id);
    EXPECT_EQ(clock.text("state"), state) << id << canonicalJson(clock);
    EXPECT_EQ(clock.text("last_day"), lastDay) << id << canonicalJson(clock);
}

std::string receivedReport(TrainingOffice& office)
{
    writeBytes(office / "report.json", riskReport("Nowhere Chat Ltd (fictitious)", "Pretend Messenger"));
    const Outcome received = office.as("registrar", {"submit", office / "report.json"});
    EXPECT_EQ(received.exit, 0) << received.out;
    return received.json().items("cases").front().asString();
}

TEST(PeriodsJourney, GoesFromARequestOverAnExtensionToALateAnswerThatWasConsidered)
{
    TrainingOffice office = TrainingOffice::withSample();
    const Newcomer newcomer = addNewcomer(office);
    office.day("2026-06-16");
    const std::string caseId = receivedReport(office);
    office.day("2026-06-22");
    office.done("coordinator", "ask-information", caseId,
        Json::object({{"questions", Json::array({"How are groups moderated?"})}, {"period", "P1W"}}));
    const Json answer = Json::object({{"request", "R1"}, {"received_on", "2026-06-25"}, {"extent", "partial"},
        {"summary", "Open groups only."}});
    office.day("2026-06-25");
    office.done("registrar", "record-answer", caseId, answer);
    expectState(office, caseId, "DL06", "stopped", "");
    expectState(office, caseId, "DL07/R1", "running", "2026-06-29");

    office.day("2026-06-26");
    const Json extension = Json::object({{"clock", "DL07/R1"}, {"requested_on", "2026-06-25"},
        {"decision", "granted"}, {"by", "P8D"}, {"reason", "The rest is being put together."}});
    const Outcome tooLong = office.act("coordinator", "decide-extension", caseId, extension);
    EXPECT_EQ(tooLong.exit, 3);
    EXPECT_EQ(tooLong.errorCode(), "E_GUARD_GRANT_FITS_CAP");
    office.done("coordinator", "decide-extension", caseId, with(extension, Json::object({{"by", "P1W"}})));
    expectState(office, caseId, "DL07/R1", "running", "2026-07-06");

    office.day("2026-07-08");
    const Json late = with(answer, Json::object({{"received_on", "2026-07-08"}, {"extent", "complete"}}));
    office.done("registrar", "record-answer", caseId, late);
    expectState(office, caseId, "DL07/R1", "met-late", "2026-07-06");
    const std::string before = clocksText(office, caseId);
    EXPECT_THAT(before, HasSubstr("A partial answer arrived on 2026-06-25; the clock stays stopped."));
    EXPECT_THAT(before, HasSubstr("Extended by 1 week on 2026-06-26."));
    EXPECT_THAT(before, HasSubstr("whether it was considered has not been recorded"));
    EXPECT_THAT(before, HasSubstr("Proof: entry 1 of the file, report.json (DOC-"));
    const Json determination = Json::object({{"service", newcomer.service}, {"outcome", "complied"},
        {"reasons", "Diligent."}, {"redress", "Administrative Court of Arcadia, one month."}});
    const Json treatment = Json::object(
        {{"late", "L1"}, {"consideration", "considered"}, {"reason", "Nothing was decided yet."}});
    const Outcome other = office.act(
        "coordinator", "treat-late-answer", caseId, with(treatment, Json::object({{"late", "L2"}})));
    EXPECT_EQ(other.errorCode(), "E_GUARD_LATE_ANSWER_OPEN");
    office.done("coordinator", "treat-late-answer", caseId, treatment);
    EXPECT_THAT(clocksText(office, caseId), HasSubstr("It is kept and was considered."));
    const Outcome made = office.act("coordinator", "determine", caseId, determination);
    EXPECT_EQ(made.exit, 0) << made.out;
    EXPECT_THAT(made.out, Not(HasSubstr("came late")));
    office.expectClean();
}

TEST(PeriodsJourney, KeepsWhatComesAfterTheClosingAndWarnsOfItAtTheDetermination)
{
    TrainingOffice office = TrainingOffice::withSample();
    const Newcomer newcomer = addNewcomer(office);
    office.day("2026-06-16");
    const std::string caseId = receivedReport(office);
    office.day("2026-06-22");
    office.done("coordinator", "ask-information", caseId,
        Json::object({{"questions", Json::array({"How are groups moderated?"})}, {"period", "P1W"}}));
    office.day("2026-06-30");
    office.done("coordinator", "close-request-unanswered", caseId,
        Json::object({{"request", "R1"}, {"reason", "Silence."}}));
    EXPECT_THAT(clocksText(office, caseId), HasSubstr("The law does not say so; another reading"));
    office.day("2026-07-08");
    office.done("registrar", "record-answer", caseId,
        Json::object({{"request", "R1"}, {"received_on", "2026-07-08"}, {"extent", "complete"},
            {"summary", "All of it."}}));
    expectState(office, caseId, "DL07/R1", "ended-without-answer", "2026-06-29");
    const Outcome made = office.act("coordinator", "determine", caseId,
        Json::object({{"service", newcomer.service}, {"outcome", "complied"}, {"reasons", "Diligent."},
            {"redress", "Administrative Court of Arcadia, one month."}}));
    EXPECT_EQ(made.exit, 0) << made.out;
    EXPECT_THAT(made.out, HasSubstr("L1 came late, on 2026-07-08"));
}

/// A case of the sample with an order on solicitation that was received and does not apply yet.
std::string waitingOrder(TrainingOffice& office)
{
    const Json list = office.as("coordinator", {"worklist", "--limit", "100"}).json();
    for (const Json& row : list.items("rows")) {
        const std::string caseId(row.text("case"));
        if (row.text("step") == "order-issued"
            && office.as("coordinator", {"order", caseId}).json().text("status")
                == "received-not-yet-applicable")
            return caseId;
    }
    return {};
}

TEST(PeriodsJourney, FollowsAnOrderFromTheNoticeOverTheReportToTheReassessment)
{
    TrainingOffice office = TrainingOffice::withSample();
    const std::string caseId = waitingOrder(office);
    ASSERT_FALSE(caseId.empty());
    const std::string noticeDue(office.clock(caseId, "DL16").text("last_day"));
    const std::string halfway(office.clock(caseId, "DL17").text("last_day"));
    ASSERT_FALSE(noticeDue.empty());
    ASSERT_FALSE(halfway.empty());
    EXPECT_THAT(clocksText(office, caseId), HasSubstr("Half of them, rounded down"));

    office.day(noticeDue);
    office.done("registrar", "record-start-notice", caseId,
        Json::object({{"received_on", noticeDue}, {"implementation", "As planned."}}));
    expectState(office, caseId, "DL16", "met", noticeDue.c_str());
    const std::string next = formatDay(*parseDay(halfway) + std::chrono::days{1});
    office.day(next);
    const Json report = office.done("registrar", "record-halfway-report", caseId,
        Json::object({{"received_on", next}, {"measures_taken", "As ordered."},
            {"effectiveness", "Invented figures."}, {"rights", "No complaints."}}));
    EXPECT_THAT(canonicalJson(report), HasSubstr("it is recorded as late"));
    expectState(office, caseId, "DL17", "met-late", halfway.c_str());
    expectState(office, caseId, "DL18/P1", "running", "");
    office.done("coordinator", "record-reassessment", caseId,
        Json::object({{"reassessment", "modification-needed"}, {"reasons", "The part is too wide."}}));
    expectState(office, caseId, "DL18/P1", "met", "");
    const std::string order = office.as("coordinator", {"order", caseId}).out;
    for (const char* event :
        {"pre-start-notice-received", "halfway-report-received", "reassessed.modification-needed"})
        EXPECT_THAT(order, HasSubstr(event));
    office.expectClean();
}

} // namespace
} // namespace tutela::journey

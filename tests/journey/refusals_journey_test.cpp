#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/day.h"
#include "tests/journey/story.h"

namespace tutela::journey {
namespace {

using std::chrono::days;
using testing::HasSubstr;
using testing::Not;

/// Sends what must be refused, on a copy of the sample register of its own.
class Refusals : public testing::Test {
protected:
    /// Runs `call` and holds that it is refused so, leaves the case as it was, and stands in the log.
    void expectRefused(
        const std::string& caseId, int exit, const std::string& code, const std::function<Outcome()>& call)
    {
        const std::int64_t before = office.streamSeq(caseId);
        const std::int64_t refusals = office.entriesOf("refusal");
        const Outcome outcome = call();
        EXPECT_EQ(outcome.exit, exit) << outcome.out << outcome.err;
        EXPECT_EQ(outcome.errorCode(), code) << outcome.out;
        EXPECT_EQ(office.streamSeq(caseId), before) << "the refusal moved the case";
        if (exit == 3 || exit == 4) {
            EXPECT_EQ(office.entriesOf("refusal"), refusals + 1) << "the refusal is not in the log";
        }
    }

    void expectRefused(const std::string& caseId, int exit, const std::string& code,
        const std::string& person, const std::string& act, const Json& data,
        const std::vector<std::string>& more = {})
    {
        expectRefused(caseId, exit, code, [&] { return office.act(person, act, caseId, data, more); });
    }

    /// A case before the court in which that judge has, or has not yet, declared to have no conflict.
    std::string beforeTheCourt(bool declared)
    {
        const Json list = office.as("judge", {"worklist", "--limit", "100"}).json();
        for (const Json& row : list.items("rows")) {
            const std::string caseId(row.text("case"));
            if (row.text("step") != "before-the-court")
                continue;
            const Outcome opened = office.as("judge", {"case", caseId});
            if ((opened.errorCode() != "E_REFUSAL_DECLARE_FIRST") == declared)
                return caseId;
        }
        ADD_FAILURE() << "the sample has no such case";
        return {};
    }

    /// The day on which the sample's order in this file is to start; it ends 350 days later.
    Day startOf(const std::string& caseId)
    {
        const Json file = office.caseFile(caseId);
        const auto opened = parseDay(file.text("opened_at").substr(0, 10));
        EXPECT_TRUE(opened);
        return opened.value_or(Day{}) + days{230};
    }

    TrainingOffice office = TrainingOffice::withSample();
};

Json decisionFrom(Day start, Day end)
{
    return data::decision(formatDay(start), formatDay(end));
}

TEST_F(Refusals, NobodyAsksAndDecides)
{
    const std::int64_t grants = office.entriesOf("grant-role");
    const std::int64_t refusals = office.entriesOf("refusal");
    for (const auto& [person, role] : {std::pair{"coordinator", "judge"}, {"judge", "coordinator"},
             {"dpa-officer", "judge"}, {"coordinator", "administrator"}, {"admin", "coordinator"}}) {
        const Outcome granted = office.as("admin", {"person", "grant", person, role});
        EXPECT_EQ(granted.exit, 3) << person << " as " << role << ": " << granted.out;
        EXPECT_EQ(granted.errorCode(), "E_PEOPLE_ROLES_APART");
    }
    EXPECT_EQ(office.entriesOf("grant-role"), grants) << "a refused grant is in the log as a grant";
    EXPECT_EQ(office.entriesOf("refusal"), refusals + 5) << "each refused grant is in the log as a refusal";
    const std::string caseId = beforeTheCourt(true);
    const Day start = startOf(caseId);
    expectRefused(
        caseId, 4, "E_REFUSAL_ROLE", "coordinator", "issue", decisionFrom(start, start + days{350}));
}

TEST_F(Refusals, AGrantWaitsForASecondAdministrator)
{
    ASSERT_EQ(office.as("admin", {"person", "grant", "coordinator-2", "head"}).exit, 0);
    const std::string caseId = office.caseAt("for-approval");
    expectRefused(caseId, 4, "E_REFUSAL_ROLE", "coordinator-2", "approve", Json::object());
    const Outcome alone = office.as("admin", {"person", "confirm", "coordinator-2", "head"});
    EXPECT_EQ(alone.exit, 3);
    EXPECT_EQ(alone.errorCode(), "E_PEOPLE_SECOND_ADMINISTRATOR");
    const std::int64_t refusals = office.entriesOf("refusal");
    EXPECT_EQ(office.as("coordinator", {"person", "grant", "U-0003", "head"}).exit, 4);
    EXPECT_EQ(office.entriesOf("refusal"), refusals + 1);
    ASSERT_EQ(office.as("admin-2", {"person", "confirm", "coordinator-2", "head"}).exit, 0);
    EXPECT_EQ(office.act("coordinator-2", "approve", caseId, Json::object()).exit, 0);
}

TEST_F(Refusals, TheDrafterDoesNotApprove)
{
    ASSERT_EQ(office.as("admin", {"person", "grant", "coordinator", "head"}).exit, 0);
    ASSERT_EQ(office.as("admin-2", {"person", "confirm", "coordinator", "head"}).exit, 0);
    const std::string caseId = office.caseAt("for-approval");
    expectRefused(caseId, 3, "E_GUARD_NOT_THE_DRAFTER", "coordinator", "approve", Json::object());
    expectRefused(caseId, 3, "E_GUARD_NOT_THE_DRAFTER", "coordinator", "send-back",
        Json::object({{"reason", "I changed my mind."}}));
    expectRefused(caseId, 3, "E_GUARD_APPROVED", "coordinator", "file-request",
        Json::object({{"channel", "electronic"}}));
    EXPECT_EQ(office.act("head", "approve", caseId, Json::object()).exit, 0);
    expectRefused(caseId, 3, "E_GUARD_NOT_YET_APPROVED", "head", "approve", Json::object());
}

TEST_F(Refusals, TheOrderKeepsItsWindowItsCapAndTheDraft)
{
    const std::string caseId = beforeTheCourt(true);
    const Day start = startOf(caseId);
    const Day end = start + days{350};
    const Day today = parseDay("2026-06-15").value();
    // 25 months from 15 October 2026 would be 14 November 2028.
    expectRefused(
        caseId, 3, "E_GUARD_END_WITHIN_CAP", "judge", "issue", decisionFrom(start, start + days{761}));
    // Today is 15 June: three months reach 15 September.
    ASSERT_EQ(office.caseFile(caseId).text("step"), "before-the-court");
    expectRefused(caseId, 3, "E_GUARD_START_WINDOW", "judge", "issue", decisionFrom(today + days{91}, end));
    expectRefused(caseId, 3, "E_GUARD_WITHIN_DRAFT", "judge", "issue", decisionFrom(start, end + days{1}));
    expectRefused(caseId, 3, "E_GUARD_WITHIN_DRAFT", "judge", "issue",
        with(
            decisionFrom(start, end), Json::object({{"parts", Json::array({"direct-messages", "groups"})}})));
    expectRefused(caseId, 3, "E_GUARD_END_WITHIN_CAP_REVERSED", "judge", "issue", decisionFrom(end, start));
    expectRefused(caseId, 4, "E_REFUSAL_ROLE", "court-clerk", "issue", decisionFrom(start, end));
    EXPECT_EQ(office.act("judge", "issue", caseId, decisionFrom(start, end)).exit, 0);
    // A second decision, the same and another.
    expectRefused(caseId, 3, "E_REFUSAL_STEP", "judge", "issue", decisionFrom(start, end));
    expectRefused(caseId, 3, "E_REFUSAL_STEP", "judge", "refuse", data::refusal());
    expectRefused(caseId, 3, "E_REFUSAL_STEP", "judge-2", "refuse", data::refusal());
    office.expectClean();
}

TEST_F(Refusals, TheRequestKeepsTheDraftAndItsThreeAttachments)
{
    const std::string caseId = office.caseAt("awaiting-plan");
    const Day start = startOf(caseId);
    const Day end = start + days{350};
    const Json complete = with(data::submission(formatDay(start), formatDay(end)),
        Json::object({{"plan_missing_reason", "The provider asked for more time."},
            {"advice_missing_reason", "The advice is still awaited."}}));
    const auto without = [&](const char* reason) {
        return with(complete, Json::object({{reason, nullptr}}));
    };
    expectRefused(caseId, 3, "E_GUARD_ATTACHMENTS_OR_REASONS_ADVICE", "coordinator", "submit-for-approval",
        without("advice_missing_reason"));
    expectRefused(caseId, 3, "E_GUARD_ATTACHMENTS_OR_REASONS_PLAN", "coordinator", "submit-for-approval",
        without("plan_missing_reason"));
    expectRefused(caseId, 3, "E_GUARD_WITHIN_DRAFT", "coordinator", "submit-for-approval",
        with(complete, Json::object({{"end", formatDay(end + days{1})}})));
    expectRefused(caseId, 3, "E_GUARD_WITHIN_DRAFT", "coordinator", "submit-for-approval",
        with(complete, Json::object({{"parts", Json::array({"groups"})}})));
    expectRefused(caseId, 3, "E_GUARD_WITHIN_DRAFT", "coordinator", "submit-for-approval",
        with(complete, Json::object({{"parts", nullptr}})));
    EXPECT_EQ(office.act("coordinator", "submit-for-approval", caseId, complete).exit, 0);
}

TEST_F(Refusals, TheDpaOfficerSeesOnlyWhatWasReferred)
{
    const std::string unreferred = office.caseAt("out-for-comments");
    const Json advice = Json::object({{"consultation", "C1"}, {"outcome", "advice"}, {"advice", "None."}});
    expectRefused(unreferred, 4, "E_REFUSAL_NOT_ALLOWED", "dpa-officer", "lodge-advice", advice);
    EXPECT_EQ(office.as("dpa-officer", {"case", unreferred}).exit, 4);
    EXPECT_EQ(office.as("dpa-officer", {"clocks", unreferred}).exit, 4);
    EXPECT_EQ(office.as("dpa-officer", {"order", unreferred}).exit, 4);
    const std::string referred = office.caseAt("awaiting-plan");
    const Outcome seen = office.as("dpa-officer", {"case", referred});
    ASSERT_EQ(seen.exit, 0);
    EXPECT_THAT(seen.out, Not(HasSubstr("Invented"))) << "evidence is not the officer's to read";
    const Outcome work = office.as("dpa-officer", {"worklist", "--limit", "100"});
    EXPECT_THAT(work.out, HasSubstr(referred));
    EXPECT_THAT(work.out, Not(HasSubstr(unreferred)));
    EXPECT_EQ(office.act("dpa-officer", "lodge-advice", referred, advice).exit, 0);
    expectRefused(referred, 3, "E_GUARD_CONSULTATION_OPEN_NONE", "dpa-officer", "lodge-advice", advice);
}

TEST_F(Refusals, TheJudgeReadsAndDecidesOnlyAfterDeclaring)
{
    const std::string caseId = beforeTheCourt(false);
    const Day start = startOf(caseId);
    const Outcome unread = office.as("judge", {"case", caseId});
    EXPECT_EQ(unread.exit, 3);
    EXPECT_EQ(unread.errorCode(), "E_REFUSAL_DECLARE_FIRST");
    EXPECT_THAT(unread.out, Not(HasSubstr("invented report")));
    EXPECT_THAT(unread.out, Not(HasSubstr("doubts the necessity")));
    EXPECT_THAT(office.as("judge", {"search", "hotline"}).out, Not(HasSubstr(caseId)));
    const Outcome order = office.as("judge", {"order", caseId});
    EXPECT_EQ(order.exit, 3);
    EXPECT_EQ(order.errorCode(), "E_REFUSAL_DECLARE_FIRST");
    expectRefused(
        caseId, 3, "E_GUARD_JUDGE_DECLARED", "judge", "issue", decisionFrom(start, start + days{350}));
    expectRefused(caseId, 3, "E_GUARD_JUDGE_DECLARED", "judge", "refuse", data::refusal());
    expectRefused(caseId, 3, "E_GUARD_JUDGE_DECLARED", "judge", "ask-authority",
        Json::object({{"question", "Which parts?"}}));
    const Json declaration = Json::object({{"declaration", "I know none of the parties."}});
    ASSERT_EQ(office.act("judge", "declare-no-conflict", caseId, declaration).exit, 0);
    EXPECT_THAT(office.as("judge", {"case", caseId}).out, HasSubstr("invented report"));
    EXPECT_THAT(office.as("judge", {"search", "hotline"}).out, HasSubstr(caseId));
    expectRefused(caseId, 3, "E_GUARD_NOT_YET_DECLARED", "judge", "declare-no-conflict", declaration);
    // One judge's declaration opens nothing for another.
    EXPECT_EQ(office.as("judge-2", {"order", caseId}).exit, 3);
    expectRefused(caseId, 3, "E_GUARD_JUDGE_DECLARED", "judge-2", "refuse", data::refusal());
}

TEST_F(Refusals, AnEndedCaseTakesNoMoreActs)
{
    const std::string caseId = office.caseAt("refused");
    expectRefused(caseId, 3, "E_REFUSAL_STEP", "registrar", "record-comments",
        Json::object({{"received_on", "2026-06-10"}, {"comments", "Too late."}}));
    ASSERT_EQ(
        office.act("coordinator", "close-detection", caseId, Json::object({{"reason", "Refused."}})).exit, 0);
    expectRefused(
        caseId, 3, "E_REFUSAL_STEP", "coordinator", "close-detection", Json::object({{"reason", "Again."}}));
    expectRefused(caseId, 3, "E_REFUSAL_STEP", "judge", "refuse", data::refusal());
    expectRefused(
        caseId, 3, "E_REFUSAL_KIND", "coordinator", "close", Json::object({{"reason", "Other kind."}}));
}

TEST_F(Refusals, AStaleExpectationIsToldAndARepeatIsHarmless)
{
    const std::string caseId = office.caseAt("investigation");
    const std::int64_t seq = office.streamSeq(caseId);
    const Json evidence = Json::object(
        {{"observed_on", "2026-06-01"}, {"description", "Invented."}, {"source", "Invented hotline"}});
    for (const std::int64_t stale : {seq - 1, seq + 1})
        expectRefused(caseId, 5, "E_ACT_CHANGED_MEANWHILE", "coordinator", "record-evidence", evidence,
            {"--expect", std::to_string(stale)});
    const std::vector<std::string> keyed{"--expect", std::to_string(seq), "--key", "one-key"};
    const Json first = office.done("coordinator", "record-evidence", caseId, evidence, keyed);
    EXPECT_EQ(first.integer("stream_seq"), seq + 1);
    const std::int64_t size = office.size();
    const Json second = office.done("coordinator", "record-evidence", caseId, evidence, keyed);
    EXPECT_EQ(second.integer("seq"), first.integer("seq"));
    EXPECT_EQ(second.text("leaf"), first.text("leaf"));
    EXPECT_EQ(second.integer("stream_seq"), seq + 1);
    EXPECT_EQ(office.size(), size);
    EXPECT_EQ(office.streamSeq(caseId), seq + 1);
}

TEST_F(Refusals, AKeyOfSomebodyElseTellsNothingOfAnInvisibleCase)
{
    const std::string caseId = office.caseAt("investigation");
    const Json evidence = Json::object(
        {{"observed_on", "2026-06-01"}, {"description", "Invented."}, {"source", "Invented hotline"}});
    office.done("coordinator", "record-evidence", caseId, evidence, {"--key", "shared-key"});
    const Outcome other =
        office.act("dpa-officer", "record-evidence", caseId, evidence, {"--key", "shared-key"});
    EXPECT_EQ(other.exit, 4) << other.out;
}

TEST_F(Refusals, DefectsOfTheDataNameTheField)
{
    const std::string caseId = office.caseAt("investigation");
    const Json evidence = Json::object(
        {{"observed_on", "2026-06-01"}, {"description", "Invented."}, {"source", "Invented hotline"}});
    const auto expectField = [&](const Json& data, const std::string& path) {
        const Outcome outcome = office.act("coordinator", "record-evidence", caseId, data);
        EXPECT_EQ(outcome.exit, 10) << outcome.out;
        EXPECT_EQ(outcome.errorWhere(), path) << outcome.out;
    };
    const std::int64_t before = office.streamSeq(caseId);
    expectField(with(evidence, Json::object({{"source", nullptr}})), "$.source");
    expectField(with(evidence, Json::object({{"surprise", 1}})), "$.surprise");
    expectField(with(evidence, Json::object({{"observed_on", "2026-02-30"}})), "$.observed_on");
    expectField(with(evidence, Json::object({{"observed_on", 20260601}})), "$.observed_on");
    expectField(with(evidence, Json::object({{"document", "not-attached.pdf"}})), "$.document");
    expectField(with(evidence, Json::object({{"recorded_from", Json::object()}})), "$.recorded_from");
    EXPECT_EQ(
        office.as("coordinator", {"act", "record-evidence", "--case", caseId, "--data", "-"}, "[]").exit, 10);
    EXPECT_EQ(
        office.as("coordinator", {"act", "record-evidence", "--case", caseId, "--data", "-"}, "{").exit, 10);
    EXPECT_EQ(
        office.as("coordinator", {"act", "no-such-act", "--case", caseId, "--data", "-"}, "{}").exit, 2);
    EXPECT_EQ(office.streamSeq(caseId), before);
}

TEST_F(Refusals, AnUnknownCaseAndAnInvisibleOneGetTheSameAnswer)
{
    const std::string hidden = office.caseAt("investigation");
    const auto without = [](std::string text, const std::string& caseId) {
        for (auto at = text.find(caseId); at != std::string::npos; at = text.find(caseId))
            text.replace(at, caseId.size(), "REF");
        return text;
    };
    for (const char* verb : {"case", "clocks", "order"}) {
        const Outcome unknown = office.as("dpa-officer", {verb, "D-2099-0001"});
        const Outcome invisible = office.as("dpa-officer", {verb, hidden});
        EXPECT_EQ(unknown.exit, 4);
        EXPECT_EQ(invisible.exit, 4);
        EXPECT_EQ(without(unknown.out, "D-2099-0001"), without(invisible.out, hidden));
    }
    const Outcome act =
        office.act("coordinator", "close", "A-2099-0001", Json::object({{"reason", "None."}}));
    EXPECT_EQ(act.exit, 4);
    EXPECT_EQ(act.errorCode(), "E_REFUSAL_NOT_ALLOWED");
}

TEST_F(Refusals, WrongPasswordsLockAPersonOut)
{
    const std::int64_t size = office.size();
    office.password("judge", "not the password");
    for (int i = 0; i < 5; ++i) {
        const Outcome wrong = office.as("judge", {"worklist"});
        EXPECT_EQ(wrong.exit, 11) << wrong.out;
        EXPECT_EQ(wrong.errorCode(), "E_SIGN_IN_REFUSED");
    }
    office.password("judge", "arcadia-judge");
    const Outcome locked = office.as("judge", {"worklist"});
    EXPECT_EQ(locked.exit, 11) << "the right password opened a locked account";
    EXPECT_NE(locked.errorCode(), "E_SIGN_IN_REFUSED");
    EXPECT_EQ(office.as("judge-2", {"worklist"}).exit, 0) << "another person is locked out too";
    office.password("nobody", "arcadia-judge");
    EXPECT_EQ(office.as("nobody", {"worklist"}).errorCode(), "E_SIGN_IN_REFUSED");
    EXPECT_GE(office.size(), size);
    office.expectClean();
}

TEST_F(Refusals, TheClockGoesForwardOnly)
{
    const std::string caseId = office.caseAt("investigation");
    const std::int64_t size = office.size();
    office.at("2026-06-14T10:00:00Z");
    const Outcome backward = office.as("coordinator", {"case", caseId});
    EXPECT_EQ(backward.exit, 12) << backward.out;
    EXPECT_EQ(backward.errorCode(), "E_CLOCK_BACKWARD");
    EXPECT_EQ(office.size(), size);
    office.at("2026-06-20T10:00:00Z");
    EXPECT_EQ(office.as("coordinator", {"case", caseId}).exit, 0);
    office.at("2026-06-19T10:00:00Z");
    EXPECT_EQ(office.as("coordinator", {"case", caseId}).exit, 12);
    office.at("the day after");
    EXPECT_EQ(office.as("coordinator", {"case", caseId}).exit, 2);
}

TEST_F(Refusals, ARecordedOpinionWaitsForASecondPerson)
{
    const std::string caseId = office.caseAt("out-for-comments");
    const Day start = startOf(caseId);
    const std::string from = formatDay(start);
    const std::string to = formatDay(start + days{350});
    writeBytes(office / "letter.txt", "Opinion of the invented EU Centre, signed.\n");
    const std::vector<std::string> letter{"--attach", office / "letter.txt"};
    const auto source = [](const char* document) {
        return Json::object({{"recorded_from",
            Json::object(
                {{"document", document}, {"authenticity", "Seal compared."}, {"author", "E. Centra"}})}});
    };
    office.day("2026-06-29");
    const Json opinion = with(data::opinion(), source("letter.txt"));
    EXPECT_EQ(
        office.act("registrar", "give-opinion", caseId, opinion).errorWhere(), "$.recorded_from.document");
    expectRefused(caseId, 4, "E_REFUSAL_ROLE", "registrar", "give-opinion", data::opinion());
    const Json recorded = office.done("registrar", "give-opinion", caseId, opinion, letter);
    office.done("registrar", "record-comments", caseId,
        Json::object({{"received_on", "2026-06-24"}, {"comments", "None."}}));
    office.done("coordinator", "re-send-draft", caseId, data::reSentDraft(from, to));
    office.done("coordinator", "demand-plan", caseId, Json::object({{"period", "P2W"}}));
    const Json submission = with(data::submission(from, to),
        Json::object({{"plan_missing_reason", "None came."}, {"advice_missing_reason", "Not required."}}));
    expectRefused(
        caseId, 3, "E_GUARD_RECORDED_ACTS_CONFIRMED", "coordinator", "submit-for-approval", submission);
    const Json check = Json::object({{"entry", recorded.integer("seq")}, {"check", "Read the letter."}});
    expectRefused(caseId, 3, "E_GUARD_RECORDED_BY_ANOTHER", "registrar", "confirm-recorded-act", check);
    expectRefused(caseId, 3, "E_GUARD_RECORDED_BY_ANOTHER_OTHER", "coordinator", "confirm-recorded-act",
        with(check, Json::object({{"entry", 1}})));
    office.done("coordinator", "confirm-recorded-act", caseId, check);
    expectRefused(
        caseId, 3, "E_GUARD_RECORDED_BY_ANOTHER_NONE", "coordinator", "confirm-recorded-act", check);
    office.done("coordinator", "submit-for-approval", caseId, submission);
    office.done("head", "approve", caseId, Json::object());
    const Json file = office.caseFile(caseId);
    EXPECT_TRUE(file.items("opinions").front().flag("recorded_from_document"));
    office.expectClean();
}

TEST_F(Refusals, APictureIsNotTakenIn)
{
    const std::string caseId = office.caseAt("investigation");
    writeBytes(office / "picture.png", std::string("\x89PNG\r\n\x1a\n", 8) + std::string(100, '\0'));
    const Json evidence = Json::object({{"observed_on", "2026-06-01"}, {"description", "Invented."},
        {"source", "Invented hotline"}, {"document", "picture.png"}});
    const std::int64_t size = office.size();
    const Outcome picture =
        office.act("coordinator", "record-evidence", caseId, evidence, {"--attach", office / "picture.png"});
    EXPECT_EQ(picture.exit, 10) << picture.out;
    EXPECT_EQ(picture.errorCode(), "E_ATTACHMENT_NOT_ACCEPTED");
    EXPECT_EQ(office.size(), size);
    office.expectClean();
}

} // namespace
} // namespace tutela::journey

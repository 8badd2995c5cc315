#include <algorithm>

#include <gtest/gtest.h>

#include "core/base/catalogue.h"
#include "core/procedure/apply.h"
#include "core/procedure/clocks.h"
#include "core/procedure/decide.h"
#include "core/procedure/visibility.h"
#include "tests/unit/procedure/desk.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

bool says(const std::string& ledger, std::string_view sentence)
{
    return ledger.find(sentence) != std::string::npos;
}

Desk asked(const char* period)
{
    Desk desk(assessment());
    const std::string data = std::string(R"({"questions":["How?"],"period":")") + period + R"("})";
    EXPECT_EQ(desk.act("ask-information", "2026-04-10", data.c_str()), "");
    return desk;
}

constexpr const char* kPartial =
    R"({"request":"R1","received_on":"2026-04-15","extent":"partial","summary":"Half."})";

// ── partial answers ───────────────────────────────────────────────────────────────────────────────────

TEST(PartialAnswers, KeepTheReviewStoppedAndDoNotMeetTheRequest)
{
    Desk desk = asked("P2W");
    EXPECT_EQ(desk.act("record-answer", "2026-04-15", kPartial), "");
    EXPECT_EQ(desk.clock("DL06", "2026-04-16"), "stopped OPEN");
    EXPECT_EQ(desk.clock("DL07/R1", "2026-04-16"), "running 2026-04-24");
    EXPECT_TRUE(says(desk.ledger("DL06"), "A partial answer arrived on 2026-04-15; the clock stays stopped."))
        << desk.ledger("DL06");
    EXPECT_TRUE(says(desk.ledger("DL07/R1"),
        "A partial answer arrived on 2026-04-15. It is kept; the rest is still owed."));
    desk.act("record-answer", "2026-04-24",
        R"({"request":"R1","received_on":"2026-04-24","extent":"complete","summary":"All."})");
    EXPECT_EQ(desk.clock("DL07/R1", "2026-04-24"), "met 2026-04-24");
    EXPECT_EQ(desk.clock("DL06", "2026-04-24"), "running 2026-06-16");
    EXPECT_TRUE(desk.file().lateAnswers.empty());
}

TEST(PartialAnswers, OfADemandAreKeptTheSameWay)
{
    Desk desk(detection());
    desk.act("demand-information", "2026-05-04", R"({"questions":["How?"],"period":"P2W"})");
    desk.act("record-demanded-answer", "2026-05-11",
        R"({"request":"R1","received_on":"2026-05-11","extent":"partial","summary":"Half."})");
    EXPECT_EQ(desk.clock("DL09/R1", "2026-05-12"), "running 2026-05-18");
    EXPECT_TRUE(says(desk.ledger("DL09/R1"), "A partial answer arrived on 2026-05-11."));
}

// ── Art 7(2): who is asked ────────────────────────────────────────────────────────────────────────────

TEST(Demands, AreCountedWhereTheBodyThatIsAskedActs)
{
    // 24 December is a working day in Arcadia and a holiday of the EU institutions, whose next working day is
    // Monday 4 January.
    const std::tuple<const char*, const char*, const char*, WaitingFor> rows[] = {
        {"provider", "running 2026-12-24", "waiting.provider", WaitingFor::Provider},
        {"eu-centre", "running 2027-01-04", "waiting.eu-centre", WaitingFor::EuCentre},
        {"data-protection-authority", "running 2026-12-24", "waiting.dpa", WaitingFor::Dpa},
        {"public-authority", "running 2026-12-24", "party.body-asked", WaitingFor::Authority},
        {"expert", "running 2026-12-24", "party.body-asked", WaitingFor::Authority},
    };
    for (const auto& [body, stands, actor, turn] : rows) {
        Desk desk(detection());
        const Json data = Json::object({{"questions", Json::array({"How?"})}, {"period", "P1W"},
            {"asked_body", body}, {"asked_name", "X"}});
        EXPECT_EQ(desk.act("demand-information", "2026-12-17", canonicalJson(data).c_str()), "") << body;
        EXPECT_EQ(desk.clock("DL09/R1", "2026-12-18"), stands) << body;
        EXPECT_EQ(desk.find("DL09/R1")->actor, actor);
        EXPECT_EQ(waitingFor(desk.file(), rulebook()), turn) << body;
    }
}

// ── closing without an answer ─────────────────────────────────────────────────────────────────────────

TEST(Closing, LetsTheReviewRunAgainFromTheNextDayAndSaysThatTheLawIsSilent)
{
    Desk desk = asked("P1W");
    EXPECT_EQ(
        desk.act("close-request-unanswered", "2026-04-20", R"({"request":"R1","reason":"Silence."})"), "");
    EXPECT_EQ(desk.clock("DL06", "2026-04-21"), "running 2026-06-12"); // ten days stopped
    EXPECT_TRUE(says(desk.ledger("DL06"),
        "The request was closed without an answer on 2026-04-20; the clock runs again from 2026-04-21. The "
        "law does not say so; another reading lets 2026-04-20 itself count."))
        << desk.ledger("DL06");
    EXPECT_EQ(desk.clock("DL07/R1", "2026-04-21"), "ended-without-answer 2026-04-17");
    EXPECT_EQ(desk.find("DL07/R1")->met, desk.file().requests.front().closed);
}

// ── extensions ────────────────────────────────────────────────────────────────────────────────────────

TEST(Extensions, GrantedMoveTheEndAndShowInTheLedger)
{
    Desk desk = asked("P1W");
    EXPECT_EQ(desk.act("decide-extension", "2026-04-15",
                  R"({"clock":"DL07/R1","requested_on":"2026-04-14","decision":"granted","by":"P1W"})"),
        "");
    EXPECT_EQ(desk.clock("DL07/R1", "2026-04-18"), "running 2026-04-24");
    const std::string ledger = desk.ledger("DL07/R1");
    EXPECT_TRUE(says(ledger, "An extension by 1 week was asked for on 2026-04-14.")) << ledger;
    EXPECT_TRUE(says(ledger, "Extended by 1 week on 2026-04-15."));
    EXPECT_FALSE(says(ledger, "already ended"));
}

TEST(Extensions, RefusedLeaveTheEndAndNameWhereTheReasonStands)
{
    Desk desk = asked("P2W");
    EXPECT_EQ(
        desk.act("decide-extension", "2026-04-15",
            R"({"clock":"DL07/R1","requested_on":"2026-04-14","decision":"refused","by":"P1W","reason":"No."})"),
        "");
    EXPECT_EQ(desk.clock("DL07/R1", "2026-04-18"), "running 2026-04-24");
    EXPECT_TRUE(says(desk.ledger("DL07/R1"), "An extension by 1 week was refused on 2026-04-15."));
    EXPECT_FALSE(says(desk.ledger("DL07/R1"), "lacks its reason"));
    EXPECT_EQ(desk.find("DL07/R1")->extensions.size(), 1u);
}

TEST(Extensions, AfterTheEndCountAndAreFlagged)
{
    Desk desk = asked("P1W");
    EXPECT_EQ(desk.act("decide-extension", "2026-04-20",
                  R"({"clock":"DL07/R1","requested_on":"2026-04-18","decision":"granted","by":"P3D"})"),
        "warning.extension-after-end");
    EXPECT_EQ(desk.clock("DL07/R1", "2026-04-20"), "running 2026-04-20");
    EXPECT_TRUE(says(desk.ledger("DL07/R1"), "had already ended; it was counted")) << desk.ledger("DL07/R1");
}

TEST(Extensions, ReachEveryPeriodThatTheAuthoritySets)
{
    Desk desk(detection());
    desk.act("send-draft", "2026-06-01",
        R"({"start":"2027-01-01","end":"2027-12-31","main_elements":"x","reasons":"x","comments_period":"P2W",
        "centre_received_on":"2026-06-01"})");
    EXPECT_EQ(desk.clock("DL10", "2026-06-02"), "running 2026-06-15");
    desk.act("decide-demand-extension", "2026-06-10",
        R"({"clock":"DL10","requested_on":"2026-06-09","decision":"granted","by":"P2W"})");
    EXPECT_EQ(desk.clock("DL10", "2026-06-11"), "running 2026-06-29");
    EXPECT_EQ(desk.act("decide-demand-extension", "2026-06-10",
                  R"({"clock":"DL11","requested_on":"2026-06-09","decision":"granted","by":"P2W"})"),
        "REFUSED guard.extension-fits"); // the law sets the four weeks of the EU Centre
}

// ── late answers ──────────────────────────────────────────────────────────────────────────────────────

constexpr const char* kLate =
    R"({"request":"R1","received_on":"2026-04-22","extent":"complete","summary":"At last."})";

TEST(LateAnswers, AfterThePeriodMeetTheRequestLateAndWaitForADecision)
{
    Desk desk = asked("P1W");
    EXPECT_EQ(desk.act("record-answer", "2026-04-22", kLate), "");
    EXPECT_EQ(desk.clock("DL07/R1", "2026-04-22"), "met-late 2026-04-17");
    EXPECT_EQ(desk.clock("DL06", "2026-04-22"), "running 2026-06-15"); // 12 days: Sunday 14th runs to Monday
    ASSERT_EQ(desk.file().lateAnswers.size(), 1u);
    EXPECT_EQ(desk.file().lateAnswers.front().clock, "DL07/R1");
    EXPECT_TRUE(says(desk.ledger("DL07/R1"), "whether it was considered has not been recorded"));
    const char* determination = R"({"service":"S-0001","outcome":"complied","reasons":"x","redress":"x"})";
    EXPECT_EQ(desk.act("determine", "2026-04-23", determination), "warning.late-answer-undecided");
    EXPECT_EQ(desk.act("treat-late-answer", "2026-04-24",
                  R"({"late":"L1","consideration":"considered","reason":"It changes little."})"),
        "");
    EXPECT_TRUE(says(desk.ledger("DL07/R1"), "It is kept and was considered."));
    EXPECT_EQ(desk.act("determine", "2026-04-24",
                  R"({"service":"S-0002","outcome":"complied","reasons":"x","redress":"x"})"),
        "");
}

TEST(LateAnswers, AfterTheClosingAreKeptAndStartNothingAgain)
{
    Desk desk = asked("P1W");
    desk.act("close-request-unanswered", "2026-04-20", R"({"request":"R1","reason":"Silence."})");
    EXPECT_EQ(desk.act("record-answer", "2026-04-22", kLate), "");
    EXPECT_EQ(desk.clock("DL07/R1", "2026-04-22"), "ended-without-answer 2026-04-17");
    EXPECT_EQ(desk.clock("DL06", "2026-04-22"), "running 2026-06-12");
    EXPECT_FALSE(desk.file().requests.front().answeredOn.has_value());
    ASSERT_EQ(desk.file().lateAnswers.size(), 1u);
    desk.act("treat-late-answer", "2026-04-24",
        R"({"late":"L1","consideration":"not-considered","reason":"It came after the closing."})");
    EXPECT_TRUE(says(desk.ledger("DL07/R1"), "It is kept and was not considered."));
}

TEST(LateAnswers, AreNotThoseWithinThePeriodAsExtended)
{
    Desk desk = asked("P1W");
    desk.act("decide-extension", "2026-04-15",
        R"({"clock":"DL07/R1","requested_on":"2026-04-14","decision":"granted","by":"P1W"})");
    desk.act("record-answer", "2026-04-22", kLate);
    EXPECT_TRUE(desk.file().lateAnswers.empty());
    EXPECT_EQ(desk.clock("DL07/R1", "2026-04-22"), "met 2026-04-24");
}

TEST(LateAnswers, ToAHearingAreKeptAlsoAfterTheDetermination)
{
    Desk desk(assessment());
    desk.act("invite-to-hearing", "2026-04-10", R"({"intended_findings":"x","period":"P1W"})");
    desk.act("determine", "2026-04-20",
        R"({"service":"S-0001","outcome":"not-complied","reasons":"x","redress":"x","required_measures":"x",
        "remedy_period":"P2W"})");
    EXPECT_EQ(desk.act("record-hearing", "2026-04-22",
                  R"({"hearing":"H1","received_on":"2026-04-22","statement":"x"})", Role::Registrar),
        "");
    EXPECT_EQ(desk.clock("HEAR/H1", "2026-04-22"), "ended-without-answer 2026-04-17");
    ASSERT_EQ(desk.file().lateAnswers.size(), 1u);
    EXPECT_EQ(desk.file().lateAnswers.front().clock, "HEAR/H1");
}

TEST(LateAnswers, OnADraftAndOfTheEuCentreAreKept)
{
    Desk desk(detection());
    desk.act("send-draft", "2026-06-01",
        R"({"start":"2027-01-01","end":"2027-12-31","main_elements":"x","reasons":"x","comments_period":"P2W",
        "centre_received_on":"2026-06-01"})");
    desk.act("re-send-draft", "2026-06-30",
        R"({"start":"2027-01-01","end":"2027-12-31","main_elements":"x","reasons":"x","changes":"x"})");
    EXPECT_EQ(
        desk.act("record-comments", "2026-07-01", R"({"received_on":"2026-07-01","comments":"Sorry."})"), "");
    EXPECT_EQ(desk.clock("DL10", "2026-07-01"), "ended-without-answer 2026-06-15");
    EXPECT_EQ(desk.act("give-opinion", "2026-07-02", R"({"outcome":"favourable","opinion":"x"})",
                  Role::EuCentreLiaison),
        "");
    EXPECT_EQ(desk.clock("DL11", "2026-07-02"), "met-late 2026-06-29");
    ASSERT_EQ(desk.file().lateAnswers.size(), 2u);
    EXPECT_EQ(desk.file().lateAnswers[0].clock, "DL10");
    EXPECT_EQ(desk.file().lateAnswers[1].clock, "DL11");
    desk.act("treat-late-submission", "2026-07-03",
        R"({"late":"L2","consideration":"considered","reason":"It came before the request."})");
    Entry treated;
    treated.seq = *desk.file().lateAnswers[1].treatment;
    treated.effect = toText(Effect::TreatLateAnswer);
    const auto readers = readersOf(desk.file(), treated);
    EXPECT_NE(std::ranges::find(readers, Institution::EuCentre), readers.end());
}

// ── GDPR Art 36(2) ────────────────────────────────────────────────────────────────────────────────────

Desk consulted()
{
    CaseFile file = detection();
    file.step = Step::AwaitingPlan;
    Desk desk(std::move(file));
    desk.act("refer-to-dpa", "2026-06-23",
        R"({"requested_on":"2026-06-22","source":"provider","authority":"Invented","competence":"gdpr-55","subject":"x"})");
    return desk;
}

TEST(ConsultationExtension, AnnouncedLateIsRecordedAndFlagged)
{
    Desk desk = consulted();
    EXPECT_EQ(desk.act("extend-consultation", "2026-08-01",
                  R"({"consultation":"C1","announced_on":"2026-07-30","reasons":"x"})", Role::DpaOfficer),
        "warning.extension-late");
    EXPECT_EQ(desk.clock("DL13/C1", "2026-08-01"), "running 2026-09-28");
    EXPECT_TRUE(says(desk.ledger("DL13/C1"), "announced later than GDPR 36(2) allows"));
}

TEST(ConsultationExtension, LongerThanSixWeeksIsRecordedAndFlagged)
{
    Desk desk = consulted();
    EXPECT_EQ(desk.act("extend-consultation", "2026-07-02",
                  R"({"consultation":"C1","announced_on":"2026-07-01","by":"P8W","reasons":"x"})",
                  Role::DpaOfficer),
        "warning.extension-too-long");
    EXPECT_EQ(desk.clock("DL13/C1", "2026-07-02"), "running 2026-10-12");
    EXPECT_TRUE(says(desk.ledger("DL13/C1"), "longer than GDPR 36(2) allows"));
}

TEST(LateAnswers, OfTheDataProtectionAuthorityAreKeptAfterTheRequestWasFiled)
{
    CaseFile file = beforeTheCourt();
    file.consultations.push_back({"C1", 25, day("2026-06-08"), {}, {}, {}, {}, {}, 0});
    Desk desk(std::move(file));
    EXPECT_EQ(desk.act("lodge-advice", "2026-08-20",
                  R"({"consultation":"C1","outcome":"advice","advice":"x"})", Role::DpaOfficer),
        "");
    ASSERT_EQ(desk.file().lateAnswers.size(), 1u);
    EXPECT_EQ(desk.clock("DL13/C1", "2026-08-20"), "met-late 2026-08-03");
}

// ── the life of an order ──────────────────────────────────────────────────────────────────────────────

/// Applies from 1 January 2027 to 31 December 2028 and was received on 5 September 2026.
Desk living()
{
    CaseFile file = withOrder();
    file.order->scope.end = day("2028-12-31");
    file.comments.push_back({23, 1, day("2026-06-10")});
    file.opinions.push_back({24, 1, OpinionOutcome::Favourable, day("2026-06-12"), 0});
    file.order->transmittedOn = day("2026-09-03");
    file.order->receivedOn = day("2026-09-05");
    return Desk(std::move(file));
}

TEST(OrderLife, AsksForANoticeAMonthBeforeTheStart)
{
    Desk desk = living();
    EXPECT_EQ(desk.clock("DL16", "2026-09-06"), "running 2026-11-30");
    EXPECT_EQ(desk.clock("DL16", "2026-12-01"), "overdue 2026-11-30");
    EXPECT_EQ(
        desk.act("record-start-notice", "2026-12-02", R"({"received_on":"2026-12-02","implementation":"x"})"),
        "warning.notice-late");
    EXPECT_EQ(desk.clock("DL16", "2026-12-02"), "met-late 2026-11-30");
}

TEST(OrderLife, AsksForAReportHalfwayWhenTheOrderIsLong)
{
    Desk desk = living();
    EXPECT_EQ(desk.clock("DL17", "2027-01-01"), "running 2028-01-01");
    EXPECT_NE(desk.find("DL17")->dayFound, std::nullopt);
    CaseFile brief = withOrder();
    EXPECT_EQ(Desk(brief).clock("DL17", "2027-01-01"), "NONE"); // 12 months are not over 12 months
    brief.detectionKind = DetectionKind::Solicitation;
    EXPECT_EQ(Desk(brief).clock("DL17", "2027-01-01"), "running 2027-07-02"); // but over 6
}

TEST(OrderLife, AsksForAReassessmentAfterEachReport)
{
    Desk desk = living();
    EXPECT_EQ(desk.clock("DL18/P1", "2027-12-01"), "NONE");
    EXPECT_EQ(desk.act("record-halfway-report", "2027-12-20",
                  R"({"received_on":"2027-12-20","measures_taken":"x","effectiveness":"x","rights":"x"})"),
        "");
    EXPECT_EQ(desk.clock("DL17", "2027-12-20"), "met 2028-01-01");
    EXPECT_EQ(desk.clock("DL18/P1", "2027-12-21"), "running NO END");
    EXPECT_EQ(waitingFor(desk.file(), rulebook()), WaitingFor::Authority);
    desk.act("record-reassessment", "2028-01-15", R"({"reassessment":"grounds-hold","reasons":"x"})");
    EXPECT_EQ(desk.clock("DL18/P1", "2028-01-15"), "met NO END");
    ASSERT_EQ(desk.file().order->reassessments.size(), 1u);
    EXPECT_EQ(desk.file().order->reassessments.front().outcome, ReassessmentOutcome::GroundsHold);
}

TEST(OrderLife, SendsTheFinalOrderToTheAuthorityAndThenToAllOthers)
{
    Desk desk = living();
    desk.act("record-finality", "2026-10-08",
        R"({"final_on":"2026-10-05","ground":"appeal-period-expired","copy_received_on":"2026-10-07"})",
        Role::CourtClerk);
    EXPECT_TRUE(says(desk.ledger("DL19"), "Done on 2026-10-07: copy of the final order."))
        << desk.ledger("DL19");
    EXPECT_EQ(desk.clock("DL19", "2026-10-08"), "met NO END");
    EXPECT_EQ(desk.clock("DL19-authority", "2026-10-08"), "running NO END");
    EXPECT_EQ(waitingFor(desk.file(), rulebook()), WaitingFor::Authority);
    desk.act("send-copies", "2026-10-09", R"({"sent_on":"2026-10-09","recipients":"All others"})");
    EXPECT_EQ(desk.clock("DL19-authority", "2026-10-09"), "met NO END");
}

TEST(OrderLife, ShowsTheNextDayThatMatters)
{
    Desk desk = living();
    const auto due = [&] { return summaryOf(desk.file(), rulebook(), calendars()); };
    EXPECT_EQ(due().clockId, "DL16");
    EXPECT_EQ(due().waitingFor, WaitingFor::Provider);
    desk.act("record-start-notice", "2026-11-02", R"({"received_on":"2026-11-02","implementation":"x"})");
    EXPECT_EQ(due().clockId, "DL17");
    // On the very day that the law names: met, and not a clock that runs by itself.
    desk.act("record-halfway-report", "2028-01-01",
        R"({"received_on":"2028-01-01","measures_taken":"x","effectiveness":"x","rights":"x"})");
    EXPECT_EQ(due().clockId, "DL15");
}

// ── proof ─────────────────────────────────────────────────────────────────────────────────────────────

TEST(Proof, NamesTheEntryOfTheTriggerAndOfWhatMetIt)
{
    Desk desk = asked("P1W");
    desk.act("record-answer", "2026-04-16",
        R"({"request":"R1","received_on":"2026-04-16","extent":"complete","summary":"All."})");
    const auto running = desk.find("DL07/R1");
    EXPECT_EQ(running->trigger, desk.file().requests.front().entry);
    EXPECT_EQ(running->met, desk.file().requests.front().answer);
    EXPECT_EQ(numberInFile(desk.file(), running->trigger), 1); // the first act of this desk
    EXPECT_EQ(numberInFile(desk.file(), *running->met), 2);
    EXPECT_EQ(numberInFile(desk.file(), 4711), std::nullopt);
}

TEST(Proof, IsThereForEveryRunningOfACase)
{
    CaseFile file = living().file();
    file.planDemand = PlanDemand{27, day("2026-07-01"), length("P30D")};
    file.consultations.push_back({"C1", 25, day("2026-06-22"), {}, {}, {}, {}, {}, 0});
    for (const CaseClock& running : clocksOf(file, rulebook()))
        EXPECT_GT(running.trigger, 0) << running.id;
}

// ── texts ─────────────────────────────────────────────────────────────────────────────────────────────

TEST(Triggers, OfAllClocksInUseHaveTheirWords)
{
    for (const law::RulebookClock& clock : rulebook().clocks()) {
        if (!clock.trigger)
            continue;
        EXPECT_TRUE(Catalogue::embedded("en").has("trigger." + clock.definition.trigger))
            << clock.definition.trigger;
    }
}

} // namespace

} // namespace tutela::procedure

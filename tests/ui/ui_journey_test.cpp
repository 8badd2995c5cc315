#include <vector>

#include <QFile>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "tests/ui/person.h"
#include "ui/convert.h"

namespace tutela::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr const char* kStart = "2027-06-01";
constexpr const char* kEnd = "2028-05-31";

/// The path from a provider's file to the end of its order, by keys and clicks. The parts are called in
/// order.
class DeskJourney {
public:
    void review();
    void openDetection();
    void draft();
    void consult();
    void plan();
    void request();
    void court();
    void life();
    void proof();

private:
    // One person performs an act in a case on a day, and leaves.
    void act(const QString& day, const QString& person, const QString& caseNumber, const QString& act,
        const std::vector<std::pair<QString, QString>>& fields, const QString& picture = {})
    {
        enter(day, person);
        m_desk.openCase(caseNumber);
        m_desk.pressAct(act);
        if (!::testing::Test::HasFailure())
            finish(fields, picture);
        m_desk.signOut();
    }

    void enter(const QString& day, const QString& person)
    {
        m_desk.signInAs(person);
        if (!day.isEmpty())
            m_desk.moveClockTo(day);
    }

    void finish(const std::vector<std::pair<QString, QString>>& fields, const QString& picture)
    {
        for (const auto& [field, value] : fields)
            m_desk.fill(field, value);
        if (!picture.isEmpty())
            m_desk.takePicture(picture);
        m_desk.perform();
    }

    PersonAtTheDesk m_desk{*parseDay("2026-06-15"), QStringLiteral(TUTELA_BINARY_DIR "/ui_journey")};
    QString m_assessment;
    QString m_detection;
};

void DeskJourney::review()
{
    enter(u"2026-06-16"_s, u"registrar"_s);
    m_desk.receiveFiling(
        QStringLiteral(TUTELA_SOURCE_DIR "/tests/golden/filings/risk-report/complete.in.json"));
    m_assessment = m_desk.openCaseNumber();
    m_desk.takePicture(u"received"_s);
    m_desk.signOut();
    ASSERT_FALSE(m_assessment.isEmpty());

    act(u"2026-06-22"_s, u"coordinator"_s, m_assessment, u"ask-information"_s,
        {{u"questions"_s, u"How are groups moderated?"_s}, {u"period"_s, u"2 weeks"_s}}, u"ask"_s);
    act(u"2026-07-03"_s, u"registrar"_s, m_assessment, u"record-answer"_s,
        {{u"request"_s, u"R1"_s}, {u"received_on"_s, u"3.7.2026"_s}, {u"extent"_s, u"Complete"_s},
            {u"summary"_s, u"By a team of six."_s}});
    act(u"2026-07-06"_s, u"coordinator"_s, m_assessment, u"determine"_s,
        {{u"service"_s, u"Pretend"_s}, {u"outcome"_s, u"Articles 3 and 4 complied"_s},
            {u"reasons"_s, u"The report is complete."_s},
            {u"redress"_s, u"Administrative Court of Arcadia, one month."_s}},
        u"determination"_s);
}

void DeskJourney::openDetection()
{
    enter(u"2026-09-01"_s, u"coordinator"_s);
    m_desk.takePicture(u"my-work"_s);
    m_desk.chooseNewCase(u"open-detection"_s);
    finish({{u"provider"_s, u"Nowhere Chat"_s}, {u"service"_s, u"Pretend Messenger"_s},
               {u"kind"_s, u"Solicitation"_s}, {u"assessment"_s, m_assessment},
               {u"grounds"_s, u"A residual risk remains."_s}},
        u"open-detection"_s);
    m_detection = m_desk.openCaseNumber();
    ASSERT_TRUE(m_detection.startsWith(u"D-"_s)) << toStd(m_detection);
    m_desk.pressAct(u"record-evidence"_s);
    finish(
        {{u"observed_on"_s, u"25.8.2026"_s}, {u"description"_s, u"Summary of an invented platypus report."_s},
            {u"source"_s, u"Invented hotline"_s}},
        {});
    m_desk.signOut();
}

void DeskJourney::draft()
{
    act(u"2026-09-07"_s, u"coordinator"_s, m_detection, u"send-draft"_s,
        {{u"parts"_s, u"direct-messages"_s}, {u"start"_s, QString::fromLatin1(kStart)},
            {u"end"_s, QString::fromLatin1(kEnd)},
            {u"main_elements"_s, u"Detection in direct messages only."_s},
            {u"reasons"_s, u"The residual risk stays significant."_s}, {u"comments_period"_s, u"2 weeks"_s},
            {u"centre_received_on"_s, u"7.9.2026"_s}},
        u"draft"_s);
    act(u"2026-09-18"_s, u"registrar"_s, m_detection, u"record-comments"_s,
        {{u"received_on"_s, u"18.9.2026"_s}, {u"comments"_s, u"The provider doubts the necessity."_s}});
    act(u"2026-10-02"_s, u"eu-centre"_s, m_detection, u"give-opinion"_s,
        {{u"outcome"_s, u"Favourable in part"_s}, {u"opinion"_s, u"The indicators are reliable."_s},
            {u"points"_s, u"Limit it to direct messages."_s}},
        u"opinion"_s);
    act(u"2026-10-05"_s, u"coordinator"_s, m_detection, u"re-send-draft"_s,
        {{u"parts"_s, u"direct-messages"_s}, {u"start"_s, QString::fromLatin1(kStart)},
            {u"end"_s, QString::fromLatin1(kEnd)},
            {u"main_elements"_s, u"Detection in direct messages only, with error rates."_s},
            {u"reasons"_s, u"As before."_s}, {u"changes"_s, u"The point of the opinion was taken up."_s}});
}

void DeskJourney::consult()
{
    act(u"2026-10-06"_s, u"coordinator"_s, m_detection, u"demand-plan"_s, {{u"period"_s, u"10 weeks"_s}});
    act(u"2026-10-12"_s, u"registrar"_s, m_detection, u"refer-to-dpa"_s,
        {{u"requested_on"_s, u"9.10.2026"_s}, {u"source"_s, u"According to the provider"_s},
            {u"authority"_s, u"Data Protection Commission of Arcadia"_s},
            {u"competence"_s, u"On the territory of this Member State (GDPR 55)"_s},
            {u"subject"_s, u"Draft plan and assessment."_s}});
    enter(u"2026-11-20"_s, u"dpa-officer"_s);
    m_desk.openCase(m_detection);
    m_desk.pressAct(u"lodge-advice"_s);
    EXPECT_FALSE(m_desk.readPage().contains(u"Recorded from a document"_s))
        << "the DPA is asked for a paper of its own advice";
    m_desk.addPoint(u"points"_s);
    finish({{u"consultation"_s, u"C1"_s}, {u"outcome"_s, u"Advice"_s},
               {u"advice"_s, u"The processing is possible under two conditions."_s},
               {u"points"_s, u"Delete false positives at once."_s},
               {u"points.2"_s, u"Tell users in plain words."_s}},
        u"dpa-advice"_s);
    m_desk.showTab(u"prior-consultation"_s);
    EXPECT_TRUE(m_desk.readPage().contains(u"2. Tell users in plain words."_s)) << "a point was lost";
    m_desk.signOut();
}

void DeskJourney::plan()
{
    const QString file = m_desk.pathOf(u"plan.json"_s);
    ASSERT_TRUE(QFile::copy(
        QStringLiteral(TUTELA_SOURCE_DIR "/tests/golden/filings/implementation-plan/complete.in.json"),
        file));
    enter(u"2026-12-14"_s, u"registrar"_s);
    m_desk.openCase(m_detection);
    m_desk.pressAct(u"record-plan"_s);
    m_desk.attach(file);
    finish({{u"received_on"_s, u"today"_s}, {u"document"_s, u"plan.json"_s}}, u"plan"_s);
    m_desk.showTab(u"implementation-plan"_s);
    EXPECT_TRUE(m_desk.readPage().contains(u"Imaginary classifier 2"_s))
        << "the plan is not read by its form";
    EXPECT_TRUE(m_desk.readPage().contains(u"EX-0001"_s)) << "the other file number is no point to check";
    m_desk.signOut();
}

void DeskJourney::request()
{
    act(u"2026-12-16"_s, u"coordinator"_s, m_detection, u"submit-for-approval"_s,
        {{u"parts"_s, u"direct-messages"_s}, {u"start"_s, QString::fromLatin1(kStart)},
            {u"end"_s, QString::fromLatin1(kEnd)},
            {u"significant_risk"_s, u"Use to an appreciable extent despite mitigation."_s},
            {u"consequences"_s, u"Interference with the confidentiality of messages."_s},
            {u"balance"_s, u"Protection outweighs it within these limits."_s},
            {u"targeting"_s, u"Direct messages only."_s},
            {u"addressee"_s, u"Main establishment of the provider"_s}, {u"safeguards"_s, u"Human review."_s},
            {u"treatment_of_points"_s, u"Taken up in section 3."_s}});
    act(u"2026-12-17"_s, u"head"_s, m_detection, u"approve"_s, {{u"note"_s, u"Approved."_s}}, u"approval"_s);
    act(u"2026-12-18"_s, u"registrar"_s, m_detection, u"file-request"_s, {{u"channel"_s, u"Electronic"_s}});
}

void DeskJourney::court()
{
    enter(u"2027-01-05"_s, u"judge"_s);
    m_desk.openCase(m_detection);
    EXPECT_FALSE(m_desk.readPage().contains(u"platypus"_s)) << "the judge reads before declaring";
    m_desk.pressAct(u"declare-no-conflict"_s);
    finish({{u"declaration"_s, u"I know none of the parties."_s}}, u"declaration"_s);
    m_desk.moveClockTo(u"2027-01-20"_s);
    m_desk.pressAct(u"issue"_s);
    EXPECT_TRUE(m_desk.readPage().contains(u"platypus"_s)) << "the evidence is not beside the decision";
    finish(
        {{u"parts"_s, u"direct-messages"_s}, {u"start"_s, QString::fromLatin1(kStart)},
            {u"end"_s, QString::fromLatin1(kEnd)},
            {u"significant_risk"_s, u"The court looked at the evidence filed."_s},
            {u"court_evidence"_s, u"Two reports of the past twelve months."_s},
            {u"court_kind_condition"_s, u"One user of each communication is a child user."_s},
            {u"court_for"_s, u"The gravity of the acts."_s},
            {u"court_against"_s, u"The confidentiality of messages."_s},
            {u"balance"_s, u"The court weighed both sides."_s}, {u"targeting"_s, u"Direct messages only."_s},
            {u"addressee"_s, u"Main establishment of the provider"_s},
            {u"measures"_s, u"Detection with the indicators named."_s}, {u"safeguards"_s, u"Human review."_s},
            {u"redress_court"_s, u"Administrative Court of Arcadia"_s},
            {u"redress_period"_s, u"One month from notification"_s}},
        u"decision"_s);
    m_desk.showTab(u"order"_s);
    m_desk.takePicture(u"order-issued"_s);
    EXPECT_TRUE(m_desk.readPage().contains(u"28 Feb 2027"_s)) << "the latest lawful receipt is not shown";
    m_desk.signOut();
}

void DeskJourney::life()
{
    act(u"2027-01-21"_s, u"court-clerk"_s, m_detection, u"record-transmission"_s,
        {{u"sent_on"_s, u"21.1.2027"_s}, {u"channel"_s, u"Electronic"_s},
            {u"recipients"_s, u"Provider, Coordinating Authority, EU Centre"_s}});
    act(u"2027-01-25"_s, u"court-clerk"_s, m_detection, u"record-receipt"_s,
        {{u"received_at"_s, u"25.1.2027 08:30"_s}, {u"proof"_s, u"Delivery receipt."_s}}, u"receipt"_s);
    enter(u"2027-06-01"_s, u"coordinator"_s);
    m_desk.openCase(m_detection);
    m_desk.showTab(u"order"_s);
    m_desk.takePicture(u"order-applies"_s);
    m_desk.moveClockTo(u"2028-06-01"_s);
    m_desk.showTab(u"order"_s);
    m_desk.takePicture(u"order-expired"_s);
    EXPECT_TRUE(m_desk.readPage().contains(u"Expired"_s)) << toStd(m_desk.readPage());
}

void DeskJourney::proof()
{
    const auto order = m_desk.office().cases().order(CaseId(toStd(m_detection)));
    ASSERT_TRUE(order.ok());
    EXPECT_EQ(order.value().status, OrderStatus::Expired);
    const auto file = m_desk.office().cases().open(CaseId(toStd(m_detection)), std::nullopt);
    ASSERT_TRUE(file.ok());
    EXPECT_EQ(file.value().history.size(), 17U);
    EXPECT_EQ(formatDay(order.value().scope.start), kStart);
    EXPECT_EQ(formatDay(order.value().scope.end), kEnd);
}

TEST(DeskJourney, LeadsFromARiskReportToAnOrderThatRanOutByKeysAndClicks)
{
    DeskJourney journey;
    for (void (DeskJourney::*part)() : {&DeskJourney::review, &DeskJourney::openDetection,
             &DeskJourney::draft, &DeskJourney::consult, &DeskJourney::plan, &DeskJourney::request,
             &DeskJourney::court, &DeskJourney::life, &DeskJourney::proof}) {
        ASSERT_NO_FATAL_FAILURE((journey.*part)());
        ASSERT_FALSE(::testing::Test::HasFailure());
    }
}

} // namespace
} // namespace tutela::ui

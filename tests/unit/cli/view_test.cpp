#include <gtest/gtest.h>

#include "tests/unit/cli/fake_office.h"

namespace tutela::cli {

namespace {

/// Writes where no terminal is.
class Piped final : public Io {
public:
    bool write(std::string_view) override { return true; }

    void note(std::string_view) override { }
};

TEST(WorklistText, ReadsLikeATable)
{
    Desk desk;
    desk.state.page = {
        {{CaseId("A-2026-0003"), CaseKind::Assessment, Step::UnderReview, "Parrot Chat\x1b[2J", "Parley (+2)",
             WaitingFor::Authority, parseDay("2026-02-27"), -2, ClockState::Overdue, "DL06", "Ada"},
            {CaseId("D-2026-0001"), CaseKind::Detection, Step::BeforeTheCourt, "Gull Cloud", "Nest",
                WaitingFor::Court, std::nullopt, std::nullopt, std::nullopt, "", ""}},
        "c7"};
    EXPECT_EQ(desk.runSignedIn({"worklist"}).out,
        "File no.     Provider              Service      Stage             Waiting for        Next date   "
        "Days "
        "left    Clock\n"
        "A-2026-0003  Parrot Chat\\u{1b}[2J  Parley (+2)  Under review      Authority          2026-02-27  2 "
        "days "
        "late  Overdue\n"
        "D-2026-0001  Gull Cloud            Nest         Before the court  Issuing authority  –\n"
        "\n"
        "There is more: --after c7\n");
}

TEST(WorklistText, SaysWhenNothingWaits)
{
    Desk desk;
    EXPECT_EQ(desk.runSignedIn({"worklist"}).out, "Nothing waits for you.\n");
}

TEST(WorklistText, IsCutToATerminalAndNowhereElse)
{
    const std::string provider = "A provider of an invented length that no terminal has room for";
    Table table({"Provider", "Stage"});
    table.mayShrink({0}).row({provider, "Under review"});
    EXPECT_EQ(table.render(60, Colour::Off).find(provider), std::string::npos);
    EXPECT_NE(table.render(Piped().tableWidth(), Colour::Off).find(provider), std::string::npos);
}

TEST(DraftsText, ListsShowsAndForgetsWhatWasBegun)
{
    Desk desk;
    EXPECT_EQ(desk.runSignedIn({"drafts"}).out, "You have kept no draft.\n");
    desk.state.draft = {{CaseId("A-1"), "ask-information"},
        {{Json::object({{"question", "Half"}}), {}}, *parseInstant("2026-02-01T09:30:00Z")}};
    EXPECT_NE(desk.runSignedIn({"drafts"}).out.find("A-1"), std::string::npos);
    EXPECT_NE(desk.runSignedIn({"drafts"}).out.find("2026-02-01 10:30 +01:00"), std::string::npos);
    EXPECT_EQ(
        desk.json({"drafts", "ask-information", "--case", "A-1"}).find("data")->text("question"), "Half");
    EXPECT_EQ(desk.runSignedIn({"drafts", "--discard"}).exit, 2);
    EXPECT_EQ(desk.state.discarded, "");
    EXPECT_EQ(desk.runSignedIn({"drafts", "ask-information", "--case", "A-1", "--discard"}).exit, 0);
    EXPECT_EQ(desk.state.discarded, "ask-information");
}

/// The case with a point of advice that was dealt with, one that was not, and a ground.
interfaces::CaseView weighedCase()
{
    interfaces::CaseView view = detectionCase();
    interfaces::PointRow made;
    made.id = "C1.1";
    made.source = PointSource::Advice;
    made.text = "Light the \x1b[31mlanterns.";
    made.adjustment = Adjustment::AdjustedInPart;
    made.placeInPlan = "Section 4";
    made.view = PointView::NotFollowed;
    made.reason = "It is day.";
    interfaces::PointRow open;
    open.id = "C1.2";
    open.source = PointSource::Advice;
    open.text = "Put them out.";
    view.points = {made, open};
    view.conditions = {
        {"likely-use", "Art 7(5)(a)", {{"B1", GroundSide::Against, "Few lanterns.", {"E1", "C1.1"}}}},
        {"safeguards", "Art 10", {}}};
    return view;
}

TEST(CaseText, ShowsOneTabWithHowEachPointWasDealtWith)
{
    Desk desk;
    desk.state.view = weighedCase();
    const Outcome advice = desk.runSignedIn({"case", "D-2026-0001", "--tab", "prior-consultation"});
    EXPECT_EQ(advice.exit, 0);
    for (const char* part : {"How each point was dealt with:", "C1.1  Not followed",
             "Section 4, Adjusted in part", "It is day.", "C1.2  Not dealt with yet"})
        EXPECT_NE(advice.out.find(part), std::string::npos) << part << "\n" << advice.out;
    EXPECT_EQ(advice.out.find('\x1b'), std::string::npos) << "foreign text steers no terminal";
    EXPECT_EQ(advice.out.find("B1"), std::string::npos) << "a ground is no point of advice";
    const std::string request = desk.runSignedIn({"case", "D-2026-0001", "--tab", "request"}).out;
    for (const char* part : {"B1  Against the order: Few lanterns. [E1, C1.1]", "No ground is recorded."})
        EXPECT_NE(request.find(part), std::string::npos) << part << "\n" << request;
    EXPECT_NE(desk.runSignedIn({"case", "D-2026-0001", "--tab", "lanterns"}).exit, 0);
    EXPECT_NE(desk.runSignedIn({"case", "D-2026-0001", "--tab", "measures"}).out.find("Nothing is recorded"),
        std::string::npos);
}

TEST(CaseText, GivesPointsAndConditionsAsJson)
{
    Desk desk;
    desk.state.view = weighedCase();
    const Json file = desk.json({"case", "D-2026-0001"});
    const Json& point = file.items("points").front();
    EXPECT_EQ(point.text("authority_view"), "not-followed");
    EXPECT_EQ(point.text("place_in_plan"), "Section 4");
    const Json& ground = file.items("conditions").front().items("grounds").front();
    EXPECT_EQ(ground.text("side"), "against");
    EXPECT_EQ(ground.items("rests_on").size(), 2U);
}

TEST(CaseText, ShowsHeaderClocksCardsAndHistory)
{
    Desk desk;
    desk.width = 100;
    desk.state.view = detectionCase();
    EXPECT_EQ(
        desk.runSignedIn({"case", "D-2026-0001"}).out, R"(D-2026-0001  Detection order (Art 7)  Order issued
fake.state
Next: fake.next

Provider     Parrot Chat (fictitious)
Service      Parley
Waiting for  Issuing authority
Responsible  Ada Example
Opened       2026-02-01 10:30 +01:00
Legal text   com-2022-209

Statutory clocks
Clock                             Who must act       State    Last day    Days left    Law
Review of the risk report (DL06)  Issuing authority  Running  2026-03-09  8 days left  Art 5(2)

Opinions
  V1  fake.opinion
    2026-02-01 10:30 +01:00  Eve Example
    fake.reasons  First line
                  second \u{1b}[31m line
    ▪ opinion.pdf (application/pdf, 2 KiB, DOC-000001)

History
#  When                     Act               Stage           By
1  2026-02-01 10:30 +01:00  Record opinion *                  Eve Example
2  2026-02-01 10:30 +01:00  Sign and issue    → Order issued  Jo Example
* recorded from a signed document

Who can see this
  Coordinating Authority
)");
}

TEST(CaseText, IsRefusedToAJudgeWhoHasNotDeclaredYet)
{
    Desk desk;
    desk.state.view = detectionCase();
    desk.state.view.mustDeclareFirst = true;
    const auto run = desk.runSignedIn({"case", "D-2026-0001"});
    EXPECT_EQ(run.exit, 3);
    EXPECT_EQ(run.out, "");
}

TEST(ClocksText, ExplainsEveryDate)
{
    Desk desk;
    desk.width = 100;
    desk.state.view = detectionCase();
    const std::string text = desk.runSignedIn({"clocks", "D-2026-0001"}).out;
    EXPECT_NE(text.find("Running, 8 days left"), std::string::npos) << text;
    EXPECT_NE(text.find(" 1. 1182/71 Art 3(1)  fake.step → 2026-03-09\n"), std::string::npos) << text;
}

TEST(ActText, ShowsTheNewStageClocksAndWarnings)
{
    Desk desk;
    desk.state.receipt = {CaseId("D-2026-0001"), 5, 42, "ab", Step::UnderReview, detectionCase().clocks,
        {{"fake.warning", {}}}};
    const TemporaryFile data("{}");
    const std::string text = desk.runSignedIn({"act", "start-review", "--data", data.path()}).out;
    for (const char* part : {"D-2026-0001", "Under review", "2026-03-09", "Please note\n  • fake.warning"})
        EXPECT_NE(text.find(part), std::string::npos) << part << " in " << text;
}

} // namespace

} // namespace tutela::cli

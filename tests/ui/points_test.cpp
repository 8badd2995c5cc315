#include <memory>

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

#include "core/services/office.h"
#include "core/services/sample.h"
#include "tests/ui/pages_fixture.h"
#include "ui/acts/act_panel.h"
#include "ui/acts/choice_editors.h"
#include "ui/models/chip_delegate.h"
#include "ui/models/plain_model.h"
#include "ui/pages/case_section.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/technology_sheet.h"
#include "ui/widgets/weighing_tables.h"
#include "ui/widgets/wrapped_table.h"

namespace tutela::ui {
namespace {

interfaces::PointRow pointOf(const char* id, PointSource source)
{
    interfaces::PointRow row;
    row.id = id;
    row.source = source;
    row.text = std::string("What is asked for under ") + id;
    return row;
}

std::unique_ptr<QFrame> advice()
{
    std::vector<interfaces::PointRow> rows{pointOf("C1.1", PointSource::Advice),
        pointOf("C1.2", PointSource::Advice), pointOf("C1.3", PointSource::Advice)};
    rows[0].view = PointView::Followed;
    return std::unique_ptr<QFrame>(pointCard(rows, PointSource::Advice));
}

TEST(PointButton, GoesOnWithTheFirstPointThatNobodyDealtWith)
{
    const auto panel = advice();
    std::string gone;
    addPointButton(*panel, "go", u"Go"_s, [&](const std::string& point) { gone = point; })->click();
    EXPECT_EQ(gone, "C1.2");
}

TEST(PointButton, GoesOnWithThePointChosenAlsoByKey)
{
    const auto panel = advice();
    std::string gone;
    QPushButton* go = addPointButton(*panel, "go", u"Go"_s, [&](const std::string& point) { gone = point; });
    auto* view = panel->findChild<QTableView*>(u"pointTable"_s);
    view->setCurrentIndex(view->model()->index(2, 0));
    go->click();
    EXPECT_EQ(gone, "C1.3");
    view->setCurrentIndex(view->model()->index(0, 0));
    panel->show();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Return);
    EXPECT_EQ(gone, "C1.1");
}

/// A training register with files at each stage.
class PointsAtTheDesk : public ::testing::Test {
protected:
    void SetUp() override
    {
        services::SamplePlan plan;
        plan.file = toStd(folder.filePath(u"training.tutela"_s));
        plan.cases = 24;
        plan.seed = 7;
        plan.anchor = *parseDay("2026-06-15");
        ASSERT_TRUE(services::createSample(plan).ok());
        auto opened = services::openOffice(plan.file, services::HeadCheck::Required);
        ASSERT_TRUE(opened.ok());
        office = std::move(opened).value();
        ASSERT_TRUE(office->signIn().signIn("coordinator", "arcadia-coordinator").ok());
    }

    /// A file with a point of that source on which this person may record the authority's view.
    std::unique_ptr<CasePage> pageWith(PointSource source)
    {
        for (const auto& row : office->worklist().page({.kind = CaseKind::Detection}).value().rows) {
            auto page = std::make_unique<CasePage>(*office, row.caseId);
            const auto& points = page->view()->points;
            const bool any = std::any_of(
                points.begin(), points.end(), [&](const auto& one) { return one.source == source; });
            const bool may = std::any_of(page->offers().begin(), page->offers().end(),
                [](const auto& one) { return one.act == "treat-point" && one.allowed; });
            if (any && may)
                return page;
        }
        return nullptr;
    }

    QTemporaryDir folder;
    std::unique_ptr<interfaces::Office> office;
};

TEST_F(PointsAtTheDesk, APointOfTheCommentsIsDealtWithWhereItIsRead)
{
    const auto page = pageWith(PointSource::Comments);
    ASSERT_NE(page, nullptr);
    page->show();
    page->showTab(u"draft-and-comments"_s);
    auto* section = page->findChild<QWidget*>(u"section.draft-and-comments"_s);
    auto* go = section->findChild<QPushButton*>(u"pointAct"_s);
    ASSERT_NE(go, nullptr);
    go->click();
    auto* panel = page->findChild<ActPanel*>();
    ASSERT_TRUE(panel->isOpen());
    EXPECT_TRUE(panel->form()->data().text("point").starts_with("V"));
    EXPECT_TRUE(section->isVisible());
}

TEST_F(PointsAtTheDesk, ADraftOnAnotherPointIsNotTakenForThisOne)
{
    const auto page = pageWith(PointSource::Opinion);
    ASSERT_NE(page, nullptr);
    const auto offer = std::find_if(page->offers().begin(), page->offers().end(),
        [](const auto& one) { return one.act == "treat-point"; });
    auto* panel = page->findChild<ActPanel*>();
    page->startPointAct(*offer, "O1.1");
    panel->form()->editor("reason")->setValue("Begun on the first point.");
    Q_EMIT panel->form()->changed();
    panel->close();
    page->startPointAct(*offer, "O1.2");
    EXPECT_EQ(panel->form()->data().text("point"), "O1.1");
    EXPECT_EQ(panel->form()->data().text("reason"), "Begun on the first point.");
}

TEST_F(PointsAtTheDesk, WhatTheTableSaysIsNoCardToo)
{
    const auto page = pageWith(PointSource::Opinion);
    ASSERT_NE(page, nullptr);
    interfaces::CaseView view = *page->view();
    const auto before = cardsOn(view, "opinions").size();
    ASSERT_FALSE(view.points.empty());
    for (auto& row : view.points)
        row.viewedIn = 0;
    const auto treated = std::count_if(view.cards.begin(), view.cards.end(),
        [](const auto& card) { return card.title.id == "card.treat-point"; });
    EXPECT_EQ(cardsOn(view, "opinions").size(), before + static_cast<std::size_t>(treated));
}

TEST(EntryChoices, OfferWhatWaitsAndNothingElse)
{
    interfaces::CaseView view{.file = {.id = CaseId("A-2027-0001")}};
    view.file.claims = {
        {"F1", 40, DocumentId("DOC-1"), 2, {}, {}}, {"F2", 41, DocumentId("DOC-1"), 1, 44, {}}};
    view.file.recorded = {{42, PersonId("U-1"), {}}, {43, PersonId("U-1"), PersonId("U-2")}};
    for (const EntrySeq entry : {40, 41, 42, 43}) {
        interfaces::HistoryRow row;
        row.entry = entry;
        row.act = entry < 42 ? "record-confidentiality-claim" : "give-opinion";
        row.by = "Reggie Strar, Registrar";
        view.history.push_back(row);
    }
    const FormContext context{nullptr, &view, {}};
    const auto claims = entriesFor("claim", context);
    ASSERT_EQ(claims.size(), 1U);
    EXPECT_EQ(claims.front().value, "40");
    EXPECT_TRUE(claims.front().label.startsWith(u"F1 · DOC-1 · "_s)) << toStd(claims.front().label);
    const auto records = entriesFor("entry", context);
    ASSERT_EQ(records.size(), 1U);
    EXPECT_EQ(records.front().value, "42");
    EXPECT_TRUE(records.front().label.endsWith(u"Reggie Strar, Registrar"_s));
}

interfaces::TechnologyView lantern()
{
    interfaces::TechnologyView view;
    view.stated.name = "Imaginary lantern";
    view.stated.effectiveness = "Finds nine of ten.";
    view.stated.falseAlarms = 4;
    view.stated.alternatives = {{"Candle", "Finds half.", {}, {}, "Too weak."}};
    domain::DeclaredRate rate;
    rate.measureText = "False positives";
    rate.value = "1";
    rate.unitText = "in a hundred";
    view.stated.rates = {rate};
    view.alarms.aMonth = 10;
    view.alarms.how = {"technology-sheet.computed",
        {{"items", std::int64_t{1000}}, {"value", "1"}, {"unit", "in a hundred"},
            {"alarms", std::int64_t{10}}}};
    view.alarms.differs =
        Message{"technology-sheet.differs", {{"stated", std::int64_t{4}}, {"computed", std::int64_t{10}}}};
    return view;
}

QString cellOf(const QFrame& panel, const QString& table, int row, int column)
{
    return panel.findChild<QTableView*>(table)->model()->index(row, column).data().toString();
}

TEST(TechnologyCard, SetsTheTechnologyBesideItsAlternatives)
{
    const std::unique_ptr<QFrame> panel(technologyCard(lantern()));
    EXPECT_EQ(cellOf(*panel, u"alternativeTable"_s, 0, 0), u"Imaginary lantern"_s);
    EXPECT_EQ(cellOf(*panel, u"alternativeTable"_s, 0, 3), u"False positives: 1 in a hundred"_s);
    EXPECT_EQ(cellOf(*panel, u"alternativeTable"_s, 1, 1), u"Finds half."_s);
    EXPECT_EQ(cellOf(*panel, u"alternativeTable"_s, 1, 4), u"Too weak."_s);
}

TEST(TechnologyCard, MarksWhatIsNotStated)
{
    const std::unique_ptr<QFrame> panel(technologyCard(lantern()));
    EXPECT_EQ(cellOf(*panel, u"alternativeTable"_s, 1, 2), u"Not stated"_s);
    EXPECT_EQ(cellOf(*panel, u"rateTable"_s, 0, 1), u"1 in a hundred"_s);
    for (const int column : {2, 3, 4, 5})
        EXPECT_EQ(cellOf(*panel, u"rateTable"_s, 0, column), u"Not stated"_s) << column;
}

TEST(TechnologyCard, ShowsHowTheFalseAlarmsWereComputedAndThatTheyDiffer)
{
    const std::unique_ptr<QFrame> panel(technologyCard(lantern()));
    EXPECT_EQ(panel->findChild<QLabel*>(u"computed-alarms"_s)->text(),
        u"1000 items a month × 1 in a hundred = 10"_s);
    EXPECT_NE(panel->findChild<Notice*>(u"alarmsDiffer"_s), nullptr);
}

TEST(WrappedTable, MakesARowAsHighAsTheLinesOfItsText)
{
    std::unique_ptr<QTableView> view(table("wrapped", u"Wrapped"_s));
    auto* model = new PlainModel({u"Text"_s, u"Other"_s}, view.get());
    const QString text =
        u"A ground that goes on for more than one line of the cell\nRests on E1, O1.2 and V1"_s;
    model->replace({{u"1"_s, {text, u"–"_s}}, {u"2"_s, {QString(200, u'w'), u"–"_s}}});
    view->setModel(model);
    fitWrapped(view.get());
    view->setColumnWidth(0, 150);
    view->resizeRowsToContents();
    const QFontMetrics metrics(view->font());
    const int wide = metrics.horizontalAdvance(text.section(u'\n', 0, 0));
    const int lines = wide / (150 - 24) + 2; // at least: the last one is a line of its own
    EXPECT_GE(view->rowHeight(0), lines * metrics.height());
    EXPECT_GE(
        view->rowHeight(1), metrics.horizontalAdvance(QString(200, u'w')) / (150 - 24) * metrics.height());
}

TEST(ForeignText, IsADayInOurFormOnlyWhenItIsNothingElse)
{
    EXPECT_EQ(foreignText("2026-02-03"), dateText(*parseDay("2026-02-03")));
    EXPECT_EQ(foreignText("On 2026-02-03"), u"On 2026-02-03"_s);
    EXPECT_EQ(lawText("Art 7(6)(a)"), u"Art 7(6)\u2060(a)"_s);
}

} // namespace
} // namespace tutela::ui

#include <memory>

#include <QFrame>
#include <QTableView>

#include <gtest/gtest.h>

#include "tests/support/sample_office.h"
#include "ui/acts/act_panel.h"
#include "ui/acts/choice_editors.h"
#include "ui/convert.h"
#include "ui/models/row_model.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/weighing_tables.h"

namespace tutela::ui {
namespace {

using namespace Qt::StringLiterals;
using interfaces::ConditionRow;
using interfaces::PointRow;

PointRow point(const char* id, PointSource source)
{
    PointRow row;
    row.id = id;
    row.source = source;
    row.text = std::string("What is asked for under ") + id;
    return row;
}

/// Two points of an opinion, the first superseded; two of advice, of which one was dealt with.
std::vector<PointRow> points()
{
    std::vector<PointRow> rows{point("O1.1", PointSource::Opinion), point("O2.1", PointSource::Opinion),
        point("C1.1", PointSource::Advice), point("C1.2", PointSource::Advice)};
    rows[0].superseded = true;
    rows[2].adjustment = Adjustment::AdjustedInPart;
    rows[2].placeInPlan = "Section 4";
    rows[2].view = PointView::NotFollowed;
    rows[2].reason = "Invented lanterns need light.";
    rows[2].place = "Section 6";
    rows[2].earlier = 1;
    return rows;
}

QString cell(const QFrame& panel, const QString& name, int row, int column)
{
    const auto* view = panel.findChild<QTableView*>(name);
    return view == nullptr ? QString() : view->model()->index(row, column).data().toString();
}

TEST(PointTable, SetsTheProvidersWordsAndTheAuthoritysViewApart)
{
    const std::unique_ptr<QFrame> panel(pointCard(points(), PointSource::Advice));
    ASSERT_NE(panel, nullptr);
    const auto* view = panel->findChild<QTableView*>(u"pointTable"_s);
    ASSERT_EQ(view->model()->rowCount(), 2);
    EXPECT_FALSE(view->isColumnHidden(2));
    EXPECT_EQ(cell(*panel, u"pointTable"_s, 0, 0), u"C1.1"_s);
    EXPECT_EQ(cell(*panel, u"pointTable"_s, 0, 2), u"Section 4\nAdjusted in part"_s);
    EXPECT_EQ(cell(*panel, u"pointTable"_s, 0, 3), u"Not followed"_s);
    EXPECT_TRUE(cell(*panel, u"pointTable"_s, 0, 4).startsWith(u"Invented lanterns need light."_s));
    EXPECT_TRUE(cell(*panel, u"pointTable"_s, 0, 4).contains(u"In the request: Section 6"_s));
    EXPECT_EQ(cell(*panel, u"pointTable"_s, 1, 3), u"Not dealt with yet"_s);
    EXPECT_TRUE(view->model()->index(1, 3).data(ChipRole).toBool());
}

TEST(PointTable, OfAnOpinionHasNoPlanAndSaysWhatWasSuperseded)
{
    const std::unique_ptr<QFrame> panel(pointCard(points(), PointSource::Opinion));
    EXPECT_TRUE(panel->findChild<QTableView*>(u"pointTable"_s)->isColumnHidden(2));
    EXPECT_TRUE(cell(*panel, u"pointTable"_s, 0, 1).contains(u"Superseded"_s));
    EXPECT_FALSE(cell(*panel, u"pointTable"_s, 1, 1).contains(u"Superseded"_s));
    EXPECT_EQ(pointCard(points(), PointSource::Comments), nullptr);
}

TEST(ConditionTable, SetsWhatSpeaksForBesideWhatSpeaksAgainst)
{
    const std::vector<ConditionRow> rows{
        {"likely-use", "Art 7(5)(a)", {{"B1", GroundSide::For, "Lanterns circulate.", {"E1", "O1.1"}}}},
        {"right-privacy", "Art 7(4)(b)", {{"B2", GroundSide::Against, "Rooms are lit.", {}}}},
        {"safeguards", "Art 7(8)(b)", {}}};
    const std::unique_ptr<QFrame> panel(conditionCard(rows));
    EXPECT_EQ(cell(*panel, u"conditionTable"_s, 0, 1), u"B1: Lanterns circulate.\nRests on E1, O1.1"_s);
    EXPECT_EQ(cell(*panel, u"conditionTable"_s, 0, 2), u"–"_s);
    EXPECT_EQ(cell(*panel, u"conditionTable"_s, 1, 2), u"B2: Rooms are lit.\nRests on nothing in the file"_s);
    EXPECT_EQ(cell(*panel, u"conditionTable"_s, 2, 1), u"–"_s);
}

/// Forms of a signed-in coordinator.
class WeighingForms : public ::testing::Test {
protected:
    WeighingForms() { static_cast<void>(office->signIn().signIn("ada", "training-ada")); }

    tutela::testing::SampleLog log;
    std::unique_ptr<interfaces::Office> office = tutela::testing::sampleOffice(log);
    interfaces::CaseView view = office->cases().open(CaseId("D-2027-0001"), std::nullopt).value();
};

TEST_F(WeighingForms, OfferThePointsThatCountAndTheGroundsThatStand)
{
    view.points = points();
    view.conditions = {
        {"likely-use", "Art 7(5)(a)", {{"B1", GroundSide::For, "Lanterns circulate.", {"E1"}}}}};
    const FormContext context{office.get(), &view, {}};
    const auto offered = choicesFor(FieldType::OpinionPoint, context);
    ASSERT_EQ(offered.size(), 3U);
    EXPECT_EQ(offered.front().value, "O2.1");
    EXPECT_TRUE(offered[1].label.endsWith(u"(Not followed)"_s)) << toStd(offered[1].label);
    const auto grounds = choicesFor(FieldType::ConditionCell, context);
    ASSERT_EQ(grounds.size(), 1U);
    EXPECT_EQ(grounds.front().value, "B1");
}

TEST_F(WeighingForms, StartWithWhatFollowsFromTheFileUnlessADraftWasKept)
{
    interfaces::ActOffer offer;
    offer.act = "submit-for-approval";
    offer.fields = {{"balance", FieldType::Text, true, {}}};
    offer.suggested = Json::object({{"balance", "Composed from the grounds."}});
    ActPanel panel(*office);
    panel.open(offer, view);
    EXPECT_EQ(panel.form()->data().text("balance"), "Composed from the grounds.");
    EXPECT_TRUE(panel.findChild<Notice*>(u"actNotice"_s)->text().contains(u"Filled in from the file"_s));
    panel.close();
    EXPECT_TRUE(log.drafts.empty());
    panel.open(offer, view);
    panel.form()->fill({Json::object({{"balance", "My own words."}}), {}});
    panel.close();
    panel.open(offer, view);
    EXPECT_EQ(panel.form()->data().text("balance"), "My own words.");
}

} // namespace
} // namespace tutela::ui

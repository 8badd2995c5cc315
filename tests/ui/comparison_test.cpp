#include <memory>

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/support/sample_comparisons.h"
#include "ui/convert.h"
#include "ui/models/row_model.h"
#include "ui/widgets/comparison_panel.h"

namespace tutela::ui {
namespace {

using namespace Qt::StringLiterals;

/// The panel beside a filing that two others came before.
class Compared : public ::testing::Test {
protected:
    Compared()
        : panel(desk, later, desk.earlierFilings(later).value())
    {
        panel.resize(900, 700);
        panel.show();
    }

    QTableView* fields() { return panel.findChild<QTableView*>(u"comparisonTable"_s); }

    tutela::testing::SampleComparisons desk;
    DocumentId later{"DOC-000001"};
    ComparisonPanel panel;
};

TEST_F(Compared, ShowsWhatDiffersAndThePointsToCheckAtOnce)
{
    ASSERT_NE(fields(), nullptr);
    EXPECT_EQ(fields()->model()->rowCount(), 3);
    EXPECT_EQ(fields()->model()->index(0, 4).data().toString(), u"Changed"_s);
    EXPECT_TRUE(fields()->model()->index(0, 4).data(ChipRole).toBool());
    EXPECT_EQ(fields()->model()->index(0, 3).data().toString(), u"Negligible."_s);
    auto* points = panel.findChild<QTableView*>(u"contradictionTable"_s);
    ASSERT_NE(points, nullptr);
    EXPECT_EQ(points->model()->rowCount(), 1);
}

TEST_F(Compared, ShowsUnchangedFieldsOnDemandByKey)
{
    auto* all = panel.findChild<QCheckBox*>(u"showUnchanged"_s);
    all->setFocus();
    QTest::keyClick(all, Qt::Key_Space);
    EXPECT_EQ(fields()->model()->rowCount(), 4);
    QTest::keyClick(all, Qt::Key_Space);
    EXPECT_EQ(fields()->model()->rowCount(), 3);
}

TEST_F(Compared, SaysSoWhereNothingDiffers)
{
    auto* choice = panel.findChild<QComboBox*>(u"compareWith"_s);
    ASSERT_EQ(choice->count(), 2);
    choice->setCurrentIndex(1);
    EXPECT_EQ(fields(), nullptr);
    EXPECT_EQ(panel.findChild<QTableView*>(u"contradictionTable"_s), nullptr);
    bool said = false;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        said = said || label->text().startsWith(u"Nothing differs"_s);
    EXPECT_TRUE(said);
}

TEST_F(Compared, BreaksLongTextsIntoLines)
{
    const auto height = [this] { return fields()->rowHeight(0); };
    panel.resize(1600, 700);
    QTest::qWait(50);
    const int wide = height();
    panel.resize(640, 700);
    QTest::qWait(50);
    EXPECT_GT(height(), wide);
    EXPECT_GE(fields()->height(), fields()->verticalHeader()->length());
}

TEST(RiskOverTime, HasARowForEachFiling)
{
    tutela::testing::SampleComparisons desk;
    const std::unique_ptr<QFrame> card(riskCard(desk.risks(CaseId("A-2027-0003")).value()));
    auto* view = card->findChild<QTableView*>(u"riskTable"_s);
    ASSERT_EQ(view->model()->rowCount(), 2);
    EXPECT_EQ(view->model()->index(0, 4).data().toString(), u"high / unlikely"_s);
    EXPECT_EQ(view->model()->index(1, 4).data().toString(), u"high / rare"_s);
    EXPECT_FALSE(view->accessibleName().isEmpty());
}

} // namespace
} // namespace tutela::ui

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include "tests/support/sample_office.h"
#include "ui/convert.h"
#include "ui/models/clock_model.h"
#include "ui/models/document_model.h"
#include "ui/models/finding_model.h"
#include "ui/models/history_model.h"
#include "ui/models/log_model.h"
#include "ui/models/worklist_model.h"

namespace tutela::ui {
namespace {

using interfaces::WorklistRow;
using Failures = QAbstractItemModelTester::FailureReportingMode;

WorklistRow row(const std::string& caseId, std::optional<std::int64_t> daysLeft = std::nullopt)
{
    return {CaseId(caseId), CaseKind::Detection, Step::OutForComments, "Muster Hosting SE", "Muster Box",
        WaitingFor::Provider, parseDay("2027-03-01"), daysLeft, ClockState::Overdue, "DL10", "Ada Fictive"};
}

/// The model as text: one line a row, cells between bars.
std::string printed(const QAbstractItemModel& model)
{
    QStringList lines;
    for (int number = 0; number < model.rowCount(); ++number) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(number, column).data().toString();
        lines << cells.join(QStringLiteral(" | "));
    }
    return toStd(lines.join(u'\n'));
}

TEST(WorklistModel, ShowsEveryColumnInWords)
{
    WorklistModel model;
    const QAbstractItemModelTester tester(&model, Failures::Fatal);
    model.replace({row("D-2027-0001", -2)});
    EXPECT_EQ(printed(model),
        "D-2027-0001 | Muster Hosting SE | Muster Box | Detection | Out for comments | "
        "Provider | 1 Mar 2027 | -2 "
        "| Overdue | Ada Fictive");
}

TEST(WorklistModel, KeepsTheRawValueForSorting)
{
    WorklistModel model;
    model.replace({row("D-2027-0001", -2)});
    EXPECT_EQ(model.index(0, WorklistModel::DaysLeft).data(SortRole).toLongLong(), -2);
    EXPECT_EQ(model.index(0, WorklistModel::NextDate).data(SortRole).toDate(), QDate(2027, 3, 1));
}

TEST(WorklistModel, SaysTheStateOfAClockInWordsBesideItsColour)
{
    WorklistModel model;
    model.replace({row("D-2027-0001", -2)});
    const QModelIndex cell = model.index(0, WorklistModel::Clock);
    EXPECT_TRUE(cell.data(ChipRole).toBool());
    EXPECT_FALSE(cell.data().toString().isEmpty());
    EXPECT_NE(static_cast<Glyph>(cell.data(GlyphRole).toInt()), Glyph::None);
}

TEST(RowModel, RefreshTouchesOnlyWhatDiffers)
{
    WorklistModel model;
    const QAbstractItemModelTester tester(&model, Failures::Fatal);
    model.replace({row("A"), row("B"), row("C")});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy moves(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.refresh({row("C"), row("A", 4), row("D")});
    EXPECT_EQ(resets.count(), 0);
    EXPECT_EQ(inserts.count(), 1);
    EXPECT_EQ(removals.count(), 1);
    EXPECT_EQ(moves.count(), 1);
    EXPECT_EQ(changes.count(), 1);
    QStringList order;
    for (int number = 0; number < model.rowCount(); ++number)
        order << model.index(number, 0).data().toString();
    EXPECT_EQ(toStd(order.join(u' ')), "C A D");
}

TEST(RowModel, RefreshWithTheSameRowsSaysNothing)
{
    WorklistModel model;
    model.replace({row("A"), row("B")});
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.refresh({row("A"), row("B")});
    EXPECT_EQ(changes.count(), 0);
}

TEST(ClockModel, MarksADateThatNoCalendarConfirms)
{
    ClockModel model;
    const QAbstractItemModelTester tester(&model, Failures::Fatal);
    interfaces::ClockView clock;
    clock.id = "DL99";
    clock.state = ClockState::Unconfirmed;
    clock.end = parseDay("2031-03-17");
    clock.confirmed = false;
    model.replace({clock});
    EXPECT_EQ(toStd(model.index(0, ClockModel::End).data().toString()), "17 Mar 2031 (unconfirmed)");
}

TEST(HistoryModel, SaysFromWhichStageToWhich)
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, Failures::Fatal);
    model.replace({{12, 2, *parseInstant("2026-12-15T08:30:00Z"), "Ada Fictive", "take-under-review",
        Step::Received, Step::UnderReview, true}});
    EXPECT_EQ(toStd(model.index(0, HistoryModel::Stage).data().toString()), "Received → Under review");
    EXPECT_EQ(toStd(model.index(0, HistoryModel::Source).data().toString()), "Recorded from a document");
}

TEST(FindingModel, NamesTheWeightOfEveryPoint)
{
    FindingModel model;
    const QAbstractItemModelTester tester(&model, Failures::Fatal);
    model.replace({{"A", "must-fix", "/a", "", {"x", {}}}, {"B", "to-check", "/b", "", {"x", {}}},
        {"C", "note", "/c", "", {"x", {}}}});
    QStringList weights;
    for (int number = 0; number < model.rowCount(); ++number)
        weights << model.index(number, FindingModel::Severity).data().toString();
    EXPECT_EQ(toStd(weights.join(u'|')), "Must be fixed|To check|Note");
}

TEST(DocumentModel, ShowsForeignNamesAsTheyAre)
{
    DocumentModel model;
    const QAbstractItemModelTester tester(&model, Failures::Fatal);
    model.replace({{{DocumentId("DOC-000001"), "<b>plan</b>.pdf", "application/pdf", 2048, "aa"},
        QStringLiteral("Plan")}});
    EXPECT_EQ(printed(model), "<b>plan</b>.pdf |  | Plan | 2 kB | aa");
    model.replace(
        {{{DocumentId("DOC-000001"), "plan.pdf", "application/pdf", 2048, "aa", DocumentFlag::NotChecked},
            QStringLiteral("Plan")}});
    EXPECT_EQ(printed(model), "plan.pdf | Could not be checked for images | Plan | 2 kB | aa");
}

TEST(LogModel, IsAWellBehavedModel)
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, Failures::Fatal);
    model.replace({{1, *parseInstant("2027-01-01T00:00:00Z"), "U-0001", "x", "A-2027-0001", "ff"}});
    model.append({{2, *parseInstant("2027-01-01T00:00:00Z"), "U-0001", "x", "A-2027-0001", "ff"}});
    EXPECT_EQ(model.rowCount(), 2);
}

} // namespace
} // namespace tutela::ui

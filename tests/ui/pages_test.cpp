#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/pages_fixture.h"
#include "ui/acts/act_panel.h"
#include "ui/convert.h"
#include "ui/main_window.h"
#include "ui/models/worklist_model.h"
#include "ui/pages/case_page.h"
#include "ui/pages/decision_page.h"
#include "ui/pages/intake_page.h"
#include "ui/widgets/action_bar.h"
#include "ui/widgets/file_choice.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {
namespace {

using namespace Qt::StringLiterals;

TEST_F(Pages, AWrongPasswordIsToldAndNobodyComesIn)
{
    part<QLineEdit>(u"signInName"_s)->setText(u"ada"_s);
    part<QLineEdit>(u"signInPassword"_s)->setText(u"wrong"_s);
    part<QPushButton>(u"signIn"_s)->click();
    EXPECT_FALSE(office->signIn().signedIn());
    EXPECT_TRUE(part<Notice>(u"signInNotice"_s)->isVisible());
    EXPECT_TRUE(part<QLineEdit>(u"signInPassword"_s)->text().isEmpty());
}

TEST_F(Pages, MyWorkOpensTheSelectedCaseWithEnter)
{
    signIn(u"ada"_s);
    auto* table = part<QTableView>(u"workTable"_s);
    ASSERT_EQ(table->model()->rowCount(), 5);
    table->setFocus();
    table->selectRow(2);
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_NE(window.openedCase(), nullptr);
    EXPECT_EQ(window.openedCase()->caseId(), CaseId("A-2027-0003"));
}

TEST_F(Pages, AnEmptyListExplainsItselfAndOffersTheNextStep)
{
    signIn(u"ada"_s);
    part<QLineEdit>(u"filterProvider"_s)->setText(u"nobody has this name"_s);
    EXPECT_TRUE(QTest::qWaitFor([this] { return part<QWidget>(u"workEmpty"_s)->isVisible(); }, 2000));
    part<QPushButton>(u"emptyAct"_s)->click();
    EXPECT_EQ(part<QTableView>(u"workTable"_s)->model()->rowCount(), 5);
}

TEST_F(Pages, EveryActIsOfferedSomewhere)
{
    signIn(u"ada"_s);
    QStringList offered;
    for (const QAction* action : part<QMenu>(u"newCaseMenu"_s)->actions())
        offered << action->objectName();
    interfaces::WorklistQuery all;
    all.withClosed = true;
    const auto cases = office->worklist().page(all).value();
    for (const auto& row : cases.rows) {
        CasePage& page = openCase(row.caseId.text());
        for (const QString& tab : page.tabs()) {
            page.showTab(tab);
            for (const QPushButton* button : page.findChildren<QPushButton*>())
                offered << button->objectName();
            for (const QAction* action : page.findChildren<QAction*>())
                offered << action->objectName();
        }
    }
    const auto acts = office->cases().acts(std::nullopt).value();
    for (const auto& offer : acts)
        EXPECT_TRUE(offered.contains(u"act."_s + toQt(offer.act))) << offer.act << " has no page";
}

TEST_F(Pages, AnActOfAnotherInstitutionIsRecordedFromItsDocumentAndSaysSo)
{
    signIn(u"ada"_s);
    CasePage& page = openCase("D-2027-0001");
    page.showTab(u"opinions"_s);
    EXPECT_EQ(page.findChild<QPushButton*>(u"act.give-opinion"_s), nullptr)
        << "the coordinator seems to give the EU Centre's opinion";
    auto* menu = page.findChild<QMenu*>(u"recordFromDocumentMenu"_s);
    ASSERT_NE(menu, nullptr);
    ASSERT_EQ(menu->actions().size(), 1);
    menu->actions().front()->trigger();
    const auto* panel = page.findChild<ActPanel*>();
    ASSERT_TRUE(panel->isOpen());
    EXPECT_NE(panel->form()->editor("recorded_from.document"), nullptr);
    EXPECT_EQ(toStd(panel->findChild<QPushButton*>(u"performAct"_s)->text()), "Record from a document");
}

TEST_F(Pages, TheInstitutionItselfHasAPlainButtonForItsAct)
{
    signIn(u"eudora"_s);
    CasePage& page = openCase("D-2027-0001");
    page.showTab(u"opinions"_s);
    auto* give = page.findChild<QPushButton*>(u"act.give-opinion"_s);
    ASSERT_NE(give, nullptr);
    EXPECT_TRUE(give->isEnabled());
    EXPECT_EQ(page.findChild<QMenu*>(u"recordFromDocumentMenu"_s), nullptr);
    give->click();
    EXPECT_EQ(page.findChild<ActPanel*>()->form()->editor("recorded_from.document"), nullptr);
}

TEST_F(Pages, NoDecisionIsSuggestedToTheJudge)
{
    signIn(u"justin"_s);
    CasePage& page = openCase("D-2026-0004");
    page.showTab(u"decision"_s);
    for (const QPushButton* button : page.findChildren<QPushButton*>()) {
        if (!button->objectName().startsWith("act."_L1))
            continue;
        EXPECT_NE(button->property("kind").toString(), u"primary"_s) << toStd(button->text());
    }
}

TEST_F(Pages, AnotherDeskIsNeverSuggestedAsWhatComesNext)
{
    interfaces::ActOffer assign{.act = "assign-detection", .tab = "overview", .allowed = true};
    interfaces::ActOffer evidence{.act = "record-evidence", .tab = "overview", .allowed = true};
    ActionBar bar({assign, evidence});
    const auto kindOf = [&](const QString& act) {
        return toStd(bar.findChild<QPushButton*>(act)->property("kind").toString());
    };
    EXPECT_NE(kindOf(u"act.assign-detection"_s), "primary");
    EXPECT_EQ(kindOf(u"act.record-evidence"_s), "primary");
}

TEST_F(Pages, AnActThatIsNotPossibleSaysWhy)
{
    signIn(u"ada"_s);
    CasePage& page = openCase("A-2027-0003");
    page.showTab(u"overview"_s);
    auto* button = page.findChild<QPushButton*>(u"act.close-case"_s);
    ASSERT_NE(button, nullptr);
    EXPECT_FALSE(button->isEnabled());
    EXPECT_TRUE(button->accessibleDescription().contains(u"not at the stage"_s));
}

TEST_F(Pages, AnActIsPerformedByKeysAlone)
{
    signIn(u"ada"_s);
    CasePage& page = openCase("A-2027-0003");
    page.showTab(u"information-requests"_s);
    auto* ask = page.findChild<QPushButton*>(u"act.ask-information"_s);
    ask->setFocus();
    QTest::keyClick(ask, Qt::Key_Space);
    auto* question = page.findChild<QPlainTextEdit*>(u"field.question.text"_s);
    ASSERT_NE(question, nullptr);
    QTest::keyClicks(question, u"How many?"_s);
    QTest::keyClicks(page.findChild<QLineEdit*>(u"field.period.amount"_s), u"14"_s);
    question->setFocus();
    QTest::keyClick(question, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(log.performed.size(), 1U);
    EXPECT_EQ(log.performed.front().data.text("period"), "P14D");
    EXPECT_TRUE(page.findChild<Notice*>(u"caseNotice"_s)->isVisible());
}

TEST_F(Pages, WhyThisDateShowsItsStepsInOrder)
{
    signIn(u"ada"_s);
    CasePage& page = openCase("A-2027-0003");
    auto* why = page.findChild<QPushButton*>(u"whyThisDate"_s);
    auto* steps = why->parentWidget()->findChild<QWidget*>(u"reasons"_s);
    EXPECT_FALSE(steps->isVisible());
    why->click();
    EXPECT_TRUE(steps->isVisible());
    EXPECT_EQ(toStd(steps->findChildren<QLabel*>().front()->text()), "1.");
}

TEST_F(Pages, TheDecisionStartsEmptyBesideTheBundle)
{
    signIn(u"justin"_s);
    CasePage& page = openCase("D-2026-0004");
    page.showTab(u"decision"_s);
    page.findChild<QPushButton*>(u"act.issue-order"_s)->click();
    auto* decision = part<DecisionPage>(u"decisionPage"_s);
    ASSERT_NE(decision, nullptr);
    EXPECT_EQ(canonicalJson(decision->findChild<ActForm*>()->data()), "{}");
    EXPECT_GE(decision->findChild<QWidget*>(u"bundle"_s)->findChildren<QFrame*>(u"card"_s).size(), 3);
}

TEST_F(Pages, TheDecisionSaysHowItDiffersFromTheRequestWhileItIsWritten)
{
    signIn(u"justin"_s);
    CasePage& page = openCase("D-2026-0004");
    page.showTab(u"decision"_s);
    log.preview.differences = {{"difference.safeguards", {}}};
    log.preview.warnings = {{"warning.less-than-requested", {}}};
    page.findChild<QPushButton*>(u"act.issue-order"_s)->click();
    auto* panel = part<DecisionPage>(u"decisionPage"_s)->findChild<ActPanel*>();
    auto* differences = panel->findChild<Notice*>(u"actDifferences"_s);
    ASSERT_NE(differences, nullptr);
    EXPECT_TRUE(QTest::qWaitFor([&] { return differences->isVisible(); }, 3000));
    EXPECT_TRUE(differences->text().contains(u"Safeguards"_s)) << toStd(differences->text());
    const auto* warnings = differences->parentWidget()->findChild<Notice*>(u"actWarnings"_s);
    EXPECT_TRUE(warnings->text().contains(u"Issue in part"_s)) << toStd(warnings->text());
}

TEST_F(Pages, ThePlanIsReadByItsFormAndTheIndexSaysWhoHasIt)
{
    signIn(u"ada"_s);
    CasePage& page = openCase("D-2026-0004");
    page.showTab(u"implementation-plan"_s);
    EXPECT_NE(page.findChild<QWidget*>(u"filingPanel"_s), nullptr);
    EXPECT_NE(page.findChild<QTableView*>(u"findingTable"_s), nullptr);
    page.showTab(u"access-to-the-file"_s);
    auto* table = page.findChild<QTableView*>(u"accessTable"_s);
    ASSERT_NE(table, nullptr);
    ASSERT_EQ(table->model()->rowCount(), 2);
    QStringList words;
    for (int column = 0; column < table->model()->columnCount(); ++column)
        words << table->model()->index(1, column).data().toString();
    EXPECT_TRUE(words.contains(u"Withheld"_s)) << toStd(words.join(u" | "_s));
    EXPECT_TRUE(words.contains(u"Business secrets."_s));
}

TEST_F(Pages, ForeignTextIsNeverRichText)
{
    signIn(u"ada"_s);
    for (const auto& view : tutela::testing::sampleCases()) {
        CasePage& page = openCase(view.file.id.text());
        for (const QString& tab : page.tabs())
            page.showTab(tab);
    }
    for (const QLabel* label : window.findChildren<QLabel*>())
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << toStd(label->text());
}

TEST_F(Pages, EveryControlHasAName)
{
    EXPECT_EQ(toStd(unnamed().join(u' ')), "");
    signIn(u"otto"_s);
    window.showPeople();
    EXPECT_EQ(toStd(unnamed().join(u' ')), "");
    window.signOut();
    signIn(u"ada"_s);
    EXPECT_EQ(toStd(unnamed().join(u' ')), "");
    window.showLog();
    EXPECT_EQ(toStd(unnamed().join(u' ')), "");
    window.showSearch();
    EXPECT_EQ(toStd(unnamed().join(u' ')), "");
    window.showWarnings();
    EXPECT_EQ(toStd(unnamed().join(u' ')), "");
    window.showLegalTexts();
    EXPECT_EQ(toStd(unnamed().join(u' ')), "");
    CasePage& page = openCase("A-2027-0003");
    for (const QString& tab : page.tabs()) {
        page.showTab(tab);
        EXPECT_EQ(toStd(unnamed().join(u' ')), "") << toStd(tab);
    }
    for (const auto& offer : page.offers()) {
        page.findChild<ActPanel*>()->open(offer, page.view());
        EXPECT_EQ(toStd(unnamed().join(u' ')), "") << offer.act;
    }
}

TEST_F(Pages, AFileThatIsNoFilingIsToldAndNotReceived)
{
    signIn(u"ada"_s);
    window.showIntake();
    const QTemporaryDir folder;
    ASSERT_TRUE(writeFile(folder.filePath(u"bad.json"_s), "no json"));
    auto* page = part<IntakePage>(u"intakePage"_s);
    page->preview(folder.filePath(u"bad.json"_s));
    EXPECT_TRUE(part<Notice>(u"intakeNotice"_s)->isVisible());
    EXPECT_EQ(part<QPushButton>(u"receiveFiling"_s), nullptr);
    ASSERT_TRUE(writeFile(folder.filePath(u"good.json"_s), "{}"));
    page->preview(folder.filePath(u"good.json"_s));
    part<QPushButton>(u"receiveFiling"_s)->click();
    EXPECT_NE(window.openedCase(), nullptr);
}

TEST_F(Pages, TheTrainingClockGoesToATypedDay)
{
    signIn(u"ada"_s);
    auto* day = part<QLineEdit>(u"goToDay"_s);
    QTest::keyClicks(day, u"+14d"_s);
    QTest::keyClick(day, Qt::Key_Return);
    EXPECT_EQ(formatDay(office->clock().today()), "2027-03-17");
    QTest::keyClicks(day, u"1.3.2027"_s);
    QTest::keyClick(day, Qt::Key_Return);
    EXPECT_EQ(formatDay(office->clock().today()), "2027-03-17");
}

TEST_F(Pages, MyWorkOpensADraftWhereItWasLeft)
{
    signIn(u"ada"_s);
    EXPECT_FALSE(part<QWidget>(u"workDrafts"_s)->isVisible());
    CasePage& page = openCase("A-2027-0003");
    page.showTab(u"information-requests"_s);
    page.findChild<QPushButton*>(u"act.ask-information"_s)->click();
    page.findChild<QPlainTextEdit*>(u"field.question.text"_s)->setPlainText(u"How many"_s);
    window.signOut();
    signIn(u"hedda"_s);
    EXPECT_FALSE(part<QWidget>(u"workDrafts"_s)->isVisible()) << "another person's draft is shown";
    window.signOut();
    signIn(u"ada"_s);
    auto* draft = part<QPushButton>(u"draft.A-2027-0003.ask-information"_s);
    ASSERT_NE(draft, nullptr);
    draft->click();
    ASSERT_NE(window.openedCase(), nullptr);
    EXPECT_EQ(window.openedCase()->findChild<ActPanel*>()->form()->data().text("question"), "How many");
}

TEST_F(Pages, TheColumnsOfMyWorkFillTheirPlaceAndStayAsThePersonLeftThem)
{
    window.resize(1440, 900);
    signIn(u"ada"_s);
    auto* table = part<QTableView>(u"workTable"_s);
    QHeaderView* header = table->horizontalHeader();
    EXPECT_EQ(header->length(), table->viewport()->width());
    EXPECT_GT(header->sectionSize(WorklistModel::Provider), 150);
    for (int column = WorklistModel::Kind; column < WorklistModel::ColumnCount; ++column)
        EXPECT_LT(header->sectionSize(column), header->sectionSize(WorklistModel::Provider)) << column;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex name = table->model()->index(row, WorklistModel::Provider);
        EXPECT_EQ(name.data(Qt::ToolTipRole).toString(), name.data().toString());
    }
    header->resizeSection(WorklistModel::Stage, 111);
    EXPECT_EQ(header->length(), table->viewport()->width());
    header->moveSection(header->visualIndex(WorklistModel::Clock), 0);
    Q_EMIT header->sectionClicked(WorklistModel::Provider);
    window.signOut();
    signIn(u"hedda"_s);
    EXPECT_NE(header->sectionSize(WorklistModel::Stage), 111);
    EXPECT_EQ(header->logicalIndex(0), WorklistModel::FileNumber);
    window.signOut();
    signIn(u"ada"_s);
    EXPECT_EQ(header->sectionSize(WorklistModel::Stage), 111);
    EXPECT_EQ(header->logicalIndex(0), WorklistModel::Clock);
    EXPECT_EQ(header->sortIndicatorSection(), WorklistModel::Provider);
    EXPECT_EQ(header->length(), table->viewport()->width());
}

TEST_F(Pages, SearchOpensTheCaseOnTheTabOfTheText)
{
    log.hits = {{CaseId("A-2027-0003"), "ask-information", "How are invented lanterns moderated?"},
        {CaseId("D-2027-0001"), "give-opinion", "Lanterns " + std::string(400, 'x')}};
    signIn(u"ada"_s);
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    auto* words = part<QLineEdit>(u"searchWords"_s);
    ASSERT_TRUE(words->isVisible());
    auto* empty = part<QWidget>(u"searchEmpty"_s);
    EXPECT_TRUE(empty->isVisible());
    const auto says = [&](const QString& what) {
        for (const QLabel* label : empty->findChildren<QLabel*>()) {
            if (label->text().contains(what))
                return true;
        }
        return false;
    };
    QTest::keyClicks(words, u"l"_s);
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_TRUE(says(u"At least one word of two letters"_s));
    words->setText(u"nowhere"_s);
    QTest::keyClick(words, Qt::Key_Return);
    EXPECT_TRUE(says(u"Nothing found for “nowhere”"_s));
    words->setText(u"lanterns"_s);
    QTest::keyClick(words, Qt::Key_Return);
    auto* table = part<QTableView>(u"searchTable"_s);
    ASSERT_TRUE(table->isVisible());
    ASSERT_EQ(table->model()->rowCount(), 1);
    EXPECT_TRUE(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_NE(window.openedCase(), nullptr);
    EXPECT_EQ(window.openedCase()->caseId(), CaseId("A-2027-0003"));
    EXPECT_EQ(part<QListWidget>(u"caseTabs"_s)->currentItem()->data(Qt::UserRole).toString(),
        u"information-requests"_s);
}

TEST_F(Pages, SigningOutLeavesNothingOfThePersonBefore)
{
    signIn(u"ada"_s);
    openCase("A-2027-0003");
    window.signOut();
    signIn(u"dana"_s);
    EXPECT_EQ(window.openedCase(), nullptr);
    EXPECT_FALSE(part<QPushButton>(u"goPeople"_s)->isVisible());
}

} // namespace
} // namespace tutela::ui

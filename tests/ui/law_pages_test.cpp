#include <QCheckBox>
#include <QComboBox>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

#include "tests/ui/pages_fixture.h"
#include "ui/widgets/file_choice.h"
#include "ui/widgets/notice.h"

namespace tutela::ui {
namespace {

TEST_F(Pages, WarningsAreListedMostPressingFirstAndOpenTheirCase)
{
    log.warnings.cases = 5;
    log.warnings.legalBases = {
        {WarningKind::BasisLapses, WarningLevel::Near, {"an invented basis ends", {}}, {}, {}, "Art 1"}};
    log.warnings.rows = {
        {CaseId("A-2027-0003"), "Parrot Chat", "Parley",
            {WarningKind::Overdue, WarningLevel::Late, {"late", {}}, {}, "DL06", "Art 5(2)"}},
        {CaseId("D-2027-0001"), "Parrot Chat", "Parley",
            {WarningKind::DueSoon, WarningLevel::Near, {"soon", {}}, {}, "DL11", "Art 7(3)(d)"}}};
    signIn(u"ada"_s);
    QTest::keyClick(&window, Qt::Key_6, Qt::ControlModifier);
    auto* table = part<QTableView>(u"warningTable"_s);
    ASSERT_TRUE(table->isVisible());
    EXPECT_EQ(table->model()->rowCount(), 2);
    QApplication::processEvents();
    EXPECT_TRUE(part<QWidget>(u"warningsPage"_s)->findChild<QWidget*>(u"warningList"_s)->isVisible());
    part<QCheckBox>(u"warningsMine"_s)->click();
    EXPECT_EQ(log.warningsAsked, interfaces::WarningScope::OnlyMine);
    EXPECT_TRUE(part<QWidget>(u"warningsEmpty"_s)->isVisible());
    part<QCheckBox>(u"warningsMine"_s)->click();
    ASSERT_TRUE(table->isVisible());
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_NE(window.openedCase(), nullptr);
    EXPECT_EQ(window.openedCase()->caseId(), CaseId("A-2027-0003"));
}

TEST_F(Pages, LegalTextsShowWhatIsVerifiedAndHowTwoDiffer)
{
    signIn(u"ada"_s);
    QTest::keyClick(&window, Qt::Key_7, Qt::ControlModifier);
    const auto cell = [&](const char* name, int row, int column) {
        const auto* model = part<QTableView>(QLatin1String(name))->model();
        return toStd(model->index(row, column).data().toString());
    };
    ASSERT_TRUE(part<QWidget>(u"parameterTable"_s)->isVisible());
    EXPECT_EQ(cell("parameterTable", 0, 1), "3 months");
    EXPECT_EQ(cell("parameterTable", 0, 3), "Read in COM(2022) 209");
    EXPECT_EQ(cell("parameterTable", 1, 3), "Not verified: inferred");
    EXPECT_EQ(cell("readingTable", 0, 1), "Half the number of days, rounded down");
    EXPECT_EQ(cell("definedClockTable", 1, 5), "Not yet used");
    auto* tabs = part<QTabWidget>(u"legalTextTabs"_s);
    EXPECT_FALSE(tabs->isTabVisible(3));
    part<QComboBox>(u"legalTextToCompare"_s)->setCurrentIndex(2);
    EXPECT_TRUE(tabs->isTabVisible(3));
    EXPECT_EQ(cell("differenceTable", 0, 2), "(not there)");
    part<QComboBox>(u"legalText"_s)->setCurrentIndex(1);
    EXPECT_EQ(part<QTableView>(u"differenceTable"_s)->model()->rowCount(), 0);
}

TEST_F(Pages, WhyThisDateIsSavedAsPdf)
{
    signIn(u"ada"_s);
    CasePage& page = openCase("A-2027-0003");
    const QTemporaryDir folder;
    const FileChoice before = fileChoice();
    QString suggested;
    fileChoice().toSave = [&](QWidget*, const QString&, const QString& name) {
        suggested = name;
        return folder.filePath(name);
    };
    page.findChild<QPushButton*>(u"whyThisDate"_s)->click();
    page.findChild<QPushButton*>(u"saveDateSheet"_s)->click();
    fileChoice() = before;
    EXPECT_TRUE(suggested.startsWith(u"A-2027-0003-"_s));
    EXPECT_TRUE(readFile(folder.filePath(suggested)).value_or("").starts_with("%PDF"));
}

TEST_F(Pages, ALetterIsSavedInTheLanguageThatWasChosen)
{
    interfaces::LetterView letter{.id = "E2-provider", .party = {"party.provider"}};
    letter.addressee = "Lantern Hosting";
    letter.subject = {"letter.information-request", {{"case", "A-2027-0003"}}};
    letter.language = "fr";
    letter.declared = "pl";
    log.letters = {letter};
    signIn(u"ada"_s);
    CasePage& page = openCase("A-2027-0003");
    page.showTab(u"letters"_s);
    auto* declared = page.findChild<Notice*>(u"letterDeclared"_s);
    ASSERT_NE(declared, nullptr) << "nothing says that the provider declared another language";
    EXPECT_TRUE(declared->text().contains(u"Polish"_s)) << toStd(declared->text());
    auto* language = page.findChild<QComboBox*>(u"letterLanguage"_s);
    ASSERT_NE(language, nullptr);
    EXPECT_EQ(language->currentData().toString(), u"fr"_s) << "not the language of the provider";
    language->setCurrentIndex(language->findData(u"nl"_s));
    const QTemporaryDir folder;
    const FileChoice before = fileChoice();
    fileChoice().toSave = [&](QWidget*, const QString&, const QString& name) {
        return folder.filePath(name);
    };
    page.findChild<QPushButton*>(u"saveLetter"_s)->click();
    fileChoice() = before;
    EXPECT_EQ(log.letterLanguage, "nl");
    EXPECT_TRUE(QFile::exists(folder.filePath(u"A-2027-0003-E2-provider-nl.pdf"_s)));
}

TEST_F(Pages, TheOrderIsSavedInTheLanguageThatWasChosen)
{
    signIn(u"ada"_s);
    CasePage& page = openCase("D-2026-0001");
    page.showTab(u"order"_s);
    auto* language = page.findChild<QComboBox*>(u"orderLanguage"_s);
    ASSERT_NE(language, nullptr);
    EXPECT_EQ(language->currentData().toString(), u"en"_s) << "not its own language";
    language->setCurrentIndex(language->findData(u"de"_s));
    const QTemporaryDir folder;
    const FileChoice before = fileChoice();
    fileChoice().toSave = [&](QWidget*, const QString&, const QString& name) {
        return folder.filePath(name);
    };
    page.findChild<QPushButton*>(u"saveOrder"_s)->click();
    fileChoice() = before;
    EXPECT_EQ(log.orderLanguage, "de");
    EXPECT_TRUE(QFile::exists(folder.filePath(u"D-2026-0001-de.pdf"_s)));
}

TEST_F(Pages, TheBundleIsSavedFromThePageOfTheRequest)
{
    signIn(u"ada"_s);
    CasePage& page = openCase("D-2026-0004");
    page.showTab(u"request"_s);
    auto* save = page.findChild<QPushButton*>(u"saveBundle"_s);
    ASSERT_NE(save, nullptr);
    auto* language = page.findChild<QComboBox*>(u"bundleLanguage"_s);
    language->setCurrentIndex(language->findData(u"fr"_s));
    const QTemporaryDir folder;
    const FileChoice before = fileChoice();
    fileChoice().toSave = [&](QWidget*, const QString&, const QString& name) {
        return folder.filePath(name);
    };
    save->click();
    fileChoice() = before;
    EXPECT_EQ(log.bundleLanguage, "fr");
    EXPECT_TRUE(QFile::exists(folder.filePath(u"D-2026-0004-bundle-fr.pdf"_s)));
}

} // namespace
} // namespace tutela::ui

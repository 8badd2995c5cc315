#include <algorithm>
#include <functional>
#include <set>

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include "core/services/office.h"
#include "core/services/sample.h"
#include "ui/acts/act_form.h"
#include "ui/acts/act_panel.h"
#include "ui/convert.h"
#include "ui/main_window.h"
#include "ui/pages/case_page.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {
namespace {

using namespace Qt::StringLiterals;

/// A small training register, made once.
class RealRegister : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        folder = std::make_unique<QTemporaryDir>();
        services::SamplePlan plan;
        plan.file = toStd(folder->filePath(u"training.tutela"_s));
        plan.cases = 12;
        plan.anchor = *parseDay("2027-03-03");
        ASSERT_TRUE(services::createSample(plan).ok());
    }

    static void TearDownTestSuite() { folder.reset(); }

    void SetUp() override
    {
        auto opened = services::openOffice(
            toStd(folder->filePath(u"training.tutela"_s)), services::HeadCheck::Required);
        ASSERT_TRUE(opened.ok()) << toStd(text(opened.error()));
        office = std::move(opened).value();
        window = std::make_unique<MainWindow>(*office, std::vector<TrainingPerson>());
        window->show();
    }

    void signIn(Role role)
    {
        const auto& people = services::samplePeople();
        const auto person = std::find_if(people.begin(), people.end(),
            [role](const auto& one) { return std::ranges::find(one.roles, role) != one.roles.end(); });
        ASSERT_NE(person, people.end());
        window->findChild<QLineEdit*>(u"signInName"_s)->setText(toQt(person->signInName));
        window->findChild<QLineEdit*>(u"signInPassword"_s)->setText(toQt(person->password));
        window->findChild<QPushButton*>(u"signIn"_s)->click();
        ASSERT_TRUE(office->signIn().signedIn())
            << toStd(window->findChild<Notice*>(u"signInNotice"_s)->text());
    }

    static inline std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<interfaces::Office> office;
    std::unique_ptr<MainWindow> window;
};

TEST_F(RealRegister, ShowsItsPeopleAndProvesItsLog)
{
    signIn(Role::Administrator);
    window->showPeople();
    EXPECT_FALSE(window->findChildren<QWidget*>(QRegularExpression(u"^person\\."_s)).isEmpty());
    window->showLog();
    window->findChild<QPushButton*>(u"verifyLog"_s)->click();
    const QString said = window->findChild<Notice*>(u"logNotice"_s)->text();
    EXPECT_TRUE(said.contains(u"are as they were written"_s)) << toStd(said);
}

TEST_F(RealRegister, OpensTheFormOfALetterSentWithWhatIsKnownOfTheDraft)
{
    signIn(Role::Coordinator);
    const CaseId id = office->worklist().page({.kind = CaseKind::Assessment}).value().rows.front().caseId;
    const auto letters = office->letters().drafted(id).value();
    ASSERT_FALSE(letters.empty());
    CasePage page(*office, id);
    page.showTab(u"letters"_s);
    auto* sent = page.findChild<QPushButton*>(u"letterSent"_s);
    ASSERT_NE(sent, nullptr);
    sent->click();
    const Json data = page.findChild<ActPanel*>()->form()->data();
    EXPECT_EQ(data.text("drafted_letter"), letters.front().id);
    EXPECT_EQ(data.text("correspondent"), "eu-centre");
    EXPECT_FALSE(data.text("concerning").empty());
}

TEST_F(RealRegister, OpensOnlyOnceAFirstPasswordIsChanged)
{
    const char* const first = "quiet-harbour-lantern-42";
    ASSERT_TRUE(office->signIn().signIn("admin", "arcadia-admin"));
    ASSERT_TRUE(office->people().addPerson("newcomer", "Nova Newcomer", first));
    office->signIn().signOut();
    const auto signInWith = [&](const char* password, const std::function<void(QWidget&)>& answer) {
        bool asked = false;
        QTimer::singleShot(0, window.get(), [&] {
            if (QWidget* dialog = QApplication::activeModalWidget()) {
                asked = true;
                answer(*dialog);
            }
        });
        window->findChild<QLineEdit*>(u"signInName"_s)->setText(u"newcomer"_s);
        window->findChild<QLineEdit*>(u"signInPassword"_s)->setText(QString::fromLatin1(password));
        window->findChild<QPushButton*>(u"signIn"_s)->click();
        QApplication::processEvents();
        return asked;
    };
    const auto inside = [&] { return window->findChild<QStackedWidget*>(u"outer"_s)->currentIndex() == 1; };
    EXPECT_TRUE(signInWith(first, [](QWidget& dialog) { dialog.close(); }));
    EXPECT_FALSE(inside());
    EXPECT_FALSE(office->signIn().signedIn()) << "who declines is signed out";
    EXPECT_TRUE(signInWith(first, [&](QWidget& dialog) {
        dialog.findChild<QLineEdit*>(u"currentPassword"_s)->setText(QString::fromLatin1(first));
        for (const QString& field : {u"newPassword"_s, u"newPasswordAgain"_s})
            dialog.findChild<QLineEdit*>(field)->setText(u"pebble-meadow-sparrow-17"_s);
        dialog.findChild<QPushButton*>(u"changePassword"_s)->click();
    }));
    EXPECT_TRUE(inside());
    window->findChild<QPushButton*>(u"signOut"_s)->click();
    EXPECT_FALSE(signInWith("pebble-meadow-sparrow-17", [](QWidget& dialog) { dialog.close(); }));
    EXPECT_TRUE(inside());
}

TEST_F(RealRegister, EveryActOfTheLegalTextIsOfferedOnSomePage)
{
    signIn(Role::Coordinator);
    QStringList offered;
    for (const QAction* action : window->findChild<QMenu*>(u"newCaseMenu"_s)->actions())
        offered << action->objectName();
    interfaces::WorklistQuery all;
    all.withClosed = true;
    const auto cases = office->worklist().page(all).value();
    std::set<CaseKind> kinds;
    for (const auto& row : cases.rows) {
        if (!kinds.insert(row.kind).second)
            continue;
        window->openCase(row.caseId);
        for (const QString& tab : window->openedCase()->tabs())
            window->openedCase()->showTab(tab);
        for (const QPushButton* button : window->openedCase()->findChildren<QPushButton*>())
            offered << button->objectName();
        for (const QAction* action : window->openedCase()->findChildren<QAction*>())
            offered << action->objectName();
    }
    EXPECT_EQ(kinds.size(), 2U);
    const auto acts = office->cases().acts(std::nullopt).value();
    EXPECT_GT(acts.size(), 40U);
    for (const auto& offer : acts)
        EXPECT_TRUE(offered.contains(u"act."_s + toQt(offer.act))) << offer.act << " has no page";
}

TEST_F(RealRegister, HoldsWhatWasTypedWhenTheProgramDies)
{
    signIn(Role::Coordinator);
    auto* menu = window->findChild<QMenu*>(u"newCaseMenu"_s);
    for (QAction* action : menu->actions()) {
        if (action->objectName() == "act.open-detection"_L1)
            action->trigger();
    }
    auto* grounds = window->findChild<QPlainTextEdit*>(u"field.grounds.text"_s);
    ASSERT_NE(grounds, nullptr);
    QTest::keyClicks(grounds, u"A residual ris"_s);
    QTest::qWait(2000);
    // Nobody closes the window: another program finds on the disk what a crash would leave.
    auto after =
        services::openOffice(toStd(folder->filePath(u"training.tutela"_s)), services::HeadCheck::Required);
    ASSERT_TRUE(after.ok());
    ASSERT_TRUE(after.value()->signIn().signIn("coordinator", "arcadia-coordinator").ok());
    const auto kept = after.value()->own().draft({std::nullopt, "open-detection"});
    ASSERT_TRUE(kept.ok() && kept.value());
    EXPECT_EQ(kept.value()->draft.data.text("grounds"), "A residual ris");
}

} // namespace
} // namespace tutela::ui

#include <functional>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include "core/services/office.h"
#include "core/services/sample.h"
#include "ui/convert.h"
#include "ui/main_window.h"
#include "ui/pages/case_page.h"
#include "ui/pages/providers_page.h"
#include "ui/widgets/notice.h"

namespace tutela::ui {
namespace {

using namespace Qt::StringLiterals;

/// Somebody at the Providers page of a training register.
class ProvidersDesk : public ::testing::Test {
protected:
    void SetUp() override
    {
        services::SamplePlan plan;
        plan.file = toStd(folder.filePath(u"training.tutela"_s));
        plan.cases = 12;
        plan.anchor = *parseDay("2027-03-03");
        ASSERT_TRUE(services::createSample(plan).ok());
        office = std::move(services::openOffice(plan.file, services::HeadCheck::Required)).value();
        window = std::make_unique<MainWindow>(*office, std::vector<TrainingPerson>());
        window->show();
    }

    void signIn(const char* name)
    {
        part<QLineEdit>(u"signInName"_s)->setText(QString::fromLatin1(name));
        part<QLineEdit>(u"signInPassword"_s)->setText(u"arcadia-"_s + QString::fromLatin1(name));
        press(u"signIn"_s);
        ASSERT_TRUE(office->signIn().signedIn());
    }

    template <class Widget> Widget* part(const QString& name)
    {
        for (Widget* widget : window->findChildren<Widget*>(name)) {
            if (widget->isVisible())
                return widget;
        }
        ADD_FAILURE() << "not to be seen: " << toStd(name);
        return window->findChild<Widget*>(name);
    }

    void press(const QString& name)
    {
        QTest::mouseClick(part<QPushButton>(name), Qt::LeftButton);
        QApplication::processEvents();
    }

    /// Presses a button that opens a form, fills it in and saves it; `answer` may look at what it says.
    void fillForm(const QString& opener, const std::vector<std::pair<QString, QString>>& fields,
        const std::function<void(QDialog&)>& answer = {})
    {
        bool asked = false;
        QTimer::singleShot(0, window.get(), [&] {
            auto* form = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            if (form == nullptr)
                return;
            asked = true;
            for (const auto& [name, value] : fields)
                form->findChild<QLineEdit*>(name)->setText(value);
            QTest::mouseClick(form->findChild<QPushButton*>(u"saveFacts"_s), Qt::LeftButton);
            if (answer)
                answer(*form);
            if (form->isVisible())
                form->reject();
        });
        part<QPushButton>(opener)->click();
        QApplication::processEvents();
        EXPECT_TRUE(asked) << toStd(opener);
    }

    [[nodiscard]] QString page()
    {
        QStringList texts;
        for (const QLabel* said : window->findChild<ProvidersPage*>()->findChildren<QLabel*>()) {
            if (said->isVisible())
                texts << said->text();
        }
        return texts.join(u'\n');
    }

    QTemporaryDir folder;
    std::unique_ptr<interfaces::Office> office;
    std::unique_ptr<MainWindow> window;
};

TEST_F(ProvidersDesk, IsReachedFromMyWorkWhenADutyIsOverdue)
{
    signIn("coordinator");
    press(u"showOverdueDuties"_s);
    EXPECT_TRUE(part<QCheckBox>(u"providerOnlyOverdue"_s)->isChecked());
    auto* list = part<QTableView>(u"providerTable"_s);
    ASSERT_GT(list->model()->rowCount(), 0);
    const int overdue = list->model()->rowCount();
    part<QCheckBox>(u"providerOnlyOverdue"_s)->setChecked(false);
    EXPECT_GT(list->model()->rowCount(), overdue);
    part<QLineEdit>(u"providerSearch"_s)->setText(u"nobody of that name"_s);
    EXPECT_TRUE(page().contains(u"No provider fits"_s));
    part<QLineEdit>(u"providerSearch"_s)->setText(u"P-0001"_s);
    ASSERT_EQ(list->model()->rowCount(), 1);
    QTest::keyClick(list, Qt::Key_Return);
    QApplication::processEvents();
    EXPECT_TRUE(page().contains(u"Parley Chat Messages"_s)) << toStd(page());
    EXPECT_FALSE(window->findChildren<QPushButton*>(u"whyThisDate"_s).isEmpty());
    const auto cases = window->findChild<ProvidersPage*>()->findChildren<QPushButton*>(
        QRegularExpression(u"^serviceCase\\."_s));
    ASSERT_FALSE(cases.isEmpty());
    cases.front()->click();
    ASSERT_NE(window->openedCase(), nullptr);
}

TEST_F(ProvidersDesk, ChangesTheAddressesOfTheOfficesForWhoeverMay)
{
    signIn("coordinator");
    auto* addresses = window->findChild<QAction*>(u"officeAddresses"_s);
    ASSERT_NE(addresses, nullptr);
    EXPECT_FALSE(addresses->isVisible());
    office->signIn().signOut();
    ASSERT_TRUE(office->signIn().signIn("registrar", "arcadia-registrar"));
    QString explained;
    const auto fill = [&](const QString& address) {
        QTimer::singleShot(0, window.get(), [&explained, address] {
            auto* form = qobject_cast<QDialog*>(QApplication::activeModalWidget());
            ASSERT_NE(form, nullptr);
            auto* court = form->findChild<QLineEdit*>(u"contactCourtAddress"_s);
            ASSERT_NE(court, nullptr);
            EXPECT_FALSE(court->text().isEmpty()) << "the address until now";
            court->setText(address);
            for (const QLabel* said : form->findChildren<QLabel*>())
                explained += said->text();
            QTest::mouseClick(form->findChild<QPushButton*>(u"saveFacts"_s), Qt::LeftButton);
            if (form->isVisible())
                form->reject();
        });
        addresses->trigger();
        QApplication::processEvents();
    };
    fill(u"9 Moved Square, Port Example"_s);
    EXPECT_EQ(office->contacts().contacts().value().contacts.courtAddress, "9 Moved Square, Port Example");
    fill(u"10 Moved Square, Port Example"_s);
    EXPECT_TRUE(explained.contains(u"Reggie Strar"_s)) << "who changed it last";
    fill(QString(600, u'x'));
    EXPECT_EQ(office->contacts().contacts().value().contacts.courtAddress, "10 Moved Square, Port Example");
}

TEST_F(ProvidersDesk, KeepsFactsWithTheirHistory)
{
    signIn("registrar");
    QTest::keyClick(window.get(), Qt::Key_8, Qt::ControlModifier);
    QApplication::processEvents();
    fillForm(u"addProvider"_s, {{u"factName"_s, QString()}}, [](QDialog& form) {
        EXPECT_TRUE(form.isVisible()) << "without a name nothing is kept";
        EXPECT_FALSE(form.findChild<Notice*>(u"factsNotice"_s)->text().isEmpty());
    });
    fillForm(u"addProvider"_s,
        {{u"factName"_s, u"Quill Ltd (fictitious)"_s}, {u"factMemberState"_s, u"fr"_s},
            {u"factValidFrom"_s, u"2026-01-05"_s}});
    part<QLineEdit>(u"providerSearch"_s)->setText(u"Quill Ltd"_s);
    auto* list = part<QTableView>(u"providerTable"_s);
    ASSERT_EQ(list->model()->rowCount(), 1);
    QTest::keyClick(list, Qt::Key_Return);
    QApplication::processEvents();
    fillForm(u"changeProvider"_s, {{u"factName"_s, u"Quill and Sons (fictitious)"_s}});
    EXPECT_TRUE(page().contains(u"Quill and Sons (fictitious)"_s));
    part<QPushButton>(u"showFactHistory"_s)->click();
    EXPECT_TRUE(page().contains(u"Quill Ltd (fictitious)"_s)) << "what held before";
    fillForm(u"addService"_s, {{u"factName"_s, u"Quill Rooms"_s}, {u"factOfferedFrom"_s, u"2019-05-01"_s}});
    EXPECT_TRUE(page().contains(u"Quill Rooms"_s));
    EXPECT_TRUE(page().contains(u"First risk assessment"_s));
    fillForm(u"recordMeasures"_s, {{u"factSince"_s, u"not a day"_s}}, [](QDialog& form) {
        EXPECT_TRUE(form.findChild<Notice*>(u"factsNotice"_s)->text().contains(u"In place since"_s));
    });
    auto* back = part<QPushButton>(u"backToProviders"_s);
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    back->setFocus();
    QTest::keyClick(back, Qt::Key_Escape);
    QApplication::processEvents();
    part<QLineEdit>(u"providerSearch"_s)->setText(u"Quill and"_s);
    EXPECT_EQ(part<QTableView>(u"providerTable"_s)->model()->rowCount(), 1);
}

TEST_F(ProvidersDesk, SaysThatTheDateOfApplicationIsAssumed)
{
    signIn("head");
    window->showProviders();
    EXPECT_TRUE(page().contains(u"proposal and not in force"_s));
    EXPECT_TRUE(page().contains(u"assumes that it applies from"_s));
    fillForm(u"recordApplicationDate"_s,
        {{u"factApplication"_s, u"2027-01-15"_s}, {u"factBasis"_s, u"Assumed for planning"_s}});
    EXPECT_TRUE(page().contains(u"15 Jan 2027: Assumed for planning"_s)) << toStd(page());
    EXPECT_FALSE(window->findChild<QPushButton*>(u"addProvider"_s)->isVisible());
}

TEST_F(ProvidersDesk, IsNotThereForOthers)
{
    signIn("judge");
    EXPECT_FALSE(window->findChild<QPushButton*>(u"goProviders"_s)->isVisible());
    EXPECT_FALSE(window->findChild<QWidget*>(u"workDuties"_s)->isVisible());
    window->showProviders();
    EXPECT_FALSE(window->findChild<ProvidersPage*>()->isVisible());
}

} // namespace
} // namespace tutela::ui

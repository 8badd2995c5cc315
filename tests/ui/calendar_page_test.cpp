#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include "core/services/office.h"
#include "core/services/sample.h"
#include "ui/convert.h"
#include "ui/main_window.h"
#include "ui/models/date_model.h"
#include "ui/pages/calendar_page.h"
#include "ui/pages/case_page.h"
#include "ui/widgets/file_choice.h"
#include "ui/widgets/month_view.h"
#include "ui/widgets/notice.h"

namespace tutela::ui {
namespace {

using namespace Qt::StringLiterals;

/// The window on a copy of a small training register.
class CalendarPages : public ::testing::Test {
protected:
    CalendarPages()
    {
        services::SamplePlan plan;
        plan.file = toStd(folder.filePath(u"training.tutela"_s));
        plan.cases = 12;
        plan.anchor = *parseDay("2027-03-03");
        EXPECT_TRUE(services::createSample(plan).ok());
        office = services::openOffice(plan.file, services::HeadCheck::Required).value();
        window = std::make_unique<MainWindow>(*office, std::vector<TrainingPerson>());
        window->show();
        QApplication::setActiveWindow(window.get());
    }

    void signIn(const char* name)
    {
        if (office->signIn().signedIn())
            window->signOut();
        window->findChild<QLineEdit*>(u"signInName"_s)->setText(QString::fromLatin1(name));
        window->findChild<QLineEdit*>(u"signInPassword"_s)
            ->setText(u"arcadia-"_s + QString::fromLatin1(name));
        window->findChild<QPushButton*>(u"signIn"_s)->click();
        ASSERT_TRUE(office->signIn().signedIn());
    }

    template <class Widget> Widget& part(const QString& name) { return *window->findChild<Widget*>(name); }

    const DateModel& dates() { return *qobject_cast<DateModel*>(part<QTableView>(u"dateTable"_s).model()); }

    QTemporaryDir folder;
    std::unique_ptr<interfaces::Office> office;
    std::unique_ptr<MainWindow> window;
};

TEST_F(CalendarPages, ShowTheDatesOfAMonthAndOpenTheCaseByKeyboardAlone)
{
    signIn("coordinator");
    QTest::keyClick(window.get(), Qt::Key_4, Qt::ControlModifier);
    auto& page = part<CalendarPage>(u"calendarPage"_s);
    ASSERT_TRUE(page.isVisible());
    auto& month = part<MonthView>(u"monthView"_s);
    EXPECT_TRUE(month.hasFocus());
    EXPECT_EQ(month.current(), office->clock().today());
    for (int months = 0; months < 24 && dates().rowCount() == 0; ++months)
        QTest::keyClick(&month, Qt::Key_PageDown);
    ASSERT_GT(dates().rowCount(), 0);
    const interfaces::CalendarDate first = dates().row(0);
    for (int steps = 0; steps < 100 && month.current() < first.day; ++steps)
        QTest::keyClick(&month, Qt::Key_Right);
    for (int steps = 0; steps < 100 && month.current() > first.day; ++steps)
        QTest::keyClick(&month, Qt::Key_Left);
    ASSERT_EQ(month.current(), first.day);
    QTest::keyClick(&month, Qt::Key_Return);
    if (window->openedCase() == nullptr) // several that day: the list has the focus now
        QTest::keyClick(&part<QTableView>(u"dateTable"_s), Qt::Key_Return);
    ASSERT_NE(window->openedCase(), nullptr);
    EXPECT_EQ(window->openedCase()->caseId(), first.caseId);
}

TEST_F(CalendarPages, GoToATypedDay)
{
    signIn("coordinator");
    window->showCalendar();
    auto& typed = part<QLineEdit>(u"calendarGoTo"_s);
    typed.setText(u"+2w"_s);
    QTest::keyClick(&typed, Qt::Key_Return);
    EXPECT_EQ(part<MonthView>(u"monthView"_s).current(), office->clock().today() + std::chrono::days{14});
    typed.setText(u"someday"_s);
    QTest::keyClick(&typed, Qt::Key_Return);
    EXPECT_FALSE(part<Notice>(u"calendarNotice"_s).text().isEmpty());
}

TEST_F(CalendarPages, AnswerWithinTheTimeOfABlink)
{
    signIn("coordinator");
    window->showCalendar();
    QElapsedTimer timer;
    timer.start();
    part<CalendarPage>(u"calendarPage"_s).refresh();
    EXPECT_LT(timer.elapsed(), 50);
}

TEST_F(CalendarPages, AddADayOnlyAfterTheDatesThatMoveWereShown)
{
    signIn("head");
    window->showCalendar();
    auto& page = part<CalendarPage>(u"calendarPage"_s);
    page.showMode(CalendarPage::Mode::Additions);
    auto& add = part<QPushButton>(u"addAddition"_s);
    EXPECT_FALSE(add.isEnabled());
    part<QLineEdit>(u"additionDays"_s).setText(u"5.3.2027"_s);
    part<QLineEdit>(u"additionName"_s).setText(u"Day of mourning"_s);
    part<QLineEdit>(u"additionReason"_s).setText(u"Decree"_s);
    part<QLineEdit>(u"additionSource"_s).setText(u"Gazette of Arcadia 12/2027"_s);
    part<QPushButton>(u"previewAddition"_s).click();
    EXPECT_TRUE(add.isEnabled());
    part<QLineEdit>(u"additionDays"_s).setText(u"8.3.2027"_s);
    EXPECT_FALSE(add.isEnabled()) << "another day was not looked at yet";
    part<QPushButton>(u"previewAddition"_s).click();
    add.click();
    ASSERT_EQ(office->calendar().additions().value().size(), 1U);
    EXPECT_EQ(office->calendar().additions().value().front().addition.days,
        std::vector<Day>{*parseDay("2027-03-08")});
    signIn("coordinator");
    window->showCalendar();
    page.showMode(CalendarPage::Mode::Additions);
    EXPECT_FALSE(part<QWidget>(u"newAddition"_s).isVisible());
}

TEST_F(CalendarPages, ExportWhatTheRegisterGives)
{
    signIn("coordinator");
    const auto before = fileChoice();
    const QString path = folder.filePath(u"dates.ics"_s);
    fileChoice().toSave = [path](QWidget*, const QString&, const QString&) { return path; };
    part<QPushButton>(u"exportMyCalendar"_s).click();
    fileChoice() = before;
    const auto bytes = readFile(path);
    ASSERT_TRUE(bytes.has_value());
    EXPECT_EQ(*bytes, office->calendar().exportCalendar(std::nullopt).value());
    EXPECT_NE(bytes->find("BEGIN:VEVENT"), std::string::npos);
}

TEST_F(CalendarPages, RecordWhoIsAwayAndWhoStandsIn)
{
    signIn("coordinator");
    window->showAppointments();
    part<QLineEdit>(u"appointmentTo"_s).setText(u"+9d"_s);
    part<QPushButton>(u"addAppointment"_s).click();
    ASSERT_EQ(office->appointments().appointments(false).value().size(), 1U);
    const auto made = office->appointments().appointments(false).value().front().appointment;
    EXPECT_EQ(made.kind, AppointmentKind::Absence);
    EXPECT_EQ(made.person, office->signIn().signedIn()->person);
    EXPECT_EQ(made.lastDay, office->clock().today() + std::chrono::days{9});
    const auto own = office->worklist().page({.onlyMine = true}).value().rows;
    ASSERT_FALSE(own.empty());
    window->openCase(own.front().caseId);
    auto* missing = window->openedCase()->findChild<Notice*>(u"missingBanner"_s);
    ASSERT_NE(missing, nullptr);
    EXPECT_TRUE(missing->text().contains(u"Nobody stands in"_s)) << toStd(missing->text());
}

TEST_F(CalendarPages, OfferTheFilesOfWhomAPersonStandsInFor)
{
    signIn("coordinator");
    const PersonId cora = office->signIn().signedIn()->person;
    const auto mine = office->worklist().page({.onlyMine = true}).value().rows.size();
    signIn("coordinator-2");
    const PersonId otto = office->signIn().signedIn()->person;
    signIn("head");
    const Day today = office->clock().today();
    ASSERT_TRUE(office->appointments()
                    .appoint({.kind = AppointmentKind::Substitute,
                        .person = otto,
                        .standsFor = cora,
                        .firstDay = today,
                        .lastDay = today})
                    .ok());
    signIn("coordinator-2");
    auto* only = window->findChild<QPushButton*>(u"standIn."_s + toQt(cora.text()));
    ASSERT_NE(only, nullptr);
    only->click();
    auto& table = part<QTableView>(u"workTable"_s);
    EXPECT_EQ(table.model()->rowCount(), static_cast<int>(mine));
}

} // namespace
} // namespace tutela::ui

#include "tests/ui/person.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include "core/services/office.h"
#include "core/services/sample.h"
#include "ui/convert.h"
#include "ui/pages/case_page.h"
#include "ui/widgets/file_choice.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMenuOpensMilliseconds = 50;

// The row of a list that carries this identifier.
QModelIndex indexWith(const QAbstractItemModel& model, int role, const QString& text)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, 0).data(role).toString() == text)
            return model.index(row, 0);
    }
    return {};
}

} // namespace

PersonAtTheDesk::PersonAtTheDesk(Day anchor, const QString& picturesFolder)
    : m_pictures(picturesFolder)
{
    QDir().mkpath(m_pictures);
    for (const QString& old : QDir(m_pictures).entryList({u"*.png"_s}))
        QFile::remove(m_pictures + u'/' + old);
    services::SamplePlan plan;
    plan.file = toStd(pathOf(u"training.tutela"_s));
    plan.cases = 2;
    plan.anchor = anchor;
    EXPECT_TRUE(services::createSample(plan).ok());
    auto opened = services::openOffice(plan.file, services::HeadCheck::Required);
    if (!opened)
        throw std::runtime_error(toStd(text(opened.error())));
    m_office = std::move(opened).value();
    std::vector<TrainingPerson> people;
    for (const auto& person : services::samplePeople())
        people.push_back(
            {person.signInName, person.name, toStd(word(person.roles.front())), person.password});
    m_window = std::make_unique<MainWindow>(*m_office, std::move(people));
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    settle();
}

void PersonAtTheDesk::settle() const
{
    QApplication::processEvents();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QApplication::processEvents();
}

void PersonAtTheDesk::click(QWidget* widget, const QString& what)
{
    ASSERT_NE(widget, nullptr) << "there is no " << toStd(what) << " to click";
    ASSERT_TRUE(widget->isEnabled()) << toStd(what) << " cannot be pressed: " << toStd(widget->toolTip());
    for (QWidget* parent = widget->parentWidget(); parent != nullptr; parent = parent->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(parent))
            area->ensureWidgetVisible(widget);
    }
    auto* scrolled = qobject_cast<QAbstractScrollArea*>(widget);
    QTest::mouseClick(scrolled == nullptr ? widget : scrolled->viewport(), Qt::LeftButton);
    settle();
}

void PersonAtTheDesk::type(QWidget* widget, const QString& text, const QString& what)
{
    click(widget, what);
    ASSERT_NE(widget, nullptr);
    QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(widget, text);
}

void PersonAtTheDesk::choose(QWidget* box, const QString& start, const QString& what)
{
    auto* choices = qobject_cast<QComboBox*>(box);
    ASSERT_NE(choices, nullptr) << toStd(what);
    choices->setFocus();
    QTest::keyClick(choices, Qt::Key_Home);
    for (int steps = choices->count(); steps > 0 && !choices->currentText().startsWith(start); --steps)
        QTest::keyClick(choices, Qt::Key_Down);
    EXPECT_TRUE(choices->currentText().startsWith(start))
        << toStd(what) << " does not offer " << toStd(start) << " but ends with "
        << toStd(choices->currentText());
}

void PersonAtTheDesk::signInAs(const QString& name)
{
    click(u"training."_s + name);
    QTest::keyClick(seen<QLineEdit>(u"signInPassword"_s), Qt::Key_Return);
    settle();
    ASSERT_EQ(seen<QLineEdit>(u"signInPassword"_s), nullptr) << toStd(name) << " could not sign in";
}

void PersonAtTheDesk::signOut()
{
    click(u"signOut"_s);
}

void PersonAtTheDesk::moveClockTo(const QString& day)
{
    type(seen<QLineEdit>(u"goToDay"_s), day, u"goToDay"_s);
    QTest::keyClick(seen<QLineEdit>(u"goToDay"_s), Qt::Key_Return);
    settle();
    EXPECT_TRUE(seen<QLineEdit>(u"goToDay"_s)->text().isEmpty())
        << "the clock did not move to " << toStd(day);
}

void PersonAtTheDesk::receiveFiling(const QString& path)
{
    fileChoice().toOpen = [path](QWidget*, const QString&) { return QStringList{path}; };
    click(u"goIntake"_s);
    click(u"chooseFiling"_s);
    takePicture(u"filing"_s);
    click(u"receiveFiling"_s);
    ASSERT_NE(m_window->openedCase(), nullptr)
        << toStd(m_window->findChild<Notice*>(u"intakeNotice"_s)->text());
}

void PersonAtTheDesk::openCase(const QString& number)
{
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    settle();
    auto* table = seen<QTableView>(u"workTable"_s);
    ASSERT_NE(table, nullptr) << "My work is empty";
    const QModelIndex row = indexWith(*table->model(), Qt::DisplayRole, number);
    ASSERT_TRUE(row.isValid()) << toStd(number) << " is not among My work";
    table->scrollTo(row);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(row).center());
    QTest::keyClick(table, Qt::Key_Return);
    settle();
    ASSERT_EQ(openCaseNumber(), number);
}

void PersonAtTheDesk::showTab(const QString& tab)
{
    auto* tabs = seen<QListWidget>(u"caseTabs"_s);
    ASSERT_NE(tabs, nullptr);
    const QModelIndex row = indexWith(*tabs->model(), Qt::UserRole, tab);
    ASSERT_TRUE(row.isValid()) << "no tab " << toStd(tab);
    tabs->scrollTo(row);
    QTest::mouseClick(tabs->viewport(), Qt::LeftButton, {}, tabs->visualRect(row).center());
    settle();
}

void PersonAtTheDesk::chooseNewCase(const QString& act)
{
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    settle();
    auto* menu = m_window->findChild<QMenu*>(u"newCaseMenu"_s);
    ASSERT_NE(menu, nullptr);
    QTimer::singleShot(kMenuOpensMilliseconds, menu, [menu, name = u"act."_s + act] {
        for (int steps = 0; steps <= menu->actions().size(); ++steps) {
            if (menu->activeAction() != nullptr && menu->activeAction()->objectName() == name)
                break;
            QTest::keyClick(menu, Qt::Key_Down);
        }
        QTest::keyClick(menu, Qt::Key_Return);
    });
    click(u"newCase"_s);
    ASSERT_NE(seen<QWidget>(u"actForm"_s), nullptr) << "the menu did not open a form for " << toStd(act);
}

void PersonAtTheDesk::pressAct(const QString& act)
{
    ASSERT_NE(m_window->openedCase(), nullptr);
    const auto& offers = m_window->openedCase()->offers();
    const auto offer =
        std::find_if(offers.begin(), offers.end(), [&](const auto& one) { return one.act == toStd(act); });
    ASSERT_NE(offer, offers.end()) << toStd(act) << " is not offered";
    for (const auto& reason : offer->whyNot)
        ADD_FAILURE() << toStd(act) << " is not possible: " << toStd(text(reason.text));
    showTab(toQt(offer->tab));
    click(u"act."_s + act);
    ASSERT_NE(seen<QWidget>(u"actForm"_s), nullptr) << "no form opened for " << toStd(act);
}

void PersonAtTheDesk::fill(const QString& field, const QString& value)
{
    const QString name = u"field."_s + field;
    if (const auto point = field.section(u'.', 1); !point.isEmpty())
        return type(
            seen<QWidget>(u"field."_s + field.section(u'.', 0, 0) + u".point"_s + point), value, name);
    ASSERT_NE(seen<QWidget>(name), nullptr) << "the form has no " << toStd(name);
    const QStringList words = value.split(u' ');
    for (const QString& part : {u".line"_s, u".text"_s, u".codes"_s, u".point1"_s}) {
        if (auto* widget = seen<QWidget>(name + part))
            return type(widget, value, name);
    }
    if (auto* time = seen<QWidget>(name + u".time"_s)) {
        type(seen<QWidget>(name + u".day"_s), words.front(), name);
        return type(time, words.back(), name);
    }
    if (auto* day = seen<QWidget>(name + u".day"_s))
        return type(day, value, name);
    if (auto* amount = seen<QWidget>(name + u".amount"_s)) {
        type(amount, words.front(), name);
        return choose(seen<QWidget>(name + u".unit"_s), words.back(), name);
    }
    for (const QString& part : {u".choice"_s, u".file"_s}) {
        if (auto* widget = seen<QWidget>(name + part))
            return choose(widget, value, name);
    }
    auto* flag = seen<QCheckBox>(name + u".flag"_s);
    ASSERT_NE(flag, nullptr) << toStd(name) << " takes no keys";
    QTest::keyClick(flag, Qt::Key_Space);
}

void PersonAtTheDesk::attach(const QString& path)
{
    fileChoice().toOpen = [path](QWidget*, const QString&) { return QStringList{path}; };
    click(u"attachFiles"_s);
}

void PersonAtTheDesk::addPoint(const QString& field)
{
    auto* points = seen<QWidget>(u"field."_s + field);
    ASSERT_NE(points, nullptr);
    click(points->findChild<QWidget*>(u"addPoint"_s), u"addPoint"_s);
}

void PersonAtTheDesk::perform()
{
    if (auto* sign = seen<QCheckBox>(u"signPersonally"_s)) {
        sign->setFocus();
        QTest::keyClick(sign, Qt::Key_Space);
    }
    click(u"performAct"_s);
    if (seen<QWidget>(u"actForm"_s) == nullptr)
        return;
    QString said;
    for (const char* notice : {"actNotice", "actReasons"}) {
        if (const auto* shown = seen<Notice>(QString::fromLatin1(notice)))
            said += shown->text() + u'\n';
    }
    for (const QLabel* problem : seen<QWidget>(u"actForm"_s)->findChildren<QLabel*>()) {
        if (problem->isVisible() && problem->objectName().endsWith(u".problem"_s))
            said += problem->objectName() + u": "_s + problem->text() + u'\n';
    }
    takePicture(u"not-performed"_s);
    FAIL() << "the act was not recorded: " << toStd(said);
}

void PersonAtTheDesk::takePicture(const QString& name)
{
    settle();
    const QString file = u"%1/%2-%3.png"_s.arg(m_pictures).arg(++m_taken, 2, 10, QChar(u'0')).arg(name);
    EXPECT_TRUE(m_window->grab().save(file)) << toStd(file);
}

QString PersonAtTheDesk::readPage() const
{
    QStringList words;
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        if (label->isVisible())
            words << label->text();
    }
    return words.join(u'\n');
}

QString PersonAtTheDesk::openCaseNumber() const
{
    const CasePage* page = m_window->openedCase();
    return page == nullptr ? QString() : toQt(page->caseId().text());
}

} // namespace tutela::ui

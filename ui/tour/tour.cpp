#include "ui/tour/tour.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QPixmap>
#include <QPushButton>
#include <QTableView>

#include "ui/convert.h"
#include "ui/pages/case_page.h"
#include "ui/widgets/file_choice.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSettleMilliseconds = 60;
constexpr int kCasesPerPerson = 3;

void settle()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < kSettleMilliseconds)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
}

template <class Widget> Widget* part(QWidget& window, const QString& name)
{
    return window.findChild<Widget*>(name);
}

void press(QWidget& window, const QString& name)
{
    if (auto* button = part<QPushButton>(window, name); button != nullptr && button->isEnabled())
        button->click();
    settle();
}

QString slug(const std::string& text)
{
    QString name = toQt(text).toLower();
    for (QChar& letter : name) {
        if (!letter.isLetterOrNumber())
            letter = u'-';
    }
    return name;
}

} // namespace

Tour::Tour(interfaces::Office& office, std::vector<TrainingPerson> people, QString folder)
    : m_office(office)
    , m_people(std::move(people))
    , m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
}

QStringList Tour::play()
{
    MainWindow window(m_office, m_people);
    window.appearance().choose(Appearance::Light);
    window.show();
    settle();
    shoot(window, u"sign-in"_s);
    for (const TrainingPerson& person : m_people)
        visit(window, person);
    return m_files;
}

void Tour::visit(MainWindow& window, const TrainingPerson& person)
{
    press(window, u"training."_s + toQt(person.signInName));
    press(window, u"signIn"_s);
    if (!m_office.signIn().signedIn())
        return;
    const QString who = slug(person.signInName);
    shoot(window, who + u"-my-work"_s);
    visitCase(window, person);
    window.showLog();
    press(window, u"verifyLog"_s);
    if (person.signInName == m_people.front().signInName) {
        shoot(window, who + u"-register-log"_s);
        window.appearance().choose(Appearance::Dark);
        window.showWork();
        shoot(window, who + u"-my-work-dark"_s);
        window.appearance().choose(Appearance::Light);
    }
    if (auto* people = part<QPushButton>(window, u"goPeople"_s); people != nullptr && people->isVisible()) {
        press(window, u"goPeople"_s);
        shoot(window, who + u"-people"_s);
    }
    window.signOut();
    settle();
}

void Tour::visitCase(MainWindow& window, const TrainingPerson& person)
{
    auto* table = part<QTableView>(window, u"workTable"_s);
    const int cases = table != nullptr ? std::min(kCasesPerPerson, table->model()->rowCount()) : 0;
    for (int row = 0; row < cases; ++row) {
        window.showWork();
        table->selectRow(row);
        Q_EMIT table->activated(table->currentIndex());
        settle();
        CasePage* page = window.openedCase();
        if (page == nullptr)
            continue;
        const QString name = slug(person.signInName) + u"-"_s + slug(page->caseId().text());
        for (const QString& tab : page->tabs()) {
            page->showTab(tab);
            settle();
            if (tab == "overview"_L1)
                press(*page, u"whyThisDate"_s);
            shoot(window, name + u"-"_s + tab);
            if (tab == "order"_L1)
                saveOrder(window);
        }
        visitActs(window, person);
        window.closeCase();
        settle();
    }
}

// The form of the first act that is possible, as it looks when it has just been opened.
void Tour::visitActs(MainWindow& window, const TrainingPerson& person)
{
    CasePage* page = window.openedCase();
    const QString name = slug(person.signInName) + u"-"_s + slug(page->caseId().text());
    for (const auto& offer : page->offers()) {
        if (!offer.allowed)
            continue;
        page->startAct(offer);
        settle();
        shoot(window, name + u"-act-"_s + slug(offer.act));
        press(window, u"closeAct"_s);
        if (window.openedCase() != page)
            return;
        return;
    }
}

void Tour::saveOrder(MainWindow& window)
{
    const CaseId& caseId = window.openedCase()->caseId();
    const QString path = m_folder + u"/order-"_s + slug(caseId.text()) + u".pdf"_s;
    if (m_seenOrders.contains(path))
        return;
    const auto pdf = m_office.cases().orderDocument(caseId, "en");
    if (pdf && writeFile(path, pdf.value())) {
        m_seenOrders << path;
        m_files << path;
    }
}

void Tour::shoot(QWidget& widget, const QString& name)
{
    settle();
    const QString path =
        u"%1/%2-%3.png"_s.arg(m_folder).arg(m_files.size() + 1, 2, 10, QChar(u'0')).arg(name);
    if (widget.grab().save(path))
        m_files << path;
}

} // namespace tutela::ui

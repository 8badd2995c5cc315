#include "ui/tour/tour.h"

#include <set>

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QPixmap>
#include <QPushButton>
#include <QTableView>

#include "ui/convert.h"
#include "ui/models/worklist_model.h"
#include "ui/pages/case_page.h"
#include "ui/widgets/file_choice.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSettleMilliseconds = 60;
constexpr qreal kLargeScale = 1.5;

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

bool hasCards(const CasePage& page, const QString& tab)
{
    const auto& cards = page.view()->cards;
    return std::any_of(cards.begin(), cards.end(), [&](const auto& card) { return card.tab == toStd(tab); })
        || tab == "history"_L1;
}

enum class Stages { All, Telling };

// One case of every stage, or the first case and those before the court or with an order.
std::vector<int> rowsToVisit(const QAbstractItemModel& work, Stages stages)
{
    constexpr Step kTelling[] = {Step::BeforeTheCourt, Step::OrderIssued};
    std::vector<int> rows;
    std::set<Step> seen;
    for (int row = 0; row < work.rowCount(); ++row) {
        const auto step = static_cast<Step>(work.index(row, WorklistModel::Stage).data(SortRole).toInt());
        const bool telling =
            row == 0 || std::find(std::begin(kTelling), std::end(kTelling), step) != std::end(kTelling);
        if (seen.insert(step).second && (stages == Stages::All || telling))
            rows.push_back(row);
    }
    return rows;
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
    auto* work = part<QTableView>(window, u"workTable"_s);
    const bool first = !m_everyTabSeen && work != nullptr && work->model()->rowCount() > 0;
    m_everyTabSeen = m_everyTabSeen || first;
    if (first) {
        shootDark(window, who + u"-my-work-dark"_s);
        shootLarge(window, who + u"-my-work-150-percent"_s);
    }
    visitCases(window, who, first);
    window.showLog();
    press(window, u"verifyLog"_s);
    if (first)
        shoot(window, who + u"-register-log"_s);
    if (auto* intake = part<QPushButton>(window, u"goIntake"_s);
        first && intake != nullptr && intake->isVisible()) {
        press(window, u"goIntake"_s);
        shoot(window, who + u"-receive-a-filing"_s);
    }
    if (auto* people = part<QPushButton>(window, u"goPeople"_s); people != nullptr && people->isVisible()) {
        press(window, u"goPeople"_s);
        shoot(window, who + u"-people"_s);
    }
    window.signOut();
    settle();
}

void Tour::visitCases(MainWindow& window, const QString& who, bool everyTab)
{
    auto* table = part<QTableView>(window, u"workTable"_s);
    if (table == nullptr)
        return;
    for (const int row : rowsToVisit(*table->model(), everyTab ? Stages::All : Stages::Telling)) {
        window.showWork();
        table->selectRow(row);
        Q_EMIT table->activated(table->currentIndex());
        settle();
        CasePage* page = window.openedCase();
        if (page == nullptr || !page->view())
            continue;
        const QString name = who + u"-"_s + slug(page->caseId().text());
        for (const QString& tab : page->tabs()) {
            if (tab != "order"_L1 && tab != "overview"_L1 && (!everyTab || !hasCards(*page, tab)))
                continue;
            page->showTab(tab);
            settle();
            if (tab == "overview"_L1)
                press(*page, u"whyThisDate"_s);
            if (tab != "order"_L1 || page->view()->file.order)
                shoot(window, name + u"-"_s + tab);
            if (tab == "order"_L1)
                saveOrder(window);
        }
        visitActs(window, name);
        window.closeCase();
        settle();
    }
}

// The forms of acts that are possible, as they look when they have just been opened; a decision opens its
// page.
void Tour::visitActs(MainWindow& window, const QString& name)
{
    CasePage* page = window.openedCase();
    int shown = 0;
    const auto offers = page->offers();
    for (const auto& offer : offers) {
        if (!offer.allowed || (shown > 0 && !isDecision(offer)))
            continue;
        page->startAct(offer);
        settle();
        shoot(window, name + u"-act-"_s + slug(offer.act));
        if (isDecision(offer))
            shootDark(window, name + u"-act-"_s + slug(offer.act) + u"-dark"_s);
        for (auto* close : window.findChildren<QPushButton*>(u"closeAct"_s)) {
            if (close->isVisible())
                close->click();
        }
        settle();
        if (++shown > 1)
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
    keep(widget.grab(), name);
}

void Tour::shootDark(MainWindow& window, const QString& name)
{
    window.appearance().choose(Appearance::Dark);
    shoot(window, name);
    window.appearance().choose(Appearance::Light);
}

// The same page as a screen at 150 % paints it.
void Tour::shootLarge(QWidget& widget, const QString& name)
{
    settle();
    QPixmap picture(widget.size() * kLargeScale);
    picture.setDevicePixelRatio(kLargeScale);
    widget.render(&picture);
    keep(picture, name);
}

void Tour::keep(const QPixmap& picture, const QString& name)
{
    const QString path =
        u"%1/%2-%3.png"_s.arg(m_folder).arg(m_files.size() + 1, 3, 10, QChar(u'0')).arg(name);
    if (picture.save(path))
        m_files << path;
}

} // namespace tutela::ui

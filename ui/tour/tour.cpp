#include "ui/tour/tour.h"

#include <algorithm>
#include <set>

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPixmap>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include "ui/acts/act_panel.h"
#include "ui/convert.h"
#include "ui/models/worklist_model.h"
#include "ui/pages/calendar_page.h"
#include "ui/pages/case_page.h"
#include "ui/pages/providers_page.h"
#include "ui/tour/stations.h"
#include "ui/widgets/file_choice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSettleMilliseconds = 60;
constexpr int kSettleRounds = 8; // a page of cards needs several, also on a machine that is busy
constexpr qreal kLargeScale = 1.5;
constexpr QSize kLargeScreen(1920, 1080); // pixels

void settle()
{
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < kSettleRounds || timer.elapsed() < kSettleMilliseconds; ++round)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
    // Only an event loop that runs would delete what the pages have put away.
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
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

const std::vector<interfaces::WorklistRow>& workOf(QWidget& window)
{
    static const std::vector<interfaces::WorklistRow> kNone;
    const auto* table = part<QTableView>(window, u"workTable"_s);
    const auto* work = table == nullptr ? nullptr : qobject_cast<WorklistModel*>(table->model());
    return work == nullptr ? kNone : work->rows();
}

// The first case of each stage.
std::vector<CaseId> oneOfEachStage(QWidget& window, CaseKind kind)
{
    std::vector<CaseId> cases;
    std::set<Step> seen;
    for (const auto& row : workOf(window)) {
        if (row.kind == kind && seen.insert(row.step).second)
            cases.push_back(row.caseId);
    }
    return cases;
}

// The page on which the case came to where it stands.
QString tellingTab(const interfaces::CaseView& view)
{
    if (view.file.order)
        return u"order"_s;
    const auto newest = std::max_element(
        view.cards.begin(), view.cards.end(), [](const auto& a, const auto& b) { return a.entry < b.entry; });
    return newest == view.cards.end() ? u"overview"_s : toQt(newest->tab);
}

// The act for which a person of that role is needed on the way to an order.
std::string tellingAct(Role role)
{
    switch (role) {
    case Role::Head:
        return "approve";
    case Role::Judge:
        return "issue";
    case Role::DpaOfficer:
        return "lodge-advice";
    case Role::EuCentreLiaison:
        return "give-opinion";
    case Role::Coordinator:
    case Role::Registrar:
    case Role::CourtClerk:
    case Role::Administrator:
    case Role::Auditor:
        return {};
    }
    return {};
}

// Brings a part of the tab that is open to its top.
void scrollTo(CasePage& page, const QString& name)
{
    if (name.isEmpty())
        return;
    for (auto* area : page.findChildren<QScrollArea*>(u"sectionScroll"_s)) {
        const auto* found = area->isVisible() ? area->widget()->findChild<QWidget*>(name) : nullptr;
        if (found != nullptr)
            area->verticalScrollBar()->setValue(found->mapTo(area->widget(), QPoint(0, 0)).y());
    }
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
    for (const TrainingPerson& person : m_people) {
        if (m_rolesSeen.insert(person.role).second)
            visit(window, person);
    }
    return m_files;
}

void Tour::visit(MainWindow& window, const TrainingPerson& person)
{
    press(window, u"training."_s + toQt(person.signInName));
    press(window, u"signIn"_s);
    const auto signedIn = m_office.signIn().signedIn();
    if (!signedIn)
        return;
    for (const Role role : signedIn->roles) {
        if (role == Role::Coordinator)
            visitCoordinator(window);
        if (role == Role::Administrator)
            visitPeople(window);
        if (role == Role::Head)
            visitAddresses(window);
        if (const std::string act = tellingAct(role); !act.empty())
            visitAct(window, act);
    }
    window.signOut();
    settle();
}

void Tour::visitCoordinator(MainWindow& window)
{
    shoot(window, u"my-work"_s);
    shootDark(window, u"my-work-dark"_s);
    shootLarge(window, u"my-work-150-percent"_s);
    visitSearch(window);
    visitCalendar(window);
    const auto assessments = oneOfEachStage(window, CaseKind::Assessment);
    const auto detections = oneOfEachStage(window, CaseKind::Detection);
    if (!assessments.empty()) {
        visitIntake(window, assessments.front());
        visitAssessment(window, assessments.front());
    }
    for (const CaseId& caseId : detections)
        visitDetection(window, caseId);
    for (const Visit& visit : visits(m_office))
        visitStation(window, visit);
    window.showWarnings();
    settle();
    shoot(window, u"warnings"_s);
    shootDark(window, u"warnings-dark"_s);
    window.showLegalTexts();
    settle();
    shoot(window, u"legal-texts"_s);
    visitProviders(window);
    window.showLog();
    press(window, u"verifyLog"_s);
    shoot(window, u"register-log"_s);
}

void Tour::visitSearch(MainWindow& window)
{
    window.showSearch();
    auto* words = part<QLineEdit>(window, u"searchWords"_s);
    words->setText(u"direct messages"_s);
    Q_EMIT words->returnPressed();
    shoot(window, u"search"_s);
    window.showWork();
}

void Tour::visitCalendar(MainWindow& window)
{
    window.showCalendar();
    shoot(window, u"calendar"_s);
    shootDark(window, u"calendar-dark"_s);
    shootLarge(window, u"calendar-150-percent"_s);
    auto* page = part<CalendarPage>(window, u"calendarPage"_s);
    page->showMode(CalendarPage::Mode::Agenda);
    shoot(window, u"calendar-agenda"_s);
    page->showMode(CalendarPage::Mode::Additions);
    shoot(window, u"calendar-days-added"_s);
    page->showMode(CalendarPage::Mode::Month);
    window.showAppointments();
    shoot(window, u"absences"_s);
    window.showWork();
}

// The page reads a filing that the register has already, and receives nothing.
void Tour::visitIntake(MainWindow& window, const CaseId& caseId)
{
    const auto view = m_office.cases().open(caseId, std::nullopt);
    if (!view)
        return;
    const QTemporaryDir temporary;
    const auto before = fileChoice();
    for (const auto& card : view.value().cards) {
        if (card.tab != "risk-report" || card.documents.empty())
            continue;
        const auto bytes = m_office.cases().document(card.documents.front().id);
        const QString path = temporary.filePath(safeFileName(card.documents.front().name));
        if (bytes && writeFile(path, bytes.value()))
            fileChoice().toOpen = [path](QWidget*, const QString&) { return QStringList{path}; };
        break;
    }
    window.showIntake();
    press(window, u"chooseFiling"_s);
    shoot(window, u"receive-a-filing"_s);
    fileChoice() = before;
}

void Tour::visitAssessment(MainWindow& window, const CaseId& caseId)
{
    window.openCase(caseId);
    settle();
    CasePage* page = window.openedCase();
    if (page == nullptr || !page->view())
        return;
    press(*page, u"whyThisDate"_s);
    shoot(window, u"assessment-why-this-date"_s);
    const auto& offers = page->offers();
    const auto possible = std::find_if(
        offers.begin(), offers.end(), [](const auto& one) { return one.allowed && one.fields.size() > 1; });
    if (possible != offers.end()) {
        shootAct(window, *possible);
        visitDraft(window, *possible);
    }
    window.closeCase();
    settle();
}

// A form begun and left: My work names it, and it comes back as it was. Nothing of it stays in the register.
void Tour::visitDraft(MainWindow& window, const interfaces::ActOffer& offer)
{
    CasePage* page = window.openedCase();
    page->startAct(offer);
    auto* act = page->findChild<ActPanel*>();
    if (auto* text = act->findChild<QPlainTextEdit*>())
        text->setPlainText(u"How are groups that only members can see moderated?"_s);
    act->close();
    window.showWork();
    shoot(window, u"my-work-with-a-draft"_s);
    window.openCase(page->caseId());
    page->startAct(offer);
    shoot(window, u"act-"_s + slug(offer.act) + u"-draft-put-back"_s);
    act->discardDraft();
    act->close();
    settle();
}

// The overview, and the tab that matters at this stage unless another case has shown it.
void Tour::visitDetection(MainWindow& window, const CaseId& caseId)
{
    window.openCase(caseId);
    settle();
    CasePage* page = window.openedCase();
    if (page == nullptr || !page->view())
        return;
    const QString name = u"detection-"_s + slug(toStd(word(page->view()->file.step)));
    shoot(window, name);
    const QString tab = tellingTab(*page->view());
    if (!m_tabsShown.contains(tab) && tab != "overview"_L1) {
        m_tabsShown << tab;
        page->showTab(tab);
        shoot(window, name + u"-"_s + tab);
        if (tab == "order"_L1)
            saveOrder(window);
    }
    window.closeCase();
    settle();
}

// The part of the tab, in the middle of whatever stands around it.
void Tour::visitStation(MainWindow& window, const Visit& visit)
{
    const Station& station = visit.station;
    window.openCase(visit.caseId);
    settle();
    CasePage* page = window.openedCase();
    page->showTab(station.tab);
    settle();
    scrollTo(*page, station.part);
    shoot(window, station.name);
    if (station.closeness == Closeness::EveryWay) {
        const auto prepare = [&] { scrollTo(*page, station.part); };
        shootDark(window, station.name + u"-dark"_s, prepare);
        shootLarge(window, station.name + u"-150-percent"_s, prepare);
    }
    window.closeCase();
    settle();
}

// The form of that act, in the first case where this person may perform it.
void Tour::visitAct(MainWindow& window, const std::string& act)
{
    const std::vector<interfaces::WorklistRow> work = workOf(window);
    for (const auto& row : work) {
        const auto offers = m_office.cases().acts(row.caseId);
        if (!offers)
            continue;
        const auto offer = std::find_if(offers.value().begin(), offers.value().end(),
            [&](const auto& one) { return one.act == act && one.allowed; });
        if (offer == offers.value().end())
            continue;
        window.openCase(row.caseId);
        settle();
        shootAct(window, *offer);
        window.closeCase();
        settle();
        return;
    }
    shoot(window, u"my-work-"_s + slug(act));
}

void Tour::visitProviders(MainWindow& window)
{
    window.showProviders();
    settle();
    shoot(window, u"providers"_s);
    auto* page = window.findChild<ProvidersPage*>();
    page->open(ProviderId("P-0001"));
    settle();
    shoot(window, u"provider"_s);
    shootDark(window, u"provider-dark"_s);
    shootLarge(window, u"provider-150-percent"_s);
}

void Tour::visitPeople(MainWindow& window)
{
    window.showPeople();
    shoot(window, u"people"_s);
}

void Tour::visitAddresses(MainWindow& window)
{
    shootDialog(window, u"officeAddresses"_s, u"addresses-of-the-offices"_s);
    window.appearance().choose(Appearance::Dark);
    settle();
    shootDialog(window, u"officeAddresses"_s, u"addresses-of-the-offices-dark"_s);
    window.appearance().choose(Appearance::Light);
}

// The form as it looks when it has just been opened; a decision opens its page, also shown in the dark.
void Tour::shootAct(MainWindow& window, const interfaces::ActOffer& offer)
{
    window.openedCase()->startAct(offer);
    shoot(window, u"act-"_s + slug(offer.act));
    if (isDecision(offer))
        shootDark(window, u"act-"_s + slug(offer.act) + u"-dark"_s);
    for (auto* close : window.findChildren<QPushButton*>(u"closeAct"_s)) {
        if (close->isVisible())
            close->click();
    }
    settle();
}

void Tour::saveOrder(MainWindow& window)
{
    const CaseId& caseId = window.openedCase()->caseId();
    const QString path = m_folder + u"/order-"_s + slug(caseId.text()) + u".pdf"_s;
    const auto pdf = m_office.cases().orderDocument(caseId, "en");
    if (pdf && writeFile(path, pdf.value())) {
        m_orders << path;
        m_files << path;
    }
}

void Tour::shoot(QWidget& widget, const QString& name)
{
    settle();
    keep(widget.grab(), name);
}

// A dialog holds up whoever opened it: it is pictured and closed from within.
void Tour::shootDialog(MainWindow& window, const QString& action, const QString& name)
{
    QTimer::singleShot(0, &window, [this, name] {
        if (QWidget* dialog = QApplication::activeModalWidget()) {
            shoot(*dialog, name);
            dialog->close();
        }
    });
    if (auto* opens = window.findChild<QAction*>(action))
        opens->trigger();
    settle();
}

void Tour::shootDark(MainWindow& window, const QString& name, const std::function<void()>& prepare)
{
    window.appearance().choose(Appearance::Dark);
    settle();
    prepare();
    shoot(window, name);
    window.appearance().choose(Appearance::Light);
}

// The same page on a screen of 1920 × 1080 pixels at 150 %: larger, and with less room.
void Tour::shootLarge(MainWindow& window, const QString& name, const std::function<void()>& prepare)
{
    const QSize usual = window.size();
    window.resize(kLargeScreen / kLargeScale);
    settle();
    prepare();
    QPixmap picture(window.size() * kLargeScale);
    picture.setDevicePixelRatio(kLargeScale);
    window.render(&picture);
    keep(picture, name);
    window.resize(usual);
    settle();
}

void Tour::keep(const QPixmap& picture, const QString& name)
{
    const QString path = u"%1/%2-%3.png"_s.arg(m_folder)
                             .arg(m_files.size() - m_orders.size() + 1, 3, 10, QChar(u'0'))
                             .arg(name);
    if (picture.save(path))
        m_files << path;
}

} // namespace tutela::ui

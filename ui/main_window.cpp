#include "ui/main_window.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/acts/act_panel.h"
#include "ui/convert.h"
#include "ui/pages/appointment_page.h"
#include "ui/pages/calendar_page.h"
#include "ui/pages/case_page.h"
#include "ui/pages/intake_page.h"
#include "ui/pages/legal_texts_page.h"
#include "ui/pages/log_page.h"
#include "ui/pages/people_page.h"
#include "ui/pages/providers_page.h"
#include "ui/pages/search_page.h"
#include "ui/pages/warnings_page.h"
#include "ui/pages/work_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/password_dialog.h"
#include "ui/widgets/training_bar.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPollMilliseconds = 1000;
constexpr int kSidebarWidth = 188;

} // namespace

MainWindow::MainWindow(interfaces::Office& office, std::vector<TrainingPerson> people)
    : m_office(office)
    , m_appearance(new AppearanceControl(this))
    , m_outer(new QStackedWidget)
    , m_pages(new QStackedWidget)
    , m_signIn(new SignInPage(office.signIn(), std::move(people)))
{
    setObjectName(u"mainWindow"_s);
    setOfficeZone(office.signIn().registerFacts().zone);
    setWindowTitle(tr("Tutela"));
    resize(1440, 900);
    build();
    addMenus();
    addViewMenu();
    connect(m_signIn, &SignInPage::signedIn, this, &MainWindow::enter);
    connect(m_appearance, &AppearanceControl::changed, this, &MainWindow::refresh);
    followChanges();
    menuBar()->setVisible(false);
    m_signIn->start();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    m_outer->setObjectName(u"outer"_s);
    m_pages->setObjectName(u"pages"_s);
    m_training = new TrainingBar(m_office);
    m_work = new WorkPage(m_office);
    m_calendar = new CalendarPage(m_office);
    m_appointments = new AppointmentPage(m_office);
    m_intake = new IntakePage(m_office);
    m_log = new LogPage(m_office);
    m_people = new PeoplePage(m_office);
    m_providers = new ProvidersPage(m_office);
    m_search = new SearchPage(m_office);
    m_warnings = new WarningsPage(m_office);
    m_legalTexts = new LegalTextsPage(m_office);
    m_newCaseAct = new ActPanel(m_office);
    auto* newCasePage = new QWidget;
    newCasePage->setObjectName(u"newCasePage"_s);
    auto* newCaseLayout = new QVBoxLayout(newCasePage);
    newCaseLayout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    newCaseLayout->addWidget(m_newCaseAct);
    for (QWidget* page : std::initializer_list<QWidget*>{m_work, m_warnings, m_calendar, m_search, m_intake,
             m_providers, m_legalTexts, m_log, m_appointments, m_people, newCasePage})
        m_pages->addWidget(page);
    auto* inside = new QWidget;
    inside->setObjectName(u"inside"_s);
    auto* columns = new QHBoxLayout(inside);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(sidebar());
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_training);
    right->addWidget(m_pages, 1);
    columns->addLayout(right, 1);
    m_outer->addWidget(m_signIn);
    m_outer->addWidget(inside);
    setCentralWidget(m_outer);
    connect(m_training, &TrainingBar::moved, this, &MainWindow::refresh);
    connect(m_work, &WorkPage::caseWanted, this, &MainWindow::openCase);
    connect(m_work, &WorkPage::intakeWanted, this, &MainWindow::showIntake);
    connect(m_work, &WorkPage::actWanted, this, &MainWindow::startCaseAct);
    connect(m_work, &WorkPage::draftWanted, this, &MainWindow::openDraft);
    connect(m_work, &WorkPage::dutiesWanted, this, &MainWindow::showOverdueDuties);
    connect(m_providers, &ProvidersPage::caseWanted, this, &MainWindow::openCase);
    connect(m_work, &WorkPage::exportWanted, this, [this] { exportCalendar(std::nullopt); });
    connect(m_calendar, &CalendarPage::caseWanted, this, &MainWindow::openCase);
    connect(m_calendar, &CalendarPage::exportWanted, this, [this] { exportCalendar(std::nullopt); });
    connect(m_search, &SearchPage::caseWanted, this, &MainWindow::openHit);
    connect(m_warnings, &WarningsPage::caseWanted, this, &MainWindow::openCase);
    connect(m_intake, &IntakePage::received, this, &MainWindow::openCase);
    connect(m_newCaseAct, &ActPanel::closed, this, &MainWindow::showWork);
    connect(m_newCaseAct, &ActPanel::performed, this, &MainWindow::newCaseActDone);
}

QWidget* MainWindow::sidebar()
{
    auto* bar = new QFrame;
    bar->setObjectName(u"sidebar"_s);
    bar->setProperty("kind", u"sidebar"_s);
    bar->setFixedWidth(kSidebarWidth);
    auto* column = new QVBoxLayout(bar);
    column->setContentsMargins(12, kWideGap, 12, 12);
    column->setSpacing(4);
    QLabel* authority = paragraph(toQt(m_office.signIn().registerFacts().authority), TextKind::Strong);
    column->addWidget(authority);
    column->addSpacing(kGap);
    m_goWork = button(tr("My work"), "goWork", ButtonKind::Nav);
    m_goCalendar = button(tr("Calendar"), "goCalendar", ButtonKind::Nav);
    m_goAppointments = button(tr("Absences"), "goAppointments", ButtonKind::Nav);
    m_goSearch = button(tr("Search"), "goSearch", ButtonKind::Nav);
    m_goWarnings = button(tr("Warnings"), "goWarnings", ButtonKind::Nav);
    m_goLegalTexts = button(tr("Legal texts"), "goLegalTexts", ButtonKind::Nav);
    m_goIntake = button(tr("Receive a filing"), "goIntake", ButtonKind::Nav);
    m_goProviders = button(tr("Providers"), "goProviders", ButtonKind::Nav);
    m_goLog = button(tr("Register log"), "goLog", ButtonKind::Nav);
    m_goPeople = button(tr("People"), "goPeople", ButtonKind::Nav);
    m_navigation = {m_goWork, m_goWarnings, m_goCalendar, m_goSearch, m_goIntake, m_goProviders,
        m_goLegalTexts, m_goLog, m_goAppointments, m_goPeople};
    for (QPushButton* go : m_navigation) {
        go->setCheckable(true);
        column->addWidget(go);
    }
    connect(m_goWork, &QPushButton::clicked, this, &MainWindow::showWork);
    connect(m_goCalendar, &QPushButton::clicked, this, &MainWindow::showCalendar);
    connect(m_goAppointments, &QPushButton::clicked, this, &MainWindow::showAppointments);
    connect(m_goSearch, &QPushButton::clicked, this, &MainWindow::showSearch);
    connect(m_goWarnings, &QPushButton::clicked, this, &MainWindow::showWarnings);
    connect(m_goLegalTexts, &QPushButton::clicked, this, &MainWindow::showLegalTexts);
    connect(m_goIntake, &QPushButton::clicked, this, &MainWindow::showIntake);
    connect(m_goProviders, &QPushButton::clicked, this, &MainWindow::showProviders);
    connect(m_goLog, &QPushButton::clicked, this, &MainWindow::showLog);
    connect(m_goPeople, &QPushButton::clicked, this, &MainWindow::showPeople);
    column->addSpacing(kWideGap);
    m_caseButtons = new QVBoxLayout;
    m_caseButtons->setSpacing(2);
    column->addLayout(m_caseButtons);
    column->addStretch(1);
    column->addWidget(line());
    m_person = paragraph({}, TextKind::Strong);
    m_roles = paragraph({}, TextKind::Caption);
    column->addWidget(m_person);
    column->addWidget(m_roles);
    QPushButton* leave = button(tr("Sign out"), "signOut", ButtonKind::Link);
    column->addWidget(leave);
    connect(leave, &QPushButton::clicked, this, &MainWindow::signOut);
    return bar;
}

// A person came: pages are filled for them, nothing of the one before stays.
void MainWindow::enter()
{
    const auto person = m_office.signIn().signedIn();
    if (!person)
        return;
    if (person->mustChangePassword
        && PasswordDialog(m_office.signIn(), PasswordReason::SetByOthers, this).exec() != QDialog::Accepted) {
        signOut();
        return;
    }
    QStringList roles;
    bool administers = false;
    bool receives = false;
    bool works = false;
    bool readsProviders = false;
    bool ofAuthority = false;
    for (const Role role : person->roles) {
        roles << word(role);
        administers = administers || role == Role::Administrator;
        works = works || role != Role::Administrator;
        readsProviders =
            readsProviders || (institutionOf(role) == Institution::Authority && role != Role::Administrator);
        ofAuthority = ofAuthority || institutionOf(role) == Institution::Authority;
        receives = receives || role == Role::Coordinator || role == Role::Registrar;
    }
    m_person->setText(toQt(person->name));
    m_roles->setText(roles.join(u", "_s));
    m_goPeople->setVisible(administers);
    m_goSearch->setVisible(works);
    m_goWarnings->setVisible(works);
    m_goCalendar->setVisible(works);
    m_goAppointments->setVisible(ofAuthority);
    m_goIntake->setVisible(receives);
    m_goProviders->setVisible(readsProviders);
    const auto contacts = m_office.contacts().contacts();
    findChild<QAction*>(u"officeAddresses"_s)->setVisible(contacts && contacts.value().mayChange);
    menuBar()->setVisible(true);
    m_outer->setCurrentIndex(1);
    m_training->refresh();
    m_work->start();
    m_search->forget();
    m_calendar->forget();
    showWork();
}

void MainWindow::followChanges()
{
    m_subscription = m_office.changes().subscribe([this](const std::vector<CaseId>& changed) {
        if (!m_office.signIn().signedIn())
            return;
        m_work->refresh();
        if (m_pages->currentWidget() == m_calendar)
            m_calendar->refresh();
        for (CasePage* page : m_cases) {
            if (changed.empty() || std::find(changed.begin(), changed.end(), page->caseId()) != changed.end())
                page->reload();
        }
    });
    auto* poll = new QTimer(this);
    connect(poll, &QTimer::timeout, this, [this] {
        if (m_office.signIn().signedIn())
            m_office.changes().poll();
    });
    poll->start(kPollMilliseconds);
}

void MainWindow::refresh()
{
    if (!m_office.signIn().signedIn())
        return;
    m_training->refresh();
    m_work->refresh();
    if (m_pages->currentWidget() == m_providers)
        m_providers->refresh();
    if (m_pages->currentWidget() == m_calendar)
        m_calendar->refresh();
    for (CasePage* page : m_cases)
        page->reload();
    if (m_pages->currentWidget() == m_warnings)
        m_warnings->start();
}

} // namespace tutela::ui

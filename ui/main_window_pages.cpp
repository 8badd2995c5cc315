#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include "ui/acts/act_panel.h"
#include "ui/convert.h"
#include "ui/main_window.h"
#include "ui/pages/appointment_page.h"
#include "ui/pages/calendar_page.h"
#include "ui/pages/case_page.h"
#include "ui/pages/contact_form.h"
#include "ui/pages/decision_page.h"
#include "ui/pages/intake_page.h"
#include "ui/pages/legal_texts_page.h"
#include "ui/pages/log_page.h"
#include "ui/pages/people_page.h"
#include "ui/pages/providers_page.h"
#include "ui/pages/search_page.h"
#include "ui/pages/warnings_page.h"
#include "ui/pages/work_page.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/command_palette.h"
#include "ui/widgets/file_choice.h"
#include "ui/widgets/password_dialog.h"
#include "ui/widgets/shortcut_sheet.h"
#include "ui/widgets/training_bar.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kPaletteCases = 500;

} // namespace

void MainWindow::addMenus()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    named(file, u"fileMenu"_s, tr("File"));
    file->addAction(tr("&My work"), QKeySequence(Qt::CTRL | Qt::Key_1), this, &MainWindow::showWork);
    file->addAction(tr("&Receive a filing"), QKeySequence(Qt::CTRL | Qt::Key_2), this, [this] {
        if (m_goIntake->isVisible())
            showIntake();
    });
    file->addAction(tr("Register &log"), QKeySequence(Qt::CTRL | Qt::Key_3), this, &MainWindow::showLog);
    file->addAction(tr("C&alendar"), QKeySequence(Qt::CTRL | Qt::Key_4), this, &MainWindow::showCalendar);
    file->addAction(tr("Absences and s&ubstitutes"), QKeySequence(Qt::CTRL | Qt::Key_5), this,
        &MainWindow::showAppointments);
    file->addAction(tr("&Warnings"), QKeySequence(Qt::CTRL | Qt::Key_6), this, &MainWindow::showWarnings);
    file->addAction(
        tr("Legal &texts"), QKeySequence(Qt::CTRL | Qt::Key_7), this, &MainWindow::showLegalTexts);
    file->addAction(tr("&Providers"), QKeySequence(Qt::CTRL | Qt::Key_8), this, &MainWindow::showProviders);
    file->addSeparator();
    file->addAction(tr("&Export my calendar…"), this, [this] { exportCalendar(std::nullopt); });
    file->addAction(tr("E&xport the calendar of the case…"), this, [this] {
        if (const CasePage* page = openedCase())
            exportCalendar(page->caseId());
    });
    file->addSeparator();
    file->addAction(tr("&Close case"), QKeySequence(Qt::CTRL | Qt::Key_W), this, &MainWindow::closeCase);
    QAction* addresses = file->addAction(tr("Addresses of the &offices…"), this, [this] {
        if (editContacts(m_office, this))
            refresh();
    });
    addresses->setObjectName(u"officeAddresses"_s);
    file->addAction(tr("Change &password…"), this,
        [this] { PasswordDialog(m_office.signIn(), PasswordReason::Wish, this).exec(); });
    file->addAction(tr("&Sign out"), this, &MainWindow::signOut);
    file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), qApp, &QApplication::quit);
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    named(go, u"goMenu"_s, tr("Go"));
    go->addAction(tr("&Go to…"), QKeySequence(Qt::CTRL | Qt::Key_K), this, &MainWindow::showPalette);
    go->addAction(
        tr("&Search in all cases"), QKeySequence(Qt::CTRL | Qt::Key_F), this, &MainWindow::showSearch);
    go->addAction(tr("&Filter My work"), QKeySequence(Qt::Key_Slash), this, [this] {
        if (m_pages->currentWidget() == m_work)
            m_work->focusFilter();
    });
    go->addAction(tr("&Refresh"), QKeySequence(Qt::Key_F5), this, &MainWindow::refresh);
}

void MainWindow::addViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    named(view, u"viewMenu"_s, tr("View"));
    QMenu* appearance = view->addMenu(tr("&Appearance"));
    named(appearance, u"appearanceMenu"_s, tr("Appearance"));
    auto* group = new QActionGroup(this);
    for (const auto& [name, choice] : {std::pair(tr("As the &system"), Appearance::System),
             std::pair(tr("&Light"), Appearance::Light), std::pair(tr("&Dark"), Appearance::Dark)}) {
        QAction* action =
            appearance->addAction(name, this, [this, choice = choice] { m_appearance->choose(choice); });
        action->setCheckable(true);
        action->setChecked(choice == m_appearance->choice());
        group->addAction(action);
    }
    view->addAction(tr("&Columns of My work as at first"), this, [this] {
        showWork();
        m_work->resetLayout();
    });
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    named(help, u"helpMenu"_s, tr("Help"));
    help->addAction(tr("&Keyboard"), QKeySequence(Qt::Key_Question), this, &MainWindow::showShortcuts);
}

void MainWindow::showPage(QWidget* page, QPushButton* navigation)
{
    for (QPushButton* go : m_navigation)
        go->setChecked(go == navigation);
    m_pages->setCurrentWidget(page);
    showCaseButtons();
}

void MainWindow::showWork()
{
    m_work->refresh();
    showPage(m_work, m_goWork);
    m_work->focusList();
}

void MainWindow::showCalendar()
{
    if (!m_goCalendar->isVisible())
        return;
    showPage(m_calendar, m_goCalendar);
    m_calendar->start();
}

void MainWindow::showAppointments()
{
    if (!m_goAppointments->isVisible())
        return;
    showPage(m_appointments, m_goAppointments);
    m_appointments->start();
}

// A case while one is open, otherwise everything that is this person's own.
void MainWindow::exportCalendar(const std::optional<CaseId>& caseId)
{
    const auto bytes = m_office.calendar().exportCalendar(caseId);
    if (!bytes) {
        statusBar()->showMessage(ui::text(bytes.error()));
        return;
    }
    const QString name = caseId ? toQt(caseId->text()) : tr("my-dates");
    const QString path = fileChoice().toSave(this, tr("Export calendar"), name + u".ics"_s);
    if (path.isEmpty())
        return;
    statusBar()->showMessage(writeFile(path, bytes.value())
            ? tr("The dates are in %1. Export again later: what moved or ended is told then.").arg(path)
            : tr("%1 could not be written.").arg(path));
}

void MainWindow::showIntake()
{
    showPage(m_intake, m_goIntake);
    m_intake->start();
}

void MainWindow::showLog()
{
    showPage(m_log, m_goLog);
    m_log->start();
}

void MainWindow::showProviders()
{
    if (!m_goProviders->isVisible())
        return;
    showPage(m_providers, m_goProviders);
    m_providers->start(ProviderFilter::All);
}

void MainWindow::showOverdueDuties()
{
    showPage(m_providers, m_goProviders);
    m_providers->start(ProviderFilter::Overdue);
}

void MainWindow::showPeople()
{
    showPage(m_people, m_goPeople);
    m_people->start();
}

void MainWindow::showSearch()
{
    if (!m_goSearch->isVisible())
        return;
    showPage(m_search, m_goSearch);
    m_search->start();
}

void MainWindow::showWarnings()
{
    if (!m_goWarnings->isVisible())
        return;
    showPage(m_warnings, m_goWarnings);
    m_warnings->start();
}

void MainWindow::showLegalTexts()
{
    showPage(m_legalTexts, m_goLegalTexts);
    m_legalTexts->start();
}

CasePage* MainWindow::openedCase() const
{
    return qobject_cast<CasePage*>(m_pages->currentWidget());
}

void MainWindow::openCase(const CaseId& caseId)
{
    const auto found = std::find_if(
        m_cases.begin(), m_cases.end(), [&](const CasePage* page) { return page->caseId() == caseId; });
    CasePage* page = found != m_cases.end() ? *found : nullptr;
    if (page == nullptr) {
        page = new CasePage(m_office, caseId);
        m_cases.push_back(page);
        m_pages->addWidget(page);
        connect(page, &CasePage::decisionWanted, this,
            [this, caseId](const interfaces::ActOffer& offer) { openDecision(caseId, offer.act); });
    } else {
        page->reload();
    }
    showPage(page, nullptr);
    page->focusTabs();
}

void MainWindow::closeCase()
{
    CasePage* page = openedCase();
    if (page == nullptr)
        return;
    if (auto* act = page->findChild<ActPanel*>(); act != nullptr && act->isOpen())
        act->close();
    std::erase(m_cases, page);
    m_pages->removeWidget(page);
    page->deleteLater();
    showWork();
}

void MainWindow::openDecision(const CaseId& caseId, const std::string& act)
{
    if (m_decision != nullptr) {
        m_decision->findChild<ActPanel*>()->putAway();
        m_decision->deleteLater();
    }
    m_decision = new DecisionPage(m_office, caseId);
    m_pages->addWidget(m_decision);
    const auto leave = [this, caseId] {
        if (m_decision != nullptr)
            m_decision->deleteLater();
        m_decision = nullptr;
        openCase(caseId);
    };
    connect(m_decision, &DecisionPage::left, this, leave);
    connect(m_decision, &DecisionPage::done, this, [this, leave](const interfaces::ActReceipt& receipt) {
        leave();
        if (CasePage* page = openedCase()) {
            page->showTab(u"order"_s);
            page->showReceipt(receipt);
        }
    });
    showPage(m_decision, nullptr);
    m_decision->open(act);
}

// A report is received on the page that reads it first.
void MainWindow::startCaseAct(const interfaces::ActOffer& offer)
{
    if (offer.tab == "risk-report") {
        showIntake();
        return;
    }
    showPage(m_newCaseAct->parentWidget(), nullptr);
    m_newCaseAct->open(offer, std::nullopt);
}

// A draft opens its form even when the act is not possible any more: what was typed is not lost.
void MainWindow::openDraft(const interfaces::DraftKey& key)
{
    if (key.caseId)
        openCase(*key.caseId);
    CasePage* page = key.caseId ? openedCase() : nullptr;
    const auto offers = m_office.cases().acts(key.caseId);
    for (const auto& offer : offers ? offers.value() : std::vector<interfaces::ActOffer>()) {
        if (offer.act != key.act)
            continue;
        if (page != nullptr)
            page->startAct(offer);
        else
            startCaseAct(offer);
    }
}

void MainWindow::openHit(const CaseId& caseId, const QString& tab)
{
    openCase(caseId);
    if (CasePage* page = openedCase())
        page->showTab(tab);
}

void MainWindow::newCaseActDone(const interfaces::ActReceipt& receipt)
{
    m_work->refresh();
    openCase(receipt.caseId);
    if (CasePage* page = openedCase())
        page->showReceipt(receipt);
}

void MainWindow::showCaseButtons()
{
    clear(m_caseButtons);
    if (!m_cases.empty())
        m_caseButtons->addWidget(label(tr("Open cases"), TextKind::Caption));
    for (CasePage* page : m_cases) {
        QString name = toQt(page->caseId().text());
        QPushButton* go = button(name, "goCase", ButtonKind::Nav);
        go->setObjectName(u"goCase."_s + name);
        go->setCheckable(true);
        go->setChecked(page == m_pages->currentWidget());
        if (page->view())
            go->setToolTip(toQt(page->view()->provider));
        m_caseButtons->addWidget(go);
        connect(go, &QPushButton::clicked, this, [this, caseId = page->caseId()] { openCase(caseId); });
    }
}

void MainWindow::signOut()
{
    for (ActPanel* act : findChildren<ActPanel*>())
        act->putAway();
    m_work->putAway();
    for (CasePage* page : m_cases) {
        m_pages->removeWidget(page);
        page->deleteLater();
    }
    m_cases.clear();
    if (m_decision != nullptr)
        m_decision->deleteLater();
    m_decision = nullptr;
    m_office.signIn().signOut();
    menuBar()->setVisible(false);
    m_training->refresh();
    m_outer->setCurrentIndex(0);
    m_signIn->start();
}

void MainWindow::showPalette()
{
    std::vector<Command> commands;
    if (CasePage* page = openedCase()) {
        for (const auto& offer : page->offers()) {
            if (offer.allowed)
                commands.push_back(
                    {actLabel(offer), toQt(page->caseId().text()), [page, offer] { page->startAct(offer); }});
        }
        for (const QString& tab : page->tabs())
            commands.push_back({term("tab", toStd(tab)), tr("Tab"), [page, tab] { page->showTab(tab); }});
        commands.push_back({tr("Export calendar…"), toQt(page->caseId().text()),
            [this, caseId = page->caseId()] { exportCalendar(caseId); }});
    }
    commands.push_back({tr("Export my calendar…"), tr("My work"), [this] { exportCalendar(std::nullopt); }});
    commands.push_back({tr("My work"), tr("Page"), [this] { showWork(); }});
    if (m_goCalendar->isVisible())
        commands.push_back({tr("Calendar"), tr("Page"), [this] { showCalendar(); }});
    if (m_goAppointments->isVisible())
        commands.push_back({tr("Absences and substitutes"), tr("Page"), [this] { showAppointments(); }});
    if (m_goSearch->isVisible())
        commands.push_back({tr("Search in all cases"), tr("Page"), [this] { showSearch(); }});
    if (m_goIntake->isVisible())
        commands.push_back({tr("Receive a filing"), tr("Page"), [this] { showIntake(); }});
    if (m_goWarnings->isVisible())
        commands.push_back({tr("Warnings"), tr("Page"), [this] { showWarnings(); }});
    commands.push_back({tr("Legal texts"), tr("Page"), [this] { showLegalTexts(); }});
    if (m_goProviders->isVisible())
        commands.push_back({tr("Providers"), tr("Page"), [this] { showProviders(); }});
    commands.push_back({tr("Register log"), tr("Page"), [this] { showLog(); }});
    if (m_goPeople->isVisible())
        commands.push_back({tr("People"), tr("Page"), [this] { showPeople(); }});
    interfaces::WorklistQuery query;
    query.limit = kPaletteCases;
    query.withClosed = true;
    if (const auto rows = m_office.worklist().page(query)) {
        for (const auto& row : rows.value().rows)
            commands.push_back({toQt(row.caseId.text()), toQt(row.provider) + u", "_s + word(row.step),
                [this, caseId = row.caseId] { openCase(caseId); }});
    }
    CommandPalette(std::move(commands), this).exec();
}

void MainWindow::showShortcuts()
{
    ShortcutSheet(this).exec();
}

} // namespace tutela::ui

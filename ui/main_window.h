#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <QMainWindow>

#include "core/interfaces/office.h"
#include "ui/pages/sign_in_page.h"
#include "ui/theme/appearance.h"

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace tutela::ui {

class ActPanel;
class AppointmentPage;
class CalendarPage;
class CasePage;
class DecisionPage;
class IntakePage;
class LegalTextsPage;
class LogPage;
class PeoplePage;
class ProvidersPage;
class SearchPage;
class TrainingBar;
class WarningsPage;
class WorkPage;

/// The one window: sign-in, then the pages of the person signed in and the cases that are open.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(interfaces::Office& office, std::vector<TrainingPerson> people);
    ~MainWindow() override;

    [[nodiscard]] AppearanceControl& appearance() { return *m_appearance; }

    [[nodiscard]] CasePage* openedCase() const;

    void showWork();
    void showCalendar();
    void showAppointments();
    void showIntake();
    void showLog();
    void showPeople();
    void showProviders();
    void showOverdueDuties();
    void showSearch();
    void showWarnings();
    void showLegalTexts();
    void openCase(const CaseId& caseId);
    void closeCase();
    void openDecision(const CaseId& caseId, const std::string& act);
    void signOut();

private:
    void build();
    [[nodiscard]] QWidget* sidebar();
    void addMenus();
    void addViewMenu();
    void enter();
    void showPage(QWidget* page, QPushButton* navigation);
    void showCaseButtons();
    void startCaseAct(const interfaces::ActOffer& offer);
    void openDraft(const interfaces::DraftKey& key);
    void openHit(const CaseId& caseId, const QString& tab);
    void followChanges();
    void refresh();
    void exportCalendar(const std::optional<CaseId>& caseId);
    void showPalette();
    void showShortcuts();
    void newCaseActDone(const interfaces::ActReceipt& receipt);

    interfaces::Office& m_office;
    std::unique_ptr<interfaces::Subscription> m_subscription;
    AppearanceControl* m_appearance;
    QStackedWidget* m_outer;
    QStackedWidget* m_pages;
    SignInPage* m_signIn;
    TrainingBar* m_training = nullptr;
    WorkPage* m_work = nullptr;
    CalendarPage* m_calendar = nullptr;
    AppointmentPage* m_appointments = nullptr;
    IntakePage* m_intake = nullptr;
    LogPage* m_log = nullptr;
    PeoplePage* m_people = nullptr;
    ProvidersPage* m_providers = nullptr;
    SearchPage* m_search = nullptr;
    WarningsPage* m_warnings = nullptr;
    LegalTextsPage* m_legalTexts = nullptr;
    ActPanel* m_newCaseAct = nullptr;
    DecisionPage* m_decision = nullptr;
    std::vector<CasePage*> m_cases;
    std::vector<QPushButton*> m_navigation; ///< in the order of the sidebar
    QPushButton* m_goWork = nullptr;
    QPushButton* m_goCalendar = nullptr;
    QPushButton* m_goAppointments = nullptr;
    QPushButton* m_goIntake = nullptr;
    QPushButton* m_goLog = nullptr;
    QPushButton* m_goPeople = nullptr;
    QPushButton* m_goProviders = nullptr;
    QPushButton* m_goSearch = nullptr;
    QPushButton* m_goWarnings = nullptr;
    QPushButton* m_goLegalTexts = nullptr;
    QVBoxLayout* m_caseButtons = nullptr;
    QLabel* m_person = nullptr;
    QLabel* m_roles = nullptr;
};

} // namespace tutela::ui

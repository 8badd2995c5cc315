#pragma once

#include <QWidget>

#include "core/interfaces/office.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QTableView;

namespace tutela::ui {

class AdditionPanel;
class DateModel;
class LoadModel;
class MonthView;
class Notice;

/// Statutory dates by day: a month beside the list of what falls due, how full the weeks of a desk are, and
/// what this register adds to its calendars.
class CalendarPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CalendarPage)

public:
    explicit CalendarPage(interfaces::Office& office, QWidget* parent = nullptr);

    /// Somebody goes to the page.
    void start();

    /// Something changed: asks again for the same month.
    void refresh();

    /// A person came: today's month, everybody's dates.
    void forget();

    enum class Mode { Month, Agenda, Additions };
    void showMode(Mode mode);

Q_SIGNALS:
    void caseWanted(const tutela::CaseId& caseId);
    void exportWanted();

private:
    [[nodiscard]] QWidget* head();
    [[nodiscard]] QWidget* side();
    void goTo(Day day);
    void showMonthName();
    void showDates();
    void showLoad();
    void selectDay(Day day);
    void takeDay(Day day);
    void openRow(const QModelIndex& index);
    void goToTyped();

    interfaces::Office& m_office;
    Day m_day{};
    Mode m_mode = Mode::Month;
    DateModel* m_dates;
    LoadModel* m_load;
    MonthView* m_month;
    QTableView* m_list;
    QTableView* m_weeks;
    QWidget* m_weekCard = nullptr;
    AdditionPanel* m_additions;
    QLabel* m_name;
    QLabel* m_listName;
    QLabel* m_typedDay;
    QLineEdit* m_goTo;
    QCheckBox* m_onlyMine;
    QPushButton* m_showMonth = nullptr;
    QPushButton* m_showAgenda = nullptr;
    QPushButton* m_showAdditions = nullptr;
    QWidget* m_side = nullptr;
    QWidget* m_turning = nullptr;
    Notice* m_notice;
};

} // namespace tutela::ui

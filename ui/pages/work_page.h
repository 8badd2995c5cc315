#pragma once

#include <QWidget>

#include "core/interfaces/office.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QModelIndex;
class QPushButton;
class QStackedLayout;
class QTableView;
class QTimer;

namespace tutela::ui {

class Chip;
class ColumnLayout;
class FlowLayout;
class Notice;
class StandInRow;
class WorklistModel;

/// "My work": what waits for the person signed in, most pressing first.
class WorkPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkPage)

public:
    explicit WorkPage(interfaces::Office& office, QWidget* parent = nullptr);
    ~WorkPage() override;

    /// Asks the same query again and touches only rows that differ.
    void refresh();

    /// A person came: forgets the filters of the one before.
    void start();

    /// The person leaves: keeps what is about to be kept.
    void putAway();

    /// The columns and the order of the list as they are for somebody new.
    void resetLayout();

    void focusFilter();
    void focusList();

Q_SIGNALS:
    void caseWanted(const tutela::CaseId& caseId);
    void intakeWanted();
    void exportWanted();
    void actWanted(const tutela::interfaces::ActOffer& offer);
    void draftWanted(const tutela::interfaces::DraftKey& key);
    void dutiesWanted();

private:
    [[nodiscard]] QWidget* head();
    [[nodiscard]] QWidget* filters();
    [[nodiscard]] QWidget* draftRow();
    [[nodiscard]] QWidget* dutyRow();
    [[nodiscard]] QWidget* emptyState();
    [[nodiscard]] interfaces::WorklistQuery query() const;
    [[nodiscard]] bool isFiltered() const;
    void clearFilters();
    void ask();
    void more();
    void showState(const interfaces::WorklistPage& page);
    void showNewCases();
    [[nodiscard]] bool hasRoleFor(const interfaces::ActOffer& offer) const;
    void sortBy(int column);
    void showOrder(interfaces::WorklistSort order);
    void keepLayout();
    void restoreLayout();
    void showDrafts();
    void showDuties();
    void openRow(const QModelIndex& index);

    interfaces::Office& m_office;
    WorklistModel* m_model;
    QTableView* m_table;
    QLineEdit* m_provider;
    QComboBox* m_kind;
    QComboBox* m_stage;
    QComboBox* m_waitingFor;
    QCheckBox* m_onlyMine;
    QCheckBox* m_withClosed;
    QLabel* m_summary;
    QLabel* m_emptyTitle;
    QLabel* m_emptyText;
    QPushButton* m_emptyAct;
    QPushButton* m_newCase;
    QPushButton* m_more;
    Notice* m_notice;
    StandInRow* m_standIns;
    QStackedLayout* m_stack;
    QTimer* m_askSoon;
    QTimer* m_keepSoon;
    ColumnLayout* m_columns = nullptr;
    FlowLayout* m_drafts = nullptr;
    QWidget* m_duties = nullptr;
    Chip* m_dutyChip = nullptr;
    QStringList m_draftNames;
    interfaces::WorklistSort m_sort = interfaces::WorklistSort::Due;
    std::string m_next;
    std::size_t m_shown = 50;
};

} // namespace tutela::ui

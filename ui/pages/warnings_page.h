#pragma once

#include <QWidget>

#include "core/interfaces/office.h"

class QCheckBox;
class QLabel;
class QModelIndex;
class QStackedLayout;
class QTableView;
class QVBoxLayout;

namespace tutela::ui {

class Notice;
class WarningModel;

/// What is late, near or about to be lost, over all cases that the person signed in may see.
class WarningsPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WarningsPage)

public:
    explicit WarningsPage(interfaces::Office& office, QWidget* parent = nullptr);

    /// The page is shown, or something changed.
    void start();

Q_SIGNALS:
    void caseWanted(const tutela::CaseId& caseId);

private:
    [[nodiscard]] QWidget* emptyState();
    void openRow(const QModelIndex& index);

    interfaces::Office& m_office;
    WarningModel* m_model;
    QCheckBox* m_mine;
    QLabel* m_summary;
    QTableView* m_table;
    Notice* m_notice;
    QVBoxLayout* m_bases = nullptr;
    QStackedLayout* m_stack;
};

} // namespace tutela::ui

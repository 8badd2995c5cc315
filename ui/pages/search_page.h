#pragma once

#include <QWidget>

#include "core/interfaces/office.h"

class QLabel;
class QLineEdit;
class QModelIndex;
class QStackedLayout;
class QTableView;
class QTimer;

namespace tutela::ui {

class HitModel;
class Notice;

/// Full text over everything that the person signed in may see.
class SearchPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchPage)

public:
    explicit SearchPage(interfaces::Office& office, QWidget* parent = nullptr);

    /// The page is shown: the field takes the keys, the words of before stay.
    void start();

    /// A person came: forgets what the one before looked for.
    void forget();

Q_SIGNALS:
    void caseWanted(const tutela::CaseId& caseId, const QString& tab);

private:
    [[nodiscard]] QWidget* emptyState();
    void ask();
    void say(const QString& title, const QString& text);
    void openRow(const QModelIndex& index);

    interfaces::Office& m_office;
    HitModel* m_model;
    QLineEdit* m_words;
    QLabel* m_summary;
    QTableView* m_table;
    Notice* m_notice;
    QStackedLayout* m_stack;
    QLabel* m_emptyTitle = nullptr;
    QLabel* m_emptyText = nullptr;
    QTimer* m_askSoon;
};

} // namespace tutela::ui

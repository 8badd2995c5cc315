#pragma once

#include <QWidget>

#include "core/interfaces/office.h"

class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace tutela::ui {

class LogModel;
class Notice;

/// The register log: proof that nothing was changed or left out. Shows no case content.
class LogPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogPage)

public:
    explicit LogPage(interfaces::Office& office, QWidget* parent = nullptr);

    void start();

private:
    void verify();
    void examine();
    void more();
    void prove();

    interfaces::Office& m_office;
    LogModel* m_model;
    QTableView* m_table;
    QPlainTextEdit* m_details;
    QPushButton* m_more;
    Notice* m_notice;
    std::int64_t m_next = 0;
};

} // namespace tutela::ui

#pragma once

#include <optional>

#include <QWidget>

#include "core/interfaces/office.h"

class QComboBox;
class QFrame;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tutela::ui {

class Notice;

/// What this register adds to its calendars, and for the head the form that adds a day. The dates that move
/// are shown before anything is saved.
class AdditionPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AdditionPanel)

public:
    explicit AdditionPanel(interfaces::Office& office, QWidget* parent = nullptr);

    void start();

Q_SIGNALS:
    /// The calendars changed.
    void changed();

private:
    [[nodiscard]] QWidget* form();
    [[nodiscard]] QWidget* additionCard(const interfaces::AdditionView& view, bool mayWithdraw);
    void showAdditions();
    [[nodiscard]] std::optional<CalendarAddition> typed();
    void preview();
    void add();
    void withdraw(std::int64_t id, const QString& reason);
    void showPreview(const interfaces::CalendarPreview& preview);

    interfaces::Office& m_office;
    QFrame* m_form = nullptr;
    QComboBox* m_calendar = nullptr;
    QComboBox* m_effect = nullptr;
    QLineEdit* m_days = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_reason = nullptr;
    QLineEdit* m_source = nullptr;
    QPushButton* m_add = nullptr;
    Notice* m_notice;
    QVBoxLayout* m_list = nullptr;
};

} // namespace tutela::ui

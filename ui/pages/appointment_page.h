#pragma once

#include <QWidget>

#include "core/interfaces/office.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace tutela::ui {

class Notice;

/// Who is away, who acts as head of authority, who looks after whose files, each from a day to a day.
class AppointmentPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppointmentPage)

public:
    explicit AppointmentPage(interfaces::Office& office, QWidget* parent = nullptr);

    void start();

private:
    [[nodiscard]] QWidget* form();
    [[nodiscard]] QWidget* appointmentCard(const interfaces::AppointmentView& view);
    void fillPeople();
    void showKind();
    void showAppointments();
    void add();
    void settle(const Result<Done>& result, const QString& success);
    [[nodiscard]] AppointmentKind kind() const;

    interfaces::Office& m_office;
    QComboBox* m_kind = nullptr;
    QComboBox* m_person = nullptr;
    QComboBox* m_standsFor = nullptr;
    QLabel* m_standsForName = nullptr;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    QLabel* m_understood = nullptr;
    Notice* m_notice;
    QVBoxLayout* m_list = nullptr;
};

} // namespace tutela::ui

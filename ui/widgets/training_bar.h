#pragma once

#include <QFrame>

#include "core/interfaces/office.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tutela::ui {

/// The clock of a training register: it only goes forward. Hidden in a real register.
class TrainingBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrainingBar)

public:
    explicit TrainingBar(interfaces::Office& office, QWidget* parent = nullptr);

    void refresh();

Q_SIGNALS:
    void moved();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void goTo(Day day);

    interfaces::Office& m_office;
    QLabel* m_today;
    QLabel* m_problem;
    QPushButton* m_nextDay;
    QPushButton* m_nextDeadline;
    QLineEdit* m_typedDay;
};

} // namespace tutela::ui

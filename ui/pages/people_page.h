#pragma once

#include <QWidget>

#include "core/interfaces/office.h"

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace tutela::ui {

class Notice;

/// People and their roles, for administrators. A role counts when a second administrator confirmed it.
class PeoplePage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PeoplePage)

public:
    explicit PeoplePage(interfaces::Office& office, QWidget* parent = nullptr);

    void start();

private:
    [[nodiscard]] QWidget* newPersonCard();
    [[nodiscard]] QWidget* personCard(const interfaces::PersonView& person);
    void showPeople();
    void add();
    void show(const Result<Done>& result, const QString& success);

    interfaces::Office& m_office;
    Notice* m_notice;
    QVBoxLayout* m_list;
    QLineEdit* m_signInName = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_password = nullptr;
};

} // namespace tutela::ui

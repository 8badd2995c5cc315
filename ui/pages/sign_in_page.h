#pragma once

#include <vector>

#include <QWidget>

#include "core/interfaces/sign_in_desk.h"

class QLineEdit;

namespace tutela::ui {

class Notice;

/// A fictitious person of a training register, whose password is no secret.
struct TrainingPerson {
    std::string signInName;
    std::string name;
    std::string role; ///< as shown
    std::string password;
};

/// Name and password; in a training register also the people one can be.
class SignInPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInPage)

public:
    SignInPage(interfaces::SignInDesk& desk, std::vector<TrainingPerson> people, QWidget* parent = nullptr);

    void start();

Q_SIGNALS:
    void signedIn();

private:
    [[nodiscard]] QWidget* form();
    [[nodiscard]] QWidget* trainingPeople();
    void signIn();

    interfaces::SignInDesk& m_desk;
    std::vector<TrainingPerson> m_people;
    QLineEdit* m_name;
    QLineEdit* m_password;
    Notice* m_notice;
};

} // namespace tutela::ui

#pragma once

#include <QDialog>

#include "core/interfaces/sign_in_desk.h"

class QLineEdit;

namespace tutela::ui {

class Notice;

/// Why a password is changed: because the person wants to, or because somebody else set the present one.
enum class PasswordReason { Wish, SetByOthers };

/// Changes the password of the person signed in.
class PasswordDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PasswordDialog)

public:
    PasswordDialog(interfaces::SignInDesk& desk, PasswordReason reason, QWidget* parent);

private:
    void change();

    interfaces::SignInDesk& m_desk;
    QLineEdit* m_current;
    QLineEdit* m_next;
    QLineEdit* m_again;
    Notice* m_notice;
};

} // namespace tutela::ui

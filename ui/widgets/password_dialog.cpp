#include "ui/widgets/password_dialog.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

QLineEdit* secretField(QVBoxLayout* layout, const QString& name, const QString& title)
{
    auto* field = named(new QLineEdit, name, title);
    field->setEchoMode(QLineEdit::Password);
    QLabel* caption = label(title, TextKind::Strong);
    caption->setBuddy(field);
    layout->addWidget(caption);
    layout->addWidget(field);
    return field;
}

} // namespace

PasswordDialog::PasswordDialog(interfaces::SignInDesk& desk, PasswordReason reason, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_notice(new Notice("passwordNotice"))
{
    setObjectName(u"passwordDialog"_s);
    setWindowTitle(tr("Change password"));
    setMinimumWidth(380);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kGap);
    layout->addWidget(label(windowTitle(), TextKind::Title));
    layout->addWidget(m_notice);
    m_current = secretField(layout, u"currentPassword"_s, tr("Current password"));
    m_next = secretField(layout, u"newPassword"_s, tr("New password"));
    m_again = secretField(layout, u"newPasswordAgain"_s, tr("New password again"));
    QPushButton* change = button(tr("Change password"), "changePassword", ButtonKind::Primary);
    change->setDefault(true);
    layout->addSpacing(kGap);
    layout->addWidget(change);
    connect(change, &QPushButton::clicked, this, &PasswordDialog::change);
    if (reason == PasswordReason::SetByOthers)
        m_notice->show(
            Tone::Accent, tr("Somebody else set this password. Choose your own; then the register opens."));
}

void PasswordDialog::change()
{
    if (m_next->text() != m_again->text()) {
        m_notice->show(Tone::Danger, tr("The two new passwords differ."));
        return;
    }
    const auto done = m_desk.changePassword(toStd(m_current->text()), toStd(m_next->text()));
    if (done)
        accept();
    else
        m_notice->show(Tone::Danger, ui::text(done.error()));
}

} // namespace tutela::ui

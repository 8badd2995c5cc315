#pragma once

#include <QWidget>

#include "core/interfaces/office.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tutela::ui {

class AttachmentList;
class Notice;

/// Where a filing arrives: choose the file, read it with its points to check, receive it.
class IntakePage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IntakePage)

public:
    explicit IntakePage(interfaces::Office& office, QWidget* parent = nullptr);

    /// Shows a file as it would be received; keeps nothing.
    void preview(const QString& path);

    void start();

Q_SIGNALS:
    void received(const tutela::CaseId& firstCase);

private:
    [[nodiscard]] QWidget* choiceCard();
    [[nodiscard]] QWidget* receiveCard(FilingKind kind);
    [[nodiscard]] QWidget* caseChoice();
    void receive();
    void showNothing();

    interfaces::Office& m_office;
    interfaces::IntakeRequest m_request;
    Notice* m_notice;
    QVBoxLayout* m_preview;
    AttachmentList* m_attachments = nullptr;
    QLineEdit* m_receivedOn = nullptr;
    QComboBox* m_case = nullptr; ///< for a plan or an impact assessment
    QPushButton* m_choose = nullptr;
};

} // namespace tutela::ui

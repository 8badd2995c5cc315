#include "ui/pages/intake_page.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/acts/attachment_list.h"
#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/file_choice.h"
#include "ui/widgets/filing_panel.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNoon = 12;

} // namespace

IntakePage::IntakePage(interfaces::Office& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_notice(new Notice("intakeNotice"))
{
    setObjectName(u"intakePage"_s);
    setProperty("kind", u"page"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, kPageMargin);
    layout->setSpacing(12);
    layout->addWidget(label(tr("Receive a filing"), TextKind::Title));
    layout->addWidget(choiceCard());
    layout->addWidget(m_notice);
    const ScrollPage scroll = scrollPage("intakePreview", tr("The filing"));
    m_preview = scroll.content;
    layout->addWidget(scroll.area, 1);
    showNothing();
}

QWidget* IntakePage::choiceCard()
{
    QFrame* panel = card("intakeChoice");
    auto* row = new QHBoxLayout;
    m_choose = button(tr("Choose a file…"), "chooseFiling", ButtonKind::Primary);
    row->addWidget(m_choose);
    row->addWidget(paragraph(tr("A risk report on our form (JSON) or a CNIL PIA export. Nothing is kept "
                                "until you receive it."),
                       TextKind::Muted),
        1);
    cardLayout(panel)->addLayout(row);
    connect(m_choose, &QPushButton::clicked, this, [this] {
        const QStringList paths = fileChoice().toOpen(this, tr("Choose a filing"));
        if (!paths.isEmpty())
            preview(paths.front());
    });
    return panel;
}

QWidget* IntakePage::receiveCard()
{
    QFrame* panel = card("intakeReceive");
    cardLayout(panel)->addWidget(label(tr("Receive it"), TextKind::Heading));
    cardLayout(panel)->addWidget(paragraph(tr("The original is kept byte for byte, a case is opened for it "
                                              "and its clock starts on the day of receipt."),
        TextKind::Muted));
    auto* row = new QHBoxLayout;
    m_receivedOn = named(new QLineEdit, u"receivedOn"_s, tr("Received on; empty means now"));
    m_receivedOn->setPlaceholderText(tr("now"));
    m_receivedOn->setToolTip(tr("Empty means now. Or a day: 31.3.2027, 2027-03-31"));
    m_receivedOn->setFixedWidth(150);
    QLabel* caption = label(tr("Received on"), TextKind::Strong);
    caption->setBuddy(m_receivedOn);
    row->addWidget(caption);
    row->addWidget(m_receivedOn);
    row->addStretch(1);
    cardLayout(panel)->addLayout(row);
    m_attachments = new AttachmentList;
    m_attachments->setObjectName(u"intakeAttachments"_s);
    cardLayout(panel)->addWidget(m_attachments);
    QPushButton* receive = button(tr("Receive the filing"), "receiveFiling", ButtonKind::Primary);
    cardLayout(panel)->addWidget(receive);
    connect(receive, &QPushButton::clicked, this, &IntakePage::receive);
    return panel;
}

void IntakePage::start()
{
    m_notice->clear();
    showNothing();
    m_choose->setFocus();
}

void IntakePage::showNothing()
{
    clear(m_preview);
    m_request = {};
    m_attachments = nullptr;
    m_receivedOn = nullptr;
    m_preview->addWidget(paragraph(
        tr("No file chosen yet. What it says and the points to check appear here."), TextKind::Muted));
    m_preview->addStretch(1);
}

void IntakePage::preview(const QString& path)
{
    showNothing();
    m_notice->clear();
    auto bytes = readFile(path);
    if (!bytes) {
        m_notice->show(Tone::Danger,
            tr("“%1” could not be read, or is larger than 64 MiB.").arg(QFileInfo(path).fileName()));
        return;
    }
    QGuiApplication::setOverrideCursor(Qt::BusyCursor);
    const auto view = m_office.intake().preview(*bytes);
    QGuiApplication::restoreOverrideCursor();
    if (!view) {
        const QString where =
            view.error().where.empty() ? QString() : u" ("_s + toQt(view.error().where) + u")"_s;
        m_notice->show(Tone::Danger,
            tr("“%1” is no filing. ").arg(QFileInfo(path).fileName()) + ui::text(view.error()) + where);
        return;
    }
    m_request.fileName = toStd(QFileInfo(path).fileName());
    m_request.bytes = *std::move(bytes);
    clear(m_preview);
    m_preview->addWidget(receiveCard());
    m_preview->addWidget(new FilingPanel(view.value()));
    m_preview->addStretch(1);
}

void IntakePage::receive()
{
    if (!m_receivedOn->text().trimmed().isEmpty()) {
        const auto day = readTypedDay(m_receivedOn->text(), m_office.clock().today());
        if (!day) {
            m_notice->show(Tone::Danger,
                tr("“%1” is not a day. Write 31.3.2027 or 2027-03-31.").arg(m_receivedOn->text()));
            m_receivedOn->setFocus();
            return;
        }
        m_request.receivedAt =
            *day == m_office.clock().today() ? m_office.clock().now() : instantAt(*day, kNoon, 0);
    } else {
        m_request.receivedAt = std::nullopt;
    }
    m_request.attachments = m_attachments->files();
    QGuiApplication::setOverrideCursor(Qt::BusyCursor);
    const auto receipt = m_office.intake().receive(m_request);
    QGuiApplication::restoreOverrideCursor();
    if (!receipt) {
        m_notice->show(Tone::Danger, ui::text(receipt.error()));
        return;
    }
    QStringList numbers;
    for (const CaseId& caseId : receipt.value().cases)
        numbers << toQt(caseId.text());
    showNothing();
    m_notice->show(Tone::Good, tr("Received. Case %1.").arg(numbers.join(u", "_s)));
    if (!receipt.value().cases.empty())
        Q_EMIT received(receipt.value().cases.front());
}

} // namespace tutela::ui

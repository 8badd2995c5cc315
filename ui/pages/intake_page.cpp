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
#include "ui/widgets/choice_box.h"
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
    row->addWidget(paragraph(tr("A risk report or an implementation plan on our form (JSON), or a "
                                "CNIL PIA export. Nothing is kept until you receive it."),
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

/// The detection file that a plan or an impact assessment belongs to.
QWidget* IntakePage::caseChoice()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_case = named(new ChoiceBox, u"filingCase"_s, tr("Detection file it belongs to"));
    m_case->addItem(tr("Find it by number, provider and service"));
    interfaces::WorklistQuery query;
    query.kind = CaseKind::Detection;
    query.sort = interfaces::WorklistSort::CaseNumber;
    query.limit = 500;
    if (const auto page = m_office.worklist().page(query)) {
        for (const auto& work : page.value().rows)
            m_case->addItem(
                toQt(work.caseId.text()) + u" · "_s + toQt(work.provider) + u" · "_s + toQt(work.service),
                toQt(work.caseId.text()));
    }
    QLabel* caption = label(tr("Detection file"), TextKind::Strong);
    caption->setBuddy(m_case);
    row->addWidget(caption);
    row->addWidget(m_case);
    row->addStretch(1);
    return box;
}

QWidget* IntakePage::receiveCard(FilingKind kind)
{
    QFrame* panel = card("intakeReceive");
    cardLayout(panel)->addWidget(label(tr("Receive it"), TextKind::Heading));
    const bool opensCase = kind == FilingKind::RiskReport;
    cardLayout(panel)->addWidget(
        paragraph(opensCase ? tr("The original is kept byte for byte, a case is opened for it and its clock "
                                 "starts on the day of receipt.")
                            : tr("The original is kept byte for byte and goes to its detection file. Where "
                                 "that cannot be found it waits in a file of its own to be placed."),
            TextKind::Muted));
    if (!opensCase)
        cardLayout(panel)->addWidget(caseChoice());
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
    m_case = nullptr;
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
    m_preview->addWidget(receiveCard(view.value().kind));
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
    m_request.caseId.reset();
    if (m_case != nullptr && m_case->currentIndex() > 0)
        m_request.caseId = CaseId(toStd(m_case->currentData().toString()));
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

#include "ui/pages/warnings_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/models/warning_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/warning_list.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWarningRowHeight = 62;

} // namespace

WarningsPage::WarningsPage(interfaces::Office& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_model(new WarningModel(this))
    , m_mine(named(new QCheckBox(tr("Only cases I am responsible for")), u"warningsMine"_s,
          tr("Only cases I am responsible for")))
    , m_summary(label({}, TextKind::Muted))
    , m_table(table("warningTable", tr("Warnings, most pressing first")))
    , m_notice(new Notice("warningsNotice"))
    , m_stack(new QStackedLayout)
{
    setObjectName(u"warningsPage"_s);
    setProperty("kind", u"page"_s);
    m_table->setModel(m_model);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setDefaultSectionSize(kWarningRowHeight);
    m_table->setColumnWidth(WarningModel::Level, 110);
    m_table->setColumnWidth(WarningModel::FileNumber, 124);
    m_table->setColumnWidth(WarningModel::Provider, 200);
    m_table->setColumnWidth(WarningModel::Law, 130);
    stretch(m_table, WarningModel::Text);
    m_stack->addWidget(m_table);
    m_stack->addWidget(emptyState());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideGap, 20, kWideGap, kWideGap);
    layout->setSpacing(12);
    auto* head = new QHBoxLayout;
    head->addWidget(label(tr("Warnings"), TextKind::Title), 1);
    head->addWidget(m_mine);
    layout->addLayout(head);
    layout->addWidget(m_notice);
    m_bases = new QVBoxLayout;
    layout->addLayout(m_bases);
    layout->addWidget(m_summary);
    layout->addLayout(m_stack, 1);
    connect(m_mine, &QCheckBox::toggled, this, &WarningsPage::start);
    connect(m_table, &QTableView::activated, this, &WarningsPage::openRow);
}

QWidget* WarningsPage::emptyState()
{
    QFrame* panel = card("warningsEmpty");
    QLabel* title = label(tr("Nothing presses"), TextKind::Heading);
    QLabel* words = paragraph(
        tr("No date is late or near, and no window is about to close, in the cases that you may see."),
        TextKind::Muted);
    title->setAlignment(Qt::AlignCenter);
    words->setAlignment(Qt::AlignCenter);
    QVBoxLayout* column = cardLayout(panel);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(words);
    column->addStretch(2);
    return panel;
}

void WarningsPage::start()
{
    m_notice->clear();
    clear(m_bases);
    const auto scope =
        m_mine->isChecked() ? interfaces::WarningScope::OnlyMine : interfaces::WarningScope::AllVisible;
    const auto report = m_office.worklist().warnings(scope);
    if (!report) {
        m_model->replace({});
        m_notice->show(Tone::Danger, ui::text(report.error()));
        return;
    }
    if (!report.value().legalBases.empty())
        m_bases->addWidget(new WarningList(report.value().legalBases));
    m_model->refresh(report.value().rows);
    m_stack->setCurrentIndex(report.value().rows.empty() ? 1 : 0);
    const auto cases = static_cast<int>(report.value().cases);
    m_summary->setText(report.value().cut
            ? tr("Only the %n cases whose next dates come first were looked at.", nullptr, cases)
            : tr("%n open cases were looked at.", nullptr, cases));
    if (!m_table->currentIndex().isValid() && !report.value().rows.empty())
        m_table->selectRow(0);
    m_table->setFocus(Qt::OtherFocusReason);
}

void WarningsPage::openRow(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT caseWanted(m_model->row(index.row()).caseId);
}

} // namespace tutela::ui

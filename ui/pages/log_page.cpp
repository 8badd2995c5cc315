#include "ui/pages/log_page.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/models/log_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kEntriesAtOnce = 200;

} // namespace

LogPage::LogPage(interfaces::Office& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_model(new LogModel(this))
    , m_table(table("logTable", tr("Register log")))
    , m_details(named(new QPlainTextEdit, u"logDetails"_s, tr("Checkpoint or proof")))
    , m_more(button(tr("Show more"), "moreLog"))
    , m_notice(new Notice("logNotice"))
{
    setObjectName(u"logPage"_s);
    setProperty("kind", u"page"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, kPageMargin);
    layout->setSpacing(12);
    layout->addWidget(label(tr("Register log"), TextKind::Title));
    layout->addWidget(paragraph(tr("Every act stands here in order, without names and without the content of "
                                   "cases. “Verify” proves that nothing was "
                                   "changed or left out."),
        TextKind::Muted));
    auto* row = new QHBoxLayout;
    QPushButton* verify = button(tr("Verify"), "verifyLog", ButtonKind::Primary);
    QPushButton* examine = button(tr("Examine the whole register"), "examineRegister");
    QPushButton* prove = button(tr("Prove the selected entry"), "proveEntry");
    for (QPushButton* one : {verify, examine, prove})
        row->addWidget(one);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addWidget(m_notice);
    m_table->setModel(m_model);
    const std::pair<int, int> widths[] = {{LogModel::Sequence, 70}, {LogModel::When, 150},
        {LogModel::Person, 100}, {LogModel::What, 220}, {LogModel::Stream, 140}};
    for (const auto& [column, width] : widths)
        m_table->setColumnWidth(column, width);
    layout->addWidget(m_table, 3);
    layout->addWidget(m_more);
    m_details->setReadOnly(true);
    m_details->setMaximumHeight(150);
    m_details->setTabChangesFocus(true);
    layout->addWidget(m_details, 1);
    connect(verify, &QPushButton::clicked, this, &LogPage::verify);
    connect(examine, &QPushButton::clicked, this, &LogPage::examine);
    connect(prove, &QPushButton::clicked, this, &LogPage::prove);
    connect(m_more, &QPushButton::clicked, this, &LogPage::more);
}

void LogPage::start()
{
    m_notice->clear();
    m_next = 0;
    m_model->replace({});
    more();
    const auto checkpoint = m_office.log().checkpoint();
    m_details->setPlainText(checkpoint ? toQt(checkpoint.value()) : QString());
}

void LogPage::more()
{
    const auto rows = m_office.log().rows(m_next, kEntriesAtOnce);
    if (!rows) {
        m_notice->show(Tone::Danger, ui::text(rows.error()));
        m_more->hide();
        return;
    }
    m_model->append(rows.value());
    if (!rows.value().empty())
        m_next = rows.value().back().seq + 1;
    m_more->setVisible(static_cast<std::int64_t>(rows.value().size()) == kEntriesAtOnce);
}

void LogPage::verify()
{
    QGuiApplication::setOverrideCursor(Qt::BusyCursor);
    const auto report = m_office.log().verify(interfaces::VerifyDepth::Full);
    QGuiApplication::restoreOverrideCursor();
    if (!report) {
        m_notice->show(Tone::Danger, ui::text(report.error()));
        return;
    }
    if (report.value().ok) {
        m_notice->show(Tone::Good,
            tr("All %1 entries are as they were written. Root: %2")
                .arg(report.value().size)
                .arg(toQt(report.value().root)));
        return;
    }
    QString where = tr("The log does not hold.");
    if (report.value().firstBad)
        where += u" "_s
            + tr("First bad entry: %1. %2")
                  .arg(report.value().firstBad->seq)
                  .arg(ui::text(report.value().firstBad->why));
    m_notice->show(Tone::Danger, where);
}

void LogPage::examine()
{
    QGuiApplication::setOverrideCursor(Qt::BusyCursor);
    const auto report = m_office.log().doctor(interfaces::VerifyDepth::Deep);
    QGuiApplication::restoreOverrideCursor();
    if (!report) {
        m_notice->show(Tone::Danger, ui::text(report.error()));
        return;
    }
    QStringList lines;
    for (const auto& problem : report.value().problems)
        lines << toQt(problem.code) + u": "_s + ui::text(problem.text) + u" ["_s + toQt(problem.where)
                + u"]"_s;
    if (report.value().ok)
        m_notice->show(
            Tone::Good, tr("Every stored byte is as it was written; lists and search agree with the log."));
    else
        m_notice->show(Tone::Danger, tr("%1 problems:\n%2").arg(lines.size()).arg(lines.join(u'\n')));
}

void LogPage::prove()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid()) {
        m_notice->show(Tone::Accent, tr("Select an entry first."));
        return;
    }
    const std::int64_t seq = m_model->row(current.row()).seq;
    const auto proof = m_office.log().prove(seq);
    if (!proof) {
        m_notice->show(Tone::Danger, ui::text(proof.error()));
        return;
    }
    QStringList lines{tr("Proof that entry %1 stands in the last checkpoint, leaf to root:").arg(seq)};
    for (const std::string& hash : proof.value())
        lines << toQt(hash);
    m_details->setPlainText(lines.join(u'\n'));
}

} // namespace tutela::ui

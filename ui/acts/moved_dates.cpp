#include "ui/acts/moved_dates.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

QString standText(const std::optional<interfaces::ClockStand>& stand)
{
    if (!stand)
        return u"–"_s;
    QString text = stand->end ? dateText(*stand->end) : MovedDates::tr("no date");
    if (!stand->confirmed)
        text = MovedDates::tr("%1 (unconfirmed)").arg(text);
    return text + u"\n"_s + word(stand->state);
}

} // namespace

MovedDates::MovedDates(QWidget* parent)
    : QWidget(parent)
    , m_content(new QVBoxLayout)
{
    named(this, u"movedDates"_s, tr("Dates that this moves"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, kGap, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(line());
    layout->addWidget(label(tr("Dates that this moves"), TextKind::Heading));
    m_content->setSpacing(kGap);
    layout->addLayout(m_content);
}

void MovedDates::show(const interfaces::ActPreview& preview)
{
    clear(m_content);
    if (!preview.counted) {
        m_content->addWidget(paragraph(
            tr("They appear here as soon as the fields above allow to count them."), TextKind::Muted));
        return;
    }
    std::vector<interfaces::ClockChange> moved;
    std::copy_if(preview.clocks.begin(), preview.clocks.end(), std::back_inserter(moved),
        [](const interfaces::ClockChange& change) { return change.changed(); });
    if (moved.empty())
        m_content->addWidget(paragraph(tr("No date moves."), TextKind::Muted));
    else
        addTable(moved);
    if (preview.onConfirmation && !moved.empty())
        m_content->addWidget(paragraph(tr("They move once a second person has confirmed."), TextKind::Muted));
    if (!preview.actsUnderOldDate.empty())
        addActs(preview.actsUnderOldDate);
}

// Nothing happens to these acts; somebody has to look at them.
void MovedDates::addActs(const std::vector<ActUnderOldDate>& acts)
{
    m_content->addWidget(label(tr("Acts done under the old date"), TextKind::Strong));
    m_content->addWidget(paragraph(tr("They stay as they are. Look at each of them."), TextKind::Muted));
    for (const ActUnderOldDate& act : acts) {
        QStringList lines{u"%1. %2, %3"_s.arg(act.streamSeq).arg(term("act", act.act), dateText(act.on))};
        for (const Message& one : act.refused)
            lines << tr("Would have been refused: %1").arg(ui::text(one));
        for (const Message& one : act.warned)
            lines << tr("Would have been warned of: %1").arg(ui::text(one));
        for (const Message& one : act.between)
            lines << ui::text(one);
        QLabel* said = paragraph(lines.join(u"\n    "_s));
        said->setObjectName(u"actUnderOldDate.%1"_s.arg(act.entry));
        m_content->addWidget(said);
    }
}

void MovedDates::addTable(const std::vector<interfaces::ClockChange>& moved)
{
    auto* holder = new QWidget;
    holder->setObjectName(u"movedTable"_s);
    auto* grid = new QGridLayout(holder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    grid->addWidget(label(tr("Clock"), TextKind::Caption), 0, 0);
    grid->addWidget(label(tr("Until now"), TextKind::Caption), 0, 1);
    grid->addWidget(label(tr("Afterwards"), TextKind::Caption), 0, 2);
    int row = 1;
    for (const interfaces::ClockChange& change : moved) {
        QLabel* name = paragraph(clockName(change.id, change.service), TextKind::Body);
        name->setToolTip(toQt(change.law));
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(label(standText(change.before), TextKind::Muted), row, 1, Qt::AlignTop);
        QLabel* after = label(standText(change.after), TextKind::Strong);
        after->setObjectName(u"moved."_s + toQt(change.id));
        grid->addWidget(after, row, 2, Qt::AlignTop);
        ++row;
    }
    m_content->addWidget(holder);
}

} // namespace tutela::ui

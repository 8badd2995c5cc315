#include "ui/widgets/clock_list.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

QString endText(const interfaces::ClockView& clock)
{
    if (!clock.end)
        return clock.state == ClockState::Stopped ? ClockList::tr("Open while stopped")
                                                  : ClockList::tr("No date yet");
    const QString day = dateText(*clock.end);
    return clock.confirmed ? day : ClockList::tr("%1 (unconfirmed)").arg(day);
}

// A step's result is a day, a length or words.
QString resultText(const std::string& result)
{
    const auto day = parseDay(result);
    if (day)
        return dateText(*day);
    const auto length = parseLength(result);
    return length ? lengthText(*length) : toQt(result);
}

// Which of several readings of the law was followed.
QString readingText(const interfaces::ReadingView& reading)
{
    const auto option = [&](const std::string& name) { return term("reading." + reading.key, name); };
    QStringList others;
    for (const std::string& other : reading.others)
        others << option(other);
    return ClockList::tr("%1 (%2): %3. Another reading: %4.")
        .arg(term("reading", reading.key), toQt(reading.law), option(reading.followed), others.join(u"; "_s));
}

bool stillCounts(const interfaces::ClockView& clock)
{
    return clock.state == ClockState::Running || clock.state == ClockState::Overdue
        || clock.state == ClockState::Unconfirmed;
}

} // namespace

ClockList::ClockList(const std::vector<interfaces::ClockView>& clocks, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"clockList"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QFrame* panel = card("clocks");
    panel->layout()->setSpacing(10);
    cardLayout(panel)->addWidget(label(tr("Clocks"), TextKind::Heading));
    bool first = true;
    for (const auto& clock : clocks) {
        if (!first)
            cardLayout(panel)->addWidget(line());
        first = false;
        cardLayout(panel)->addWidget(clockRow(clock));
    }
    if (clocks.empty())
        cardLayout(panel)->addWidget(
            paragraph(tr("No statutory clock has started in this case."), TextKind::Muted));
    layout->addWidget(panel);
}

QWidget* ClockList::clockRow(const interfaces::ClockView& clock)
{
    auto* holder = new QWidget;
    holder->setObjectName(u"clock."_s + toQt(clock.id));
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(paragraph(clockName(clock.id, clock.service), TextKind::Strong), 1);
    if (stillCounts(clock) && clock.daysLeft)
        head->addWidget(label(daysLeftText(clock.daysLeft), TextKind::Muted));
    head->addWidget(label(endText(clock), TextKind::Strong));
    head->addWidget(new Chip({word(clock.state), toneOf(clock.state, clock.daysLeft), glyphOf(clock.state)}));
    column->addLayout(head);
    auto* foot = new QHBoxLayout;
    QStringList facts;
    if (!clock.law.empty())
        facts << toQt(clock.law);
    if (!clock.actor.empty())
        facts << tr("To be kept by: %1").arg(term(Term{clock.actor}));
    foot->addWidget(label(facts.join(u" · "_s), TextKind::Caption), 1);
    column->addLayout(foot);
    if (clock.steps.empty())
        return holder;
    QPushButton* why = button(tr("Why this date?"), "whyThisDate", ButtonKind::Link);
    why->setCheckable(true);
    why->setAccessibleName(tr("Why this date? %1").arg(clockName(clock.id, clock.service)));
    foot->addWidget(why);
    QWidget* steps = reasons(clock);
    steps->hide();
    column->addWidget(steps);
    connect(why, &QPushButton::toggled, steps, &QWidget::setVisible);
    return holder;
}

QWidget* ClockList::reasons(const interfaces::ClockView& clock)
{
    auto* quote = new QFrame;
    quote->setObjectName(u"reasons"_s);
    quote->setProperty("kind", u"quote"_s);
    auto* grid = new QGridLayout(quote);
    grid->setContentsMargins(12, 10, 12, 10);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& step : clock.steps) {
        grid->addWidget(label(QString::number(row + 1) + u"."_s, TextKind::Muted), row, 0, Qt::AlignTop);
        grid->addWidget(paragraph(ui::text(step.text)), row, 1, Qt::AlignTop);
        grid->addWidget(label(toQt(step.rule), TextKind::Caption), row, 2, Qt::AlignTop);
        grid->addWidget(label(resultText(step.result), TextKind::Strong), row, 3, Qt::AlignTop);
        ++row;
    }
    for (const auto& reading : clock.readings) {
        grid->addWidget(paragraph(readingText(reading), TextKind::Muted), row, 1, 1, 3, Qt::AlignTop);
        ++row;
    }
    QPushButton* save = button(tr("Save as PDF…"), "saveDateSheet", ButtonKind::Link);
    save->setAccessibleName(tr("Save “Why this date?” of %1 as PDF").arg(clockName(clock.id, clock.service)));
    grid->addWidget(save, row, 1, Qt::AlignLeft);
    connect(save, &QPushButton::clicked, this, [this, id = toQt(clock.id)] { Q_EMIT sheetWanted(id); });
    return quote;
}

} // namespace tutela::ui

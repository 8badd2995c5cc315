#include "ui/pages/case_header.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

bool isOpen(const interfaces::ClockView& clock)
{
    return clock.state == ClockState::Running || clock.state == ClockState::Stopped
        || clock.state == ClockState::Overdue || clock.state == ClockState::Unconfirmed;
}

bool isOverdue(const interfaces::ClockView& clock)
{
    return clock.state == ClockState::Overdue;
}

// Whether the day that the banner names is over.
bool isPassed(const interfaces::CaseView& view)
{
    return std::any_of(view.clocks.begin(), view.clocks.end(),
        [&](const auto& clock) { return isOverdue(clock) && clock.end == view.banner.due; });
}

QString chipText(const interfaces::ClockView& clock)
{
    const QString name = clockName(clock.id, clock.service);
    if (clock.state == ClockState::Stopped || !clock.end)
        return u"%1: %2"_s.arg(name, word(clock.state));
    const QString left = daysLeftText(clock.daysLeft);
    return left.isEmpty() ? u"%1: %2"_s.arg(name, dateText(*clock.end))
                          : u"%1: %2 (%3)"_s.arg(name, dateText(*clock.end), left);
}

QWidget* titleRow(const interfaces::CaseView& view)
{
    auto* holder = new QWidget;
    holder->setObjectName(u"caseTitle"_s);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    QLabel* number = label(toQt(view.file.id.text()), TextKind::Title);
    number->setObjectName(u"fileNumber"_s);
    row->addWidget(number);
    row->addWidget(new Chip({word(view.file.step), Tone::Accent, Glyph::None}));
    row->addStretch(1);
    if (!view.responsible.empty())
        row->addWidget(label(CaseHeader::tr("Responsible: %1").arg(toQt(view.responsible)), TextKind::Muted));
    return holder;
}

QString subjectLine(const interfaces::CaseView& view)
{
    QStringList services;
    for (const std::string& service : view.services)
        services << toQt(service);
    QStringList parts{toQt(view.provider), services.join(u", "_s), word(view.file.kind)};
    if (view.file.detectionKind)
        parts << word(*view.file.detectionKind);
    parts.removeAll(QString());
    return parts.join(u"  ·  "_s);
}

} // namespace

CaseHeader::CaseHeader(QWidget* parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"caseHeader"_s);
    setProperty("kind", u"header"_s);
    m_column->setContentsMargins(kPageMargin, 14, kPageMargin, 14);
    m_column->setSpacing(kGap);
}

void CaseHeader::show(const interfaces::CaseView& view)
{
    clear(m_column);
    m_column->addWidget(titleRow(view));
    m_column->addWidget(paragraph(subjectLine(view), TextKind::Body));
    auto* chips = new FlowLayout(kGap);
    bool late = false;
    for (const auto& clock : view.clocks) {
        if (!isOpen(clock))
            continue;
        late = late || isOverdue(clock);
        chips->addWidget(
            new Chip({chipText(clock), toneOf(clock.state, clock.daysLeft), glyphOf(clock.state)}));
    }
    if (chips->count() > 0) {
        auto* holder = new QWidget;
        holder->setObjectName(u"clockChips"_s);
        holder->setLayout(chips);
        m_column->addWidget(holder);
    } else {
        delete chips;
    }
    QString words = ui::text(view.banner.state);
    const QString next = ui::text(view.banner.next);
    if (!next.isEmpty())
        words += u" "_s + next;
    const bool somebodyActs = view.banner.next.id == "banner.waiting";
    if (somebodyActs && view.banner.due && !words.contains(dateText(*view.banner.due)))
        words += u" "_s
            + (isPassed(view) ? tr("It was due on %1.") : tr("Until %1.")).arg(dateText(*view.banner.due));
    auto* banner = new Notice("statusBanner");
    m_column->addWidget(banner);
    banner->show(late ? Tone::Danger : Tone::Accent, words.trimmed());
    QStringList missing;
    for (const Message& message : view.banner.missing)
        missing << ui::text(message);
    if (missing.isEmpty())
        return;
    auto* absent = new Notice("missingBanner");
    m_column->addWidget(absent);
    absent->show(Tone::Warning, missing.join(u'\n'));
}

} // namespace tutela::ui

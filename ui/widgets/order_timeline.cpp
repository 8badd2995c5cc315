#include "ui/widgets/order_timeline.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kStripHeight = 184;
constexpr int kSideMargin = 64;
constexpr int kLineY = 84;

Tone toneOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::IssuedReceiptAwaited:
        return Tone::Warning;
    case OrderStatus::ReceivedNotYetApplicable:
        return Tone::Accent;
    case OrderStatus::Applies:
        return Tone::Good;
    case OrderStatus::Expired:
        return Tone::Neutral;
    }
    return Tone::Neutral;
}

void addFacts(QFrame* panel, const interfaces::OrderView& order)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kWideGap);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString& name, const QString& value) {
        grid->addWidget(label(name, TextKind::Muted), row, 0, Qt::AlignTop);
        grid->addWidget(paragraph(value), row, 1, Qt::AlignTop);
        ++row;
    };
    QStringList parts;
    for (const std::string& part : order.scope.parts)
        parts << toQt(part);
    add(OrderTimeline::tr("Runs"),
        OrderTimeline::tr("%1 to %2").arg(dateText(order.scope.start), dateText(order.scope.end)));
    add(OrderTimeline::tr("Parts of the service"),
        parts.isEmpty() ? OrderTimeline::tr("The whole service") : parts.join(u", "_s));
    if (order.latestLawfulReceipt)
        add(OrderTimeline::tr("Latest lawful receipt"),
            OrderTimeline::tr("%1 — received later, the stated start would no longer be lawful")
                .arg(dateText(*order.latestLawfulReceipt)));
    cardLayout(panel)->addLayout(grid);
}

void addEvents(QFrame* panel, const interfaces::OrderView& order)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kWideGap);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& event : order.timeline) {
        grid->addWidget(label(event.day ? dateText(*event.day) : OrderTimeline::tr("no date yet"),
                            event.happened ? TextKind::Strong : TextKind::Muted),
            row, 0);
        grid->addWidget(paragraph(term(Term{event.id})), row, 1);
        grid->addWidget(label(toQt(event.law), TextKind::Caption), row, 2);
        grid->addWidget(
            new Chip({event.happened ? OrderTimeline::tr("Happened") : OrderTimeline::tr("To come"),
                event.happened ? Tone::Good : Tone::Neutral, event.happened ? Glyph::Check : Glyph::Circle}),
            row, 3);
        ++row;
    }
    cardLayout(panel)->addLayout(grid);
}

} // namespace

OrderTimeline::OrderTimeline(const interfaces::OrderView& order, Day today, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"orderTimeline"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QFrame* panel = card("orderPanel");
    auto* head = new QHBoxLayout;
    head->addWidget(label(tr("Order %1").arg(toQt(order.reference)), TextKind::Heading));
    head->addStretch(1);
    if (order.final)
        head->addWidget(new Chip({tr("Final"), Tone::Accent, Glyph::Check}));
    head->addWidget(new Chip({word(order.status), toneOf(order.status), Glyph::Circle}));
    cardLayout(panel)->addLayout(head);
    cardLayout(panel)->addWidget(paragraph(word(order.kind), TextKind::Muted));
    addFacts(panel, order);
    cardLayout(panel)->addWidget(new TimelineStrip(order.timeline, today));
    addEvents(panel, order);
    layout->addWidget(panel);
}

TimelineStrip::TimelineStrip(std::vector<interfaces::OrderEvent> events, Day today, QWidget* parent)
    : QWidget(parent)
    , m_events(std::move(events))
    , m_today(today)
    , m_first(today)
    , m_last(today)
{
    std::erase_if(m_events, [](const auto& event) { return !event.day; });
    std::stable_sort(
        m_events.begin(), m_events.end(), [](const auto& a, const auto& b) { return *a.day < *b.day; });
    if (!m_events.empty()) {
        m_first = std::min(today, *m_events.front().day);
        m_last = std::max(today, *m_events.back().day);
    }
    named(this, u"timelineStrip"_s, tr("Order timeline; the list below says the same in words"));
    setMinimumHeight(kStripHeight);
}

QSize TimelineStrip::sizeHint() const
{
    return {480, kStripHeight};
}

qreal TimelineStrip::xOf(Day day) const
{
    const auto whole = static_cast<qreal>((m_last - m_first).count());
    const auto part = static_cast<qreal>((day - m_first).count());
    return whole <= 0 ? kSideMargin : kSideMargin + (width() - 2 * kSideMargin) * part / whole;
}

void TimelineStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal now = xOf(m_today);
    painter.setPen(QPen(theme().border, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(kSideMargin, kLineY), QPointF(width() - kSideMargin, kLineY));
    painter.setPen(QPen(theme().accent, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(kSideMargin, kLineY), QPointF(now, kLineY));
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    // Labels take turns on four levels, so that near days do not cover each other.
    constexpr int kLevels[] = {kLineY - 42, kLineY + 16, kLineY - 78, kLineY + 52};
    std::size_t level = 0;
    for (const auto& event : m_events) {
        const qreal x = xOf(*event.day);
        const int top = kLevels[level++ % 4];
        painter.setPen(QPen(theme().border, 1));
        painter.drawLine(QPointF(x, kLineY), QPointF(x, top < kLineY ? top + 28 : top));
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(event.happened ? theme().accent : theme().surface);
        painter.drawEllipse(QPointF(x, kLineY), 6, 6);
        const QRectF words(std::clamp(x - 80, 0.0, std::max(0.0, width() - 160.0)), top, 160, 28);
        painter.fillRect(words.adjusted(24, 0, -24, 0), theme().surface);
        painter.setPen(theme().ink);
        const QString name = painter.fontMetrics().elidedText(term(Term{event.id}), Qt::ElideRight, 156);
        painter.drawText(words, Qt::AlignCenter, name + u'\n' + dateText(*event.day));
    }
    painter.setPen(QPen(theme().warning.ink, 2, Qt::DashLine));
    painter.drawLine(QPointF(now, kLineY - 14), QPointF(now, kLineY + 14));
    painter.drawText(QRectF(now - 40, kStripHeight - 16, 80, 14), Qt::AlignCenter, tr("today"));
}

} // namespace tutela::ui

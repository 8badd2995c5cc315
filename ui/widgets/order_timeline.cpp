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
constexpr int kLabelHeight = 28;
constexpr qreal kLabelGap = 10;
constexpr int kLongestLabel = 180;
constexpr int kDayColumn = 84; // the same in every list, so that the days stand below each other

// The tops of the lanes, from the nearest to the line to the farthest.
constexpr int kLaneTops[] = {kLineY - 42, kLineY + 16, kLineY - 78, kLineY + 52};

Tone toneOf(OrderStatus status)
{
    switch (status) {
    case OrderStatus::IssuedReceiptAwaited:
        return Tone::Warning;
    case OrderStatus::ReceivedNotYetApplicable:
        return Tone::Accent;
    case OrderStatus::Applies:
    case OrderStatus::Modified:
        return Tone::Good;
    case OrderStatus::Suspended:
        return Tone::Warning;
    case OrderStatus::Revoked:
    case OrderStatus::Annulled:
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
    if (!order.suspendedParts.empty()) {
        QStringList suspended;
        for (const std::string& part : order.suspendedParts)
            suspended << toQt(part);
        add(OrderTimeline::tr("Suspended parts"), suspended.join(u", "_s));
    }
    cardLayout(panel)->addLayout(grid);
}

void addLifeSection(QFrame* panel, const interfaces::OrderSection& section)
{
    QLabel* heading = label(term(Term{section.id}), TextKind::Strong);
    heading->setObjectName(u"orderLife"_s);
    cardLayout(panel)->addWidget(heading);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kWideGap);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, kDayColumn);
    int row = 0;
    for (const auto& line : section.lines) {
        grid->addWidget(label(line.day ? dateText(*line.day) : QString(), TextKind::Muted), row, 0);
        grid->addWidget(paragraph(ui::text(line.text)), row, 1);
        if (line.status)
            grid->addWidget(
                new Chip({term(*line.status), Tone::Neutral, Glyph::None}), row, 2, Qt::AlignRight);
        ++row;
    }
    cardLayout(panel)->addLayout(grid);
}

// A day that has passed without a record is not to come any more.
ChipLook lookOf(const interfaces::OrderEvent& event, Day today)
{
    if (event.happened)
        return {OrderTimeline::tr("Happened"), Tone::Good, Glyph::Check};
    if (event.day && *event.day < today)
        return {OrderTimeline::tr("No record"), Tone::Neutral, Glyph::Question};
    return {OrderTimeline::tr("To come"), Tone::Neutral, Glyph::Circle};
}

void addEvents(QFrame* panel, const interfaces::OrderView& order, Day today)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kWideGap);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, kDayColumn);
    int row = 0;
    for (const auto& event : order.timeline) {
        grid->addWidget(label(event.day ? dateText(*event.day) : OrderTimeline::tr("no date yet"),
                            event.happened ? TextKind::Strong : TextKind::Muted),
            row, 0);
        grid->addWidget(paragraph(term(Term{event.id})), row, 1);
        grid->addWidget(label(toQt(event.law), TextKind::Caption), row, 2);
        grid->addWidget(new Chip(lookOf(event, today)), row, 3);
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
    if (order.challenged)
        head->addWidget(new Chip({tr("Challenged"), Tone::Warning, Glyph::Question}));
    head->addWidget(new Chip({word(order.status), toneOf(order.status), Glyph::Circle}));
    cardLayout(panel)->addLayout(head);
    cardLayout(panel)->addWidget(paragraph(word(order.kind), TextKind::Muted));
    addFacts(panel, order);
    cardLayout(panel)->addWidget(new TimelineStrip(order.timeline, today));
    addEvents(panel, order, today);
    for (const auto& section : order.sections)
        addLifeSection(panel, section);
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

std::vector<std::optional<StripPlace>> placeLabels(
    const std::vector<StripLabel>& labels, qreal width, int lanes)
{
    struct Taken {
        int lane;
        qreal left;
        qreal right;
    };

    std::vector<Taken> taken;
    std::vector<std::optional<StripPlace>> places;
    for (const StripLabel& label : labels) {
        const qreal left =
            std::clamp(label.centre - label.width / 2, 0.0, std::max(0.0, width - label.width));
        const qreal right = left + label.width;
        std::optional<StripPlace> place;
        for (int lane = 0; lane < lanes && !place && right <= width; ++lane) {
            const bool isFree = std::none_of(taken.begin(), taken.end(), [&](const Taken& other) {
                return other.lane == lane && left < other.right + kLabelGap && other.left < right + kLabelGap;
            });
            if (isFree)
                place = StripPlace{lane, left};
        }
        if (place)
            taken.push_back({place->lane, left, right});
        places.push_back(place);
    }
    return places;
}

void TimelineStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPixelSize(11);
    painter.setFont(small);
    paintLine(painter);
    paintLabels(painter);
    const qreal now = xOf(m_today);
    painter.setPen(QPen(theme().warning.ink, 2, Qt::DashLine));
    painter.drawLine(QPointF(now, kLineY - 14), QPointF(now, kLineY + 14));
    painter.drawText(QRectF(now - 40, kStripHeight - 16, 80, 14), Qt::AlignCenter, tr("today"));
}

void TimelineStrip::paintLine(QPainter& painter) const
{
    painter.setPen(QPen(theme().border, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(kSideMargin, kLineY), QPointF(width() - kSideMargin, kLineY));
    painter.setPen(QPen(theme().accent, 4, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(kSideMargin, kLineY), QPointF(xOf(m_today), kLineY));
}

void TimelineStrip::paintLabels(QPainter& painter) const
{
    QStringList names;
    std::vector<StripLabel> labels;
    for (const auto& event : m_events) {
        const QString name =
            painter.fontMetrics().elidedText(term(Term{event.id}), Qt::ElideRight, kLongestLabel);
        names << name + u'\n' + dateText(*event.day);
        const int wide = painter.fontMetrics().size(0, names.back()).width();
        labels.push_back({xOf(*event.day), wide + 2.0});
    }
    const auto places = placeLabels(labels, width(), static_cast<int>(std::size(kLaneTops)));
    painter.setPen(QPen(theme().border, 1));
    for (std::size_t at = 0; at < places.size(); ++at) {
        if (!places[at])
            continue;
        const int top = kLaneTops[places[at]->lane];
        painter.drawLine(QPointF(labels[at].centre, kLineY),
            QPointF(labels[at].centre, top < kLineY ? top + kLabelHeight : top));
    }
    for (std::size_t at = 0; at < places.size(); ++at) {
        painter.setPen(QPen(theme().accent, 2));
        painter.setBrush(m_events[at].happened ? theme().accent : theme().surface);
        painter.drawEllipse(QPointF(labels[at].centre, kLineY), 6, 6);
        if (!places[at])
            continue;
        const QRectF box(places[at]->left, kLaneTops[places[at]->lane], labels[at].width, kLabelHeight);
        painter.fillRect(box, theme().surface);
        painter.setPen(theme().ink);
        painter.drawText(box, Qt::AlignCenter, names[static_cast<qsizetype>(at)]);
    }
}

} // namespace tutela::ui

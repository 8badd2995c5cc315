#include "ui/theme/glyphs.h"

#include <QPainter>
#include <QPainterPath>

namespace tutela::ui {

namespace {

constexpr std::int64_t kSoonDays = 7;

void paintCheck(QPainter& painter, const QRectF& box)
{
    QPainterPath path(QPointF(box.left() + box.width() * 0.1, box.center().y()));
    path.lineTo(box.left() + box.width() * 0.4, box.bottom() - box.height() * 0.15);
    path.lineTo(box.right() - box.width() * 0.05, box.top() + box.height() * 0.15);
    painter.drawPath(path);
}

void paintAlert(QPainter& painter, const QRectF& box, const QColor& ink)
{
    QPainterPath path(QPointF(box.center().x(), box.top()));
    path.lineTo(box.right(), box.bottom());
    path.lineTo(box.left(), box.bottom());
    path.closeSubpath();
    painter.drawPath(path);
    painter.setBrush(ink);
    painter.drawLine(QPointF(box.center().x(), box.top() + box.height() * 0.4),
        QPointF(box.center().x(), box.top() + box.height() * 0.65));
    painter.drawPoint(QPointF(box.center().x(), box.top() + box.height() * 0.85));
}

void paintFilled(QPainter& painter, Glyph glyph, const QRectF& box, const QColor& ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    if (glyph == Glyph::Play) {
        QPainterPath path(QPointF(box.left() + box.width() * 0.2, box.top()));
        path.lineTo(box.right(), box.center().y());
        path.lineTo(box.left() + box.width() * 0.2, box.bottom());
        path.closeSubpath();
        painter.drawPath(path);
        return;
    }
    const qreal bar = box.width() * 0.28;
    painter.drawRect(QRectF(box.left() + box.width() * 0.1, box.top(), bar, box.height()));
    painter.drawRect(QRectF(box.right() - box.width() * 0.1 - bar, box.top(), bar, box.height()));
}

void paintDocument(QPainter& painter, const QRectF& box)
{
    painter.drawRoundedRect(box.adjusted(box.width() * 0.12, 0, -box.width() * 0.12, 0), 1, 1);
    for (const qreal share : {0.35, 0.6})
        painter.drawLine(QPointF(box.left() + box.width() * 0.32, box.top() + box.height() * share),
            QPointF(box.right() - box.width() * 0.32, box.top() + box.height() * share));
}

void paintPerson(QPainter& painter, const QRectF& box)
{
    painter.drawEllipse(
        QPointF(box.center().x(), box.top() + box.height() * 0.28), box.width() * 0.22, box.height() * 0.22);
    QPainterPath path(QPointF(box.left() + box.width() * 0.1, box.bottom()));
    path.quadTo(QPointF(box.center().x(), box.top() + box.height() * 0.3),
        QPointF(box.right() - box.width() * 0.1, box.bottom()));
    painter.drawPath(path);
}

} // namespace

void paintGlyph(QPainter& painter, Glyph glyph, const QRectF& box, const QColor& ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    switch (glyph) {
    case Glyph::None:
        break;
    case Glyph::Circle:
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
        break;
    case Glyph::Play:
    case Glyph::Pause:
        paintFilled(painter, glyph, box, ink);
        break;
    case Glyph::Check:
        paintCheck(painter, box);
        break;
    case Glyph::Alert:
        paintAlert(painter, box, ink);
        break;
    case Glyph::Dash:
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        break;
    case Glyph::Question: {
        QFont font = painter.font();
        font.setBold(true);
        painter.setFont(font);
        painter.drawText(box.adjusted(-3, -4, 3, 4), Qt::AlignCenter, QStringLiteral("?"));
        break;
    }
    case Glyph::Dot:
        painter.setBrush(ink);
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(box);
        break;
    case Glyph::Document:
        paintDocument(painter, box);
        break;
    case Glyph::Person:
        paintPerson(painter, box);
        break;
    }
    painter.restore();
}

Glyph glyphOf(ClockState state)
{
    switch (state) {
    case ClockState::NotStarted:
        return Glyph::Circle;
    case ClockState::Running:
        return Glyph::Play;
    case ClockState::Stopped:
        return Glyph::Pause;
    case ClockState::Met:
    case ClockState::MetLate:
        return Glyph::Check;
    case ClockState::Overdue:
        return Glyph::Alert;
    case ClockState::EndedWithoutAnswer:
        return Glyph::Dash;
    case ClockState::Unconfirmed:
        return Glyph::Question;
    }
    return Glyph::None;
}

Tone toneOf(ClockState state)
{
    switch (state) {
    case ClockState::NotStarted:
    case ClockState::EndedWithoutAnswer:
        return Tone::Neutral;
    case ClockState::Running:
        return Tone::Accent;
    case ClockState::Stopped:
        return Tone::Paused;
    case ClockState::Met:
        return Tone::Good;
    case ClockState::MetLate:
    case ClockState::Unconfirmed:
        return Tone::Warning;
    case ClockState::Overdue:
        return Tone::Danger;
    }
    return Tone::Neutral;
}

Tone toneOf(ClockState state, const std::optional<std::int64_t>& daysLeft)
{
    const bool soon = state == ClockState::Running && daysLeft && *daysLeft <= kSoonDays;
    return soon ? Tone::Warning : toneOf(state);
}

} // namespace tutela::ui

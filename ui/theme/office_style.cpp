#include "ui/theme/office_style.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include "ui/theme/glyphs.h"

namespace tutela::ui {

namespace {

constexpr int kIndicator = 18;

void paintIndicator(QPainter& painter, const QStyleOption& option, qreal radius)
{
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const QColor accent = enabled ? theme().accent : theme().muted;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(on || focused ? accent : theme().muted, focused ? 2 : 1.4));
    painter.setBrush(on ? accent : theme().surface);
    painter.drawRoundedRect(box, radius, radius);
    painter.restore();
    if (on)
        paintGlyph(
            painter, radius > 6 ? Glyph::Dot : Glyph::Check, box.adjusted(4, 4, -4, -4), theme().onAccent);
}

} // namespace

OfficeStyle::OfficeStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void OfficeStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == PE_IndicatorCheckBox)
        paintIndicator(*painter, *option, 4);
    else if (element == PE_IndicatorRadioButton)
        paintIndicator(*painter, *option, kIndicator / 2.0);
    else
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

int OfficeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    if (metric == PM_IndicatorWidth || metric == PM_IndicatorHeight || metric == PM_ExclusiveIndicatorWidth
        || metric == PM_ExclusiveIndicatorHeight)
        return kIndicator;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace tutela::ui

#pragma once

#include <QProxyStyle>

namespace tutela::ui {

/// Fusion with boxes and buttons to tick that are plain to see on light and dark.
class OfficeStyle final : public QProxyStyle {
    Q_OBJECT

public:
    OfficeStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(
        PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace tutela::ui

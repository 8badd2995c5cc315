#include "ui/widgets/chip.h"

#include <QFontMetrics>
#include <QPainter>

namespace tutela::ui {

namespace {

constexpr int kSide = 9;
constexpr int kSign = 9;
constexpr int kSignGap = 6;
constexpr int kHeight = 24;

QFont chipFont(QFont font)
{
    font.setPixelSize(12);
    font.setWeight(QFont::DemiBold);
    return font;
}

int signWidth(const ChipLook& look)
{
    return look.glyph == Glyph::None ? 0 : kSign + kSignGap;
}

} // namespace

QSize chipSize(const ChipLook& look, const QFont& font)
{
    const QFontMetrics metrics(chipFont(font));
    return {2 * kSide + signWidth(look) + metrics.horizontalAdvance(look.words) + 2, kHeight};
}

void paintChip(QPainter& painter, const QRect& place, const ChipLook& look, const QFont& font)
{
    const ToneColors& colors = theme().tone(look.tone);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor rim = colors.ink;
    rim.setAlphaF(0.28F);
    painter.setPen(QPen(rim, 1));
    painter.setBrush(colors.ground);
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), kHeight / 2.0, kHeight / 2.0);
    const QRectF sign(place.left() + kSide, place.center().y() - kSign / 2.0 + 0.5, kSign, kSign);
    paintGlyph(painter, look.glyph, sign, colors.ink);
    painter.setFont(chipFont(font));
    painter.setPen(colors.ink);
    const QRect words = place.adjusted(kSide + signWidth(look), 0, -kSide + 2, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(look.words, Qt::ElideRight, words.width()));
    painter.restore();
}

Chip::Chip(const ChipLook& look, QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("chip"));
    show(look);
}

void Chip::show(const ChipLook& look)
{
    m_look = look;
    setText(look.words);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return chipSize(m_look, font());
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(painter, QRect(QPoint(0, (height() - kHeight) / 2), QSize(width(), kHeight)), m_look, font());
}

} // namespace tutela::ui

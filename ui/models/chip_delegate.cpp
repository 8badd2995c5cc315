#include "ui/models/chip_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>
#include <QtMath>

#include "ui/models/row_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

namespace tutela::ui {

namespace {

constexpr int kRowHeight = 38;
constexpr int kSidePadding = 12; // as the style sheet leaves it
constexpr int kTopPadding = 9;

bool wraps(const QStyleOptionViewItem& option)
{
    return option.features.testFlag(QStyleOptionViewItem::WrapText);
}

// Breaks a text into lines of that width, words too where they are longer; gives the height.
qreal breakLines(QTextLayout& layout, qreal width)
{
    QTextOption how;
    how.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(how);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return height;
}

QString inLines(QString text)
{
    return text.replace(u'\n', QChar(QChar::LineSeparator));
}

} // namespace

void ChipDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const bool chip = index.data(ChipRole).toBool();
    if (!chip && !wraps(ground)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QString words = ground.text;
    ground.text.clear();
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    if (!chip) {
        QTextLayout layout(inLines(words), option.font);
        breakLines(layout, option.rect.width() - 2 * kSidePadding);
        painter->setPen(theme().ink);
        layout.draw(painter, option.rect.topLeft() + QPoint(kSidePadding, kTopPadding));
        return;
    }
    const ChipLook look{words, static_cast<Tone>(index.data(ToneRole).toInt()),
        static_cast<Glyph>(index.data(GlyphRole).toInt())};
    QSize size = chipSize(look, option.font);
    size.setWidth(std::min(size.width(), option.rect.width() - 12));
    QRect place(QPoint(option.rect.left() + 8, 0), size);
    const int middle = wraps(ground) ? option.rect.top() + kRowHeight / 2 : option.rect.center().y();
    place.moveTop(middle - size.height() / 2);
    paintChip(*painter, place, look, option.font);
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(ChipRole).toBool()) {
        const ChipLook look{index.data(Qt::DisplayRole).toString(), Tone::Neutral, Glyph::Circle};
        size.setWidth(chipSize(look, option.font).width() + 24);
    }
    if (wraps(option) && !index.data(ChipRole).toBool()) {
        QTextLayout layout(inLines(index.data(Qt::DisplayRole).toString()), option.font);
        size.setHeight(qCeil(breakLines(layout, option.rect.width() - 2 * kSidePadding)) + 2 * kTopPadding);
    }
    size.setHeight(std::max(size.height(), kRowHeight));
    return size;
}

} // namespace tutela::ui

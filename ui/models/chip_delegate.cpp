#include "ui/models/chip_delegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/models/row_model.h"
#include "ui/widgets/chip.h"

namespace tutela::ui {

namespace {

constexpr int kRowHeight = 38;

} // namespace

void ChipDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (!index.data(ChipRole).toBool()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QString words = ground.text;
    ground.text.clear();
    QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    const ChipLook look{words, static_cast<Tone>(index.data(ToneRole).toInt()),
        static_cast<Glyph>(index.data(GlyphRole).toInt())};
    QSize size = chipSize(look, option.font);
    size.setWidth(std::min(size.width(), option.rect.width() - 12));
    QRect place(QPoint(option.rect.left() + 8, 0), size);
    place.moveTop(option.rect.center().y() - size.height() / 2);
    paintChip(*painter, place, look, option.font);
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (index.data(ChipRole).toBool()) {
        const ChipLook look{index.data(Qt::DisplayRole).toString(), Tone::Neutral, Glyph::Circle};
        size.setWidth(chipSize(look, option.font).width() + 24);
    }
    size.setHeight(std::max(size.height(), kRowHeight));
    return size;
}

} // namespace tutela::ui

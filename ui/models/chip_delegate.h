#pragma once

#include <QStyledItemDelegate>

namespace tutela::ui {

/// Paints cells that carry a chip as one. Where texts break into lines, each cell starts at its top and is as
/// high as its lines; the rest is left to the style.
class ChipDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace tutela::ui

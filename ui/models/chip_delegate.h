#pragma once

#include <QStyledItemDelegate>

namespace tutela::ui {

/// Paints cells that carry a chip as one, and leaves the rest to the style.
class ChipDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace tutela::ui

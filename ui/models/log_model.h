#pragma once

#include "core/interfaces/register_log.h"
#include "ui/models/row_model.h"

namespace tutela::ui {

/// Lines of the register log; no case content.
class LogModel final : public RowModel<interfaces::LogRow> {
    Q_OBJECT

public:
    enum Column { Sequence, When, Person, What, Stream, Leaf, ColumnCount };

    using RowModel::RowModel;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const interfaces::LogRow& row) const override;
    [[nodiscard]] QString text(const interfaces::LogRow& row, int column) const override;
    [[nodiscard]] QVariant sortValue(const interfaces::LogRow& row, int column) const override;
};

} // namespace tutela::ui

#pragma once

#include "core/interfaces/worklist.h"
#include "ui/models/row_model.h"

namespace tutela::ui {

/// What presses over all cases, most pressing first.
class WarningModel final : public RowModel<interfaces::WarningRow> {
    Q_OBJECT

public:
    enum Column { Level, FileNumber, Provider, Text, Law, ColumnCount };

    using RowModel::RowModel;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const interfaces::WarningRow& row) const override;
    [[nodiscard]] QString text(const interfaces::WarningRow& row, int column) const override;
    [[nodiscard]] std::optional<CellChip> chip(const interfaces::WarningRow& row, int column) const override;
};

/// How a warning looks.
[[nodiscard]] CellChip chipOf(WarningLevel level);

} // namespace tutela::ui

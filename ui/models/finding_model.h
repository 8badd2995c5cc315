#pragma once

#include "core/interfaces/intake_desk.h"
#include "ui/models/row_model.h"

namespace tutela::ui {

/// Points to check in a filing.
class FindingModel final : public RowModel<interfaces::FindingView> {
    Q_OBJECT

public:
    enum Column { Severity, Text, Place, Law, ColumnCount };

    using RowModel::RowModel;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const interfaces::FindingView& row) const override;
    [[nodiscard]] QString text(const interfaces::FindingView& row, int column) const override;
    [[nodiscard]] std::optional<CellChip> chip(const interfaces::FindingView& row, int column) const override;
};

} // namespace tutela::ui

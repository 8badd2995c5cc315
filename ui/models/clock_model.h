#pragma once

#include "core/interfaces/case_desk.h"
#include "ui/models/row_model.h"

namespace tutela::ui {

/// The statutory clocks of a case.
class ClockModel final : public RowModel<interfaces::ClockView> {
    Q_OBJECT

public:
    enum Column { Name, Law, Actor, State, End, DaysLeft, ColumnCount };

    using RowModel::RowModel;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const interfaces::ClockView& row) const override;
    [[nodiscard]] QString text(const interfaces::ClockView& row, int column) const override;
    [[nodiscard]] QVariant sortValue(const interfaces::ClockView& row, int column) const override;
    [[nodiscard]] std::optional<CellChip> chip(const interfaces::ClockView& row, int column) const override;
};

} // namespace tutela::ui

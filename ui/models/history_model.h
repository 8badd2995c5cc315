#pragma once

#include "core/interfaces/case_desk.h"
#include "ui/models/row_model.h"

namespace tutela::ui {

/// What happened in a case, newest first.
class HistoryModel final : public RowModel<interfaces::HistoryRow> {
    Q_OBJECT

public:
    enum Column { Number, When, What, By, Stage, Source, ColumnCount };

    using RowModel::RowModel;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const interfaces::HistoryRow& row) const override;
    [[nodiscard]] QString text(const interfaces::HistoryRow& row, int column) const override;
    [[nodiscard]] QVariant sortValue(const interfaces::HistoryRow& row, int column) const override;
};

} // namespace tutela::ui

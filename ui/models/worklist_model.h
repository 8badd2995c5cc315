#pragma once

#include "core/interfaces/worklist.h"
#include "ui/models/row_model.h"

namespace tutela::ui {

/// The lines of "My work".
class WorklistModel final : public RowModel<interfaces::WorklistRow> {
    Q_OBJECT

public:
    enum Column {
        FileNumber,
        Provider,
        Service,
        Kind,
        Stage,
        WaitingForWhom,
        NextDate,
        DaysLeft,
        Clock,
        Responsible,
        ColumnCount
    };

    using RowModel::RowModel;

    /// What the columns are called in a kept layout.
    [[nodiscard]] static std::vector<QString> columnIds();

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const interfaces::WorklistRow& row) const override;
    [[nodiscard]] QString text(const interfaces::WorklistRow& row, int column) const override;
    [[nodiscard]] QVariant sortValue(const interfaces::WorklistRow& row, int column) const override;
    [[nodiscard]] QString hint(const interfaces::WorklistRow& row, int column) const override;
    [[nodiscard]] std::optional<CellChip> chip(const interfaces::WorklistRow& row, int column) const override;
};

} // namespace tutela::ui

#pragma once

#include "core/interfaces/duty_desk.h"
#include "ui/models/row_model.h"

namespace tutela::ui {

/// A provider in the list, with how many of its services have an overdue duty.
struct ProviderListRow {
    interfaces::ProviderView provider;
    std::int64_t overdue = 0;
};

/// The register of providers.
class ProviderModel final : public RowModel<ProviderListRow> {
    Q_OBJECT

public:
    enum Column { Name, Number, MemberState, Language, Services, Overdue, ColumnCount };

    using RowModel::RowModel;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const ProviderListRow& row) const override;
    [[nodiscard]] QString text(const ProviderListRow& row, int column) const override;
    [[nodiscard]] std::optional<CellChip> chip(const ProviderListRow& row, int column) const override;
};

} // namespace tutela::ui

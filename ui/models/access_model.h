#pragma once

#include "core/interfaces/case_desk.h"
#include "ui/models/row_model.h"

namespace tutela::ui {

/// A document of the case with what one party has of it.
struct AccessLine {
    interfaces::DocumentView document;
    QString source; ///< what it came with
    interfaces::AccessState state;
};

/// The index of the file: one row for each document and party.
class AccessModel final : public RowModel<AccessLine> {
    Q_OBJECT

public:
    enum Column { Name, Source, WhichParty, State, Since, Ground, ColumnCount };

    using RowModel::RowModel;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const AccessLine& row) const override;
    [[nodiscard]] QString text(const AccessLine& row, int column) const override;
};

} // namespace tutela::ui

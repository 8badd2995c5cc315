#pragma once

#include "core/interfaces/case_desk.h"
#include "ui/models/row_model.h"

namespace tutela::ui {

/// A document and the card that brought it.
struct FiledDocument {
    interfaces::DocumentView document;
    QString source;
};

/// All documents of a case with the card that brought them.
class DocumentModel final : public RowModel<FiledDocument> {
    Q_OBJECT

public:
    enum Column { Name, Flag, Source, Size, Digest, ColumnCount };

    using RowModel::RowModel;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const FiledDocument& row) const override;
    [[nodiscard]] QString text(const FiledDocument& row, int column) const override;
    [[nodiscard]] QVariant sortValue(const FiledDocument& row, int column) const override;
};

} // namespace tutela::ui

#pragma once

#include <QStringList>

#include "ui/models/row_model.h"

namespace tutela::ui {

/// A row of words; one of its cells may be a chip.
struct PlainRow {
    QString key;
    QStringList cells;
    int chipColumn = -1;
    CellChip chip = {};
};

/// A table of words under given titles, for lists that only show.
class PlainModel final : public RowModel<PlainRow> {
    Q_OBJECT

public:
    explicit PlainModel(QStringList titles, QObject* parent = nullptr);

protected:
    [[nodiscard]] int columns() const override { return static_cast<int>(m_titles.size()); }

    [[nodiscard]] QString title(int column) const override { return m_titles.value(column); }

    [[nodiscard]] QString key(const PlainRow& row) const override { return row.key; }

    [[nodiscard]] QString text(const PlainRow& row, int column) const override
    {
        return row.cells.value(column);
    }

    [[nodiscard]] std::optional<CellChip> chip(const PlainRow& row, int column) const override;

private:
    QStringList m_titles;
};

} // namespace tutela::ui

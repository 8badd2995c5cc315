#include "ui/models/plain_model.h"

#include <utility>

namespace tutela::ui {

PlainModel::PlainModel(QStringList titles, QObject* parent)
    : RowModel(parent)
    , m_titles(std::move(titles))
{
}

std::optional<CellChip> PlainModel::chip(const PlainRow& row, int column) const
{
    return column == row.chipColumn ? std::optional(row.chip) : std::nullopt;
}

} // namespace tutela::ui

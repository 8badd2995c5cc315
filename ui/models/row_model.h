#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include <QAbstractTableModel>
#include <QString>

#include "ui/theme/glyphs.h"

namespace tutela::ui {

/// Roles of all our models beside the ones of Qt.
enum RowRole {
    SortRole = Qt::UserRole, ///< the raw value behind the text
    KeyRole, ///< what identifies the row
    ChipRole, ///< true where the cell is painted as a chip
    ToneRole,
    GlyphRole,
};

/// A chip in a cell.
struct CellChip {
    Tone tone = Tone::Neutral;
    Glyph glyph = Glyph::None;
};

/// A table over values. Rows are inserted, moved, changed and removed one by one, so that selection and
/// scrolling survive; only a new query resets the model.
template <class Row> class RowModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final
    {
        return parent.isValid() ? 0 : columns();
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const final
    {
        if (!index.isValid() || index.row() >= rowCount() || index.column() >= columns())
            return {};
        const Row& row = m_rows[static_cast<std::size_t>(index.row())];
        const int column = index.column();
        const std::optional<CellChip> look = chip(row, column);
        switch (role) {
        case Qt::DisplayRole:
            return text(row, column);
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2").arg(title(column), text(row, column));
        case Qt::ToolTipRole:
            return hint(row, column);
        case SortRole:
            return sortValue(row, column);
        case KeyRole:
            return key(row);
        case ChipRole:
            return look.has_value();
        case ToneRole:
            return look ? QVariant(static_cast<int>(look->tone)) : QVariant();
        case GlyphRole:
            return look ? QVariant(static_cast<int>(look->glyph)) : QVariant();
        default:
            return {};
        }
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const final
    {
        if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
            return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
        if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columns())
            return {};
        return title(section);
    }

    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    [[nodiscard]] const Row& row(int number) const { return m_rows[static_cast<std::size_t>(number)]; }

    /// Shows the answer to a new query.
    void replace(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }

    /// Shows the same query again after something changed: only the rows that differ are touched.
    void refresh(const std::vector<Row>& rows)
    {
        removeMissing(rows);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            bringTo(at, rows[at]);
            changeRow(at, rows[at]);
        }
    }

    /// Adds the next page.
    void append(const std::vector<Row>& rows)
    {
        for (const Row& row : rows)
            insertAt(m_rows.size(), row);
    }

protected:
    [[nodiscard]] virtual int columns() const = 0;
    [[nodiscard]] virtual QString title(int column) const = 0;
    [[nodiscard]] virtual QString key(const Row& row) const = 0;
    [[nodiscard]] virtual QString text(const Row& row, int column) const = 0;

    [[nodiscard]] virtual QVariant sortValue(const Row& row, int column) const { return text(row, column); }

    [[nodiscard]] virtual QString hint(const Row& row, int column) const { return text(row, column); }

    [[nodiscard]] virtual std::optional<CellChip> chip(const Row&, int) const { return std::nullopt; }

private:
    void insertAt(std::size_t at, const Row& row)
    {
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), row);
        endInsertRows();
    }

    void removeMissing(const std::vector<Row>& rows)
    {
        for (std::size_t at = m_rows.size(); at-- > 0;) {
            const QString wanted = key(m_rows[at]);
            if (std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return key(row) == wanted; }))
                continue;
            beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
            m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(at));
            endRemoveRows();
        }
    }

    void bringTo(std::size_t at, const Row& row)
    {
        const QString wanted = key(row);
        std::size_t from = at;
        while (from < m_rows.size() && key(m_rows[from]) != wanted)
            ++from;
        if (from == m_rows.size()) {
            insertAt(at, row);
        } else if (from != at) {
            beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, static_cast<int>(at));
            const auto first = m_rows.begin();
            std::rotate(first + static_cast<std::ptrdiff_t>(at), first + static_cast<std::ptrdiff_t>(from),
                first + static_cast<std::ptrdiff_t>(from) + 1);
            endMoveRows();
        }
    }

    void changeRow(std::size_t at, const Row& row)
    {
        bool same = true;
        for (int column = 0; column < columns(); ++column)
            same = same && text(m_rows[at], column) == text(row, column)
                && sortValue(m_rows[at], column) == sortValue(row, column);
        m_rows[at] = row;
        if (!same)
            Q_EMIT dataChanged(index(static_cast<int>(at), 0), index(static_cast<int>(at), columns() - 1));
    }

    std::vector<Row> m_rows;
};

} // namespace tutela::ui

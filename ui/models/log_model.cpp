#include "ui/models/log_model.h"

#include "ui/convert.h"
#include "ui/words.h"

namespace tutela::ui {

using interfaces::LogRow;

QString LogModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case Sequence:
        return tr("No.");
    case When:
        return tr("When");
    case Person:
        return tr("Person");
    case What:
        return tr("Act");
    case Stream:
        return tr("Belongs to");
    case Leaf:
        return tr("Leaf hash");
    case ColumnCount:
        break;
    }
    return {};
}

QString LogModel::key(const LogRow& row) const
{
    return QString::number(row.seq);
}

QString LogModel::text(const LogRow& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Sequence:
        return QString::number(row.seq);
    case When:
        return instantText(row.at);
    case Person:
        return toQt(row.person);
    case What:
        return term("act", row.act);
    case Stream:
        return toQt(row.stream);
    case Leaf:
        return toQt(row.leaf);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant LogModel::sortValue(const LogRow& row, int column) const
{
    return column == Sequence ? QVariant(static_cast<qlonglong>(row.seq)) : QVariant(text(row, column));
}

} // namespace tutela::ui

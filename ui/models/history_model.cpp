#include "ui/models/history_model.h"

#include "ui/convert.h"
#include "ui/words.h"

namespace tutela::ui {

using interfaces::HistoryRow;

QString HistoryModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case Number:
        return tr("No.");
    case When:
        return tr("When");
    case What:
        return tr("What");
    case By:
        return tr("By");
    case Stage:
        return tr("Stage");
    case Source:
        return tr("Source");
    case ColumnCount:
        break;
    }
    return {};
}

QString HistoryModel::key(const HistoryRow& row) const
{
    return QString::number(row.entry);
}

QString HistoryModel::text(const HistoryRow& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Number:
        return QString::number(row.streamSeq);
    case When:
        return instantText(row.at);
    case What:
        return term("act", row.act);
    case By:
        return toQt(row.by);
    case Stage:
        if (!row.to)
            return row.from ? word(*row.from) : QString();
        if (!row.from || row.from == row.to)
            return word(*row.to);
        return tr("%1 → %2").arg(word(*row.from), word(*row.to));
    case Source:
        return row.recordedFromDocument ? tr("Recorded from a document") : tr("Entered in person");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant HistoryModel::sortValue(const HistoryRow& row, int column) const
{
    if (column == Number)
        return static_cast<qlonglong>(row.streamSeq);
    if (column == When)
        return static_cast<qlonglong>(row.at.time_since_epoch().count());
    return text(row, column);
}

} // namespace tutela::ui

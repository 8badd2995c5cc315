#include "ui/models/worklist_model.h"

#include "ui/convert.h"
#include "ui/words.h"

namespace tutela::ui {

using interfaces::WorklistRow;

std::vector<QString> WorklistModel::columnIds()
{
    return {QStringLiteral("file-number"), QStringLiteral("provider"), QStringLiteral("service"),
        QStringLiteral("kind"), QStringLiteral("stage"), QStringLiteral("waiting-for"),
        QStringLiteral("next-date"), QStringLiteral("days-left"), QStringLiteral("clock"),
        QStringLiteral("responsible")};
}

QString WorklistModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case FileNumber:
        return tr("File no.");
    case Provider:
        return tr("Provider");
    case Service:
        return tr("Service");
    case Kind:
        return tr("Kind");
    case Stage:
        return tr("Stage");
    case WaitingForWhom:
        return tr("Waiting for");
    case NextDate:
        return tr("Next date");
    case DaysLeft:
        return tr("Days left");
    case Clock:
        return tr("Clock");
    case Responsible:
        return tr("Responsible");
    case ColumnCount:
        break;
    }
    return {};
}

QString WorklistModel::key(const WorklistRow& row) const
{
    return toQt(row.caseId.text());
}

QString WorklistModel::text(const WorklistRow& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case FileNumber:
        return toQt(row.caseId.text());
    case Provider:
        return toQt(row.provider);
    case Service:
        return toQt(row.service);
    case Kind:
        return term("case-kind-short", toText(row.kind));
    case Stage:
        return word(row.step);
    case WaitingForWhom:
        return word(row.waitingFor);
    case NextDate:
        return dateText(row.due);
    case DaysLeft:
        return row.daysLeft ? QString::number(*row.daysLeft) : QString();
    case Clock:
        return row.clockState ? word(*row.clockState) : QString();
    case Responsible:
        return row.standsIn ? tr("%1 (you stand in)").arg(toQt(row.responsible)) : toQt(row.responsible);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant WorklistModel::sortValue(const WorklistRow& row, int column) const
{
    if (column == NextDate)
        return row.due ? QVariant(toQt(*row.due)) : QVariant();
    if (column == DaysLeft)
        return row.daysLeft ? QVariant(static_cast<qlonglong>(*row.daysLeft)) : QVariant();
    if (column == Stage)
        return static_cast<int>(row.step);
    if (column == Clock)
        return row.clockState ? static_cast<int>(*row.clockState) : -1;
    return text(row, column);
}

QString WorklistModel::hint(const WorklistRow& row, int column) const
{
    if (column == Clock && !row.clockId.empty())
        return clockName(row.clockId, row.clockService);
    if (column == Kind)
        return word(row.kind);
    if (column == DaysLeft)
        return daysLeftText(row.daysLeft);
    return text(row, column);
}

std::optional<CellChip> WorklistModel::chip(const WorklistRow& row, int column) const
{
    if (column != Clock || !row.clockState)
        return std::nullopt;
    return CellChip{toneOf(*row.clockState, row.daysLeft), glyphOf(*row.clockState)};
}

} // namespace tutela::ui

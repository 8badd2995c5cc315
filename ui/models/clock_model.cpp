#include "ui/models/clock_model.h"

#include "ui/convert.h"
#include "ui/words.h"

namespace tutela::ui {

using interfaces::ClockView;

QString ClockModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return tr("Clock");
    case Law:
        return tr("Law");
    case Actor:
        return tr("Who must act");
    case State:
        return tr("State");
    case End:
        return tr("Last day");
    case DaysLeft:
        return tr("Days left");
    case ColumnCount:
        break;
    }
    return {};
}

QString ClockModel::key(const ClockView& row) const
{
    return toQt(row.id);
}

QString ClockModel::text(const ClockView& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return clockName(row.id, row.service);
    case Law:
        return toQt(row.law);
    case Actor:
        return row.actor.empty() ? QString() : term(Term{row.actor});
    case State:
        return word(row.state);
    case End:
        return row.confirmed || !row.end ? dateText(row.end) : tr("%1 (unconfirmed)").arg(dateText(row.end));
    case DaysLeft:
        return row.daysLeft ? QString::number(*row.daysLeft) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ClockModel::sortValue(const ClockView& row, int column) const
{
    if (column == End)
        return row.end ? QVariant(toQt(*row.end)) : QVariant();
    if (column == DaysLeft)
        return row.daysLeft ? QVariant(static_cast<qlonglong>(*row.daysLeft)) : QVariant();
    return text(row, column);
}

std::optional<CellChip> ClockModel::chip(const ClockView& row, int column) const
{
    if (column != State)
        return std::nullopt;
    return CellChip{toneOf(row.state, row.daysLeft), glyphOf(row.state)};
}

} // namespace tutela::ui

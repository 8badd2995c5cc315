#include "ui/models/date_model.h"

#include "ui/convert.h"
#include "ui/words.h"

namespace tutela::ui {

using interfaces::CalendarDate;
using interfaces::WeekLoad;

namespace {

QString shortWeekday(Day day)
{
    return QLocale::c().toString(toQt(day), QStringLiteral("ddd"));
}

} // namespace

CellChip lookOf(const CalendarDate& date)
{
    const ClockState state = date.daysLeft < 0 ? ClockState::Overdue
        : date.confirmed                       ? ClockState::Running
                                               : ClockState::Unconfirmed;
    return {toneOf(state, date.daysLeft), glyphOf(state)};
}

int DateModel::rowFrom(Day day) const
{
    for (int at = 0; at < rowCount(); ++at) {
        if (row(at).day >= day)
            return at;
    }
    return -1;
}

QString DateModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case DayColumn:
        return tr("Last day");
    case DaysLeft:
        return tr("Days left");
    case FileNumber:
        return tr("File no.");
    case Clock:
        return tr("Clock");
    case Provider:
        return tr("Provider");
    case Responsible:
        return tr("Responsible");
    case ColumnCount:
        break;
    }
    return {};
}

QString DateModel::key(const CalendarDate& row) const
{
    return toQt(row.caseId.text() + "/" + row.clockId);
}

QString DateModel::text(const CalendarDate& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case DayColumn:
        return shortWeekday(row.day) + QStringLiteral(", ") + dateText(row.day);
    case DaysLeft:
        return row.confirmed ? daysLeftText(row.daysLeft)
                             : tr("%1, unconfirmed").arg(daysLeftText(row.daysLeft));
    case FileNumber:
        return toQt(row.caseId.text());
    case Clock:
        return clockName(row.clockId, row.service);
    case Provider:
        return toQt(row.provider);
    case Responsible:
        return toQt(row.responsible);
    case ColumnCount:
        break;
    }
    return {};
}

QString DateModel::hint(const CalendarDate& row, int column) const
{
    if (column == DaysLeft && !row.confirmed)
        return tr("It rests on a day or a year that the calendar does not settle.");
    return text(row, column);
}

std::optional<CellChip> DateModel::chip(const CalendarDate& row, int column) const
{
    return column == DaysLeft ? std::optional(lookOf(row)) : std::nullopt;
}

QString LoadModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case Week:
        return tr("Week of");
    case Dates:
        return tr("Dates");
    case WorkingDays:
        return tr("Working days");
    case ColumnCount:
        break;
    }
    return {};
}

QString LoadModel::key(const WeekLoad& row) const
{
    return dateText(row.monday);
}

QString LoadModel::text(const WeekLoad& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Week:
        return dateText(row.monday);
    case Dates:
        return QString::number(row.dates);
    case WorkingDays:
        return QString::number(row.workingDays);
    case ColumnCount:
        break;
    }
    return {};
}

// A week with more dates than working days is said by the sign too.
std::optional<CellChip> LoadModel::chip(const WeekLoad& row, int column) const
{
    if (column != Dates || row.dates == 0)
        return std::nullopt;
    return row.dates > row.workingDays ? CellChip{Tone::Warning, Glyph::Alert}
                                       : CellChip{Tone::Neutral, Glyph::None};
}

} // namespace tutela::ui

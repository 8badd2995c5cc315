#pragma once

#include "core/interfaces/calendar_desk.h"
#include "ui/models/row_model.h"

namespace tutela::ui {

/// Statutory dates by day.
class DateModel final : public RowModel<interfaces::CalendarDate> {
    Q_OBJECT

public:
    enum Column { DayColumn, DaysLeft, FileNumber, Clock, Provider, Responsible, ColumnCount };

    using RowModel::RowModel;

    /// The first row on that day or later; -1 when there is none.
    [[nodiscard]] int rowFrom(Day day) const;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const interfaces::CalendarDate& row) const override;
    [[nodiscard]] QString text(const interfaces::CalendarDate& row, int column) const override;
    [[nodiscard]] QString hint(const interfaces::CalendarDate& row, int column) const override;
    [[nodiscard]] std::optional<CellChip> chip(
        const interfaces::CalendarDate& row, int column) const override;
};

/// A date's look by the days left, and whether it is confirmed.
[[nodiscard]] CellChip lookOf(const interfaces::CalendarDate& date);

/// The weeks of a desk.
class LoadModel final : public RowModel<interfaces::WeekLoad> {
    Q_OBJECT

public:
    enum Column { Week, Dates, WorkingDays, ColumnCount };

    using RowModel::RowModel;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const interfaces::WeekLoad& row) const override;
    [[nodiscard]] QString text(const interfaces::WeekLoad& row, int column) const override;
    [[nodiscard]] std::optional<CellChip> chip(const interfaces::WeekLoad& row, int column) const override;
};

} // namespace tutela::ui

#pragma once

#include <vector>

#include <QTableWidget>

#include "core/interfaces/calendar_desk.h"

namespace tutela::ui {

/// The days of a month in weeks from Monday, with what falls on them. Arrow keys go from day to day, Page Up
/// and Page Down from month to month, Enter takes the day.
class MonthView final : public QTableWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MonthView)

public:
    explicit MonthView(QWidget* parent = nullptr);

    /// Shows the month of a day and makes that day the current one.
    void show(Day day, Day today, const std::vector<interfaces::CalendarDate>& dates,
        const std::vector<interfaces::NamedDay>& daysOff);

    /// The days that are shown for the month of a day: whole weeks.
    [[nodiscard]] static std::pair<Day, Day> rangeOf(Day day);

    [[nodiscard]] Day current() const;

Q_SIGNALS:
    /// Another day became the current one.
    void dayChanged(tutela::Day day);

    /// Enter or a double click.
    void dayTaken(tutela::Day day);

    /// A day of another month is wanted.
    void monthWanted(tutela::Day day);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillCell(int row, int column, const std::vector<interfaces::CalendarDate>& dates,
        const std::vector<interfaces::NamedDay>& daysOff);
    /// So many days ahead, also over the end of a week and of what is shown.
    void step(int by);
    [[nodiscard]] Day dayAt(int row, int column) const;

    Day m_first{};
    Day m_shown{};
    Day m_today{};
    bool m_filling = false;
};

} // namespace tutela::ui

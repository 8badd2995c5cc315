#pragma once

#include <vector>

#include <QWidget>

#include "core/interfaces/case_desk.h"

namespace tutela::ui {

/// The clocks of a case, each with its state, its last day and the numbered reasons for it.
class ClockList final : public QWidget {
    Q_OBJECT

public:
    explicit ClockList(const std::vector<interfaces::ClockView>& clocks, QWidget* parent = nullptr);

Q_SIGNALS:
    /// "Why this date?" is wanted on paper.
    void sheetWanted(const QString& clock);

private:
    [[nodiscard]] QWidget* clockRow(const interfaces::ClockView& clock);
    [[nodiscard]] QWidget* reasons(const interfaces::ClockView& clock);
};

} // namespace tutela::ui

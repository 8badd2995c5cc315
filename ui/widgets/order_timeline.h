#pragma once

#include <QWidget>

#include "core/interfaces/case_desk.h"

namespace tutela::ui {

/// The order's life: a painted line and the same as a list of words.
class OrderTimeline final : public QWidget {
    Q_OBJECT

public:
    OrderTimeline(const interfaces::OrderView& order, Day today, QWidget* parent = nullptr);
};

/// The painted line alone.
class TimelineStrip final : public QWidget {
    Q_OBJECT

public:
    TimelineStrip(std::vector<interfaces::OrderEvent> events, Day today, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] qreal xOf(Day day) const;

    std::vector<interfaces::OrderEvent> m_events;
    Day m_today;
    Day m_first;
    Day m_last;
};

} // namespace tutela::ui

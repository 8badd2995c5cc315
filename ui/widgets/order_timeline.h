#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/interfaces/case_desk.h"

namespace tutela::ui {

/// The order's life: a painted line and the same as a list of words.
class OrderTimeline final : public QWidget {
    Q_OBJECT

public:
    OrderTimeline(const interfaces::OrderView& order, Day today, QWidget* parent = nullptr);
};

/// A label that wants to stand over a point of the line.
struct StripLabel {
    qreal centre = 0;
    qreal width = 0;
};

/// Where a label found room: its lane, counted from the one nearest to the line, and its left edge.
struct StripPlace {
    int lane = 0;
    qreal left = 0;
};

/// A place for each label between 0 and `width`, none overlapping another of its lane; no place for those
/// that do not fit. Labels that come first choose first.
[[nodiscard]] std::vector<std::optional<StripPlace>> placeLabels(
    const std::vector<StripLabel>& labels, qreal width, int lanes);

/// The painted line alone. Events that lie too close for a label are dots; the list has their names.
class TimelineStrip final : public QWidget {
    Q_OBJECT

public:
    TimelineStrip(std::vector<interfaces::OrderEvent> events, Day today, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] qreal xOf(Day day) const;
    void paintLine(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;

    std::vector<interfaces::OrderEvent> m_events;
    Day m_today;
    Day m_first;
    Day m_last;
};

} // namespace tutela::ui

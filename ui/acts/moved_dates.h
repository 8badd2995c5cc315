#pragma once

#include <QWidget>

#include "core/interfaces/case_desk.h"

class QVBoxLayout;

namespace tutela::ui {

/// "Dates that this moves": what an act as filled in so far would do to the clocks of its case.
class MovedDates final : public QWidget {
    Q_OBJECT

public:
    explicit MovedDates(QWidget* parent = nullptr);

    void show(const interfaces::ActPreview& preview);

private:
    void addTable(const std::vector<interfaces::ClockChange>& moved);

    void addActs(const std::vector<ActUnderOldDate>& acts);

    QVBoxLayout* m_content;
};

} // namespace tutela::ui

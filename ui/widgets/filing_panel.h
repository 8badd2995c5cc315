#pragma once

#include <QWidget>

#include "core/interfaces/intake_desk.h"

namespace tutela::ui {

/// A filing made readable: points to check first, the technologies of a plan, then its sections.
class FilingPanel final : public QWidget {
    Q_OBJECT

public:
    explicit FilingPanel(const interfaces::FilingView& filing, QWidget* parent = nullptr);

private:
    void addSummary(const interfaces::FilingView& filing);
    void addFindings(const interfaces::FilingView& filing);
    void addSections(const interfaces::FilingView& filing);
};

} // namespace tutela::ui

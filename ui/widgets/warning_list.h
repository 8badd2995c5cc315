#pragma once

#include <vector>

#include <QWidget>

#include "core/domain/case_warning.h"

namespace tutela::ui {

/// What presses in one case, or of one legal basis: a line each with how pressing it is.
class WarningList final : public QWidget {
    Q_OBJECT

public:
    explicit WarningList(const std::vector<CaseWarning>& warnings, QWidget* parent = nullptr);
};

} // namespace tutela::ui

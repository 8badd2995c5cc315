#pragma once

#include <vector>

#include "core/interfaces/weighing_views.h"

class QFrame;

namespace tutela::ui {

/// How each point of a source was dealt with, as a table; null when nobody made a point there.
[[nodiscard]] QFrame* pointCard(const std::vector<interfaces::PointRow>& rows, PointSource source);

/// The grounds for and against the order under each condition, as a table.
[[nodiscard]] QFrame* conditionCard(const std::vector<interfaces::ConditionRow>& rows);

} // namespace tutela::ui

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/interfaces/weighing_views.h"

class QFrame;
class QPushButton;
class QString;

namespace tutela::ui {

/// How each point of a source was dealt with, as a table; null when nobody made a point there.
[[nodiscard]] QFrame* pointCard(const std::vector<interfaces::PointRow>& rows, PointSource source);

/// Puts a button below the table of such a card that goes on with the point chosen in it, or with the first
/// one open; the table's Enter key and a double click do the same.
QPushButton* addPointButton(QFrame& card, const char* name, const QString& text,
    const std::function<void(const std::string& point)>& go);

/// The grounds for and against the order under each condition, as a table.
[[nodiscard]] QFrame* conditionCard(const std::vector<interfaces::ConditionRow>& rows);

} // namespace tutela::ui

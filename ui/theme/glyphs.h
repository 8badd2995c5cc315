#pragma once

#include <QColor>
#include <QRectF>

#include "core/domain/vocabulary.h"
#include "ui/theme/theme.h"

class QPainter;

namespace tutela::ui {

/// Small signs, painted so that they look the same with every font.
enum class Glyph { None, Circle, Play, Pause, Check, Alert, Dash, Question, Dot, Document, Person };

void paintGlyph(QPainter& painter, Glyph glyph, const QRectF& place, const QColor& ink);

/// How the state of a clock looks.
[[nodiscard]] Glyph glyphOf(ClockState state);
[[nodiscard]] Tone toneOf(ClockState state);

/// Tone of a running clock by the days it still has; "urgent" is a matter of the screen, not of the law.
[[nodiscard]] Tone toneOf(ClockState state, const std::optional<std::int64_t>& daysLeft);

} // namespace tutela::ui

#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace tutela::ui {

/// What a chip, a notice or a line wants to say; always together with words and a glyph, never by colour
/// alone.
enum class Tone { Neutral, Accent, Good, Warning, Danger, Paused };

/// A foreground and the quiet ground it stands on.
struct ToneColors {
    QColor ink;
    QColor ground;
};

/// The colours of one appearance.
struct Theme {
    bool dark = false;
    QColor window; ///< behind everything
    QColor surface; ///< cards, tables, fields
    QColor sunken; ///< sidebar, table headings
    QColor border;
    QColor ink;
    QColor muted;
    QColor accent;
    QColor onAccent;
    ToneColors neutral, info, good, warning, danger, paused;

    [[nodiscard]] const ToneColors& tone(Tone tone) const;
    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;
};

[[nodiscard]] const Theme& lightTheme();
[[nodiscard]] const Theme& darkTheme();

/// The theme in use.
[[nodiscard]] const Theme& theme();
void useTheme(const Theme& theme);

/// Distances on the 8 px grid.
inline constexpr int kGap = 8;
inline constexpr int kWideGap = 16;
inline constexpr int kPageMargin = 24;

} // namespace tutela::ui

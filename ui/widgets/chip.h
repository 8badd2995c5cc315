#pragma once

#include <QFont>
#include <QLabel>

#include "ui/theme/glyphs.h"

class QPainter;

namespace tutela::ui {

/// Words with a sign on a quiet ground.
struct ChipLook {
    QString words;
    Tone tone = Tone::Neutral;
    Glyph glyph = Glyph::None;
};

[[nodiscard]] QSize chipSize(const ChipLook& look, const QFont& font);
void paintChip(QPainter& painter, const QRect& place, const ChipLook& look, const QFont& font);

/// A chip as a widget; screen readers read its words.
class Chip final : public QLabel {
    Q_OBJECT

public:
    explicit Chip(const ChipLook& look, QWidget* parent = nullptr);

    void show(const ChipLook& look);

    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ChipLook m_look;
};

} // namespace tutela::ui

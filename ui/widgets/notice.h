#pragma once

#include <QFrame>

#include "ui/theme/theme.h"

class QLabel;

namespace tutela::ui {

/// A message in the page: a sign, words, a quiet ground. Hidden while it has nothing to say.
class Notice final : public QFrame {
    Q_OBJECT

public:
    explicit Notice(const char* name, QWidget* parent = nullptr);

    void show(Tone tone, const QString& text);
    void clear();

    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Tone m_tone = Tone::Accent;
    QLabel* m_text;
};

} // namespace tutela::ui

#pragma once

#include <QDialog>

namespace tutela::ui {

/// "?": what the keys do.
class ShortcutSheet final : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget* parent);
};

} // namespace tutela::ui

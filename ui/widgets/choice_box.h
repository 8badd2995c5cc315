#pragma once

#include <QComboBox>

namespace tutela::ui {

/// A combo box with an arrow in our colours.
class ChoiceBox final : public QComboBox {
    Q_OBJECT

public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent* event) override;

    /// The wheel scrolls the page unless the box has the focus.
    void wheelEvent(QWheelEvent* event) override;
};

} // namespace tutela::ui

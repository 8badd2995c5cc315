#pragma once

#include "ui/acts/choice_editors.h"
#include "ui/acts/field_editor.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace tutela::ui {

/// Short ids, separated by commas.
class CodesEditor final : public FieldEditor {
    Q_OBJECT

public:
    CodesEditor();
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    [[nodiscard]] QString problem() const override;
    void speakAs(const QString& name) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    QLineEdit* m_line;
};

/// Some of several things, each with a box to tick.
class TickEditor final : public FieldEditor {
    Q_OBJECT

public:
    explicit TickEditor(const std::vector<ChoiceItem>& items);
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    void speakAs(const QString& name) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    std::vector<std::pair<std::string, QCheckBox*>> m_boxes;
};

/// A numbered list of texts; each point has its own field.
class PointsEditor final : public FieldEditor {
    Q_OBJECT

public:
    PointsEditor();
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    void speakAs(const QString& name) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    void addPoint(const QString& text);
    void nameParts();

    QString m_spokenName;
    QVBoxLayout* m_list;
    std::vector<QPlainTextEdit*> m_points;
};

} // namespace tutela::ui

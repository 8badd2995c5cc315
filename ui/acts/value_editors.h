#pragma once

#include "ui/acts/field_editor.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace tutela::ui {

/// One line of text.
class LineEditor final : public FieldEditor {
    Q_OBJECT

public:
    LineEditor();
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    void speakAs(const QString& name) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    QLineEdit* m_line;
};

/// Several paragraphs; Tab leaves the field.
class TextEditor final : public FieldEditor {
    Q_OBJECT

public:
    TextEditor();
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    void speakAs(const QString& name) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    QPlainTextEdit* m_text;
};

/// A typed day; what was understood is shown beside it.
class DayEditor final : public FieldEditor {
    Q_OBJECT

public:
    explicit DayEditor(interfaces::Office& office);
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    [[nodiscard]] QString problem() const override;
    void speakAs(const QString& name) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    void showUnderstood();

    interfaces::Office* m_office;
    Day m_today;
    QLineEdit* m_line;
    QLabel* m_understood;
};

/// A typed day and a time in the office's zone.
class MomentEditor final : public FieldEditor {
    Q_OBJECT

public:
    explicit MomentEditor(const interfaces::OfficeClock& clock);
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    [[nodiscard]] QString problem() const override;
    void speakAs(const QString& name) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    const interfaces::OfficeClock* m_clock;
    QLineEdit* m_day;
    QLineEdit* m_time;
};

/// A number and a unit, as the law states lengths.
class LengthEditor final : public FieldEditor {
    Q_OBJECT

public:
    LengthEditor();
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    [[nodiscard]] QString problem() const override;
    void speakAs(const QString& name) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    QLineEdit* m_amount;
    QComboBox* m_unit;
};

class IntegerEditor final : public FieldEditor {
    Q_OBJECT

public:
    IntegerEditor();
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    [[nodiscard]] QString problem() const override;
    void speakAs(const QString& name) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    QLineEdit* m_line;
};

/// Yes when ticked. Not ticked is "no", which is said too.
class FlagEditor final : public FieldEditor {
    Q_OBJECT

public:
    FlagEditor();
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    void speakAs(const QString& name) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    QCheckBox* m_box;
};

} // namespace tutela::ui

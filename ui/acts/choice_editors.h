#pragma once

#include "ui/acts/field_editor.h"

class QComboBox;

namespace tutela::ui {

/// One thing to choose from.
struct ChoiceItem {
    std::string value;
    QString label;
};

/// Whether the act carries the chosen value as a number.
enum class NumberValue { No, Yes };

/// Chooses one of several; starts with nothing chosen.
class ChoiceEditor final : public FieldEditor {
    Q_OBJECT

public:
    explicit ChoiceEditor(std::vector<ChoiceItem> items, NumberValue number = NumberValue::No);
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    void speakAs(const QString& name) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    NumberValue m_number;
    QComboBox* m_box;
};

/// Chooses one of the files attached to the act.
class FileEditor final : public FieldEditor {
    Q_OBJECT

public:
    FileEditor();
    [[nodiscard]] Json value() const override;
    void setValue(const Json& value) override;
    void speakAs(const QString& name) override;
    void filesChanged(const std::vector<std::string>& names) override;

protected:
    [[nodiscard]] QWidget* main() const override;

private:
    QComboBox* m_box;
};

/// The options of a Choice field with their labels.
[[nodiscard]] std::vector<ChoiceItem> optionsOf(const FieldDefinition& field);

/// The people of the court with one of the roles that the field takes.
[[nodiscard]] std::vector<ChoiceItem> courtChoices(const FieldDefinition& field, const FormContext& context);

/// The entries that a field can name: "claim" one that claims confidentiality and waits for a decision,
/// "entry" one that was recorded from a document and waits for a second person.
[[nodiscard]] std::vector<ChoiceItem> entriesFor(const std::string& field, const FormContext& context);

/// What a reference field can point at in this case.
[[nodiscard]] std::vector<ChoiceItem> choicesFor(FieldType type, const FormContext& context);

} // namespace tutela::ui

#include "ui/acts/field_editor.h"

#include <QStyle>
#include <QVBoxLayout>

#include "ui/acts/choice_editors.h"
#include "ui/acts/list_editors.h"
#include "ui/acts/order_choices.h"
#include "ui/acts/value_editors.h"
#include "ui/convert.h"

namespace tutela::ui {

void FieldEditor::markProblem(bool wrong)
{
    QWidget* part = main();
    if (part->property("problem").toBool() == wrong)
        return;
    part->setProperty("problem", wrong);
    part->style()->unpolish(part);
    part->style()->polish(part);
}

void FieldEditor::holdOnly(QWidget* part)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(part);
    setFocusProxy(part);
}

FieldEditor* makeEditor(const FieldDefinition& field, const FormContext& context)
{
    switch (field.type) {
    case FieldType::Line:
        return new LineEditor;
    case FieldType::Text:
        return new TextEditor;
    case FieldType::Date:
        return new DayEditor(*context.office);
    case FieldType::Moment:
        return new MomentEditor(context.office->clock());
    case FieldType::Duration:
        return new LengthEditor;
    case FieldType::Integer:
        return new IntegerEditor;
    case FieldType::Flag:
        return new FlagEditor;
    case FieldType::Codes:
        return new CodesEditor;
    case FieldType::Points:
        return new PointsEditor;
    case FieldType::Choice:
        return new ChoiceEditor(optionsOf(field));
    case FieldType::Document:
        return new FileEditor;
    case FieldType::FiledDocuments:
    case FieldType::OpinionPoints:
    case FieldType::EvidenceItems:
        return new TickEditor(choicesFor(field.type, context));
    case FieldType::Persons:
        return new TickEditor(courtChoices(field, context));
    case FieldType::Entry:
        return new ChoiceEditor(entriesFor(field.name, context), NumberValue::Yes);
    case FieldType::Receipt:
        return new ChoiceEditor(choicesFor(field.type, context), NumberValue::Yes);
    case FieldType::OrderItem:
        return new ChoiceEditor(orderItemsFor(field.name, context.view));
    case FieldType::Service:
    case FieldType::Provider:
    case FieldType::Case:
    case FieldType::Request:
    case FieldType::Hearing:
    case FieldType::Consultation:
    case FieldType::Question:
    case FieldType::Period:
    case FieldType::LateAnswer:
    case FieldType::OpinionPoint:
    case FieldType::ConditionCell:
    case FieldType::Correction:
    case FieldType::FiledDocument:
    case FieldType::Person:
        break;
    }
    if (field.type == FieldType::Person && !field.options.empty())
        return new ChoiceEditor(courtChoices(field, context));
    std::vector<ChoiceItem> choices = choicesFor(field.type, context);
    if (choices.empty() && (field.type == FieldType::Case || field.type == FieldType::Person))
        return new LineEditor;
    return new ChoiceEditor(std::move(choices));
}

} // namespace tutela::ui

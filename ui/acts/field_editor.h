#pragma once

#include <vector>

#include <QWidget>

#include "core/base/json.h"
#include "core/interfaces/office.h"

namespace tutela::ui {

/// What the editors of an act's fields may draw on.
struct FormContext {
    interfaces::Office* office = nullptr;
    const interfaces::CaseView* view = nullptr; ///< none for an act that opens a case
    interfaces::ActOffer offer;
};

/// Edits one field of an act.
class FieldEditor : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldEditor)

public:
    using QWidget::QWidget;

    /// The value as the act carries it; null when nothing is entered.
    [[nodiscard]] virtual Json value() const = 0;
    virtual void setValue(const Json& value) = 0;

    /// What is wrong with what was typed, before anybody else judges it; empty when nothing is.
    [[nodiscard]] virtual QString problem() const { return {}; }

    /// Gives the parts of the editor the name that a screen reader speaks.
    virtual void speakAs(const QString& name) = 0;

    /// The names of the files attached to the act changed.
    virtual void filesChanged(const std::vector<std::string>&) { }

    /// Shows the editor as wrong or right.
    virtual void markProblem(bool wrong);

Q_SIGNALS:
    void changed();

protected:
    /// The part that gets the focus.
    [[nodiscard]] virtual QWidget* main() const = 0;

    /// Puts a single part into the editor and lets it have the focus.
    void holdOnly(QWidget* part);
};

/// The editor for a field; never null.
[[nodiscard]] FieldEditor* makeEditor(const FieldDefinition& field, const FormContext& context);

} // namespace tutela::ui

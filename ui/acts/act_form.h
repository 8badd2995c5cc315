#pragma once

#include <map>
#include <string>

#include <QWidget>

#include "core/interfaces/own_desk.h"
#include "ui/acts/field_editor.h"

class QLabel;
class QVBoxLayout;

namespace tutela::ui {

class AttachmentList;

/// Whether "recorded from a document" is asked for: an act of another institution entered by the authority.
enum class FromDocument { No, Yes };

/// The fields of an act with what is wrong beside each of them.
class ActForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActForm)

public:
    ActForm(const FormContext& context, FromDocument fromDocument, QWidget* parent = nullptr);

    /// The data of the act as filled in so far.
    [[nodiscard]] Json data() const;
    [[nodiscard]] std::vector<interfaces::AttachedFile> files() const;

    [[nodiscard]] interfaces::ActDraft draft() const { return {data(), files()}; }

    /// Whether nothing was entered yet.
    [[nodiscard]] bool isEmpty() const;

    void fill(const interfaces::ActDraft& draft);

    /// Whether every required field is filled and every typed value understood.
    [[nodiscard]] bool isComplete() const;

    /// Shows what would refuse the act; returns the reasons that belong to no field of this form. Fields not
    /// yet touched stay quiet until `everything` is asked for.
    std::vector<interfaces::WhyNot> showReasons(const std::vector<interfaces::WhyNot>& reasons);

    /// From now on every field says what is wrong with it; the first such field gets the focus.
    void revealAll();

    [[nodiscard]] FieldEditor* editor(const std::string& field) const;

Q_SIGNALS:
    void changed();

private:
    struct Line {
        FieldDefinition field;
        FieldEditor* editor = nullptr;
        QLabel* problem = nullptr;
        QString reason; ///< of the core
        bool touched = false;
    };

    void addField(
        QVBoxLayout* layout, const std::string& key, const FieldDefinition& field, const QString& title);
    void addHint(QVBoxLayout* layout);
    void addFromDocument(QVBoxLayout* layout);
    void addAttachments(QVBoxLayout* layout);
    void showProblem(Line& line);
    [[nodiscard]] QString problemOf(const Line& line) const;

    FormContext m_context;
    FromDocument m_fromDocument;
    std::vector<std::pair<std::string, Line>> m_lines;
    AttachmentList* m_attachments = nullptr;
};

} // namespace tutela::ui

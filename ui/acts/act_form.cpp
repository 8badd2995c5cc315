#include "ui/acts/act_form.h"

#include <QVBoxLayout>

#include "core/base/catalogue.h"
#include "ui/acts/attachment_list.h"
#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view kRecordedPrefix = "recorded_from.";

/// The field that a reason is about, as its message names it.
std::string fieldOf(const interfaces::WhyNot& reason)
{
    for (const Argument& argument : reason.text.arguments) {
        const auto* name = std::get_if<std::string>(&argument.value);
        if (argument.name == "field" && name != nullptr)
            return *name;
        const auto* label = std::get_if<Term>(&argument.value);
        if (argument.name == "field" && label != nullptr && label->id.starts_with("field."))
            return label->id.substr(6);
    }
    return {};
}

} // namespace

ActForm::ActForm(const FormContext& context, FromDocument fromDocument, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_fromDocument(fromDocument)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(14);
    addHint(layout);
    for (const FieldDefinition& field : context.offer.fields)
        addField(layout, field.name, field, term("field", field.name));
    if (fromDocument == FromDocument::Yes)
        addFromDocument(layout);
    addAttachments(layout);
}

void ActForm::addField(
    QVBoxLayout* layout, const std::string& key, const FieldDefinition& field, const QString& title)
{
    Line made{field, makeEditor(field, m_context), paragraph({}, TextKind::Problem), {}, false};
    const QString name = u"field."_s + toQt(key);
    made.editor->setObjectName(name);
    made.editor->speakAs(title);
    made.problem->setObjectName(name + u".problem"_s);
    made.problem->hide();
    auto* box = new QVBoxLayout;
    box->setSpacing(4);
    const bool optional = !field.required && field.type != FieldType::Flag;
    QLabel* caption = label(optional ? tr("%1 (optional)").arg(title) : title, TextKind::Strong);
    caption->setWordWrap(true);
    box->addWidget(caption);
    box->addWidget(made.editor);
    box->addWidget(made.problem);
    layout->addLayout(box);
    m_lines.emplace_back(key, made);
    const std::size_t at = m_lines.size() - 1;
    connect(made.editor, &FieldEditor::changed, this, [this, at] {
        m_lines[at].second.touched = true;
        m_lines[at].second.reason.clear();
        showProblem(m_lines[at].second);
        Q_EMIT changed();
    });
}

// What must not be taken for something else, or is to be known before it is filled in, stands at the top.
void ActForm::addHint(QVBoxLayout* layout)
{
    const std::string id = "hint." + m_context.offer.act;
    if (!Catalogue::embedded("en").has(id))
        return;
    const bool internal = m_context.offer.act.starts_with("add-note");
    auto* hint = new Notice(internal ? "internalHint" : "letterHint");
    hint->show(internal ? Tone::Warning : Tone::Accent, term(Term{id}));
    layout->addWidget(hint);
}

// An act of another institution that came by signed letter: the original, how it was checked, who wrote it.
void ActForm::addFromDocument(QVBoxLayout* layout)
{
    layout->addWidget(line());
    layout->addWidget(label(tr("Recorded from a document"), TextKind::Heading));
    layout->addWidget(paragraph(tr("This is an act of another institution. Attach its signed document; a "
                                   "second person confirms the record."),
        TextKind::Muted));
    addField(
        layout, "recorded_from.document", {"document", FieldType::Document, true, {}}, tr("Signed original"));
    addField(layout, "recorded_from.authenticity", {"authenticity", FieldType::Text, true, {}},
        tr("How its authenticity was checked"));
    addField(layout, "recorded_from.author", {"author", FieldType::Line, true, {}}, tr("Who signed it"));
}

void ActForm::addAttachments(QVBoxLayout* layout)
{
    auto* box = new QVBoxLayout;
    box->setSpacing(4);
    box->addWidget(label(tr("Files"), TextKind::Strong));
    m_attachments = new AttachmentList;
    m_attachments->setObjectName(u"attachments"_s);
    box->addWidget(m_attachments);
    layout->addLayout(box);
    connect(m_attachments, &AttachmentList::changed, this, [this] {
        for (auto& [key, line] : m_lines)
            line.editor->filesChanged(m_attachments->names());
        Q_EMIT changed();
    });
}

Json ActForm::data() const
{
    Json data = Json::object();
    Json recorded = Json::object();
    for (const auto& [key, line] : m_lines) {
        Json value = line.editor->value();
        if (value.isNull())
            continue;
        if (key.starts_with(kRecordedPrefix))
            recorded.set(line.field.name, std::move(value));
        else
            data.set(key, std::move(value));
    }
    if (!recorded.asObject().empty())
        data.set("recorded_from", std::move(recorded));
    return data;
}

std::vector<interfaces::AttachedFile> ActForm::files() const
{
    return m_attachments->files();
}

bool ActForm::isEmpty() const
{
    const Json filled = data();
    return files().empty()
        && std::all_of(filled.asObject().begin(), filled.asObject().end(),
            [](const auto& member) { return member.second.isBool() && !member.second.asBool(); });
}

void ActForm::fill(const interfaces::ActDraft& draft)
{
    m_attachments->setFiles(draft.files);
    const Json* recorded = draft.data.find("recorded_from");
    for (auto& [key, line] : m_lines) {
        const bool ofDocument = key.starts_with(kRecordedPrefix);
        const Json* value = nullptr;
        if (!ofDocument)
            value = draft.data.find(key);
        else if (recorded != nullptr)
            value = recorded->find(line.field.name);
        if (value != nullptr)
            line.editor->setValue(*value);
    }
}

bool ActForm::isComplete() const
{
    return std::all_of(m_lines.begin(), m_lines.end(), [](const auto& keyed) {
        const Line& line = keyed.second;
        return line.editor->problem().isEmpty() && (!line.field.required || !line.editor->value().isNull());
    });
}

std::vector<interfaces::WhyNot> ActForm::showReasons(const std::vector<interfaces::WhyNot>& reasons)
{
    std::vector<interfaces::WhyNot> others;
    for (auto& [key, line] : m_lines)
        line.reason.clear();
    for (const auto& reason : reasons) {
        const std::string field = fieldOf(reason);
        const auto found = std::find_if(m_lines.begin(), m_lines.end(),
            [&](const auto& keyed) { return !field.empty() && keyed.first == field; });
        if (found == m_lines.end())
            others.push_back(reason);
        else
            found->second.reason = ui::text(reason.text);
    }
    for (auto& [key, line] : m_lines)
        showProblem(line);
    return others;
}

void ActForm::revealAll()
{
    FieldEditor* first = nullptr;
    for (auto& [key, line] : m_lines) {
        line.touched = true;
        showProblem(line);
        if (first == nullptr && !problemOf(line).isEmpty())
            first = line.editor;
    }
    if (first != nullptr)
        first->setFocus();
}

FieldEditor* ActForm::editor(const std::string& field) const
{
    for (const auto& [key, line] : m_lines) {
        if (key == field)
            return line.editor;
    }
    return nullptr;
}

QString ActForm::problemOf(const Line& line) const
{
    const QString typed = line.editor->problem();
    if (!typed.isEmpty())
        return typed;
    if (line.field.required && line.editor->value().isNull())
        return tr("This is needed.");
    return line.reason;
}

void ActForm::showProblem(Line& line)
{
    const QString problem = line.touched ? problemOf(line) : QString();
    line.problem->setText(problem);
    line.problem->setVisible(!problem.isEmpty());
    line.editor->markProblem(!problem.isEmpty());
}

} // namespace tutela::ui

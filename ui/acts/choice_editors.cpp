#include "ui/acts/choice_editors.h"

#include <QComboBox>

#include "ui/convert.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/choice_box.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

template <class Things, class Since> std::vector<ChoiceItem> datedItems(const Things& things, Since since)
{
    std::vector<ChoiceItem> items;
    for (const auto& thing : things)
        items.push_back({thing.id, toQt(thing.id) + u" · "_s + dateText(since(thing))});
    return items;
}

std::vector<ChoiceItem> servicesOf(const interfaces::CaseView& view)
{
    std::vector<ChoiceItem> items;
    for (std::size_t at = 0; at < view.file.services.size(); ++at) {
        const std::string& id = view.file.services[at].text();
        items.push_back({id, toQt(at < view.services.size() ? view.services[at] : id)});
    }
    return items;
}

std::vector<ChoiceItem> providersOf(interfaces::Office& office)
{
    std::vector<ChoiceItem> items;
    if (const auto providers = office.providers().providers()) {
        for (const auto& provider : providers.value())
            items.push_back({provider.id.text(), toQt(provider.details.name)});
    }
    return items;
}

std::vector<ChoiceItem> servicesOf(interfaces::Office& office)
{
    std::vector<ChoiceItem> items;
    if (const auto services = office.providers().services(std::nullopt)) {
        for (const auto& service : services.value())
            items.push_back({service.id.text(), toQt(service.details.name)});
    }
    return items;
}

std::vector<ChoiceItem> casesOf(interfaces::Office& office, const FormContext& context)
{
    std::vector<ChoiceItem> items;
    if (context.view != nullptr && context.view->file.linkedCase)
        items.push_back({context.view->file.linkedCase->text(), toQt(context.view->file.linkedCase->text())});
    interfaces::WorklistQuery query;
    query.withClosed = true;
    query.limit = 500;
    if (const auto page = office.worklist().page(query)) {
        for (const auto& row : page.value().rows) {
            const bool own = context.view != nullptr && row.caseId == context.view->file.id;
            if (!own)
                items.push_back({row.caseId.text(), toQt(row.caseId.text()) + u" · "_s + toQt(row.provider)});
        }
    }
    return items;
}

std::vector<ChoiceItem> peopleOf(interfaces::Office& office, const FormContext& context)
{
    std::vector<ChoiceItem> items;
    if (const auto people = office.people().people()) {
        for (const auto& person : people.value())
            items.push_back({person.id.text(), toQt(person.name)});
        return items;
    }
    if (const auto self = office.signIn().signedIn())
        items.push_back({self->person.text(), toQt(self->name)});
    if (context.view == nullptr)
        return items;
    for (const auto& participant : context.view->file.participants) {
        const std::string& id = participant.person.text();
        if (std::none_of(
                items.begin(), items.end(), [&](const ChoiceItem& item) { return item.value == id; }))
            items.push_back({id, toQt(id) + u" · "_s + word(participant.role)});
    }
    return items;
}

std::vector<ChoiceItem> documentsOf(const interfaces::CaseView& view)
{
    std::vector<ChoiceItem> items;
    for (const auto& card : view.cards) {
        for (const auto& document : card.documents)
            items.push_back({document.id.text(), toQt(document.name) + u" · "_s + ui::text(card.title)});
    }
    return items;
}

/// The periods that the authority set and that nothing has ended.
std::vector<ChoiceItem> periodsOf(const interfaces::CaseView& view)
{
    std::vector<ChoiceItem> items;
    for (const auto& clock : view.clocks) {
        const bool ended = clock.state == ClockState::Met || clock.state == ClockState::MetLate
            || clock.state == ClockState::EndedWithoutAnswer;
        if (clock.setByAuthority && !ended)
            items.push_back({clock.id,
                clockName(clock.id, clock.service)
                    + (clock.end ? u" · "_s + dateText(*clock.end) : QString())});
    }
    return items;
}

/// The entries that recorded a day of receipt, with the day as it counts now.
std::vector<ChoiceItem> receiptsOf(const interfaces::CaseView& view)
{
    std::vector<ChoiceItem> items;
    for (const RecordedReceipt& receipt : view.file.receipts) {
        const auto row = std::find_if(view.history.begin(), view.history.end(),
            [&](const auto& one) { return one.entry == receipt.entry; });
        if (row == view.history.end())
            continue;
        items.push_back({std::to_string(receipt.entry),
            QString::number(row->streamSeq) + u" · "_s + term("receipt-kind", toText(receipt.kind))
                + (receipt.of.empty() ? QString() : u" "_s + toQt(receipt.of)) + u" · "_s
                + (receipt.kind == ReceiptKind::Order && receipt.at ? instantText(*receipt.at)
                                                                    : dateText(receipt.day))});
    }
    return items;
}

/// What came late and nobody has said anything about yet.
std::vector<ChoiceItem> lateAnswersOf(const interfaces::CaseView& view)
{
    std::vector<ChoiceItem> items;
    for (const auto& late : view.file.lateAnswers) {
        if (late.consideration != Consideration::Undecided)
            continue;
        const auto clock = std::ranges::find(view.clocks, late.clock, &interfaces::ClockView::id);
        const QString name =
            clock == view.clocks.end() ? clockName(late.clock) : clockName(clock->id, clock->service);
        items.push_back({late.id, toQt(late.id) + u" · "_s + name + u" · "_s + dateText(late.receivedOn)});
    }
    return items;
}

/// The corrections that wait for a second person.
std::vector<ChoiceItem> correctionsOf(const interfaces::CaseView& view)
{
    std::vector<ChoiceItem> items;
    for (const Correction& correction : view.file.corrections) {
        if (correction.state == CorrectionState::Proposed)
            items.push_back({correction.id,
                toQt(correction.id) + u" · "_s + term("receipt-kind", toText(correction.kind)) + u" · "_s
                    + dateText(correction.was) + u" → "_s + dateText(correction.becomes)});
    }
    return items;
}

/// The first words, for a line of a list.
QString beginningOf(const std::string& text)
{
    constexpr int kShown = 60;
    const QString words = toQt(text).simplified();
    return words.size() <= kShown ? words : words.left(kShown) + u"…"_s;
}

/// The points that count, with the authority's view where there is one.
std::vector<ChoiceItem> pointsOf(const interfaces::CaseView& view)
{
    std::vector<ChoiceItem> items;
    for (const interfaces::PointRow& row : view.points) {
        if (row.superseded)
            continue;
        const QString made =
            row.view ? u" ("_s + term("authority_view", toText(*row.view)) + u")"_s : QString();
        items.push_back({row.id, toQt(row.id) + u" · "_s + beginningOf(row.text) + made});
    }
    return items;
}

/// The grounds that stand.
std::vector<ChoiceItem> groundsOf(const interfaces::CaseView& view)
{
    std::vector<ChoiceItem> items;
    for (const interfaces::ConditionRow& row : view.conditions) {
        for (const interfaces::GroundView& ground : row.grounds)
            items.push_back({ground.id,
                toQt(ground.id) + u" · "_s + term("condition", row.condition) + u" · "_s
                    + beginningOf(ground.text)});
    }
    return items;
}

QString documentName(const interfaces::CaseView& view, const DocumentId& id)
{
    for (const auto& card : view.cards) {
        for (const auto& document : card.documents) {
            if (document.id == id)
                return toQt(document.name);
        }
    }
    return toQt(id.text());
}

/// The claims that wait for a decision.
std::vector<ChoiceItem> claimsOf(const interfaces::CaseView& view)
{
    std::vector<ChoiceItem> items;
    for (const ConfidentialityClaim& claim : view.file.claims) {
        const auto row = std::find_if(view.history.begin(), view.history.end(),
            [&](const auto& one) { return one.entry == claim.entry; });
        if (claim.decision || row == view.history.end())
            continue;
        items.push_back({std::to_string(claim.entry),
            toQt(claim.id) + u" · "_s + documentName(view, claim.document) + u" · "_s
                + instantText(row->at)});
    }
    return items;
}

/// What was recorded from a document and waits for a second person.
std::vector<ChoiceItem> recordsOf(const interfaces::CaseView& view)
{
    std::vector<ChoiceItem> items;
    for (const auto& row : view.history) {
        const auto recorded = std::find_if(view.file.recorded.begin(), view.file.recorded.end(),
            [&](const auto& one) { return one.entry == row.entry; });
        if (recorded != view.file.recorded.end() && !recorded->confirmedBy)
            items.push_back({std::to_string(row.entry),
                term("act", row.act) + u" · "_s + instantText(row.at) + u" · "_s + toQt(row.by)});
    }
    return items;
}

} // namespace

ChoiceEditor::ChoiceEditor(std::vector<ChoiceItem> items, NumberValue number)
    : m_number(number)
    , m_box(new ChoiceBox)
{
    m_box->addItem(items.empty() ? tr("Nothing to choose from") : tr("Choose…"));
    for (const ChoiceItem& item : items)
        m_box->addItem(item.label, toQt(item.value));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(18);
    holdOnly(m_box);
    connect(m_box, &QComboBox::currentIndexChanged, this, &FieldEditor::changed);
}

Json ChoiceEditor::value() const
{
    const QString chosen = m_box->currentData().toString();
    if (chosen.isEmpty())
        return {};
    return m_number == NumberValue::Yes ? Json(static_cast<std::int64_t>(chosen.toLongLong()))
                                        : Json(toStd(chosen));
}

void ChoiceEditor::setValue(const Json& value)
{
    QString wanted;
    if (value.isString())
        wanted = toQt(value.asString());
    else if (value.isInteger())
        wanted = QString::number(value.asInteger());
    m_box->setCurrentIndex(wanted.isEmpty() ? 0 : std::max(0, m_box->findData(wanted)));
}

void ChoiceEditor::speakAs(const QString& name)
{
    named(m_box, objectName() + u".choice"_s, name);
}

QWidget* ChoiceEditor::main() const
{
    return m_box;
}

FileEditor::FileEditor()
    : m_box(new ChoiceBox)
{
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(18);
    holdOnly(m_box);
    filesChanged({});
    connect(m_box, &QComboBox::currentIndexChanged, this, &FieldEditor::changed);
}

Json FileEditor::value() const
{
    const QString chosen = m_box->currentData().toString();
    return chosen.isEmpty() ? Json() : Json(toStd(chosen));
}

void FileEditor::setValue(const Json& value)
{
    m_box->setCurrentIndex(value.isString() ? std::max(0, m_box->findData(toQt(value.asString()))) : 0);
}

void FileEditor::speakAs(const QString& name)
{
    named(m_box, objectName() + u".file"_s, name);
}

void FileEditor::filesChanged(const std::vector<std::string>& names)
{
    const Json before = value();
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    m_box->addItem(names.empty() ? tr("Attach the file below first") : tr("Choose an attached file…"));
    for (const std::string& name : names)
        m_box->addItem(toQt(name), toQt(name));
    setValue(before);
}

QWidget* FileEditor::main() const
{
    return m_box;
}

std::vector<ChoiceItem> optionsOf(const FieldDefinition& field)
{
    std::vector<ChoiceItem> items;
    for (const std::string& option : field.options)
        items.push_back({option, term(field.name, option)});
    return items;
}

std::vector<ChoiceItem> courtChoices(const FieldDefinition& field, const FormContext& context)
{
    std::vector<ChoiceItem> items;
    if (context.view == nullptr)
        return items;
    for (const auto& person : context.view->court) {
        const std::string role(toText(person.role));
        if (std::find(field.options.begin(), field.options.end(), role) != field.options.end())
            items.push_back({person.id.text(), toQt(person.name)});
    }
    return items;
}

std::vector<ChoiceItem> entriesFor(const std::string& field, const FormContext& context)
{
    if (context.view == nullptr)
        return {};
    return field == "claim" ? claimsOf(*context.view) : recordsOf(*context.view);
}

std::vector<ChoiceItem> choicesFor(FieldType type, const FormContext& context)
{
    interfaces::Office& office = *context.office;
    const interfaces::CaseView* view = context.view;
    if (type == FieldType::Provider)
        return providersOf(office);
    if (type == FieldType::Case)
        return casesOf(office, context);
    if (type == FieldType::Person)
        return peopleOf(office, context);
    if (view == nullptr)
        return type == FieldType::Service ? servicesOf(office) : std::vector<ChoiceItem>();
    if (type == FieldType::Service)
        return servicesOf(*view);
    if (type == FieldType::Request)
        return datedItems(view->file.requests, [](const auto& request) { return request.askedOn; });
    if (type == FieldType::Hearing)
        return datedItems(view->file.hearings, [](const auto& hearing) { return hearing.invitedOn; });
    if (type == FieldType::Consultation)
        return datedItems(view->file.consultations, [](const auto& one) { return one.requestedOn; });
    if (type == FieldType::Period)
        return periodsOf(*view);
    if (type == FieldType::LateAnswer)
        return lateAnswersOf(*view);
    if (type == FieldType::Receipt)
        return receiptsOf(*view);
    if (type == FieldType::Correction)
        return correctionsOf(*view);
    if (type == FieldType::FiledDocument || type == FieldType::FiledDocuments)
        return documentsOf(*view);
    if (type == FieldType::OpinionPoint || type == FieldType::OpinionPoints)
        return pointsOf(*view);
    if (type == FieldType::ConditionCell)
        return groundsOf(*view);
    if (type == FieldType::EvidenceItems)
        return datedItems(view->file.evidence, [](const auto& one) { return one.observedOn; });
    std::vector<ChoiceItem> items;
    if (type == FieldType::Question) {
        for (const auto& question : view->file.questions)
            items.push_back({question.id, toQt(question.id)});
    }
    return items;
}

} // namespace tutela::ui

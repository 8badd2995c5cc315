#include "core/filings/filing_content.h"

#include <algorithm>

#include "core/base/catalogue.h"
#include "core/filings/json_path.h"
#include "core/filings/technology_content.h"

namespace tutela::filings {

namespace {

bool isNested(const Field& field)
{
    return field.type == FieldType::Group || field.type == FieldType::Objects;
}

std::string choiceLabel(const Field& field, const std::string& id)
{
    const auto found = std::ranges::find(field.choices, id, &Choice::id);
    return found == field.choices.end() ? id : found->label;
}

/// Every text in a group, one line for each of its fields.
std::string joined(const Json& group, const std::vector<Field>& fields)
{
    std::string out;
    for (const Field& field : fields) {
        if (const Json* value = group.find(field.id); value != nullptr)
            out += (out.empty() ? "" : "\n") + field.label + ": " + plainValue(*value);
    }
    return out;
}

class ContentReader final {
public:
    explicit ContentReader(domain::Filing& filing)
        : m_filing(filing)
    {
    }

    void object(const Json& json, const std::vector<Field>& fields, const domain::FilingSection& heading,
        const std::string& path);

    void finish() { m_filing.technologies = m_technologies.take(); }

private:
    void plain(const Json& json, const std::vector<Field>& fields, domain::FilingSection& section);
    void nested(const Json& json, const Field& field, int depth, const std::string& path);
    void item(const Json& json, const Field& field, int depth, const std::string& path, std::size_t number);
    void begin(const std::string& fact, const std::string& path);
    void end(const std::string& fact);
    void remember(const Field& field, const Json& value, const domain::FilingItem& item);
    void rememberProvider(const std::string& fact, const domain::FilingItem& item);
    void rememberMeasure(const std::string& fact, const std::string& text);
    void rememberRisk(const std::string& fact, const std::string& text);
    void rememberOpinion(const std::string& fact, const std::string& text, const Json& value);
    void rememberPlan(const std::string& fact, const std::string& text, const Json& value);

    domain::Filing& m_filing;
    domain::DeclaredService m_service;
    domain::FilingMeasure m_measure;
    domain::FilingRisk m_risk;
    domain::FilingOpinion m_opinion;
    TechnologyContent m_technologies;
};

void ContentReader::rememberProvider(const std::string& fact, const domain::FilingItem& item)
{
    domain::DeclaredProvider& provider = m_filing.provider;
    if (fact == "provider.name")
        provider.name = item.text;
    else if (fact == "provider.establishment")
        provider.mainEstablishment = item.text;
    else if (fact == "provider.representative")
        provider.legalRepresentative = item.text;
    else if (fact == "provider.contact")
        provider.contactPoint = item.text;
    else if (fact == "provider.languages")
        provider.languages = item.list;
}

void ContentReader::rememberMeasure(const std::string& fact, const std::string& text)
{
    if (fact == "measure.name")
        m_measure.name = text;
    else if (fact == "measure.kind")
        m_measure.kind = text;
    else if (fact == "measure.description")
        m_measure.description = text;
    else if (fact == "measure.status")
        m_measure.status = text;
}

void ContentReader::rememberRisk(const std::string& fact, const std::string& text)
{
    if (fact == "risk.name")
        m_risk.name = text;
    else if (fact == "risk.severity-before")
        m_risk.severityBefore = text;
    else if (fact == "risk.likelihood-before")
        m_risk.likelihoodBefore = text;
    else if (fact == "risk.severity-after")
        m_risk.severityAfter = text;
    else if (fact == "risk.likelihood-after")
        m_risk.likelihoodAfter = text;
    else if (fact == "risk.explanation")
        m_risk.explanation = text;
}

std::optional<Day> dayOf(const Json& value)
{
    return value.isString() ? parseDay(value.asString()) : std::nullopt;
}

void ContentReader::rememberOpinion(const std::string& fact, const std::string& text, const Json& value)
{
    if (fact == "opinion.by")
        m_opinion.by = text;
    else if (fact == "opinion.outcome")
        m_opinion.outcome = text;
    else if (fact == "opinion.text")
        m_opinion.text = text;
    else if (fact == "opinion.asked-on")
        m_opinion.askedOn = dayOf(value);
    else if (fact == "opinion.ended-on")
        m_opinion.endedOn = dayOf(value);
}

void ContentReader::rememberPlan(const std::string& fact, const std::string& text, const Json& value)
{
    if (fact == "plan.file-number")
        m_filing.plan.fileNumber = text;
    else if (fact == "plan.detection-kind")
        m_filing.plan.detectionKind = plainValue(value);
    else if (fact == "plan.renewal")
        m_filing.plan.renewalWithoutChange = value.isBool() && value.asBool();
    else if (fact == "plan.adjustments")
        m_filing.plan.adjustments = text;
}

void ContentReader::remember(const Field& field, const Json& value, const domain::FilingItem& item)
{
    const std::string& fact = field.fact;
    rememberProvider(fact, item);
    rememberMeasure(fact, item.text);
    rememberRisk(fact, item.text);
    rememberOpinion(fact, item.text, value);
    rememberPlan(fact, item.text, value);
    m_technologies.remember(fact, item.text, value);
    if (fact == "assessed-on")
        m_filing.assessedOn = dayOf(value);
    else if (fact == "service.name")
        m_service.name = item.text;
    else if (fact == "service.residual-risk")
        m_service.residualRisk = item.text;
    else if (fact == "service.kinds" && value.isArray()) {
        for (const Json& kind : value.asArray())
            m_service.kinds.push_back(plainValue(kind));
    }
}

void ContentReader::plain(const Json& json, const std::vector<Field>& fields, domain::FilingSection& section)
{
    for (const Field& field : fields) {
        if (isNested(field))
            continue;
        const Json* value = json.find(field.id);
        domain::FilingItem item{field.label, field.law, {}, {}};
        if (value == nullptr) {
            if (field.requirement == Requirement::Required)
                section.items.push_back(item);
            continue;
        }
        if (value->isArray()) {
            for (const Json& entry : value->asArray())
                item.list.push_back(choiceLabel(field, plainValue(entry)));
        } else {
            item.text = choiceLabel(field, plainValue(*value));
        }
        remember(field, *value, item);
        section.items.push_back(std::move(item));
    }
    for (const auto& [key, value] : json.asObject()) {
        const bool isKnown = std::ranges::find(fields, key, &Field::id) != fields.end()
            || (section.depth == 0 && (key == "form" || key == "formVersion"));
        if (!isKnown)
            section.items.push_back({key, {}, plainValue(value), {}});
    }
}

void ContentReader::begin(const std::string& fact, const std::string& path)
{
    m_technologies.begin(fact);
    if (fact == "service") {
        m_service = {};
    } else if (fact == "measure") {
        m_measure = {};
        m_measure.about = m_service.name;
        m_measure.path = path;
    } else if (fact == "risk") {
        m_risk = {};
        m_risk.about = m_service.name;
        m_risk.path = path;
    } else if (fact == "opinion") {
        m_opinion = {};
        m_opinion.path = path;
    }
}

void ContentReader::end(const std::string& fact)
{
    m_technologies.end(fact);
    if (fact == "service")
        m_filing.services.push_back(std::move(m_service));
    else if (fact == "measure")
        m_filing.measures.push_back(std::move(m_measure));
    else if (fact == "risk")
        m_filing.risks.push_back(std::move(m_risk));
    else if (fact == "opinion")
        m_filing.opinions.push_back(std::move(m_opinion));
}

void ContentReader::item(
    const Json& json, const Field& field, int depth, const std::string& path, std::size_t number)
{
    domain::FilingSection section{field.label, field.law, depth, {}};
    if (number > 0)
        section.heading += " " + std::to_string(number);
    for (const Field& inner : field.fields) {
        if (number > 0 && inner.fact == field.fact + ".name" && !isBlank(json.text(inner.id)))
            section.heading += ": " + std::string(json.text(inner.id));
    }
    if (!json.isObject()) {
        section.items.push_back({field.label, field.law, plainValue(json), {}});
        m_filing.sections.push_back(std::move(section));
        return;
    }
    begin(field.fact, path);
    if (field.fact == "measure.evaluation")
        m_measure.evaluation = joined(json, field.fields);
    object(json, field.fields, section, path);
    end(field.fact);
}

void ContentReader::nested(const Json& json, const Field& field, int depth, const std::string& path)
{
    if (field.type == FieldType::Group || !json.isArray())
        return item(json, field, depth, path, 0);
    for (std::size_t i = 0; i < json.asArray().size(); ++i)
        item(json.asArray()[i], field, depth, itemPath(path, i), i + 1);
}

void ContentReader::object(const Json& json, const std::vector<Field>& fields,
    const domain::FilingSection& heading, const std::string& path)
{
    domain::FilingSection section = heading;
    plain(json, fields, section);
    for (const Field& field : fields) {
        if (isNested(field) && field.requirement == Requirement::Required && json.find(field.id) == nullptr)
            section.items.push_back({field.label, field.law, {}, {}});
    }
    m_filing.sections.push_back(std::move(section));
    for (const Field& field : fields) {
        if (const Json* value = json.find(field.id); isNested(field) && value != nullptr)
            nested(*value, field, heading.depth + 1, memberPath(path, field.id));
    }
}

} // namespace

std::string plainValue(const Json& value)
{
    if (value.isString())
        return value.asString();
    if (value.isNull())
        return {};
    if (value.isBool())
        return Catalogue::embedded("en").term(value.asBool() ? "filing.yes" : "filing.no");
    return canonicalJson(value);
}

domain::Filing filingContent(const Json& document, const Form& form)
{
    domain::Filing filing;
    filing.form = form.id;
    filing.formVersion = form.version;
    filing.kind = form.kind;
    filing.title = form.title;
    ContentReader reader(filing);
    reader.object(document, form.fields, {form.title, form.law, 0, {}}, "$");
    reader.finish();
    return filing;
}

} // namespace tutela::filings

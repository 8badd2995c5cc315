#include "filing_as_json.h"

#include "core/base/catalogue.h"

namespace tutela::filings {

namespace {

Json texts(const std::vector<std::string>& list)
{
    Json::Array out;
    for (const std::string& text : list)
        out.emplace_back(text);
    return out;
}

/// Members that are empty are left out, so that a golden file shows what is there.
void put(Json& object, const char* key, Json value)
{
    const bool isEmpty =
        (value.isString() && value.asString().empty()) || (value.isArray() && value.asArray().empty());
    if (!isEmpty)
        object.set(key, std::move(value));
}

template <class T, class F> Json all(const std::vector<T>& values, F one)
{
    Json::Array out;
    for (const T& value : values)
        out.push_back(one(value));
    return out;
}

Json section(const domain::FilingSection& section)
{
    Json out = Json::object();
    put(out, "heading", section.heading);
    put(out, "law", section.law);
    put(out, "depth", section.depth);
    put(out, "items", all(section.items, [](const domain::FilingItem& item) {
        Json one = Json::object();
        put(one, "label", item.label);
        put(one, "law", item.law);
        put(one, "text", item.text);
        put(one, "list", texts(item.list));
        return one;
    }));
    return out;
}

Json measure(const domain::FilingMeasure& measure)
{
    Json out = Json::object();
    put(out, "about", measure.about);
    put(out, "name", measure.name);
    put(out, "kind", measure.kind);
    put(out, "description", measure.description);
    put(out, "status", measure.status);
    put(out, "evaluation", measure.evaluation);
    put(out, "path", measure.path);
    return out;
}

Json risk(const domain::FilingRisk& risk)
{
    Json out = Json::object();
    put(out, "about", risk.about);
    put(out, "name", risk.name);
    put(out, "severityBefore", risk.severityBefore);
    put(out, "likelihoodBefore", risk.likelihoodBefore);
    put(out, "severityAfter", risk.severityAfter);
    put(out, "likelihoodAfter", risk.likelihoodAfter);
    put(out, "explanation", risk.explanation);
    put(out, "impacts", texts(risk.impacts));
    put(out, "threats", texts(risk.threats));
    put(out, "sources", texts(risk.sources));
    put(out, "measures", texts(risk.measures));
    put(out, "path", risk.path);
    return out;
}

Json opinion(const domain::FilingOpinion& opinion)
{
    Json out = Json::object();
    put(out, "by", opinion.by);
    put(out, "capacity", opinion.capacity);
    put(out, "outcome", opinion.outcome);
    put(out, "text", opinion.text);
    put(out, "askedOn", opinion.askedOn ? formatDay(*opinion.askedOn) : std::string());
    put(out, "endedOn", opinion.endedOn ? formatDay(*opinion.endedOn) : std::string());
    put(out, "path", opinion.path);
    return out;
}

Json action(const domain::FilingAction& action)
{
    Json out = Json::object();
    put(out, "about", action.about);
    put(out, "what", action.what);
    put(out, "responsible", action.responsible);
    put(out, "due", action.due ? formatDay(*action.due) : std::string());
    put(out, "status", action.status);
    put(out, "path", action.path);
    return out;
}

Json finding(const domain::Finding& finding)
{
    Json out = Json::object();
    put(out, "code", finding.code);
    put(out, "severity", domain::toText(finding.severity));
    put(out, "path", finding.path);
    put(out, "law", finding.law);
    put(out, "text", Catalogue::embedded("en").text(finding.text));
    return out;
}

Json provider(const domain::DeclaredProvider& provider)
{
    Json out = Json::object();
    put(out, "name", provider.name);
    put(out, "mainEstablishment", provider.mainEstablishment);
    put(out, "legalRepresentative", provider.legalRepresentative);
    put(out, "contactPoint", provider.contactPoint);
    put(out, "languages", texts(provider.languages));
    return out;
}

} // namespace

Json asJson(const domain::Filing& filing)
{
    Json out = Json::object();
    put(out, "form", filing.form);
    put(out, "formVersion", filing.formVersion);
    put(out, "kind", toText(filing.kind));
    put(out, "sha256", toHex(filing.sha256));
    put(out, "size", static_cast<std::int64_t>(filing.size));
    put(out, "title", filing.title);
    put(out, "provider", provider(filing.provider));
    put(out, "assessedOn", filing.assessedOn ? formatDay(*filing.assessedOn) : std::string());
    put(out, "services", all(filing.services, [](const domain::DeclaredService& service) {
        Json one = Json::object();
        put(one, "name", service.name);
        put(one, "kinds", texts(service.kinds));
        put(one, "residualRisk", service.residualRisk);
        return one;
    }));
    if (filing.plan != domain::DeclaredPlan{}) {
        put(out, "plan",
            Json::object(
                {{"fileNumber", filing.plan.fileNumber}, {"detectionKind", filing.plan.detectionKind},
                    {"renewalWithoutChange", filing.plan.renewalWithoutChange},
                    {"adjustments", filing.plan.adjustments}}));
    }
    put(out, "sections", all(filing.sections, section));
    put(out, "measures", all(filing.measures, measure));
    put(out, "risks", all(filing.risks, risk));
    put(out, "opinions", all(filing.opinions, opinion));
    put(out, "actions", all(filing.actions, action));
    put(out, "findings", all(filing.findings, finding));
    return out;
}

} // namespace tutela::filings

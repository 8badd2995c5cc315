#include "core/filings/compare_filings.h"

#include <algorithm>
#include <map>
#include <utility>

namespace tutela::filings {

namespace {

using domain::ComparedField;
using domain::Filing;
using domain::Finding;
using domain::Severity;
using domain::StatedRisk;

std::string textOf(const domain::FilingItem& item)
{
    std::string text = item.text;
    for (const std::string& line : item.list)
        text += (text.empty() ? "" : "\n") + line;
    return text;
}

/// One field of one filing; `place` tells it from others of the same name.
struct PlacedField {
    std::string where; ///< the headings above it
    std::string section;
    std::string label;
    std::string place;
    std::string text;
};

std::vector<PlacedField> fieldsOf(const Filing& filing)
{
    std::vector<PlacedField> fields;
    std::map<std::string, int> seen;
    std::vector<std::string> path;
    for (const auto& section : filing.sections) {
        path.resize(static_cast<std::size_t>(section.depth));
        path.push_back(section.heading);
        std::string where;
        for (const std::string& heading : path)
            where += heading + "\x1f";
        for (const auto& item : section.items) {
            const std::string name = where + item.label;
            fields.push_back({where, section.heading, item.label,
                name + "\x1f" + std::to_string(seen[name]++), textOf(item)});
        }
    }
    return fields;
}

std::vector<ComparedField> sideBySide(const Filing& earlier, const Filing& later)
{
    const std::vector<PlacedField> before = fieldsOf(earlier);
    std::map<std::string, const PlacedField*> gone;
    for (const PlacedField& field : before)
        gone.emplace(field.place, &field);
    std::vector<std::pair<std::string, ComparedField>> compared; // with the place of the section
    for (const PlacedField& field : fieldsOf(later)) {
        const auto found = gone.find(field.place);
        ComparedField both{field.section, field.label, {}, field.text, FieldChange::Added};
        if (found != gone.end()) {
            both.before = found->second->text;
            both.change = both.before == both.after ? FieldChange::Same : FieldChange::Changed;
            gone.erase(found);
        }
        compared.emplace_back(field.where, std::move(both));
    }
    for (const PlacedField& field : before) {
        if (!gone.contains(field.place))
            continue;
        const auto last = std::find_if(compared.rbegin(), compared.rend(),
            [&](const auto& other) { return other.first == field.where; });
        const auto place = last == compared.rend() ? compared.end() : last.base();
        compared.insert(
            place, {field.where, {field.section, field.label, field.text, {}, FieldChange::Removed}});
    }
    std::vector<ComparedField> fields;
    for (auto& [where, field] : compared)
        fields.push_back(std::move(field));
    return fields;
}

const domain::FilingMeasure* sameMeasure(const Filing& filing, const domain::FilingMeasure& measure)
{
    const auto found = std::ranges::find_if(filing.measures, [&](const domain::FilingMeasure& other) {
        return other.about == measure.about && other.name == measure.name;
    });
    return found == filing.measures.end() ? nullptr : &*found;
}

bool isSame(const domain::FilingMeasure& a, const domain::FilingMeasure& b)
{
    return a.kind == b.kind && a.description == b.description && a.status == b.status
        && a.evaluation == b.evaluation;
}

/// Whether something was done for the service since: a measure is new, or not what it was.
bool measuresMoved(const Filing& earlier, const Filing& later, const std::string& service)
{
    return std::ranges::any_of(later.measures, [&](const domain::FilingMeasure& measure) {
        const domain::FilingMeasure* before = sameMeasure(earlier, measure);
        return measure.about == service && (before == nullptr || !isSame(*before, measure));
    });
}

Finding point(const char* code, const std::string& path, const char* law, std::vector<Argument> arguments)
{
    return {code, Severity::ToCheck, path, law, {code, std::move(arguments)}};
}

std::vector<Finding> contradictionsOf(const Filing& earlier, const Filing& later)
{
    std::vector<Finding> found;
    const auto offers = [](const Filing& filing, const std::string& name) {
        return std::ranges::find(filing.services, name, &domain::DeclaredService::name)
            != filing.services.end();
    };
    // (1) a service that was assessed before
    for (const auto& service : earlier.services) {
        if (!offers(later, service.name))
            found.push_back(
                point("filing.service-gone", "$.services", "Art 3(1)", {{"service", service.name}}));
    }
    // (2) a measure that was claimed before
    for (const auto& measure : earlier.measures) {
        if (offers(later, measure.about) && sameMeasure(later, measure) == nullptr)
            found.push_back(point("filing.measure-gone", "$.services", "Art 4(1)",
                {{"measure", measure.name}, {"service", measure.about}}));
    }
    // (3) a risk that is stated otherwise although nothing was done for the service
    const auto before = statedRisks(earlier);
    for (const StatedRisk& risk : statedRisks(later)) {
        const auto same = std::ranges::find_if(before, [&](const StatedRisk& other) {
            return other.service == risk.service && other.risk == risk.risk;
        });
        if (same != before.end() && same->after != risk.after && !same->after.empty()
            && !measuresMoved(earlier, later, risk.service))
            found.push_back(point("filing.risk-without-measure", "$.services", "Art 3(5), 4(1)",
                {{"service", risk.service}, {"before", same->after}, {"after", risk.after}}));
    }
    return found;
}

std::string level(const std::string& severity, const std::string& likelihood)
{
    if (severity.empty() || likelihood.empty())
        return severity + likelihood;
    return severity + " / " + likelihood;
}

} // namespace

std::vector<StatedRisk> statedRisks(const Filing& filing)
{
    std::vector<StatedRisk> risks;
    for (const auto& service : filing.services) {
        if (!service.residualRisk.empty())
            risks.push_back({service.name, {}, {}, service.residualRisk});
    }
    for (const auto& risk : filing.risks)
        risks.push_back({risk.about, risk.name, level(risk.severityBefore, risk.likelihoodBefore),
            level(risk.severityAfter, risk.likelihoodAfter)});
    return risks;
}

FilingComparison compareFilings(const Filing& earlier, const Filing& later)
{
    return {sideBySide(earlier, later), contradictionsOf(earlier, later)};
}

} // namespace tutela::filings

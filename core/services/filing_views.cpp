#include "core/services/filing_views.h"

#include "core/services/technology_views.h"

namespace tutela::services {

interfaces::FindingView viewOf(const domain::Finding& finding)
{
    return {
        finding.code, std::string(domain::toText(finding.severity)), finding.path, finding.law, finding.text};
}

interfaces::FilingView viewOf(const domain::Filing& filing)
{
    interfaces::FilingView view;
    view.kind = filing.kind;
    view.form = filing.form;
    view.sha256 = toHex(filing.sha256);
    view.provider = filing.provider.name;
    for (const auto& service : filing.services)
        view.services.push_back(service.name);
    for (const auto& section : filing.sections) {
        interfaces::FilingSectionView shown{section.heading, {}};
        for (const auto& item : section.items) {
            std::string text = item.text;
            for (const std::string& line : item.list)
                text += (text.empty() ? "" : "\n") + line;
            shown.items.emplace_back(item.label, text);
        }
        view.sections.push_back(std::move(shown));
    }
    for (const auto& finding : filing.findings)
        view.findings.push_back(viewOf(finding));
    view.technologies = technologyViews(filing);
    return view;
}

interfaces::FindingView pointToCheck(
    const char* id, const char* path, const char* law, std::vector<Argument> arguments)
{
    return {
        id, std::string(domain::toText(domain::Severity::ToCheck)), path, law, {id, std::move(arguments)}};
}

std::vector<interfaces::FindingView> comparedWithCase(
    Register& source, const domain::Filing& filing, const CaseFile& file)
{
    std::vector<interfaces::FindingView> points;
    if (filing.kind != FilingKind::ImplementationPlan || file.kind != CaseKind::Detection)
        return points;
    const auto compare = [&](const char* id, const char* path, const std::string& stated,
                             const std::string& known) {
        if (!stated.empty() && !known.empty() && stated != known)
            points.push_back(pointToCheck(id, path, "Art 7(3)", {{"stated", stated}, {"known", known}}));
    };
    const auto provider = source.directory.provider(file.provider);
    const auto service =
        file.services.empty() ? std::nullopt : source.directory.service(file.services.front());
    compare("filing.other-provider", "$.provider.name", filing.provider.name,
        provider ? provider->name : std::string());
    compare("filing.other-file-number", "$.draft.fileNumber", filing.plan.fileNumber, file.id.text());
    compare("filing.other-service", "$.services[0].name",
        filing.services.empty() ? std::string() : filing.services.front().name,
        service ? service->name : std::string());
    compare("filing.other-kind", "$.draft.kind", filing.plan.detectionKind,
        file.detectionKind ? std::string(toText(*file.detectionKind)) : std::string());
    return points;
}

} // namespace tutela::services

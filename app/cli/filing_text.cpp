#include "app/cli/filing_text.h"

#include <fmt/format.h>

#include "app/cli/technology_text.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using interfaces::FindingView;

std::string findingText(const FindingView& finding, const Context& context)
{
    const Style style = finding.severity == "must-fix" ? Style::Alarm
        : finding.severity == "to-check"               ? Style::Warning
                                                       : Style::Faint;
    std::string out = "  " + context.styled(context.label("cli.severity", finding.severity), style) + "\n";
    std::string line = "    " + context.text(finding.text);
    if (!finding.law.empty())
        line += fmt::format(" [{}]", printable(finding.law));
    out += wrapText(line, context.width(), 4);
    return finding.path.empty() ? out : out + "    " + printable(finding.path) + "\n";
}

} // namespace

Json findingsJson(const std::vector<FindingView>& findings, const Context& context)
{
    Json::Array out;
    for (const FindingView& finding : findings)
        out.push_back(Json::object({{"code", finding.code}, {"severity", finding.severity},
            {"path", finding.path}, {"law", finding.law}, {"text", context.texts().text(finding.text)}}));
    return out;
}

Json contentJson(const interfaces::FilingView& filing)
{
    Json::Array out;
    for (const auto& section : filing.sections) {
        Json::Array items;
        for (const auto& [label, text] : section.items)
            items.push_back(Json::object({{"label", label}, {"text", text}}));
        out.push_back(Json::object({{"heading", section.heading}, {"items", std::move(items)}}));
    }
    return out;
}

std::string findingsText(const std::vector<FindingView>& findings, const Context& context)
{
    std::string out;
    for (const FindingView& finding : findings)
        out += findingText(finding, context);
    return out;
}

std::string filingText(const interfaces::FilingView& filing, const Context& context)
{
    std::string out = wrapText("  " + context.label("filing-kind", toText(filing.kind)) + " – "
            + printable(filing.form) + " – " + printable(filing.provider),
        context.width(), 4);
    out += findingsText(filing.findings, context);
    if (!filing.technologies.empty())
        out += "\n" + technologiesText(filing.technologies, context);
    for (const auto& section : filing.sections) {
        out += "\n" + wrapText("    " + printable(section.heading), context.width(), 6);
        out += facts(section.items, context, 6);
    }
    return out;
}

} // namespace tutela::cli

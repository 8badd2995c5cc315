#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using interfaces::WarningReport;
using interfaces::WarningScope;

Json reportJson(const WarningReport& report, const Context& context)
{
    Json::Array rows;
    for (const auto& row : report.rows) {
        Json json = warningJson(row.warning, context);
        json.set("case", row.caseId.text());
        json.set("provider", row.provider);
        json.set("service", row.service);
        rows.push_back(std::move(json));
    }
    return Json::object({{"legal_bases", warningsJson(report.legalBases, context)}, {"rows", std::move(rows)},
        {"cases", report.cases}, {"cut", report.cut}});
}

std::string reportText(const WarningReport& report, const Context& context)
{
    std::string out = warningsText(report.legalBases, context);
    if (report.rows.empty())
        return out + context.term("cli.warnings.none") + "\n";
    Table table({"", context.term("cli.column.case"), context.term("cli.column.provider"),
        context.term("cli.column.warning"), context.term("cli.column.law")});
    table.mayShrink({3, 2});
    for (const auto& row : report.rows)
        table.row({context.label("warning-level", toText(row.warning.level)), row.caseId.text(), row.provider,
                      context.text(row.warning.text), row.warning.law},
            {styleOf(row.warning.level), Style::Strong, Style::Plain, Style::Plain, Style::Faint});
    out += (out.empty() ? "" : "\n") + table.render(context.tableWidth(), context.colour());
    if (report.cut)
        out += "\n" + context.text({"cli.warnings.cut", {{"cases", report.cases}}}) + "\n";
    return out;
}

Result<Answer> run(Context& context, WarningScope scope)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto report = office.value()->worklist().warnings(scope);
    if (!report)
        return report.error();
    return Answer{reportJson(report.value(), context), reportText(report.value(), context)};
}

} // namespace

void addWarnings(Verbs& verbs)
{
    auto mine = std::make_shared<bool>(false);
    CLI::App& app = verbs.add("warnings", "What is late, near or about to be lost, over all your cases",
        "tutela --register training.tutela --as coordinator warnings --mine", [mine](Context& context) {
            return run(context, *mine ? WarningScope::OnlyMine : WarningScope::AllVisible);
        });
    app.add_flag("--mine", *mine, "Only cases you are responsible for");
}

} // namespace tutela::cli

#include <algorithm>

#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/filing_text.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using interfaces::ComparisonView;
using interfaces::RiskRow;

enum class Shown { WhatDiffers, Everything };

struct Options {
    std::string earlier;
    std::string later;
    bool all = false;
};

Json comparisonJson(const ComparisonView& view, Shown shown, const Context& context)
{
    Json::Array fields;
    for (const auto& field : view.fields) {
        if (shown == Shown::WhatDiffers && field.change == FieldChange::Same)
            continue;
        fields.push_back(Json::object({{"section", field.section}, {"label", field.label},
            {"before", field.before}, {"after", field.after}, {"change", toText(field.change)}}));
    }
    return Json::object(
        {{"fields", Json(std::move(fields))}, {"findings", findingsJson(view.findings, context)}});
}

Style styleOf(FieldChange change)
{
    return change == FieldChange::Same ? Style::Faint : Style::Strong;
}

std::string comparisonText(const ComparisonView& view, Shown shown, const Context& context)
{
    Table table({context.term("cli.column.change"), context.term("cli.column.section"),
        context.term("cli.column.field"), context.term("cli.column.before"),
        context.term("cli.column.after")});
    table.mayShrink({1, 3, 4, 2});
    for (const auto& field : view.fields) {
        if (shown == Shown::Everything || field.change != FieldChange::Same)
            table.row({context.label("field-change", toText(field.change)), field.section, field.label,
                          field.before, field.after},
                {styleOf(field.change)});
    }
    std::string out = findingsText(view.findings, context);
    out += out.empty() ? "" : "\n";
    out += table.empty() ? context.term("cli.compare.nothing") + "\n"
                         : table.render(context.tableWidth(), context.colour());
    const auto same = std::ranges::count(view.fields, FieldChange::Same, &domain::ComparedField::change);
    if (shown == Shown::WhatDiffers && same > 0)
        out += "\n"
            + wrapText(context.text({"cli.compare.same", {{"count", static_cast<std::int64_t>(same)}}}),
                context.width(), 0);
    return out;
}

Result<Answer> runCompare(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto view =
        office.value()->comparisons().compare(DocumentId(options.earlier), DocumentId(options.later));
    if (!view)
        return view.error();
    const Shown shown = options.all ? Shown::Everything : Shown::WhatDiffers;
    return Answer{comparisonJson(view.value(), shown, context), comparisonText(view.value(), shown, context)};
}

Json risksJson(const std::vector<RiskRow>& rows)
{
    Json::Array out;
    for (const RiskRow& row : rows)
        out.push_back(Json::object({{"received_on", formatDay(row.filing.receivedOn)},
            {"case", row.filing.caseId.text()}, {"filing", row.filing.original.text()},
            {"version", row.filing.version}, {"service", row.stated.service}, {"risk", row.stated.risk},
            {"before", row.stated.before}, {"after", row.stated.after}}));
    return Json(std::move(out));
}

std::string risksText(const std::vector<RiskRow>& rows, const Context& context)
{
    Table table({context.term("cli.column.service"), context.term("cli.column.risk"),
        context.term("cli.column.day"), context.term("cli.column.case"), context.term("cli.column.filing"),
        context.term("cli.column.before-measures"), context.term("cli.column.after-measures")});
    table.mayShrink({6, 5, 1, 0});
    for (const RiskRow& row : rows)
        table.row({row.stated.service,
            row.stated.risk.empty() ? context.term("compare.residual-risk") : row.stated.risk,
            formatDay(row.filing.receivedOn), row.filing.caseId.text(), row.filing.original.text(),
            row.stated.before, row.stated.after});
    return table.empty() ? context.term("cli.risks.none") + "\n"
                         : table.render(context.tableWidth(), context.colour());
}

Result<Answer> runRisks(Context& context, const std::string& reference)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto rows = office.value()->comparisons().risks(CaseId(reference));
    if (!rows)
        return rows.error();
    return Answer{risksJson(rows.value()), risksText(rows.value(), context)};
}

} // namespace

void addCompare(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& compare = verbs.add("compare", "Two filings side by side, field by field",
        "tutela --register training.tutela --as coordinator compare DOC-000001 DOC-000007",
        [options](Context& context) { return runCompare(context, *options); });
    compare.add_option("DOC-EARLIER", options->earlier, "Document number of the earlier filing")->required();
    compare.add_option("DOC-LATER", options->later, "Document number of the later filing")->required();
    compare.add_flag("--all", options->all, "Show what did not change too");
    auto reference = std::make_shared<std::string>();
    CLI::App& risks =
        verbs.add("risks", "The risks of a case's services over time, as the provider states them",
            "tutela --register training.tutela --as coordinator risks A-2026-0001",
            [reference](Context& context) { return runRisks(context, *reference); });
    risks.add_option("REF", *reference, "File number")->required();
}

} // namespace tutela::cli

#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

Result<Answer> matrix(Context& context)
{
    Json::Array rows;
    Table table(
        {context.term("cli.column.subject"), context.term("cli.column.act"), context.term("cli.column.step"),
            context.term("cli.column.allowed"), context.term("cli.column.rule")});
    table.mayShrink({4, 1});
    for (const AccessRow& row : context.reference().accessMatrix()) {
        rows.push_back(Json::object({{"subject", row.subject}, {"act", row.act}, {"step", row.step},
            {"allowed", row.allowed}, {"rule", row.rule}}));
        table.row({context.label("role", row.subject), row.act, context.label("step", row.step),
                      context.term(row.allowed ? "cli.yes" : "cli.no"), row.rule},
            {Style::Plain, Style::Plain, Style::Plain, row.allowed ? Style::Good : Style::Faint,
                Style::Faint});
    }
    return Answer{Json(std::move(rows)), table.render(context.tableWidth(), context.colour())};
}

} // namespace

void addAccess(Verbs& verbs)
{
    CLI::App& group = verbs.group("access", "Who may do what", "tutela access matrix");
    verbs.addTo(group, "matrix", "The whole table: subject, act, stage", "tutela access matrix --json",
        [](Context& context) { return matrix(context); });
}

} // namespace tutela::cli

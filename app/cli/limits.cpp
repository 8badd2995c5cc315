#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/io.h"
#include "app/cli/password.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

Result<Answer> run(Context& context)
{
    std::vector<LimitRow> rows = context.reference().limits();
    rows.push_back({"act-data", static_cast<std::int64_t>(kMaxActDataBytes), "bytes"});
    rows.push_back({"files-of-one-call", static_cast<std::int64_t>(kMaxFilesBytes), "bytes"});
    rows.push_back({"password", static_cast<std::int64_t>(kMaxPasswordBytes), "bytes"});
    Json::Array out;
    Table table({context.term("cli.column.limit"), context.term("cli.column.value"),
        context.term("cli.column.unit"), context.term("cli.column.meaning")});
    table.alignRight(1).mayShrink({3});
    for (const LimitRow& row : rows) {
        const std::string meaning = context.label("limit", row.id);
        out.push_back(
            Json::object({{"limit", row.id}, {"value", row.value}, {"unit", row.unit}, {"text", meaning}}));
        table.row({row.id, std::to_string(row.value), row.unit, meaning == row.id ? "" : meaning});
    }
    return Answer{Json(std::move(out)), table.render(context.tableWidth(), context.colour())};
}

} // namespace

void addLimits(Verbs& verbs)
{
    verbs.add(
        "limits", "All size limits in force", "tutela limits", [](Context& context) { return run(context); });
}

} // namespace tutela::cli

#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string id;
    bool schema = false;
};

Answer list(Context& context)
{
    Json::Array rows;
    Table table({context.term("cli.column.form"), context.term("cli.column.title")});
    table.mayShrink({1});
    for (const auto& [id, title] : context.reference().forms()) {
        rows.push_back(Json::object({{"id", id}, {"title", title}}));
        table.row({id, title});
    }
    return {Json(std::move(rows)),
        table.render(context.tableWidth(), context.colour()) + "\n"
            + wrapText(context.term("cli.forms.next"), context.width(), 0)};
}

Result<Answer> run(Context& context, const Options& options)
{
    if (options.id.empty())
        return options.schema ? Result<Answer>(usageError("cli.forms.schema-of-which")) : list(context);
    auto form =
        options.schema ? context.reference().formSchema(options.id) : context.reference().form(options.id);
    if (!form)
        return form.error();
    std::string text = prettyJson(form.value()) + "\n";
    return Answer{std::move(form).value(), std::move(text)};
}

} // namespace

void addForms(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("forms", "Form definitions, and their JSON Schema for senders",
        "tutela forms risk-report --schema", [options](Context& context) { return run(context, *options); });
    app.add_option("ID", options->id, "Form; all forms are listed when left out");
    app.add_flag("--schema", options->schema, "As JSON Schema 2020-12");
}

} // namespace tutela::cli

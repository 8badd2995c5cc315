#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string reference;
    std::string pdf;
};

Json indexJson(const interfaces::CaseView& view)
{
    Json::Array rows;
    for (const auto& row : view.access) {
        Json::Array parties;
        for (const auto& state : row.parties) {
            parties.push_back(Json::object({{"party", toText(state.party)}, {"access", toText(state.state)},
                {"since", state.on ? Json(formatDay(*state.on)) : Json()}, {"ground", state.ground}}));
        }
        rows.push_back(Json::object({{"document", row.document.id.text()}, {"name", row.document.name},
            {"sha256", row.document.sha256},
            {"quarantined", quarantineOf(view.file, row.document.id) != nullptr},
            {"parties", Json(std::move(parties))}}));
    }
    return Json(std::move(rows));
}

std::string indexText(const interfaces::CaseView& view, const Context& context)
{
    Table table({context.term("cli.column.document"), context.term("cli.column.party"),
        context.term("cli.column.access"), context.term("cli.column.since"),
        context.term("cli.column.ground")});
    table.mayShrink({0, 4});
    for (const auto& row : view.access) {
        for (const auto& state : row.parties) {
            table.row({row.document.name, context.label("party", toText(state.party)),
                context.label("disclosure", toText(state.state)),
                state.on ? formatDay(*state.on) : std::string(), state.ground});
        }
    }
    return table.empty() ? context.term("access-index.nothing") + "\n"
                         : table.render(context.tableWidth(), context.colour());
}

Result<Answer> run(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto view = office.value()->cases().open(CaseId(options.reference), std::nullopt);
    if (!view)
        return view.error();
    Answer answer{.json = indexJson(view.value()), .text = indexText(view.value(), context)};
    if (options.pdf.empty())
        return answer;
    const auto pdf = office.value()->cases().accessIndex(CaseId(options.reference));
    if (!pdf)
        return pdf.error();
    if (const auto written = writeFile(options.pdf, pdf.value()); !written)
        return written.error();
    answer.text += "\n" + context.text({"cli.file-index.written", {{"file", options.pdf}}}) + "\n";
    return answer;
}

} // namespace

void addFileIndex(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app =
        verbs.add("file-index", "Access to the file: its documents and what each party has of them",
            "tutela --register training.tutela --as coordinator file-index D-2026-0001 --pdf index.pdf",
            [options](Context& context) { return run(context, *options); });
    app.add_option("REF", options->reference, "File number")->required();
    app.add_option("--pdf", options->pdf, "Write the index to this file")->type_name("OUT");
}

} // namespace tutela::cli

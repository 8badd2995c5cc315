#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string act;
    std::string reference;
    bool discard = false;
};

interfaces::DraftKey keyOf(const Options& options)
{
    interfaces::DraftKey key{std::nullopt, options.act};
    if (!options.reference.empty())
        key.caseId = CaseId(options.reference);
    return key;
}

Json rowJson(const interfaces::DraftKey& key, Instant keptAt)
{
    return Json::object({{"case", key.caseId ? Json(key.caseId->text()) : Json()}, {"act", key.act},
        {"kept_at", formatInstant(keptAt)}});
}

Result<Answer> list(interfaces::OwnDesk& desk, const Context& context)
{
    const auto drafts = desk.drafts();
    if (!drafts)
        return drafts.error();
    Answer answer;
    Json::Array rows;
    Table table({context.term("cli.column.case"), context.term("cli.column.act"),
        context.term("cli.column.meaning"), context.term("cli.column.when")});
    for (const auto& row : drafts.value()) {
        rows.push_back(rowJson(row.key, row.keptAt));
        table.row({row.key.caseId ? row.key.caseId->text() : "–", row.key.act,
            context.label("act", row.key.act), context.instant(row.keptAt)});
    }
    answer.text = rows.empty() ? context.term("cli.drafts.none") + "\n"
                               : table.render(context.tableWidth(), context.colour());
    answer.json = Json::object({{"rows", std::move(rows)}});
    return answer;
}

/// One draft: its data in the form that `act --data` takes.
Result<Answer> show(interfaces::OwnDesk& desk, const Context& context, const interfaces::DraftKey& key)
{
    const auto kept = desk.draft(key);
    if (!kept)
        return kept.error();
    if (!kept.value())
        return Answer{Json(), context.term("cli.drafts.none") + "\n"};
    const interfaces::KeptDraft& draft = *kept.value();
    Json::Array files;
    for (const auto& file : draft.draft.files)
        files.emplace_back(file.name);
    Json json = rowJson(key, draft.keptAt);
    json.set("data", draft.draft.data);
    json.set("files", std::move(files));
    return Answer{std::move(json), prettyJson(draft.draft.data) + "\n"};
}

Result<Answer> run(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    interfaces::OwnDesk& desk = office.value()->own();
    if (options.act.empty())
        return list(desk, context);
    if (!options.discard)
        return show(desk, context, keyOf(options));
    if (const auto gone = desk.discardDraft(keyOf(options)); !gone)
        return gone.error();
    return Answer{Json::object({{"discarded", options.act}}), context.term("cli.drafts.discarded") + "\n"};
}

} // namespace

void addDrafts(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("drafts", "What you began in the desktop and have not recorded",
        "tutela --register training.tutela --as coordinator drafts ask-information --case A-2026-0001",
        [options](Context& context) { return run(context, *options); });
    CLI::Option* act =
        app.add_option("ACT", options->act, "Show the draft of this act, as `act --data` takes it");
    app.add_option("--case", options->reference, "The case of the draft")->type_name("REF");
    app.add_flag("--discard", options->discard, "Forget the draft of ACT")->needs(act);
}

} // namespace tutela::cli

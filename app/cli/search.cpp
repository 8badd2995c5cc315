#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string words;
    std::int64_t limit = 50;
};

Result<Answer> run(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto hits = office.value()->search().search(options.words, options.limit);
    if (!hits)
        return hits.error();
    Answer answer;
    Json::Array rows;
    for (const auto& hit : hits.value()) {
        rows.push_back(Json::object({{"case", hit.caseId.text()},
            {"where", hit.where.empty() ? "provider" : hit.where}, {"snippet", hit.snippet}}));
        answer.text += fmt::format("{}  {}\n", context.styled(hit.caseId.text(), Style::Strong),
            hit.where.empty() ? context.term("cli.column.provider") : context.label("act", hit.where));
        answer.text += wrapText("  " + printable(hit.snippet), context.width(), 2);
    }
    if (hits.value().empty())
        answer.text = context.term("cli.search.nothing") + "\n";
    answer.json = Json::object({{"rows", std::move(rows)}});
    return answer;
}

} // namespace

void addSearch(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("search", "Full text over everything you may see",
        "tutela --register training.tutela --as coordinator search \"age verification\" --limit 10",
        [options](Context& context) { return run(context, *options); });
    app.add_option("TEXT", options->words, "Words to look for")->required();
    app.add_option("--limit", options->limit, "Rows at most")->check(CLI::Range(1, 1000));
}

} // namespace tutela::cli

#include <CLI/CLI.hpp>

#include "app/cli/colleague.h"
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::vector<std::string> filters;
    std::string sort = "due";
    std::int64_t limit = 50;
    std::string after;
};

Result<bool> yesOrNo(const std::string& key, const std::string& value)
{
    if (value == "yes" || value == "no")
        return value == "yes";
    return optionError("--filter " + key, value, "yes, no");
}

/// Puts one `k=v` into the query.
Result<Done> applyFilter(
    interfaces::WorklistQuery& query, const std::string& filter, std::string& responsible)
{
    const auto equals = filter.find('=');
    const std::string key = filter.substr(0, equals);
    const std::string value = equals == std::string::npos ? "" : filter.substr(equals + 1);
    const auto put = [](auto& place, const auto& read) -> Result<Done> {
        if (!read)
            return read.error();
        place = read.value();
        return Done{};
    };
    if (key == "kind")
        return put(query.kind, enumOption<CaseKind>("--filter kind", value));
    if (key == "step")
        return put(query.step, enumOption<Step>("--filter step", value));
    if (key == "waiting_for")
        return put(query.waitingFor, enumOption<WaitingFor>("--filter waiting_for", value));
    if (key == "mine")
        return put(query.onlyMine, yesOrNo(key, value));
    if (key == "closed")
        return put(query.withClosed, yesOrNo(key, value));
    if (key == "provider") {
        query.provider = value;
        return Done{};
    }
    if (key == "responsible") {
        responsible = value;
        return Done{};
    }
    return optionError(
        "--filter", filter, "kind=…, step=…, waiting_for=…, provider=…, responsible=…, mine=yes, closed=yes");
}

Result<interfaces::WorklistSort> sortOrder(const std::string& text)
{
    if (text == "due")
        return interfaces::WorklistSort::Due;
    if (text == "case")
        return interfaces::WorklistSort::CaseNumber;
    if (text == "step")
        return interfaces::WorklistSort::Step;
    if (text == "provider")
        return interfaces::WorklistSort::Provider;
    return optionError("--sort", text, "due, case, step, provider");
}

Json rowJson(const interfaces::WorklistRow& row)
{
    return Json::object({
        {"case", row.caseId.text()},
        {"kind", toText(row.kind)},
        {"step", toText(row.step)},
        {"provider", row.provider},
        {"service", row.service},
        {"waiting_for", toText(row.waitingFor)},
        {"due", dayJson(row.due)},
        {"days_left", row.daysLeft ? Json(*row.daysLeft) : Json()},
        {"clock_state", row.clockState ? Json(toText(*row.clockState)) : Json()},
        {"clock", row.clockId.empty() ? Json() : Json(row.clockId)},
        {"responsible", row.responsible},
        {"stands_in", row.standsIn},
    });
}

std::string pageText(const interfaces::WorklistPage& page, const Context& context)
{
    const std::string missing = bulletList(page.missing, context);
    if (page.rows.empty())
        return missing + context.term("cli.worklist.empty") + "\n";
    Table table({context.term("cli.column.case"), context.term("cli.column.provider"),
        context.term("cli.column.service"), context.term("cli.column.step"),
        context.term("cli.column.waiting-for"), context.term("cli.column.next-date"),
        context.term("cli.column.days-left"), context.term("cli.column.clock")});
    table.mayShrink({2, 1, 3});
    for (const auto& row : page.rows) {
        const Style style = urgency(row.clockState, row.daysLeft);
        const std::string state =
            row.clockState ? context.label("clock-state", toText(*row.clockState)) : std::string();
        table.row({row.caseId.text(), row.provider, row.service, context.label("step", toText(row.step)),
                      context.label("waiting", toText(row.waitingFor)), row.due ? formatDay(*row.due) : "–",
                      daysLeftText(row.daysLeft, context), state},
            {Style::Strong, Style::Plain, Style::Plain, Style::Plain, Style::Plain, style, style, style});
    }
    std::string out = missing + table.render(context.tableWidth(), context.colour());
    if (!page.next.empty())
        out += "\n" + context.text({"cli.worklist.more", {{"cursor", page.next}}}) + "\n";
    return out;
}

Result<Answer> run(Context& context, const Options& options)
{
    interfaces::WorklistQuery query;
    std::string responsible;
    for (const std::string& filter : options.filters) {
        if (const auto applied = applyFilter(query, filter, responsible); !applied)
            return applied.error();
    }
    const auto sort = sortOrder(options.sort);
    if (!sort)
        return sort.error();
    query.sort = sort.value();
    query.limit = options.limit;
    query.after = options.after;
    const auto office = context.office();
    if (!office)
        return office.error();
    if (!responsible.empty())
        query.responsible = colleague(*office.value(), responsible);
    const auto page = office.value()->worklist().page(query);
    if (!page)
        return page.error();
    Json::Array rows;
    for (const auto& row : page.value().rows)
        rows.push_back(rowJson(row));
    Answer answer;
    answer.json = Json::object(
        {{"rows", std::move(rows)}, {"next", page.value().next.empty() ? Json() : Json(page.value().next)},
            {"missing", textsJson(page.value().missing, context)}});
    answer.text = pageText(page.value(), context);
    return answer;
}

} // namespace

void addWorklist(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("worklist", "What waits for you, most pressing first",
        "tutela --register training.tutela --as coordinator worklist --filter waiting_for=authority",
        [options](Context& context) { return run(context, *options); });
    app.add_option("--filter", options->filters,
           "Only such cases: kind=, step=, waiting_for=, provider=, responsible=, mine=yes, closed=yes; may "
           "be repeated")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("K=V");
    app.add_option("--sort", options->sort, "due, case, step or provider")->type_name("K");
    app.add_option("--limit", options->limit, "Rows at most")->check(CLI::Range(1, 1000));
    app.add_option("--after", options->after, "Go on after this cursor")->type_name("CURSOR");
}

} // namespace tutela::cli

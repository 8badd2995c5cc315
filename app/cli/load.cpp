#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/colleague.h"
#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string person;
    std::string from;
    std::int64_t weeks = 8;
};

Json weekJson(const interfaces::WeekLoad& week)
{
    return Json::object(
        {{"monday", formatDay(week.monday)}, {"dates", week.dates}, {"working_days", week.workingDays}});
}

Result<Answer> run(Context& context, const Options& options)
{
    interfaces::LoadQuery query{.weeks = options.weeks};
    if (!options.from.empty()) {
        const auto from = dayOption("--from", options.from);
        if (!from)
            return from.error();
        query.from = from.value();
    }
    const auto office = context.office();
    if (!office)
        return office.error();
    if (!options.person.empty())
        query.person = colleague(*office.value(), options.person);
    const auto loads = office.value()->calendar().load(query);
    if (!loads)
        return loads.error();
    Json::Array rows;
    Table table({context.term("cli.column.responsible"), context.term("cli.column.week"),
        context.term("cli.column.dates"), context.term("cli.column.working-days")});
    table.alignRight(2).alignRight(3);
    for (const interfaces::DeskLoad& desk : loads.value()) {
        Json::Array weeks;
        std::string name = desk.person ? desk.name : context.term("cli.load.nobody");
        for (const interfaces::WeekLoad& week : desk.weeks) {
            weeks.push_back(weekJson(week));
            const bool tight = week.dates > week.workingDays;
            table.row(
                {name, formatDay(week.monday), std::to_string(week.dates), std::to_string(week.workingDays)},
                {Style::Strong, Style::Plain, tight ? Style::Warning : Style::Plain, Style::Plain});
            name.clear();
        }
        rows.push_back(Json::object({{"person", desk.person ? Json(desk.person->text()) : Json()},
            {"name", desk.name}, {"weeks", std::move(weeks)}}));
    }
    return Answer{Json(std::move(rows)),
        loads.value().empty() ? context.term("cli.load.none") + "\n"
                              : table.render(context.tableWidth(), context.colour())};
}

} // namespace

void addLoad(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("load", "Statutory dates of each desk by week, and the working days left of it",
        "tutela --register training.tutela --as coordinator load --person coordinator --weeks 4",
        [options](Context& context) { return run(context, *options); });
    app.add_option("--person", options->person, "Only this desk (sign-in name)")->type_name("PERSON");
    app.add_option("--from", options->from, "From the week of this day; otherwise from this week")
        ->type_name("DAY");
    app.add_option("--weeks", options->weeks, "So many weeks")->check(CLI::Range(1, 104));
}

} // namespace tutela::cli

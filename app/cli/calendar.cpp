#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string id;
    int year = 0;
};

std::string daysTable(const std::vector<HolidayRow>& days, const Context& context)
{
    Table table({context.term("cli.column.day"), context.term("cli.column.weekday"),
        context.term("cli.column.name")});
    for (const HolidayRow& holiday : days) {
        const auto weekday = std::chrono::weekday(holiday.day).iso_encoding();
        table.row(
            {formatDay(holiday.day), context.term("cli.weekday." + std::to_string(weekday)), holiday.name});
    }
    return table.render(context.tableWidth(), context.colour());
}

Result<Answer> run(Context& context, const Options& options)
{
    const auto found = context.reference().calendar(options.id, options.year);
    if (!found)
        return found.error();
    Json::Array rows;
    for (const HolidayRow& holiday : found.value().holidays)
        rows.push_back(Json::object({{"day", formatDay(holiday.day)}, {"name", holiday.name}}));
    Answer answer;
    answer.json = std::move(rows);
    answer.text = daysTable(found.value().holidays, context);
    if (!found.value().disputed.empty())
        answer.text += "\n" + wrapText(context.term("cli.calendar.disputed"), context.width(), 0)
            + daysTable(found.value().disputed, context);
    if (!found.value().covered)
        answer.text += "\n" + wrapText(context.term("cli.calendar.uncovered"), context.width(), 0);
    return answer;
}

} // namespace

void addCalendar(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("calendar", "Public holidays of a year", "tutela calendar BE 2026",
        [options](Context& context) { return run(context, *options); });
    app.add_option("CC", options->id, "Member State, or EU-INSTITUTIONS")->required();
    app.add_option("YEAR", options->year, "Year")->required()->check(CLI::Range(1, 9999));
}

} // namespace tutela::cli

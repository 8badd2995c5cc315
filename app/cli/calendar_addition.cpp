#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using interfaces::AdditionView;
using interfaces::CalendarPreview;

struct Options {
    std::vector<std::string> days;
    std::string name;
    std::string reason;
    std::string source;
    bool working = false;
    bool institutions = false;
    bool dryRun = false;
    std::int64_t id = 0;
};

Json additionJson(const AdditionView& view, const Context& context)
{
    Json::Array days;
    for (const Day day : view.addition.days)
        days.emplace_back(formatDay(day));
    return Json::object({{"addition", view.id}, {"calendar", toText(view.addition.calendar)},
        {"effect", toText(view.addition.effect)}, {"days", std::move(days)}, {"name", view.addition.name},
        {"reason", view.addition.reason}, {"source", view.addition.source}, {"by", view.by},
        {"at", context.instant(view.at)}, {"withdrawn", view.withdrawn}});
}

Result<Answer> list(Context& context)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto additions = office.value()->calendar().additions();
    if (!additions)
        return additions.error();
    Json::Array rows;
    Table table({context.term("cli.column.entry"), context.term("cli.column.day"),
        context.term("cli.column.name"), context.term("cli.column.source"), context.term("cli.column.by"),
        context.term("cli.column.state")});
    table.mayShrink({3, 2});
    for (const AdditionView& view : additions.value()) {
        rows.push_back(additionJson(view, context));
        std::string days;
        for (const Day day : view.addition.days)
            days += (days.empty() ? "" : ", ") + formatDay(day);
        const bool isHoliday = view.addition.effect == DayEffect::Holiday;
        table.row({std::to_string(view.id), days,
            isHoliday ? view.addition.name : context.term("cli.calendar-addition.working-day"),
            view.addition.source, view.by,
            context.term(
                view.withdrawn ? "cli.calendar-addition.withdrawn" : "cli.calendar-addition.in-force")});
    }
    return Answer{Json(std::move(rows)),
        additions.value().empty() ? context.term("cli.calendar-addition.none") + "\n"
                                  : table.render(context.tableWidth(), context.colour())};
}

Answer previewAnswer(const CalendarPreview& preview, const Context& context)
{
    Json::Array first;
    Table table({context.term("cli.column.case"), context.term("cli.column.clock"),
        context.term("cli.column.before"), context.term("cli.column.after")});
    for (const interfaces::MovedDate& moved : preview.first) {
        first.push_back(Json::object({{"case", moved.caseId.text()}, {"clock", moved.clockId},
            {"before", dayJson(moved.before)}, {"after", dayJson(moved.after)}}));
        table.row({moved.caseId.text(), clockName(moved.clockId, moved.service, context),
            moved.before ? formatDay(*moved.before) : "–", moved.after ? formatDay(*moved.after) : "–"});
    }
    Answer answer{
        Json::object({{"cases", preview.cases}, {"dates", preview.dates}, {"first", std::move(first)}}),
        context.text({"cli.calendar-addition.moved", {{"cases", preview.cases}, {"dates", preview.dates}}})
            + "\n"};
    if (!preview.first.empty())
        answer.text += table.render(context.tableWidth(), context.colour());
    return answer;
}

Result<Answer> add(Context& context, const Options& options)
{
    CalendarAddition addition{options.institutions ? CalendarChoice::Institutions : CalendarChoice::Authority,
        options.working ? DayEffect::WorkingDay : DayEffect::Holiday, {}, options.name, options.reason,
        options.source};
    for (const std::string& text : options.days) {
        const auto day = dayOption("DAY", text);
        if (!day)
            return day.error();
        addition.days.push_back(day.value());
    }
    const auto office = context.office();
    if (!office)
        return office.error();
    interfaces::CalendarDesk& desk = office.value()->calendar();
    const auto preview = desk.previewAddition(addition);
    if (!preview && options.dryRun)
        return preview.error();
    Answer answer = preview ? previewAnswer(preview.value(), context) : Answer{Json::object({}), {}};
    if (options.dryRun)
        return answer;
    const auto added = desk.addToCalendar(addition); // refuses what the preview refused, and the log has it
    if (!added)
        return added.error();
    answer.json.set("addition", added.value());
    answer.text += context.text({"cli.calendar-addition.added", {{"entry", added.value()}}}) + "\n";
    return answer;
}

Result<Answer> withdraw(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    interfaces::CalendarDesk& desk = office.value()->calendar();
    const auto preview = desk.previewWithdrawal(options.id);
    if (!preview && options.dryRun)
        return preview.error();
    Answer answer = preview ? previewAnswer(preview.value(), context) : Answer{Json::object({}), {}};
    if (options.dryRun)
        return answer;
    if (const auto done = desk.withdrawAddition(options.id, options.reason); !done)
        return done.error();
    answer.json.set("addition", options.id);
    answer.text += context.term("cli.calendar-addition.withdrawn.done") + "\n";
    return answer;
}

} // namespace

void addCalendarAddition(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& group = verbs.group("calendar-addition", "Days that this register adds to its calendars",
        "tutela --register office.tutela --as head calendar-addition list");
    verbs.addTo(group, "list", "What was added, by whom and why",
        "tutela --register office.tutela --as head calendar-addition list",
        [](Context& context) { return list(context); });
    CLI::App& adding = verbs.addTo(group, "add",
        "A holiday of a later decree, or a working day; shows the dates that move (head of authority)",
        "tutela --register office.tutela --as head calendar-addition add 2026-07-03 --name \"Day of "
        "mourning\" "
        "--reason \"Decree\" --source \"Official Gazette 12/2026\" --dry-run",
        [options](Context& context) { return add(context, *options); });
    adding.add_option("DAY", options->days, "One day or several")->required();
    adding.add_option("--name", options->name, "Name of the holiday");
    adding.add_option("--reason", options->reason, "Why it is added")->required();
    adding.add_option("--source", options->source, "Decree or list that says so")->required();
    adding.add_flag(
        "--working", options->working, "The days are working days although the calendar has a holiday");
    adding.add_flag("--institutions", options->institutions, "In the calendar of the EU institutions");
    adding.add_flag("--dry-run", options->dryRun, "Only show which dates would move");
    CLI::App& withdrawing = verbs.addTo(group, "withdraw", "Take an addition back (head of authority)",
        "tutela --register office.tutela --as head calendar-addition withdraw 41 --reason \"Decree "
        "repealed\"",
        [options](Context& context) { return withdraw(context, *options); });
    withdrawing.add_option("ENTRY", options->id, "Number of the addition in the list")->required();
    withdrawing.add_option("--reason", options->reason, "Why it is taken back")->required();
    withdrawing.add_flag("--dry-run", options->dryRun, "Only show which dates would move");
}

} // namespace tutela::cli

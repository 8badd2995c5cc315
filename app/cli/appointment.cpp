#include <algorithm>

#include <CLI/CLI.hpp>

#include "app/cli/colleague.h"
#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using interfaces::AppointmentView;

struct Options {
    std::string kind;
    std::string person;
    std::string standsFor;
    std::string from;
    std::string to;
    bool past = false;
    std::int64_t id = 0;
};

/// How an appointment stands today, as a text id.
std::string stateOf(const Appointment& one, Day today)
{
    if (one.ended)
        return "cli.appointment.ended";
    if (!one.confirmed)
        return "cli.appointment.to-be-confirmed";
    if (today < one.firstDay)
        return "cli.appointment.to-come";
    return one.lastDay < today ? "cli.appointment.over" : "cli.appointment.in-force";
}

Result<Answer> list(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto views = office.value()->appointments().appointments(options.past);
    if (!views)
        return views.error();
    Json::Array rows;
    Table table(
        {context.term("cli.column.entry"), context.term("cli.column.kind"), context.term("cli.column.person"),
            context.term("cli.column.stands-for"), context.term("cli.column.first-day"),
            context.term("cli.column.last-day"), context.term("cli.column.state")});
    table.mayShrink({2, 3});
    for (const AppointmentView& view : views.value()) {
        const Appointment& one = view.appointment;
        rows.push_back(
            Json::object({{"appointment", one.id}, {"kind", toText(one.kind)}, {"person", one.person.text()},
                {"name", view.person}, {"stands_for", one.standsFor ? Json(one.standsFor->text()) : Json()},
                {"from", formatDay(one.firstDay)}, {"to", formatDay(one.lastDay)},
                {"confirmed", one.confirmed}, {"ended", one.ended}}));
        table.row({std::to_string(one.id), context.label("appointment-kind", toText(one.kind)), view.person,
            view.standsFor, formatDay(one.firstDay), formatDay(one.lastDay),
            context.term(stateOf(one, office.value()->clock().today()))});
    }
    return Answer{Json(std::move(rows)),
        views.value().empty() ? context.term("cli.appointment.none") + "\n"
                              : table.render(context.tableWidth(), context.colour())};
}

Result<Answer> add(Context& context, const Options& options)
{
    const auto kind = enumOption<AppointmentKind>("KIND", options.kind);
    if (!kind)
        return kind.error();
    const auto from = dayOption("--from", options.from);
    if (!from)
        return from.error();
    const auto to = dayOption("--to", options.to);
    if (!to)
        return to.error();
    const auto office = context.office();
    if (!office)
        return office.error();
    interfaces::AppointmentRequest request{.kind = kind.value(),
        .person = colleague(*office.value(), options.person),
        .firstDay = from.value(),
        .lastDay = to.value()};
    if (!options.standsFor.empty())
        request.standsFor = colleague(*office.value(), options.standsFor);
    const auto id = office.value()->appointments().appoint(request);
    if (!id)
        return id.error();
    const bool waits = kind.value() == AppointmentKind::ActingHead;
    return Answer{Json::object({{"appointment", id.value()}, {"confirmed", !waits}}),
        context.text({waits ? "cli.appointment.waits" : "cli.appointment.added", {{"entry", id.value()}}})
            + "\n"};
}

enum class Settle { Confirm, End };

Result<Answer> settle(Context& context, const Options& options, Settle what)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    interfaces::AppointmentDesk& desk = office.value()->appointments();
    const bool confirms = what == Settle::Confirm;
    const auto done = confirms ? desk.confirmAppointment(options.id) : desk.endAppointment(options.id);
    if (!done)
        return done.error();
    return Answer{Json::object({{"appointment", options.id}, {"done", true}}),
        context.term(confirms ? "cli.appointment.confirmed" : "cli.appointment.ended.done") + "\n"};
}

} // namespace

PersonId colleague(interfaces::Office& office, const std::string& reference)
{
    const auto people = office.appointments().colleagues();
    if (!people)
        return PersonId(reference);
    const auto found = std::ranges::find(people.value(), reference, &interfaces::Colleague::signInName);
    return found == people.value().end() ? PersonId(reference) : found->id;
}

void addAppointment(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& group =
        verbs.group("appointment", "Who is away, acts as head, or stands in, from a day to a day",
            "tutela --register office.tutela --as ada appointment list");
    CLI::App& listing = verbs.addTo(group, "list", "What is in force or to come",
        "tutela --register office.tutela --as ada appointment list",
        [options](Context& context) { return list(context, *options); });
    listing.add_flag("--past", options->past, "Also what is over");
    CLI::App& adding = verbs.addTo(group, "add",
        "An absence, an acting head (a second administrator confirms) or a substitute for a coordinator",
        "tutela --register office.tutela --as ada appointment add substitute otto --for cora --from "
        "2026-07-01 "
        "--to 2026-07-14",
        [options](Context& context) { return add(context, *options); });
    adding.add_option("KIND", options->kind, "absence, acting-head or substitute")->required();
    adding.add_option("PERSON", options->person, "Sign-in name of who is away, acts or stands in")
        ->required();
    adding.add_option("--for", options->standsFor, "Sign-in name of the coordinator whose files they are");
    adding.add_option("--from", options->from, "First day")->required()->type_name("DAY");
    adding.add_option("--to", options->to, "Last day, included")->required()->type_name("DAY");
    CLI::App& confirming = verbs.addTo(group, "confirm", "Confirm an acting head (second administrator)",
        "tutela --register office.tutela --as max appointment confirm 41",
        [options](Context& context) { return settle(context, *options, Settle::Confirm); });
    CLI::App& ending = verbs.addTo(group, "end", "End it at once, or take it back",
        "tutela --register office.tutela --as ada appointment end 41",
        [options](Context& context) { return settle(context, *options, Settle::End); });
    for (CLI::App* app : {&confirming, &ending})
        app->add_option("ENTRY", options->id, "Its number in the list")->required();
}

} // namespace tutela::cli

#include <algorithm>

#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using interfaces::PersonView;

struct Options {
    std::string person; ///< sign-in name or id
    std::string name;
    std::string role;
};

Json personJson(const PersonView& person)
{
    Json::Array roles;
    for (const auto& grant : person.grants)
        roles.push_back(Json::object({{"role", toText(grant.role)}, {"confirmed", grant.confirmed}}));
    return Json::object({{"person", person.id.text()}, {"sign_in", person.signInName}, {"name", person.name},
        {"roles", std::move(roles)}, {"disabled", person.disabled}});
}

Result<Answer> list(Context& context)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto people = office.value()->people().people();
    if (!people)
        return people.error();
    Json::Array rows;
    Table table({context.term("cli.column.person"), context.term("cli.column.sign-in"),
        context.term("cli.column.name"), context.term("cli.column.roles"), ""});
    table.mayShrink({3, 2});
    for (const PersonView& person : people.value()) {
        rows.push_back(personJson(person));
        std::string roles;
        for (const auto& grant : person.grants)
            roles += (roles.empty() ? "" : ", ") + context.label("role", toText(grant.role))
                + (grant.confirmed ? "" : " " + context.term("cli.person.waits"));
        table.row({person.id.text(), person.signInName, person.name, roles,
            person.disabled ? context.term("cli.person.disabled") : ""});
    }
    return Answer{Json(std::move(rows)), table.render(context.tableWidth(), context.colour())};
}

/// The person with that sign-in name or id. Who may not see the people is refused by the act itself, so that
/// the log has it.
Result<PersonId> find(interfaces::Office& office, const std::string& reference)
{
    const auto people = office.people().people();
    if (!people)
        return PersonId(reference);
    const auto found = std::ranges::find_if(people.value(), [&](const PersonView& person) {
        return person.signInName == reference || person.id.text() == reference;
    });
    if (found == people.value().end())
        return Error{ErrorCode::NotAllowed, {"cli.person.unknown", {}}, "", printable(reference)};
    return found->id;
}

Answer done(Context& context, const PersonId& person, std::string_view textId)
{
    return {Json::object({{"person", person.text()}, {"done", true}}),
        context.text({std::string(textId), {{"person", person.text()}}}) + "\n"};
}

Result<Answer> add(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    auto secret = context.password("cli.prompt.new-password");
    if (!secret)
        return secret.error();
    const auto person = office.value()->people().addPerson(options.person, options.name, secret.value());
    forget(secret.value());
    if (!person)
        return person.error();
    return done(context, person.value(), "cli.person.added");
}

Result<Answer> reset(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto person = find(*office.value(), options.person);
    if (!person)
        return person.error();
    auto secret = context.password("cli.prompt.new-password");
    if (!secret)
        return secret.error();
    const auto changed = office.value()->people().resetPassword(person.value(), secret.value());
    forget(secret.value());
    if (!changed)
        return changed.error();
    return done(context, person.value(), "cli.person.reset");
}

Result<Answer> disable(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto person = find(*office.value(), options.person);
    if (!person)
        return person.error();
    if (const auto disabled = office.value()->people().disable(person.value()); !disabled)
        return disabled.error();
    return done(context, person.value(), "cli.person.disabled.done");
}

enum class GrantStep { Grant, Confirm };

Result<Answer> grant(Context& context, const Options& options, GrantStep step)
{
    const auto role = enumOption<Role>("ROLE", options.role);
    if (!role)
        return role.error();
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto person = find(*office.value(), options.person);
    if (!person)
        return person.error();
    interfaces::PeopleDirectory& people = office.value()->people();
    const bool granting = step == GrantStep::Grant;
    const auto granted =
        granting ? people.grant(person.value(), role.value()) : people.confirm(person.value(), role.value());
    if (!granted)
        return granted.error();
    return done(context, person.value(), granting ? "cli.person.granted" : "cli.person.confirmed");
}

Result<Answer> changeOwnPassword(Context& context)
{
    std::string current;
    const auto office = context.office(&current);
    if (!office)
        return office.error();
    auto next = context.password("cli.prompt.new-password");
    if (!next)
        return next.error();
    const auto changed = office.value()->signIn().changePassword(current, next.value());
    forget(current);
    forget(next.value());
    if (!changed)
        return changed.error();
    return Answer{Json::object({{"done", true}}), context.term("cli.person.password-changed") + "\n"};
}

} // namespace

void addPerson(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& group = verbs.group("person", "People and their roles (administrators)",
        "tutela --register office.tutela --as ada person list");
    verbs.addTo(group, "list", "Everyone with their roles",
        "tutela --register office.tutela --as ada person list",
        [](Context& context) { return list(context); });
    CLI::App& adding =
        verbs.addTo(group, "add", "A new person; the password is the next line of --password-fd",
            "tutela --register office.tutela --as ada person add judge1 \"J. Example\"",
            [options](Context& context) { return add(context, *options); });
    adding.add_option("SIGN-IN", options->person, "Name with which the person signs in")->required();
    adding.add_option("NAME", options->name, "Name of the person")->required();
    const auto withPerson = [&](std::string_view name, std::string_view summary, Run run) -> CLI::App& {
        CLI::App& app = verbs.addTo(group, name, summary,
            "tutela --register office.tutela --as ada person " + std::string(name) + " judge1"
                + (name == "grant" || name == "confirm" ? " judge" : ""),
            std::move(run));
        app.add_option("PERSON", options->person, "Sign-in name or id")->required();
        return app;
    };
    withPerson("disable", "Close a person's access",
        [options](Context& context) { return disable(context, *options); });
    withPerson("reset", "Set a new password, to be changed at the next sign-in",
        [options](Context& context) { return reset(context, *options); });
    for (const GrantStep step : {GrantStep::Grant, GrantStep::Confirm}) {
        const bool granting = step == GrantStep::Grant;
        withPerson(granting ? "grant" : "confirm",
            granting ? "Give a role; a second administrator confirms it" : "Confirm a role given by another",
            [options, step](Context& context) { return grant(context, *options, step); })
            .add_option("ROLE", options->role, "Role, such as judge")
            ->required();
    }
    verbs.addTo(group, "password",
        "Change your own password: the new one is the next line after the current one",
        "tutela --register office.tutela --as judge1 person password",
        [](Context& context) { return changeOwnPassword(context); });
}

} // namespace tutela::cli

#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

/// What the command line changes; what is not given stays.
struct Options {
    std::optional<std::string> authority;
    std::optional<std::string> court;
    std::optional<std::string> courtAddress;
    std::optional<std::string> euCentre;
    std::optional<std::string> dpa;

    [[nodiscard]] bool any() const { return authority || court || courtAddress || euCentre || dpa; }

    void applyTo(OfficeContacts& contacts) const
    {
        contacts.authority = authority.value_or(contacts.authority);
        contacts.court = court.value_or(contacts.court);
        contacts.courtAddress = courtAddress.value_or(contacts.courtAddress);
        contacts.euCentre = euCentre.value_or(contacts.euCentre);
        contacts.dpa = dpa.value_or(contacts.dpa);
    }
};

Answer shown(const interfaces::ContactsView& view, const Context& context)
{
    const OfficeContacts& now = view.contacts;
    Answer answer;
    answer.json = Json::object({{"authority", now.authority}, {"court", now.court},
        {"court_address", now.courtAddress}, {"eu_centre", now.euCentre}, {"dpa", now.dpa},
        {"changed_at", view.changedAt ? Json(formatInstant(*view.changedAt)) : Json()},
        {"changed_by", view.changedAt ? Json(view.changedBy) : Json()}});
    const auto orNone = [&](const std::string& text) {
        return text.empty() ? context.term("cli.contacts.open") : text;
    };
    answer.text = facts({{context.term("contacts.authority"), orNone(now.authority)},
                            {context.term("contacts.court-name"), orNone(now.court)},
                            {context.term("contacts.court-address"), orNone(now.courtAddress)},
                            {context.term("contacts.eu-centre"), orNone(now.euCentre)},
                            {context.term("contacts.dpa"), orNone(now.dpa)}},
        context, 0);
    if (view.changedAt)
        answer.text +=
            context.text({"contacts.changed", {{"by", view.changedBy}, {"at", *view.changedAt}}}) + "\n";
    return answer;
}

Result<Answer> run(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    interfaces::ContactDesk& desk = office.value()->contacts();
    auto view = desk.contacts();
    if (!view)
        return view.error();
    if (options.any()) {
        OfficeContacts contacts = view.value().contacts;
        options.applyTo(contacts);
        if (const auto changed = desk.changeContacts(contacts); !changed)
            return changed.error();
        view = desk.contacts();
        if (!view)
            return view.error();
    }
    return shown(view.value(), context);
}

} // namespace

void addContacts(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("contacts",
        "How the offices are reached, as letters and orders print it; changed by the head or a registrar",
        "tutela --register office.tutela --as registrar contacts --court-address \"2 Invented Square, "
        "Arcadia\"",
        [options](Context& context) { return run(context, *options); });
    app.add_option("--authority", options->authority, "Contact of the authority")->type_name("TEXT");
    app.add_option("--court", options->court, "Name of the court that issues detection orders")
        ->type_name("NAME");
    app.add_option("--court-address", options->courtAddress, "Its address")->type_name("TEXT");
    app.add_option("--eu-centre", options->euCentre, "Contact of the EU Centre")->type_name("TEXT");
    app.add_option("--dpa", options->dpa, "Address of the data-protection authority")->type_name("TEXT");
}

} // namespace tutela::cli

#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/provider_views.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using interfaces::ProviderView;
using interfaces::ServiceView;

/// Options of `provider` and `service`; an option left out of `change` keeps its value.
struct Options {
    std::string id;
    std::string provider;
    std::optional<std::string> name;
    std::optional<std::string> establishment;
    std::optional<std::string> contactPoint;
    std::optional<std::string> language;
    std::optional<std::string> kind;
    std::optional<std::string> validFrom;
    std::optional<std::string> memberState;
    std::optional<std::string> representative;
    std::optional<std::string> representativeState;
    std::optional<std::string> offeredFrom;
    std::optional<std::string> offeredUntil;
    std::optional<std::string> riskClass;
    std::string since;
    std::string statement;
    bool onlyOverdue = false;
};

template <class View, class Id> Result<View> pick(const Result<std::vector<View>>& all, const Id& id)
{
    if (!all)
        return all.error();
    const auto found = std::ranges::find(all.value(), id, &View::id);
    if (found == all.value().end())
        return Error{ErrorCode::NotAllowed, {"cli.directory.unknown", {}}, "", printable(id.text())};
    return *found;
}

/// The directory of the register, with a person signed in.
Result<interfaces::ProviderDirectory*> directoryOf(Context& context)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    return &office.value()->providers();
}

Result<Answer> listProviders(Context& context)
{
    const auto directory = directoryOf(context);
    if (!directory)
        return directory.error();
    const auto providers = directory.value()->providers();
    if (!providers)
        return providers.error();
    Json::Array rows;
    Table table({context.term("cli.column.provider"), context.term("cli.column.name"),
        context.term("cli.column.establishment"), context.term("cli.column.language"),
        context.term("cli.column.services"), context.term("cli.column.valid-from")});
    table.alignRight(4).mayShrink({1, 2});
    for (const ProviderView& provider : providers.value()) {
        rows.push_back(providerJson(provider));
        table.row({provider.id.text(), provider.details.name, provider.details.establishment,
            provider.details.language, std::to_string(provider.services),
            dayText(provider.details.validFrom)});
    }
    return Answer{Json(std::move(rows)), table.render(context.tableWidth(), context.colour())};
}

Result<Answer> showProvider(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto file = office.value()->duties().provider(ProviderId(options.id));
    if (!file)
        return file.error();
    Json::Array rows;
    std::vector<ServiceView> services;
    for (const interfaces::ServiceFile& service : file.value().services) {
        rows.push_back(serviceFileJson(service, context));
        services.push_back(service.service);
    }
    Answer answer;
    answer.json = providerJson(file.value().provider);
    answer.json.set("services", std::move(rows));
    answer.json.set("history", historyJson(file.value().history));
    const interfaces::ProviderDetails& details = file.value().provider.details;
    answer.text = facts({{context.term("cli.column.provider"), file.value().provider.id.text()},
                            {context.term("cli.column.name"), details.name},
                            {context.term("cli.column.establishment"), details.establishment},
                            {context.term("cli.column.member-state"), details.memberState},
                            {context.term("cli.column.representative"), details.representative},
                            {context.term("cli.column.representative-state"), details.representativeState},
                            {context.term("cli.column.jurisdiction"),
                                jurisdictionOf(details).empty() ? context.term("cli.jurisdiction.every")
                                                                : jurisdictionOf(details)},
                            {context.term("cli.column.contact-point"), details.contactPoint},
                            {context.term("cli.column.language"), details.language},
                            {context.term("cli.column.valid-from"), dayText(details.validFrom)}},
                      context)
        + "\n" + historyTable(file.value().history, context) + "\n" + servicesTable(services, context);
    for (const interfaces::ServiceFile& service : file.value().services)
        answer.text += "\n" + cyclesText(service, context);
    return answer;
}

/// A day given with an option, or what it was.
Result<std::optional<Day>> dayOr(
    std::string_view name, const std::optional<std::string>& given, std::optional<Day> otherwise)
{
    if (!given)
        return otherwise;
    const auto day = dayOption(name, *given);
    if (!day)
        return day.error();
    return std::optional<Day>(day.value());
}

/// The details with what the options change; without --valid-from it is so from today.
Result<interfaces::ProviderDetails> merged(interfaces::ProviderDetails details, const Options& options)
{
    const auto from = dayOr("--valid-from", options.validFrom, std::nullopt);
    if (!from)
        return from.error();
    details.validFrom = from.value();
    details.name = options.name.value_or(details.name);
    details.establishment = options.establishment.value_or(details.establishment);
    details.contactPoint = options.contactPoint.value_or(details.contactPoint);
    details.language = options.language.value_or(details.language);
    details.memberState = options.memberState.value_or(details.memberState);
    details.representative = options.representative.value_or(details.representative);
    details.representativeState = options.representativeState.value_or(details.representativeState);
    return details;
}

Result<interfaces::ServiceDetails> merged(interfaces::ServiceDetails details, const Options& options)
{
    const auto from = dayOr("--valid-from", options.validFrom, std::nullopt);
    const auto offeredFrom = dayOr("--offered-from", options.offeredFrom, details.offeredFrom);
    const auto offeredUntil = dayOr("--offered-until", options.offeredUntil, details.offeredUntil);
    for (const auto* day : {&from, &offeredFrom, &offeredUntil}) {
        if (!*day)
            return day->error();
    }
    details.validFrom = from.value();
    details.offeredFrom = offeredFrom.value();
    details.offeredUntil = offeredUntil.value();
    details.name = options.name.value_or(details.name);
    if (options.kind) {
        const auto kind = enumOption<ServiceKind>("--kind", *options.kind);
        if (!kind)
            return kind.error();
        details.kind = kind.value();
    }
    if (options.riskClass) {
        const auto riskClass = enumOption<RiskClass>("--risk-class", *options.riskClass);
        if (!riskClass)
            return riskClass.error();
        details.riskClass = riskClass.value();
    }
    return details;
}

Answer saved(const Context& context, std::string_view key, const std::string& id)
{
    return {
        Json::object({{std::string(key), id}}), context.text({"cli.directory.saved", {{"id", id}}}) + "\n"};
}

Result<Answer> addProvider(Context& context, const Options& options)
{
    const auto details = merged(interfaces::ProviderDetails{}, options);
    if (!details)
        return details.error();
    const auto directory = directoryOf(context);
    if (!directory)
        return directory.error();
    const auto id = directory.value()->addProvider(details.value());
    if (!id)
        return id.error();
    return saved(context, "provider", id.value().text());
}

Result<Answer> changeProvider(Context& context, const Options& options)
{
    const auto directory = directoryOf(context);
    if (!directory)
        return directory.error();
    const auto provider = pick(directory.value()->providers(), ProviderId(options.id));
    if (!provider)
        return provider.error();
    const auto details = merged(provider.value().details, options);
    if (!details)
        return details.error();
    if (const auto changed = directory.value()->changeProvider(provider.value().id, details.value());
        !changed)
        return changed.error();
    return saved(context, "provider", options.id);
}

Result<Answer> showService(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto file = office.value()->duties().service(ServiceId(options.id));
    if (!file)
        return file.error();
    const interfaces::ServiceDetails& details = file.value().service.details;
    Answer answer{serviceFileJson(file.value(), context), {}};
    answer.text =
        facts({{context.term("cli.column.service"), file.value().service.id.text()},
                  {context.term("cli.column.name"), details.name},
                  {context.term("cli.column.provider"), file.value().provider},
                  {context.term("cli.column.kind"), context.label("service-kind", toText(details.kind))},
                  {context.term("cli.column.offered-from"), dayText(details.offeredFrom)},
                  {context.term("cli.column.offered-until"), dayText(details.offeredUntil)},
                  {context.term("cli.column.risk-class"),
                      details.riskClass ? context.label("risk-class", toText(*details.riskClass))
                                        : std::string()}},
            context)
        + "\n" + historyTable(file.value().history, context) + "\n"
        + clocksTable(file.value().cycles, context);
    for (const interfaces::ServiceCase& one : file.value().cases)
        answer.text += fmt::format("{}  {}\n", one.id.text(), context.label("step", toText(one.step)));
    return answer;
}

Result<Answer> recordMeasures(Context& context, const Options& options)
{
    const auto since = dayOption("--since", options.since);
    if (!since)
        return since.error();
    const auto office = context.office();
    if (!office)
        return office.error();
    if (const auto recorded =
            office.value()->duties().recordMeasures(ServiceId(options.id), since.value(), options.statement);
        !recorded)
        return recorded.error();
    return saved(context, "service", options.id);
}

/// Services with a duty whose time is over, one line a duty.
Result<Answer> listOverdue(Context& context)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto files = office.value()->duties().overdue();
    if (!files)
        return files.error();
    Json::Array rows;
    Table table({context.term("cli.column.service"), context.term("cli.column.provider"),
        context.term("cli.column.name"), context.term("cli.column.clock"),
        context.term("cli.column.last-day"), context.term("cli.column.days-left")});
    table.mayShrink({1, 2, 3});
    for (const interfaces::ServiceFile& file : files.value()) {
        Json row = serviceJson(file.service);
        row.set("provider_name", file.provider);
        row.set("overdue", clocksJson(file.cycles, context));
        rows.push_back(std::move(row));
        for (const interfaces::ClockView& clock : file.cycles)
            table.row({file.service.id.text(), file.provider, file.service.details.name,
                clockName(clock.id, clock.service, context), dayText(clock.end),
                daysLeftText(clock.daysLeft, context)});
    }
    return Answer{Json(std::move(rows)),
        table.empty() ? context.term("cli.service.none-overdue") + "\n"
                      : table.render(context.tableWidth(), context.colour())};
}

Result<Answer> listServices(Context& context, const Options& options)
{
    if (options.onlyOverdue)
        return listOverdue(context);
    const auto directory = directoryOf(context);
    if (!directory)
        return directory.error();
    std::optional<ProviderId> provider;
    if (!options.provider.empty())
        provider = ProviderId(options.provider);
    const auto services = directory.value()->services(provider);
    if (!services)
        return services.error();
    Json::Array rows;
    for (const ServiceView& service : services.value())
        rows.push_back(serviceJson(service));
    return Answer{Json(std::move(rows)), servicesTable(services.value(), context)};
}

Result<Answer> addService(Context& context, const Options& options)
{
    const auto details = merged(interfaces::ServiceDetails{}, options);
    if (!details)
        return details.error();
    const auto directory = directoryOf(context);
    if (!directory)
        return directory.error();
    const auto id = directory.value()->addService(ProviderId(options.provider), details.value());
    if (!id)
        return id.error();
    return saved(context, "service", id.value().text());
}

Result<Answer> changeService(Context& context, const Options& options)
{
    const auto directory = directoryOf(context);
    if (!directory)
        return directory.error();
    const auto service = pick(directory.value()->services(std::nullopt), ServiceId(options.id));
    if (!service)
        return service.error();
    const auto details = merged(service.value().details, options);
    if (!details)
        return details.error();
    if (const auto changed = directory.value()->changeService(service.value().id, details.value()); !changed)
        return changed.error();
    return saved(context, "service", options.id);
}

void addProviderFields(CLI::App& app, Options& options)
{
    app.add_option("--establishment", options.establishment, "Seat in the Union");
    app.add_option("--member-state", options.memberState, "Member State of the seat, two letters")
        ->type_name("CC");
    app.add_option("--representative", options.representative,
        "Legal representative in the Union, in addition to the seat or instead (Art 24)");
    app.add_option("--representative-state", options.representativeState,
           "Member State of the representative; it counts where there is no seat (Art 33)")
        ->type_name("CC");
    app.add_option("--contact-point", options.contactPoint, "Contact point (Art 23)");
    app.add_option("--language", options.language, "Its language (Art 23(3)), two letters")->type_name("XX");
    app.add_option("--valid-from", options.validFrom, "Day from which this is so")->type_name("DAY");
}

void addServiceFields(CLI::App& app, Options& options)
{
    app.add_option("--kind", options.kind, "hosting or interpersonal-communications")->type_name("KIND");
    app.add_option("--offered-from", options.offeredFrom, "First day in the Union (Art 3(4))")
        ->type_name("DAY");
    app.add_option("--offered-until", options.offeredUntil, "Last day in the Union")->type_name("DAY");
    app.add_option("--risk-class", options.riskClass, "high, medium or low, where the legal text has classes")
        ->type_name("CLASS");
    app.add_option("--valid-from", options.validFrom, "Day from which this is so")->type_name("DAY");
}

constexpr std::string_view kProvider = "tutela --register office.tutela --as coordinator provider ";
constexpr std::string_view kService = "tutela --register office.tutela --as coordinator service ";

std::string exampleOf(std::string_view start, std::string_view rest)
{
    return std::string(start).append(rest);
}

void addProviderVerbs(Verbs& verbs, const std::shared_ptr<Options>& options)
{
    CLI::App& group = verbs.group("provider", "Providers", exampleOf(kProvider, "list"));
    verbs.addTo(group, "list", "All providers", exampleOf(kProvider, "list"),
        [](Context& context) { return listProviders(context); });
    CLI::App& show = verbs.addTo(group, "show", "A provider with its services and their duties",
        exampleOf(kProvider, "show P-0001"),
        [options](Context& context) { return showProvider(context, *options); });
    show.add_option("ID", options->id, "Provider")->required();
    CLI::App& add = verbs.addTo(group, "add", "A new provider",
        exampleOf(kProvider, "add \"Parrot Chat GmbH (fictitious)\" --establishment Freedonia --language en"),
        [options](Context& context) { return addProvider(context, *options); });
    add.add_option("NAME", options->name, "Name")->required();
    addProviderFields(add, *options);
    CLI::App& change = verbs.addTo(group, "change", "Change what is known of a provider",
        exampleOf(kProvider, "change P-0001 --language fr --valid-from 2026-03-01"),
        [options](Context& context) { return changeProvider(context, *options); });
    change.add_option("ID", options->id, "Provider")->required();
    change.add_option("--name", options->name, "Name");
    addProviderFields(change, *options);
}

void addServiceVerbs(Verbs& verbs, const std::shared_ptr<Options>& options)
{
    CLI::App& group = verbs.group("service", "Services of providers", exampleOf(kService, "list"));
    CLI::App& list = verbs.addTo(group, "list", "All services, or those of one provider",
        exampleOf(kService, "list --provider P-0001"),
        [options](Context& context) { return listServices(context, *options); });
    list.add_option("--provider", options->provider, "Only of this provider")->type_name("ID");
    list.add_flag("--overdue", options->onlyOverdue, "Only those with an overdue duty, and which");
    CLI::App& show =
        verbs.addTo(group, "show", "A service with its recurring duties", exampleOf(kService, "show S-0001"),
            [options](Context& context) { return showService(context, *options); });
    show.add_option("ID", options->id, "Service")->required();
    CLI::App& measures = verbs.addTo(group, "measures", "Record that mitigation measures are in place",
        exampleOf(kService, "measures S-0001 --since 2027-07-05 --statement \"Letter of 5 July 2027\""),
        [options](Context& context) { return recordMeasures(context, *options); });
    measures.add_option("ID", options->id, "Service")->required();
    measures.add_option("--since", options->since, "Since when")->required()->type_name("DAY");
    measures.add_option("--statement", options->statement, "From what this is known")->required();
    CLI::App& add = verbs.addTo(group, "add", "A new service of a provider",
        exampleOf(kService, "add P-0001 Parley --kind interpersonal-communications"),
        [options](Context& context) { return addService(context, *options); });
    add.add_option("PROVIDER", options->provider, "Provider")->required();
    add.add_option("NAME", options->name, "Name")->required();
    addServiceFields(add, *options);
    CLI::App& change = verbs.addTo(group, "change", "Change what is known of a service",
        exampleOf(kService, "change S-0001 --name \"Parley 2\""),
        [options](Context& context) { return changeService(context, *options); });
    change.add_option("ID", options->id, "Service")->required();
    change.add_option("--name", options->name, "Name");
    addServiceFields(change, *options);
}

} // namespace

void addProviderAndService(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    addProviderVerbs(verbs, options);
    addServiceVerbs(verbs, options);
}

} // namespace tutela::cli

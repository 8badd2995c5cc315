#include "app/cli/provider_views.h"

#include <fmt/format.h>

#include "app/cli/views.h"

namespace tutela::cli {

using interfaces::ProviderView;
using interfaces::ServiceView;

namespace {

/// When facts held: the newest first.
template <class Details> Json historyRows(const std::vector<interfaces::FactVersion<Details>>& history)
{
    Json::Array rows;
    for (const auto& version : history)
        rows.push_back(Json::object({{"entry", version.entry}, {"valid_from", formatDay(version.validFrom)},
            {"valid_to", dayJson(version.validTo)}, {"applies", version.applies},
            {"name", version.details.name}, {"by", version.by}}));
    return Json(std::move(rows));
}

template <class Details>
std::string historyLines(const std::vector<interfaces::FactVersion<Details>>& history, const Context& context)
{
    Table table({context.term("cli.column.valid-from"), context.term("cli.column.valid-to"),
        context.term("cli.column.name"), context.term("cli.column.by"), context.term("cli.column.state")});
    table.mayShrink({2, 3});
    for (const auto& version : history) {
        const bool replaced = version.validTo && *version.validTo < version.validFrom;
        const char* state = version.applies ? "cli.facts.applies"
            : replaced                      ? "cli.facts.replaced"
            : version.validTo               ? "cli.facts.past"
                                            : "cli.facts.to-come";
        table.row(
            {formatDay(version.validFrom), version.validTo && !replaced ? formatDay(*version.validTo) : "",
                version.details.name, version.by, context.term(state)});
    }
    return table.render(context.tableWidth(), context.colour());
}

} // namespace

Json historyJson(const std::vector<interfaces::FactVersion<interfaces::ProviderDetails>>& history)
{
    return historyRows(history);
}

std::string historyTable(
    const std::vector<interfaces::FactVersion<interfaces::ProviderDetails>>& history, const Context& context)
{
    return historyLines(history, context);
}

std::string historyTable(
    const std::vector<interfaces::FactVersion<interfaces::ServiceDetails>>& history, const Context& context)
{
    return historyLines(history, context);
}

Json providerJson(const ProviderView& provider)
{
    return Json::object({{"provider", provider.id.text()}, {"name", provider.details.name},
        {"establishment", provider.details.establishment}, {"contact_point", provider.details.contactPoint},
        {"language", provider.details.language}, {"valid_from", dayJson(provider.details.validFrom)},
        {"member_state", provider.details.memberState}, {"representative", provider.details.representative},
        {"representative_state", provider.details.representativeState},
        {"jurisdiction", jurisdictionOf(provider.details)}, {"services", provider.services}});
}

Json serviceJson(const ServiceView& service)
{
    return Json::object({{"service", service.id.text()}, {"provider", service.provider.text()},
        {"name", service.details.name}, {"kind", toText(service.details.kind)},
        {"valid_from", dayJson(service.details.validFrom)},
        {"offered_from", dayJson(service.details.offeredFrom)},
        {"offered_until", dayJson(service.details.offeredUntil)},
        {"risk_class",
            service.details.riskClass ? Json(toText(*service.details.riskClass)) : Json(nullptr)}});
}

Json serviceFileJson(const interfaces::ServiceFile& file, const Context& context)
{
    Json json = serviceJson(file.service);
    json.set("cycles", clocksJson(file.cycles, context));
    Json::Array cases;
    for (const interfaces::ServiceCase& one : file.cases)
        cases.push_back(
            Json::object({{"case", one.id.text()}, {"kind", toText(one.kind)}, {"step", toText(one.step)}}));
    json.set("cases", Json(std::move(cases)));
    json.set("history", historyRows(file.history));
    return json;
}

std::string dayText(const std::optional<Day>& day)
{
    return day ? formatDay(*day) : "";
}

std::string servicesTable(const std::vector<ServiceView>& services, const Context& context)
{
    Table table({context.term("cli.column.service"), context.term("cli.column.provider"),
        context.term("cli.column.name"), context.term("cli.column.kind"),
        context.term("cli.column.valid-from")});
    table.mayShrink({2, 3});
    for (const ServiceView& service : services)
        table.row({service.id.text(), service.provider.text(), service.details.name,
            context.label("service-kind", toText(service.details.kind)), dayText(service.details.validFrom)});
    return table.render(context.tableWidth(), context.colour());
}

std::string cyclesText(const interfaces::ServiceFile& file, const Context& context)
{
    std::string out =
        context.styled(file.service.id.text() + "  " + printable(file.service.details.name), Style::Strong)
        + "\n";
    return out + clocksTable(file.cycles, context);
}

} // namespace tutela::cli

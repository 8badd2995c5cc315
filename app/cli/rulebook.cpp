#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string first;
    std::string second;
};

Result<Answer> list(Context& context)
{
    Json::Array rows;
    Table table({context.term("cli.column.rulebook"), context.term("cli.column.title"),
        context.term("cli.column.source")});
    table.mayShrink({1});
    for (const RulebookRow& row : context.reference().rulebooks()) {
        rows.push_back(Json::object({{"id", row.id}, {"title", row.title}, {"source", row.source}}));
        table.row({row.id, row.title, row.source});
    }
    return Answer{Json(std::move(rows)), table.render(context.tableWidth(), context.colour())};
}

std::string parametersTable(const Json& pack, const Context& context)
{
    Table table({context.term("cli.column.parameter"), context.term("cli.column.value"),
        context.term("cli.column.law"), context.term("cli.column.checked")});
    table.mayShrink({2});
    for (const Json& item : pack.items("parameters"))
        table.row({std::string(item.text("key")), std::string(item.text("value")),
            std::string(item.text("article")), std::string(item.text("verification"))});
    return table.render(context.width(), context.colour());
}

/// "P3M", "at most P2W", "at least P2W", or what stands instead of a length.
std::string lengthText(const Json& clock, const Context& context)
{
    if (clock.text("length") == "none")
        return context.term("cli.rulebook.no-figure");
    const Json* set = clock.find("set");
    if (set == nullptr)
        return clock.find("length") == nullptr ? context.term("cli.rulebook.date")
                                               : std::string(clock.text("length"));
    for (const auto& [key, term] :
        {std::pair{"cap", "cli.rulebook.at-most"}, std::pair{"floor", "cli.rulebook.at-least"}}) {
        if (!set->text(key).empty())
            return context.term(term) + " " + std::string(set->text(key));
    }
    return context.term("cli.rulebook.set");
}

std::string clocksOfText(const Json& pack, const Context& context)
{
    Table table({context.term("cli.column.clock"), context.term("cli.column.name"),
        context.term("cli.column.law"), context.term("cli.column.length"), context.term("cli.column.actor"),
        context.term("cli.column.checked"), context.term("cli.column.use")});
    table.mayShrink({1, 4});
    for (const Json& clock : pack.items("clocks")) {
        const std::string id(clock.text("id"));
        const bool used = clock.text("use") != "not-yet";
        table.row(
            {id, context.term("clock." + id), std::string(clock.text("law")), lengthText(clock, context),
                context.term(std::string(clock.text("actor"))), std::string(clock.text("verification")),
                used ? std::string() : context.term("cli.rulebook.not-yet-used")},
            std::vector<Style>(7, used ? Style::Plain : Style::Faint));
    }
    return table.render(context.width(), context.colour());
}

std::string readingsOfText(const Json& pack, const Context& context)
{
    std::string out;
    for (const Json& reading : pack.items("readings")) {
        const std::string key(reading.text("key"));
        out += context.styled(context.term("reading." + key), Style::Strong) + "\n"
            + wrapText("  " + printable(reading.text("law")), context.width(), 2);
        for (const Json& option : reading.items("options")) {
            const bool followed = option.asString() == reading.text("followed");
            out += wrapText(
                (followed ? "  ● " : "  ○ ") + context.term("reading." + key + "." + option.asString()),
                context.width(), 4);
        }
    }
    return out.empty() ? out : heading("cli.rulebook.readings", context) + out;
}

Result<Answer> show(Context& context, const Options& options)
{
    auto pack = context.reference().rulebook(options.first);
    if (!pack)
        return pack.error();
    std::string text = wrapText(printable(pack.value().text("title")), context.width(), 0)
        + wrapText(printable(pack.value().text("source")), context.width(), 0)
        + heading("cli.rulebook.parameters", context) + parametersTable(pack.value(), context)
        + readingsOfText(pack.value(), context) + heading("cli.rulebook.clocks", context)
        + clocksOfText(pack.value(), context) + "\n"
        + wrapText(context.term("cli.rulebook.acts"), context.width(), 0);
    return Answer{std::move(pack).value(), std::move(text)};
}

Result<Answer> compare(Context& context, const Options& options)
{
    const auto differences = context.reference().compareRulebooks(options.first, options.second);
    if (!differences)
        return differences.error();
    Json::Array rows;
    std::string text;
    for (const auto& found : differences.value()) {
        const auto side = [](const std::optional<std::string>& value) {
            return value ? Json(*value) : Json();
        };
        rows.push_back(
            Json::object({{"item", found.item}, {"a", side(found.first)}, {"b", side(found.second)}}));
        text += context.styled(printable(found.item), Style::Strong) + "\n";
        if (found.first)
            text += wrapText("  - " + printable(*found.first), context.width(), 4);
        if (found.second)
            text += wrapText("  + " + printable(*found.second), context.width(), 4);
    }
    if (text.empty())
        text = context.term("cli.rulebook.same") + "\n";
    return Answer{Json(std::move(rows)), std::move(text)};
}

} // namespace

void addRulebook(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& group =
        verbs.group("rulebook", "Legal texts as the program applies them", "tutela rulebook list");
    verbs.addTo(group, "list", "All legal texts", "tutela rulebook list",
        [](Context& context) { return list(context); });
    CLI::App& shown = verbs.addTo(group, "show", "A legal text with every figure and its article",
        "tutela rulebook show com-2022-209", [options](Context& context) { return show(context, *options); });
    shown.add_option("ID", options->first, "Legal text")->required();
    CLI::App& compared = verbs.addTo(group, "compare", "What differs between two legal texts",
        "tutela rulebook compare com-2022-209 ep-2023",
        [options](Context& context) { return compare(context, *options); });
    compared.add_option("A", options->first, "Legal text")->required();
    compared.add_option("B", options->second, "Legal text")->required();
}

} // namespace tutela::cli

#include <map>

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

Result<Answer> show(Context& context, const Options& options)
{
    auto pack = context.reference().rulebook(options.first);
    if (!pack)
        return pack.error();
    std::string text = wrapText(printable(pack.value().text("title")), context.width(), 0)
        + wrapText(printable(pack.value().text("source")), context.width(), 0)
        + heading("cli.rulebook.parameters", context) + parametersTable(pack.value(), context)
        + heading("cli.rulebook.clocks", context) + clocksOfText(pack.value(), context) + "\n"
        + wrapText(context.term("cli.rulebook.acts"), context.width(), 0);
    return Answer{std::move(pack).value(), std::move(text)};
}

/// What tells an item of an array from the others, or nothing.
std::string_view nameOf(const Json& item)
{
    for (const std::string_view key : {"id", "key", "act", "name"}) {
        if (const auto name = item.text(key); !name.empty())
            return name;
    }
    return {};
}

/// Every leaf of a value under its path; the items of an array go by their names where they have
/// one, so that a rule keeps its path when others are put before it.
void flatten(const Json& value, const std::string& path, std::map<std::string, std::string>& out)
{
    if (value.isObject()) {
        for (const auto& [key, member] : value.asObject())
            flatten(member, path.empty() ? key : path + "." + key, out);
    } else if (value.isArray()) {
        std::size_t index = 0;
        for (const Json& item : value.asArray()) {
            const std::string_view name = nameOf(item);
            flatten(item,
                fmt::format("{}[{}]", path, name.empty() ? std::to_string(index) : std::string(name)), out);
            ++index;
        }
    } else {
        out[path] = value.isString() ? value.asString() : canonicalJson(value);
    }
}

Result<Answer> compare(Context& context, const Options& options)
{
    const auto first = context.reference().rulebook(options.first);
    if (!first)
        return first.error();
    const auto second = context.reference().rulebook(options.second);
    if (!second)
        return second.error();
    std::map<std::string, std::string> before;
    std::map<std::string, std::string> after;
    flatten(first.value(), "", before);
    flatten(second.value(), "", after);
    std::map<std::string, std::string> all = before;
    all.insert(after.begin(), after.end());
    Json::Array rows;
    std::string text;
    for (const auto& [path, ignored] : all) {
        const auto a = before.find(path);
        const auto b = after.find(path);
        if (a != before.end() && b != after.end() && a->second == b->second)
            continue;
        const Json was = a == before.end() ? Json() : Json(a->second);
        const Json is = b == after.end() ? Json() : Json(b->second);
        rows.push_back(Json::object({{"item", path}, {"a", was}, {"b", is}}));
        text += context.styled(printable(path), Style::Strong) + "\n";
        if (a != before.end())
            text += wrapText("  - " + printable(a->second), context.width(), 4);
        if (b != after.end())
            text += wrapText("  + " + printable(b->second), context.width(), 4);
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

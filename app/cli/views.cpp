#include "app/cli/views.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/exit_code.h"

namespace tutela::cli {

Json dayJson(const std::optional<Day>& day)
{
    return day ? Json(formatDay(*day)) : Json();
}

std::string endOfDay(Day day)
{
    return formatDay(day) + "T23:59:59";
}

Json stepsJson(const std::vector<interfaces::ClockStep>& steps, const Context& context)
{
    Json::Array out;
    for (const auto& step : steps)
        out.push_back(Json::object(
            {{"rule", step.rule}, {"text", context.texts().text(step.text)}, {"result", step.result}}));
    return out;
}

Json readingsJson(const std::vector<interfaces::ReadingView>& readings, const Context& context)
{
    Json::Array out;
    for (const auto& reading : readings) {
        Json::Array others;
        for (const std::string& other : reading.others)
            others.emplace_back(other);
        out.push_back(Json::object({{"reading", reading.key}, {"text", context.label("reading", reading.key)},
            {"law", reading.law}, {"followed", reading.followed}, {"others", std::move(others)}}));
    }
    return Json(std::move(out));
}

Json clockJson(const interfaces::ClockView& clock, const Context& context)
{
    return Json::object({
        {"id", clock.id},
        {"law", clock.law},
        {"actor", clock.actor},
        {"state", toText(clock.state)},
        {"end", clock.end ? Json(endOfDay(*clock.end)) : Json()},
        {"last_day", dayJson(clock.end)},
        {"days_left", clock.daysLeft ? Json(*clock.daysLeft) : Json()},
        {"confirmed", clock.confirmed},
        {"steps", stepsJson(clock.steps, context)},
        {"readings", readingsJson(clock.readings, context)},
    });
}

Json warningJson(const CaseWarning& warning, const Context& context)
{
    return Json::object({{"kind", toText(warning.kind)}, {"level", toText(warning.level)},
        {"text", context.texts().text(warning.text)}, {"day", dayJson(warning.day)},
        {"clock", warning.clock.empty() ? Json() : Json(warning.clock)}, {"law", warning.law}});
}

Json warningsJson(const std::vector<CaseWarning>& warnings, const Context& context)
{
    Json::Array out;
    for (const CaseWarning& warning : warnings)
        out.push_back(warningJson(warning, context));
    return Json(std::move(out));
}

Style styleOf(WarningLevel level)
{
    switch (level) {
    case WarningLevel::Late:
        return Style::Alarm;
    case WarningLevel::Near:
        return Style::Warning;
    case WarningLevel::Note:
        return Style::Plain;
    }
    return Style::Plain;
}

std::string warningsText(const std::vector<CaseWarning>& warnings, const Context& context)
{
    Table table({"", context.term("cli.column.warning"), context.term("cli.column.law")});
    table.mayShrink({1});
    for (const CaseWarning& warning : warnings)
        table.row(
            {context.label("warning-level", toText(warning.level)), context.text(warning.text), warning.law},
            {styleOf(warning.level), Style::Plain, Style::Faint});
    return table.empty() ? std::string() : table.render(context.tableWidth(), context.colour());
}

Json clocksJson(const std::vector<interfaces::ClockView>& clocks, const Context& context)
{
    Json::Array out;
    for (const auto& clock : clocks)
        out.push_back(clockJson(clock, context));
    return out;
}

Json textsJson(const std::vector<Message>& messages, const Context& context)
{
    Json::Array out;
    for (const Message& message : messages)
        out.emplace_back(context.texts().text(message));
    return out;
}

Json whyNotJson(const std::vector<interfaces::WhyNot>& reasons, const Context& context)
{
    Json::Array out;
    for (const auto& reason : reasons)
        out.push_back(Json::object(
            {{"code", reason.code}, {"text", context.texts().text(reason.text)}, {"law", reason.law}}));
    return out;
}

std::string clockName(const std::string& id, const std::string& service, const Context& context)
{
    const auto slash = id.find('/');
    const std::string base = id.substr(0, slash);
    const std::string name = context.label("clock", base);
    if (!service.empty())
        return fmt::format("{} · {} ({})", name, printable(service), printable(id));
    return name == base ? printable(id) : fmt::format("{} ({})", name, printable(id));
}

std::string daysLeftText(const std::optional<std::int64_t>& days, const Context& context)
{
    if (!days)
        return {};
    if (*days == 0)
        return context.term("cli.days.today");
    const bool late = *days < 0;
    const std::int64_t count = late ? -*days : *days;
    const std::string id = fmt::format("cli.days.{}.{}", late ? "late" : "left", count == 1 ? "one" : "many");
    return context.text({id, {{"count", count}}});
}

Style urgency(const std::optional<ClockState>& state, const std::optional<std::int64_t>& daysLeft)
{
    constexpr std::int64_t kPressing = 7;
    if (state == ClockState::Overdue || (daysLeft && *daysLeft < 0))
        return Style::Alarm;
    if (state == ClockState::Unconfirmed || (daysLeft && *daysLeft <= kPressing))
        return Style::Warning;
    return state == ClockState::Stopped ? Style::Faint : Style::Plain;
}

std::string clocksTable(const std::vector<interfaces::ClockView>& clocks, const Context& context)
{
    Table table({context.term("cli.column.clock"), context.term("cli.column.actor"),
        context.term("cli.column.state"), context.term("cli.column.last-day"),
        context.term("cli.column.days-left"), context.term("cli.column.law")});
    table.mayShrink({0, 1, 5});
    for (const auto& clock : clocks) {
        const bool counts = clock.state == ClockState::Running || clock.state == ClockState::Overdue
            || clock.state == ClockState::Unconfirmed;
        const Style style = counts ? urgency(clock.state, clock.daysLeft) : Style::Faint;
        const std::string day = clock.end ? formatDay(*clock.end) + (clock.confirmed ? "" : " ?") : "–";
        table.row({clockName(clock.id, clock.service, context), context.term(clock.actor),
                      context.label("clock-state", toText(clock.state)), day,
                      counts ? daysLeftText(clock.daysLeft, context) : "", clock.law},
            {Style::Plain, Style::Plain, style, style, style, Style::Faint});
    }
    return table.empty() ? context.term("cli.clocks.none") + "\n"
                         : table.render(context.tableWidth(), context.colour());
}

namespace {

Json standJson(const std::optional<interfaces::ClockStand>& stand)
{
    if (!stand)
        return {};
    return Json::object({{"state", toText(stand->state)},
        {"end", stand->end ? Json(endOfDay(*stand->end)) : Json()}, {"confirmed", stand->confirmed}});
}

std::string standText(const std::optional<interfaces::ClockStand>& stand, const Context& context)
{
    if (!stand)
        return "–";
    const std::string day = stand->end ? formatDay(*stand->end) + (stand->confirmed ? "" : " ?") : "–";
    return fmt::format("{}, {}", day, context.label("clock-state", toText(stand->state)));
}

} // namespace

Json changesJson(const std::vector<interfaces::ClockChange>& changes)
{
    Json::Array out;
    for (const auto& change : changes)
        out.push_back(Json::object({{"id", change.id}, {"before", standJson(change.before)},
            {"after", standJson(change.after)}, {"changed", change.changed()}}));
    return out;
}

std::string changesTable(const std::vector<interfaces::ClockChange>& changes, const Context& context)
{
    Table table({context.term("cli.column.clock"), context.term("cli.column.before"),
        context.term("cli.column.after"), context.term("cli.column.law")});
    table.mayShrink({0, 3});
    for (const auto& change : changes) {
        if (!change.changed())
            continue;
        table.row({clockName(change.id, change.service, context), standText(change.before, context),
                      standText(change.after, context), change.law},
            {Style::Plain, Style::Faint, Style::Strong, Style::Faint});
    }
    return table.empty() ? context.term("cli.preview.no-date-moves") + "\n"
                         : table.render(context.tableWidth(), context.colour());
}

std::string stepsText(const std::vector<interfaces::ClockStep>& steps, const Context& context, int indent)
{
    constexpr int kWidestRule = 24;
    int widest = 0;
    for (const auto& step : steps)
        widest = std::max(widest, std::min(columns(printable(step.rule)), kWidestRule));
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    std::string out;
    int number = 0;
    for (const auto& step : steps) {
        const std::string rule = printable(step.rule);
        const auto gap = static_cast<std::size_t>(std::max(0, widest - columns(rule)) + 2);
        std::string text = context.text(step.text);
        if (!step.result.empty() && text.find(step.result) == std::string::npos)
            text += " → " + printable(step.result);
        out += wrapText(fmt::format("{}{:>2}. {}{}{}", margin, ++number, rule, std::string(gap, ' '), text),
            context.width(), indent + 4 + widest + 2);
    }
    return out;
}

std::string bulletList(const std::vector<Message>& messages, const Context& context)
{
    std::string out;
    for (const Message& message : messages)
        out += wrapText("  • " + context.text(message), context.width(), 4);
    return out;
}

std::string heading(std::string_view textId, const Context& context)
{
    return "\n" + context.styled(context.term(textId), Style::Strong) + "\n";
}

std::string facts(
    const std::vector<std::pair<std::string, std::string>>& rows, const Context& context, int indent)
{
    int widest = 0;
    for (const auto& [label, value] : rows) {
        if (!value.empty())
            widest = std::max(widest, columns(printable(label)));
    }
    widest = std::min(widest, 30);
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    std::string out;
    for (const auto& [label, value] : rows) {
        if (value.empty())
            continue;
        const std::string shown = printable(label);
        const auto gap = static_cast<std::size_t>(std::max(0, widest - columns(shown)) + 2);
        out += wrapText(margin + shown + std::string(gap, ' ') + printableLines(value), context.width(),
            indent + widest + 2);
    }
    return out;
}

std::string rolesText(const std::vector<Role>& roles, const Context& context)
{
    std::string out;
    for (const Role role : roles)
        out += (out.empty() ? "" : ", ") + context.label("role", toText(role));
    return out;
}

Json rolesJson(const std::vector<Role>& roles)
{
    Json::Array out;
    for (const Role role : roles)
        out.emplace_back(toText(role));
    return out;
}

Result<Day> dayOption(std::string_view option, const std::string& text)
{
    if (const auto day = parseDay(text))
        return *day;
    return optionError(option, text, "YYYY-MM-DD");
}

Result<std::optional<Instant>> instantOption(std::string_view option, const std::string& text)
{
    if (text.empty())
        return std::optional<Instant>();
    if (const auto instant = parseInstant(text))
        return std::optional<Instant>(*instant);
    return optionError(option, text, "2026-03-01T09:30:00+01:00");
}

Error optionError(std::string_view option, const std::string& value, std::string possible)
{
    return {ErrorCode::Usage,
        {"cli.option-value",
            {{"option", std::string(option)}, {"value", printable(value)},
                {"possible", std::move(possible)}}}};
}

} // namespace tutela::cli

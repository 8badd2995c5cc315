#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

std::string clockText(const interfaces::ClockView& clock, const Context& context)
{
    std::string state = context.label("clock-state", toText(clock.state));
    const std::string left = daysLeftText(clock.daysLeft, context);
    if (!left.empty() && (clock.state == ClockState::Running || clock.state == ClockState::Overdue))
        state += ", " + left;
    std::string out = context.styled(clockName(clock.id, context), Style::Strong) + "\n";
    out += facts({{context.term("cli.column.state"), state},
                     {context.term("cli.column.last-day"), clock.end ? formatDay(*clock.end) : ""},
                     {context.term("cli.column.actor"), context.term(clock.actor)},
                     {context.term("cli.column.law"), clock.law}},
        context, 2);
    if (!clock.confirmed)
        out += wrapText("  " + context.term("cli.clocks.unconfirmed"), context.width(), 2);
    if (!clock.steps.empty())
        out += "  " + context.term("cli.clocks.why") + "\n" + stepsText(clock.steps, context, 2);
    return out;
}

Result<Answer> run(Context& context, const std::string& reference)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto view = office.value()->cases().open(CaseId(reference), std::nullopt);
    if (!view)
        return view.error();
    Answer answer;
    answer.json = clocksJson(view.value().clocks, context);
    for (const auto& clock : view.value().clocks)
        answer.text += (answer.text.empty() ? "" : "\n") + clockText(clock, context);
    if (answer.text.empty())
        answer.text = context.term("cli.clocks.none") + "\n";
    return answer;
}

} // namespace

void addClocks(Verbs& verbs)
{
    auto reference = std::make_shared<std::string>();
    CLI::App& app = verbs.add("clocks", "The statutory clocks of a case, each date with its reasons",
        "tutela --register training.tutela --as coordinator clocks A-2026-0001",
        [reference](Context& context) { return run(context, *reference); });
    app.add_option("REF", *reference, "File number")->required();
}

} // namespace tutela::cli

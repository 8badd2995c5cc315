#include <algorithm>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/io.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

std::string readingsText(const std::vector<interfaces::ReadingView>& readings, const Context& context)
{
    std::string out;
    for (const auto& reading : readings) {
        const auto option = [&](const std::string& name) {
            return context.term(fmt::format("reading.{}.{}", reading.key, name));
        };
        out += wrapText("  "
                + context.text({"cli.clocks.reading",
                    {{"reading", context.term("reading." + reading.key)},
                        {"followed", option(reading.followed)}, {"law", reading.law}}}),
            context.width(), 4);
        for (const std::string& other : reading.others)
            out += wrapText("    " + context.text({"cli.clocks.other-reading", {{"option", option(other)}}}),
                context.width(), 6);
    }
    return out;
}

std::string clockText(const interfaces::ClockView& clock, const Context& context)
{
    std::string state = context.label("clock-state", toText(clock.state));
    const std::string left = daysLeftText(clock.daysLeft, context);
    if (!left.empty() && (clock.state == ClockState::Running || clock.state == ClockState::Overdue))
        state += ", " + left;
    std::string out = context.styled(clockName(clock.id, clock.service, context), Style::Strong) + "\n";
    out += facts({{context.term("cli.column.state"), state},
                     {context.term("cli.column.last-day"), clock.end ? formatDay(*clock.end) : ""},
                     {context.term("cli.column.actor"), context.term(clock.actor)},
                     {context.term("cli.column.law"), clock.law}},
        context, 2);
    if (!clock.confirmed)
        out += wrapText("  " + context.term("cli.clocks.unconfirmed"), context.width(), 2);
    if (!clock.steps.empty())
        out += "  " + context.term("cli.clocks.why") + "\n" + stepsText(clock.steps, context, 2);
    out += readingsText(clock.readings, context);
    return out;
}

bool isService(const std::string& reference)
{
    return reference.starts_with("S-");
}

/// The clocks of a case, or the duties that recur for a service.
Result<std::vector<interfaces::ClockView>> clocksOf(interfaces::Office& office, const std::string& reference)
{
    if (isService(reference)) {
        auto file = office.duties().service(ServiceId(reference));
        if (!file)
            return file.error();
        return std::move(file).value().cycles;
    }
    auto view = office.cases().open(CaseId(reference), std::nullopt);
    if (!view)
        return view.error();
    return std::move(view).value().clocks;
}

struct Options {
    std::string reference;
    std::string clock;
    std::string pdf;
};

/// Only the clock asked for, if one was.
Result<std::vector<interfaces::ClockView>> chosen(
    Result<std::vector<interfaces::ClockView>> clocks, const std::string& id)
{
    if (!clocks || id.empty())
        return clocks;
    const auto found = std::ranges::find(clocks.value(), id, &interfaces::ClockView::id);
    if (found != clocks.value().end())
        return std::vector<interfaces::ClockView>{*found};
    std::string ids;
    for (const auto& clock : clocks.value())
        ids += (ids.empty() ? "" : ", ") + clock.id;
    return optionError("--clock", id, ids);
}

Result<Answer> run(Context& context, const Options& options)
{
    if (!options.pdf.empty() && options.clock.empty())
        return optionError("--pdf", options.pdf, "--clock");
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto clocks = chosen(clocksOf(*office.value(), options.reference), options.clock);
    if (!clocks)
        return clocks.error();
    Answer answer;
    answer.json = clocksJson(clocks.value(), context);
    for (const auto& clock : clocks.value())
        answer.text += (answer.text.empty() ? "" : "\n") + clockText(clock, context);
    if (answer.text.empty())
        answer.text = context.term("cli.clocks.none") + "\n";
    if (options.pdf.empty())
        return answer;
    const auto sheet = isService(options.reference)
        ? office.value()->duties().dateSheet(ServiceId(options.reference), options.clock)
        : office.value()->cases().dateSheet(CaseId(options.reference), options.clock);
    if (!sheet)
        return sheet.error();
    if (const auto written = writeFile(options.pdf, sheet.value()); !written)
        return written.error();
    answer.text += "\n" + context.text({"cli.clocks.written", {{"file", options.pdf}}}) + "\n";
    return answer;
}

} // namespace

void addClocks(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("clocks",
        "The statutory clocks of a case or a service, each date with its reasons",
        "tutela --register training.tutela --as coordinator clocks A-2026-0001 --clock DL06 --pdf why.pdf",
        [options](Context& context) { return run(context, *options); });
    app.add_option("REF", options->reference, "File number, or number of a service")->required();
    app.add_option("--clock", options->clock, "Only this clock")->type_name("ID");
    app.add_option("--pdf", options->pdf, "Write \"Why this date?\" of the clock to this file")
        ->type_name("OUT");
}

} // namespace tutela::cli

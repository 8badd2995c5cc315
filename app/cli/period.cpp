#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string from;
    std::string length;
    std::string calendar;
    std::string holidays;
    std::vector<std::string> pauses;
    std::string mode; ///< empty: by the sign of the length
    std::string zone;
};

Result<PeriodMode> periodMode(const std::string& text, Length length)
{
    if (text.empty())
        return length.amount < 0 ? PeriodMode::Backward : PeriodMode::Forward;
    if (text == "forward")
        return PeriodMode::Forward;
    if (text == "backward")
        return PeriodMode::Backward;
    if (text == "cap")
        return PeriodMode::Cap;
    if (text == "effect")
        return PeriodMode::Effect;
    if (text == "fixed")
        return PeriodMode::Fixed;
    return optionError("--mode", text, "forward, backward, cap, effect, fixed");
}

/// `D;D;…`, also when empty: then only Saturdays and Sundays are no working days.
Result<std::vector<Day>> holidayList(const std::string& text)
{
    std::vector<Day> days;
    std::size_t start = 0;
    while (start < text.size()) {
        const auto end = std::min(text.find(';', start), text.size());
        const auto day = dayOption("--holidays", text.substr(start, end - start));
        if (!day)
            return day.error();
        days.push_back(day.value());
        start = end + 1;
    }
    return days;
}

Result<PauseText> pauseOf(const std::string& text)
{
    const auto slash = text.find('/');
    if (slash == 0 || slash == std::string::npos)
        return optionError("--suspend", text, "2026-02-10/2026-02-17, 2026-02-10/");
    return PauseText{text.substr(0, slash), text.substr(slash + 1)};
}

Result<PeriodRequest> requestOf(const Options& options, bool hasHolidays)
{
    PeriodRequest request;
    request.from = options.from;
    const bool named = options.mode == "fixed" && options.length.empty();
    const auto length = named ? Length{} : parseLength(options.length);
    if (!length)
        return optionError("--length", options.length, "P10D, P5WD, P2W, P3M, P3Y, PT24H");
    request.length = *length;
    const auto mode = periodMode(options.mode, *length);
    if (!mode)
        return mode.error();
    request.mode = mode.value();
    if (!options.calendar.empty())
        request.calendar = options.calendar;
    if (hasHolidays) {
        auto holidays = holidayList(options.holidays);
        if (!holidays)
            return holidays.error();
        request.holidays = std::move(holidays).value();
    }
    for (const std::string& text : options.pauses) {
        auto pause = pauseOf(text);
        if (!pause)
            return pause.error();
        request.pauses.push_back(std::move(pause).value());
    }
    if (!options.zone.empty())
        request.zone = options.zone;
    return request;
}

std::string reportText(const PeriodReport& report, const Context& context)
{
    std::string out = report.end
        ? context.styled(context.text({"cli.period.end", {{"end", *report.end}}}), Style::Strong) + "\n"
        : context.term(report.open ? "cli.period.open" : "cli.period.none") + "\n";
    if (!report.confirmed)
        out += wrapText(context.term("cli.clocks.unconfirmed"), context.width(), 0);
    if (!report.steps.empty())
        out += heading("cli.clocks.why", context) + stepsText(report.steps, context, 0);
    if (!report.warnings.empty())
        out += heading("cli.heading.warnings", context) + bulletList(report.warnings, context);
    return out;
}

Result<Answer> run(Context& context, const Options& options, bool hasHolidays)
{
    const auto request = requestOf(options, hasHolidays);
    if (!request)
        return request.error();
    const auto counted = context.reference().period(request.value());
    if (!counted)
        return counted.error();
    const PeriodReport& report = counted.value();
    return Answer{Json::object({
                      {"end", report.end ? Json(*report.end) : Json()},
                      {"open", report.open},
                      {"confirmed", report.confirmed},
                      {"steps", stepsJson(report.steps, context)},
                      {"warnings", textsJson(report.warnings, context)},
                  }),
        reportText(report, context)};
}

} // namespace

void addPeriod(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    auto holidays = std::make_shared<CLI::Option*>(nullptr);
    CLI::App& app = verbs.add("period",
        "Count a period (Regulation 1182/71) and say why it ends when it ends",
        "tutela period --from 2026-01-05 --length P2W --calendar BE --suspend 2026-01-08/2026-01-12",
        [options, holidays](Context& context) { return run(context, *options, (*holidays)->count() > 0); });
    app.add_option("--from", options->from, "Day or instant of the event from which it runs")
        ->required()
        ->type_name("D");
    app.add_option("--length", options->length,
           "P10D, P5WD (working days), P2W, P3M, P3Y or PT24H; not needed with --mode fixed")
        ->type_name("L");
    CLI::Option* calendar =
        app.add_option("--calendar", options->calendar, "Whose public holidays")->type_name("CC");
    *holidays = app.add_option("--holidays", options->holidays, "These public holidays and no others")
                    ->excludes(calendar)
                    ->type_name("D;D");
    app.add_option("--suspend", options->pauses, "A pause; A/ is still open; may be repeated")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("A/B");
    app.add_option("--mode", options->mode,
           "forward, backward, cap, effect or fixed; by the sign of the length when left out")
        ->type_name("MODE");
    app.add_option("--zone", options->zone, "Answer with the offset of this time zone")->type_name("TZ");
}

} // namespace tutela::cli

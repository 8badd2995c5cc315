#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string day;
    std::string basis;
};

Result<Answer> show(Context& context)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto date = office.value()->duties().applicationDate();
    if (!date)
        return date.error();
    const interfaces::ApplicationDate& view = date.value();
    Answer answer;
    answer.json =
        Json::object({{"day", dayJson(view.day)}, {"basis", view.basis}, {"in_force", view.inForce}});
    if (!view.day)
        answer.text = context.term("cli.application.none") + "\n";
    else
        answer.text = context.text({view.inForce ? "cli.application.in-force" : "cli.application.assumed",
                          {{"day", *view.day}}})
            + "\n" + context.text({"cli.application.basis", {{"basis", printable(view.basis)}}}) + "\n";
    return answer;
}

Result<Answer> record(Context& context, const Options& options)
{
    const auto day = dayOption("DAY", options.day);
    if (!day)
        return day.error();
    const auto office = context.office();
    if (!office)
        return office.error();
    if (const auto recorded = office.value()->duties().recordApplicationDate(day.value(), options.basis);
        !recorded)
        return recorded.error();
    return Answer{Json::object({{"day", options.day}}), context.term("cli.application.saved") + "\n"};
}

} // namespace

void addApplicationDate(Verbs& verbs)
{
    const auto options = std::make_shared<Options>();
    constexpr std::string_view kShow = "tutela --register office.tutela --as head application-date show";
    CLI::App& group = verbs.group("application-date", "From when the regulation applies", kShow);
    verbs.addTo(group, "show", "The day recorded in this register", kShow,
        [](Context& context) { return show(context); });
    CLI::App& set = verbs.addTo(group, "record",
        "Record the day; for a proposal it is an assumption, and every date that rests on it says so",
        "tutela --register office.tutela --as head application-date record 2027-01-15 --basis \"Assumed\"",
        [options](Context& context) { return record(context, *options); });
    set.add_option("DAY", options->day, "First day of application")->required();
    set.add_option("--basis", options->basis, "The legal act, or why it is assumed")->required();
}

} // namespace tutela::cli

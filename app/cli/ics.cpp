#include <algorithm>

#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string reference;
    std::string file;
};

std::int64_t eventsIn(const std::string& bytes)
{
    constexpr std::string_view kEvent = "BEGIN:VEVENT\r\n";
    std::int64_t events = 0;
    for (auto at = bytes.find(kEvent); at != std::string::npos; at = bytes.find(kEvent, at + 1))
        ++events;
    return events;
}

Result<Answer> run(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto caseId = options.reference.empty() ? std::nullopt : std::optional(CaseId(options.reference));
    const auto bytes = office.value()->calendar().exportCalendar(caseId);
    if (!bytes)
        return bytes.error();
    const std::int64_t events = eventsIn(bytes.value());
    if (options.file.empty())
        return Answer{Json::object({{"events", events}, {"ics", bytes.value()}}), bytes.value()};
    if (const auto written = writeFile(options.file, bytes.value()); !written)
        return written.error();
    return Answer{Json::object({{"events", events}, {"file", options.file}}),
        context.text({"cli.ics.written", {{"events", events}, {"file", options.file}}}) + "\n"};
}

} // namespace

void addIcs(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app =
        verbs.add("ics", "Statutory dates for a calendar program (iCalendar): yours, or of a case",
            "tutela --register training.tutela --as coordinator ics --out my-dates.ics",
            [options](Context& context) { return run(context, *options); });
    app.add_option("--case", options->reference, "Only the dates of this case")->type_name("REF");
    app.add_option("--out", options->file, "Write them to this file")->type_name("FILE");
}

} // namespace tutela::cli

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::int64_t cases = 24;
    std::uint64_t seed = 1;
    std::string anchor;
    bool withoutStories = false;
};

std::string peopleTable(const SampleReport& report, const Context& context)
{
    Table table({context.term("cli.column.sign-in"), context.term("cli.column.roles"),
        context.term("cli.column.institution"), context.term("cli.column.password")});
    table.mayShrink({1});
    for (const SamplePerson& person : report.people)
        table.row({person.signInName, rolesText(person.roles, context),
            context.label("institution", person.institution), person.password});
    return table.render(context.tableWidth(), context.colour());
}

std::string storiesTable(const SampleReport& report, const Context& context)
{
    if (report.stories.empty())
        return {};
    Table table({context.term("cli.column.story"), context.term("cli.column.files")});
    table.mayShrink({0});
    for (const SampleStory& story : report.stories)
        table.row({story.title, fmt::format("{}", fmt::join(story.cases, ", "))});
    return table.render(context.tableWidth(), context.colour()) + "\n";
}

Json reportJson(const SampleReport& report)
{
    Json::Array people;
    for (const SamplePerson& person : report.people)
        people.push_back(Json::object({{"name", person.signInName}, {"roles", rolesJson(person.roles)},
            {"institution", person.institution}, {"password", person.password}}));
    Json::Array stories;
    for (const SampleStory& story : report.stories) {
        Json::Array cases;
        for (const std::string& id : story.cases)
            cases.emplace_back(id);
        stories.push_back(
            Json::object({{"story", story.id}, {"title", story.title}, {"cases", Json(std::move(cases))}}));
    }
    return Json::object({{"register", report.file}, {"cases", report.cases}, {"entries", report.entries},
        {"people", std::move(people)}, {"stories", Json(std::move(stories))}});
}

Result<Answer> run(Context& context, const Options& options)
{
    const auto file = context.registerFile();
    if (!file)
        return file.error();
    SampleRequest request{file.value(), options.cases, options.seed, std::nullopt, !options.withoutStories};
    if (!options.anchor.empty()) {
        const auto anchor = dayOption("--anchor", options.anchor);
        if (!anchor)
            return anchor.error();
        request.anchor = anchor.value();
    }
    const bool shown = context.io().notesGoToTerminal();
    const auto report = context.registers().createSample(request, [&](std::int64_t done, std::int64_t total) {
        if (shown)
            context.io().note(fmt::format("\r{} / {}{}", done, total, done == total ? "\n" : ""));
    });
    if (!report)
        return report.error();
    Answer answer;
    answer.json = reportJson(report.value());
    answer.text = context.text({"cli.sample.done",
                      {{"cases", report.value().cases}, {"entries", report.value().entries},
                          {"file", report.value().file}}})
        + "\n\n" + peopleTable(report.value(), context) + "\n" + storiesTable(report.value(), context)
        + wrapText(context.term("cli.sample.next"), context.width(), 0);
    return answer;
}

} // namespace

void addSample(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("sample", "Make a training register with fictitious cases and people",
        "tutela sample --register training.tutela --cases 24 --seed 1",
        [options](Context& context) { return run(context, *options); });
    app.add_option("--cases", options->cases, "Number of cases")->check(CLI::Range(0, 1'000'000));
    app.add_option("--seed", options->seed, "The same seed and anchor give the same bytes");
    app.add_option("--anchor", options->anchor, "\"Today\" of the new register")->type_name("DAY");
    app.add_flag("--without-stories", options->withoutStories, "Leave out the stories told beside the cases");
}

} // namespace tutela::cli

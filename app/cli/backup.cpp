#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string copy;
    std::string target;
};

Answer answerOf(const BackupReport& report, std::string_view textId, const Context& context)
{
    return {Json::object({{"file", report.file}, {"bytes", report.bytes}, {"entries", report.entries},
                {"root", report.root}, {"ok", true}}),
        context.styled(context.term(textId), Style::Good) + "\n"
            + facts({{context.term("cli.label.file"), report.file},
                        {context.term("cli.label.bytes"), std::to_string(report.bytes)},
                        {context.term("cli.label.entries"), std::to_string(report.entries)},
                        {context.term("cli.label.root"), report.root}},
                context, 2)};
}

Result<Answer> finish(const Result<BackupReport>& report, std::string_view textId, const Context& context)
{
    if (!report)
        return report.error();
    return answerOf(report.value(), textId, context);
}

/// With --register also whether the backup outlived a destruction there.
Result<Answer> verify(Context& context, const Options& options)
{
    const auto report = context.registers().verifyBackup(options.copy, context.globals().registerFile);
    if (!report)
        return report.error();
    Answer answer = answerOf(report.value(), "cli.backup.fits", context);
    if (context.globals().registerFile.empty())
        return answer;
    Json::Array held;
    std::string names;
    for (const std::string& document : report.value().stillHolds) {
        held.emplace_back(document);
        names += (names.empty() ? "" : ", ") + document;
    }
    answer.json.set("still_holds", Json(std::move(held)));
    if (!names.empty())
        answer.text += "\n"
            + context.styled(wrapText(context.text({"cli.backup.still-holds", {{"documents", names}}}),
                                 context.width(), 0),
                Style::Warning);
    return answer;
}

Result<Answer> create(Context& context, const Options& options)
{
    const auto file = context.registerFile();
    if (!file)
        return file.error();
    return finish(context.registers().backup(file.value(), options.copy), "cli.backup.created", context);
}

} // namespace

void addBackup(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& group = verbs.group("backup", "One file, consistent while the register is in use",
        "tutela --register office.tutela backup create office.backup");
    CLI::App& created = verbs.addTo(group, "create", "Write a backup and read it back",
        "tutela --register office.tutela backup create office.backup",
        [options](Context& context) { return create(context, *options); });
    created.add_option("OUT", options->copy, "File to write; must not exist")->required();
    CLI::App& verified = verbs.addTo(group, "verify", "Examine a backup without restoring it",
        "tutela --register office.tutela backup verify office.backup",
        [options](Context& context) { return verify(context, *options); });
    verified.add_option("IN", options->copy, "Backup")->required();
    CLI::App& restored = verbs.addTo(group, "restore", "Make a register of a backup",
        "tutela backup restore office.backup restored.tutela", [options](Context& context) {
            return finish(
                context.registers().restore(options->copy, options->target), "cli.backup.restored", context);
        });
    restored.add_option("IN", options->copy, "Backup")->required();
    restored.add_option("NEW", options->target, "Register file to write; must not exist")->required();
}

} // namespace tutela::cli

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

using interfaces::VerifyDepth;

struct Options {
    bool fast = false;
    bool deep = false;
    std::int64_t from = 1;
    std::int64_t limit = 50;
    std::int64_t seq = 0;
};

VerifyDepth depthOf(const Options& options)
{
    return options.deep ? VerifyDepth::Deep : options.fast ? VerifyDepth::Fast : VerifyDepth::Full;
}

Result<Answer> verify(Context& context, const Options& options)
{
    const auto office = context.unsignedOffice(OpenFor::Inspection);
    if (!office)
        return office.error();
    const auto verified = office.value()->log().verify(depthOf(options));
    if (!verified)
        return verified.error();
    const interfaces::VerifyReport& report = verified.value();
    Answer answer;
    Json firstBad;
    if (report.firstBad)
        firstBad = Json::object(
            {{"seq", report.firstBad->seq}, {"why", context.texts().text(report.firstBad->why)}});
    answer.json = Json::object({{"size", report.size}, {"root", report.root}, {"ok", report.ok},
        {"first_bad", std::move(firstBad)}});
    answer.text = context.styled(context.term(report.ok ? "cli.journal.ok" : "cli.journal.bad"),
                      report.ok ? Style::Good : Style::Alarm)
        + "\n"
        + facts({{context.term("cli.label.entries"), std::to_string(report.size)},
                    {context.term("cli.label.root"), report.root},
                    {context.term("cli.journal.first-bad"),
                        report.firstBad
                            ? fmt::format("{}: {}", report.firstBad->seq, context.text(report.firstBad->why))
                            : ""}},
            context, 2);
    answer.exit = report.ok ? kExitDone : kExitIntegrity;
    return answer;
}

Result<Answer> show(Context& context, const Options& options)
{
    const auto office = context.unsignedOffice(OpenFor::Inspection);
    if (!office)
        return office.error();
    const auto rows = office.value()->log().rows(options.from, options.limit);
    if (!rows)
        return rows.error();
    Json::Array out;
    Table table({"#", context.term("cli.column.when"), context.term("cli.column.person"),
        context.term("cli.column.act"), context.term("cli.column.stream"), context.term("cli.column.leaf")});
    table.alignRight(0).mayShrink({5, 3});
    for (const auto& row : rows.value()) {
        out.push_back(Json::object({{"seq", row.seq}, {"at", formatInstant(row.at)}, {"person", row.person},
            {"act", row.act}, {"stream", row.stream}, {"leaf", row.leaf}}));
        table.row({std::to_string(row.seq), context.instant(row.at), row.person, row.act, row.stream,
            row.leaf.substr(0, 16)});
    }
    return Answer{Json(std::move(out)), table.render(context.tableWidth(), context.colour())};
}

Result<Answer> checkpoint(Context& context)
{
    const auto office = context.unsignedOffice(OpenFor::Inspection);
    if (!office)
        return office.error();
    const auto text = office.value()->log().checkpoint();
    if (!text)
        return text.error();
    const bool ended = text.value().ends_with('\n');
    return Answer{
        Json::object({{"checkpoint", text.value()}}), printableLines(text.value()) + (ended ? "" : "\n")};
}

Result<Answer> prove(Context& context, const Options& options)
{
    const auto office = context.unsignedOffice(OpenFor::Inspection);
    if (!office)
        return office.error();
    const auto proof = office.value()->log().prove(options.seq);
    if (!proof)
        return proof.error();
    Answer answer;
    Json::Array hashes;
    for (const std::string& hash : proof.value()) {
        hashes.emplace_back(hash);
        answer.text += hash + "\n";
    }
    answer.json = Json::object({{"seq", options.seq}, {"proof", std::move(hashes)}});
    return answer;
}

void addVerifyOptions(CLI::App& app, Options& options)
{
    CLI::Option* fast = app.add_flag("--fast", options.fast, "Only the newest entries and the head");
    app.add_flag("--deep", options.deep, "Every stored byte as well")->excludes(fast);
}

} // namespace

void addJournal(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& group = verbs.group("journal", "The register log: proof that nothing was changed or left out",
        "tutela --register office.tutela journal verify");
    CLI::App& verified = verbs.addTo(group, "verify", "Recompute the log; exit 6 when it does not fit",
        "tutela --register office.tutela journal verify --deep",
        [options](Context& context) { return verify(context, *options); });
    addVerifyOptions(verified, *options);
    CLI::App& shown = verbs.addTo(group, "show", "The entries of the log, without case content",
        "tutela --register office.tutela journal show --from 100 --limit 20",
        [options](Context& context) { return show(context, *options); });
    shown.add_option("--from", options->from, "First entry")->check(CLI::PositiveNumber);
    shown.add_option("--limit", options->limit, "Entries at most")->check(CLI::Range(1, 100'000));
    verbs.addTo(group, "checkpoint", "The last signed checkpoint, to be kept elsewhere",
        "tutela --register office.tutela journal checkpoint > checkpoint.txt",
        [](Context& context) { return checkpoint(context); });
    CLI::App& proved = verbs.addTo(group, "prove", "Proof that an entry stands in the last checkpoint",
        "tutela --register office.tutela journal prove 42",
        [options](Context& context) { return prove(context, *options); });
    proved.add_option("SEQ", options->seq, "Number of the entry")->required()->check(CLI::PositiveNumber);
    CLI::App& alias =
        verbs.add("verify", "The same as `journal verify`", "tutela --register office.tutela verify",
            [options](Context& context) { return verify(context, *options); });
    addVerifyOptions(alias, *options);
}

} // namespace tutela::cli

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/views.h"
#include "core/base/json_parse.h"

namespace tutela::cli {

namespace {

struct Options {
    interfaces::ActRequest request;
    std::string reference;
    std::string data;
    std::vector<std::string> attachments;
    std::optional<std::int64_t> expected;
    bool preview = false;
};

/// The data of the act as a JSON object; `where` of a failure is file:line:column.
Result<Json> readData(FileReader& files, const std::string& path)
{
    const auto bytes = files.read(path, kMaxActDataBytes);
    if (!bytes)
        return bytes.error();
    auto data = parseJson(bytes.value(), JsonLimits::forForeignData());
    if (!data) {
        Error error = data.error();
        error.where = error.where.empty() ? path : path + ":" + error.where;
        return error;
    }
    if (!data.value().isObject())
        return inputError("cli.act.data-no-object", path);
    return std::move(data).value();
}

std::string receiptText(const interfaces::ActReceipt& receipt, const std::string& act, const Context& context)
{
    std::string out = context.text({"cli.act.done",
                          {{"act", context.label("act", act)}, {"case", receipt.caseId.text()},
                              {"number", receipt.streamSeq}}})
        + "\n\n";
    out += facts({{context.term("cli.column.step"), context.label("step", toText(receipt.step))},
                     {context.term("cli.label.log"), std::to_string(receipt.seq)},
                     {context.term("cli.label.leaf"), receipt.leaf}},
        context);
    if (!receipt.clocks.empty())
        out += heading("cli.heading.clocks", context) + clocksTable(receipt.clocks, context);
    if (!receipt.moved.empty())
        out += heading("cli.heading.moved", context) + changesTable(receipt.moved, context);
    if (!receipt.warnings.empty())
        out += heading("cli.heading.warnings", context) + bulletList(receipt.warnings, context);
    return out;
}

Json actsUnderOldDateJson(const std::vector<ActUnderOldDate>& acts, const Context& context)
{
    Json::Array out;
    for (const ActUnderOldDate& act : acts)
        out.push_back(Json::object({{"seq", act.entry}, {"stream_seq", act.streamSeq}, {"act", act.act},
            {"on", formatDay(act.on)}, {"refused", textsJson(act.refused, context)},
            {"warned", textsJson(act.warned, context)}, {"between", textsJson(act.between, context)}}));
    return out;
}

std::string actsUnderOldDateText(const std::vector<ActUnderOldDate>& acts, const Context& context)
{
    std::string out = heading("cli.heading.acts-under-old-date", context);
    for (const ActUnderOldDate& act : acts) {
        out += fmt::format("{}. {}, {}\n", act.streamSeq, context.label("act", act.act), formatDay(act.on));
        const auto add = [&](const std::string& prefix, const std::vector<Message>& messages) {
            for (const Message& message : messages)
                out += wrapText("   " + prefix + context.text(message), context.width(), 5);
        };
        add(context.term("cli.preview.would-refuse") + " ", act.refused);
        add(context.term("cli.preview.would-warn") + " ", act.warned);
        add("", act.between);
    }
    return out;
}

std::string previewText(const interfaces::ActPreview& preview, const Context& context)
{
    std::string out = context.term("cli.preview.nothing-kept") + "\n";
    if (!preview.refused.empty()) {
        std::vector<Message> reasons;
        for (const auto& reason : preview.refused)
            reasons.push_back(reason.text);
        out += heading("cli.heading.refused", context) + bulletList(reasons, context);
    }
    out += heading("cli.heading.would-move", context);
    out += preview.counted ? changesTable(preview.clocks, context)
                           : wrapText(context.term("cli.preview.not-counted"), context.width(), 0);
    if (preview.onConfirmation)
        out += wrapText(context.term("cli.preview.on-confirmation"), context.width(), 0);
    if (!preview.actsUnderOldDate.empty())
        out += actsUnderOldDateText(preview.actsUnderOldDate, context);
    if (!preview.warnings.empty())
        out += heading("cli.heading.warnings", context) + bulletList(preview.warnings, context);
    if (!preview.differences.empty())
        out += heading("field.differences", context) + bulletList(preview.differences, context);
    return out;
}

Result<Answer> previewed(
    interfaces::CaseDesk& desk, const interfaces::ActRequest& request, const Context& context)
{
    const auto preview = desk.preview(request);
    if (!preview)
        return preview.error();
    Answer answer;
    answer.json = Json::object({
        {"preview", true},
        {"step", preview.value().step ? Json(toText(*preview.value().step)) : Json()},
        {"clocks", changesJson(preview.value().clocks)},
        {"refused", whyNotJson(preview.value().refused, context)},
        {"on_confirmation", preview.value().onConfirmation},
        {"acts_under_old_date", actsUnderOldDateJson(preview.value().actsUnderOldDate, context)},
        {"warnings", textsJson(preview.value().warnings, context)},
        {"differences", textsJson(preview.value().differences, context)},
    });
    answer.text = previewText(preview.value(), context);
    return answer;
}

Result<interfaces::ActRequest> readRequest(const Options& options)
{
    interfaces::ActRequest request = options.request;
    if (!options.reference.empty())
        request.caseId = CaseId(options.reference);
    request.expectedStreamSeq = options.expected;
    FileReader files;
    auto data = readData(files, options.data);
    if (!data)
        return data.error();
    request.data = std::move(data).value();
    for (const std::string& path : options.attachments) {
        auto bytes = files.read(path, kMaxFilesBytes);
        if (!bytes)
            return bytes.error();
        request.attachments.push_back({fileName(path), std::move(bytes).value()});
    }
    return request;
}

Result<Answer> run(Context& context, const Options& options)
{
    const auto read = readRequest(options);
    if (!read)
        return read.error();
    const interfaces::ActRequest& request = read.value();
    const auto office = context.office();
    if (!office)
        return office.error();
    if (options.preview)
        return previewed(office.value()->cases(), request, context);
    const auto performed = office.value()->cases().perform(request);
    if (!performed)
        return performed.error();
    const interfaces::ActReceipt& receipt = performed.value();
    Answer answer;
    answer.json = Json::object({
        {"case", receipt.caseId.text()},
        {"stream_seq", receipt.streamSeq},
        {"seq", receipt.seq},
        {"leaf", receipt.leaf},
        {"step", toText(receipt.step)},
        {"clocks", clocksJson(receipt.clocks, context)},
        {"warnings", textsJson(receipt.warnings, context)},
        {"moved", changesJson(receipt.moved)},
    });
    answer.text = receiptText(receipt, request.act, context);
    return answer;
}

} // namespace

void addAct(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("act", "Perform an act; `acts` lists them with what they carry",
        "tutela --register training.tutela --as coordinator act ask-information --case A-2026-0001 \\\n"
        "    --data review.json --key 4f1c",
        [options](Context& context) { return run(context, *options); });
    app.add_option("NAME", options->request.act, "Name of the act")->required();
    app.add_option("--case", options->reference, "File number; none for an act that opens a case")
        ->type_name("REF");
    app.add_option("--data", options->data, "JSON object with what the act carries, or - for standard input")
        ->required()
        ->type_name("FILE");
    app.add_option("--attach", options->attachments, "Document to attach; may be repeated")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("FILE");
    app.add_option(
           "--expect", options->expected, "Refuse (exit 5) unless the case has exactly this many entries")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    app.add_flag("--preview", options->preview,
        "Perform nothing: show what would refuse the act and every date that it would move");
    app.add_option("--key", options->request.key, "Makes a repeat of the same call harmless")
        ->type_name("KEY");
}

} // namespace tutela::cli

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/filing_text.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string file;
    std::vector<std::string> attachments;
    std::string received;
    std::vector<std::string> services;
    std::string reference;
};

std::string receiptText(const interfaces::IntakeReceipt& receipt, const Context& context)
{
    std::string cases;
    for (const CaseId& id : receipt.cases)
        cases += (cases.empty() ? "" : ", ") + id.text();
    std::string services;
    for (const std::string& service : receipt.view.services)
        services += (services.empty() ? "" : ", ") + service;
    std::string out = context.term("cli.submit.done") + "\n\n"
        + facts({{context.term("cli.column.case"), cases},
                    {context.term("cli.column.provider"), receipt.view.provider},
                    {context.term("cli.column.service"), services},
                    {context.term("cli.label.form"), receipt.view.form},
                    {context.term("cli.label.filing"), receipt.filing}, {"SHA-256", receipt.view.sha256}},
            context);
    if (receipt.view.findings.empty())
        return out + "\n" + context.term("cli.submit.no-findings") + "\n";
    return out + heading("cli.heading.findings", context) + findingsText(receipt.view.findings, context);
}

Result<interfaces::IntakeRequest> readFiles(const Options& options)
{
    interfaces::IntakeRequest request;
    const auto received = instantOption("--received", options.received);
    if (!received)
        return received.error();
    request.receivedAt = received.value();
    for (const std::string& service : options.services)
        request.services.emplace_back(service);
    if (!options.reference.empty())
        request.caseId = CaseId(options.reference);
    FileReader files;
    auto bytes = files.read(options.file, kMaxFilesBytes);
    if (!bytes)
        return bytes.error();
    request.fileName = options.file == "-" ? "standard-input.json" : fileName(options.file);
    request.bytes = std::move(bytes).value();
    for (const std::string& path : options.attachments) {
        auto attached = files.read(path, kMaxFilesBytes);
        if (!attached)
            return attached.error();
        request.attachments.push_back({fileName(path), std::move(attached).value()});
    }
    return request;
}

Result<Answer> run(Context& context, const Options& options)
{
    const auto request = readFiles(options);
    if (!request)
        return request.error();
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto received = office.value()->intake().receive(request.value());
    if (!received) {
        Error error = received.error();
        if (error.code == ErrorCode::BadInput)
            error.where = error.where.empty() ? options.file : options.file + ":" + error.where;
        return error;
    }
    const interfaces::IntakeReceipt& receipt = received.value();
    Json::Array cases;
    for (const CaseId& id : receipt.cases)
        cases.emplace_back(id.text());
    Answer answer;
    answer.json = Json::object({
        {"filing", receipt.filing},
        {"cases", std::move(cases)},
        {"form", receipt.view.form},
        {"sha256", receipt.view.sha256},
        {"status", "received"},
        {"findings", findingsJson(receipt.view.findings, context)},
    });
    answer.text = receiptText(receipt, context);
    return answer;
}

} // namespace

void addSubmit(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("submit", "Take in a filing of a provider; its clock runs from receipt",
        "tutela --register training.tutela --as registrar submit report.json --attach annex.pdf",
        [options](Context& context) { return run(context, *options); });
    app.add_option("FILE", options->file, "The filing: own JSON (see `forms`) or a CNIL PIA export")
        ->required();
    app.add_option("--attach", options->attachments, "Document sent with it; may be repeated")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("FILE");
    app.add_option("--received", options->received, "When it was received; now when left out")
        ->type_name("INSTANT");
    app.add_option("--case", options->reference,
           "Detection file of a plan or an impact assessment; else the one whose number the plan states, or "
           "the "
           "only open one of its provider and service")
        ->type_name("REF");
    app.add_option("--service", options->services, "Service it concerns; else by the names it declares")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("ID");
}

} // namespace tutela::cli

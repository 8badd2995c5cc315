#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string reference;
    std::string pdf;
    std::string language = "en";
};

Result<Answer> run(Context& context, const Options& options)
{
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto pdf = office.value()->cases().bundleDocument(CaseId(options.reference), options.language);
    if (!pdf)
        return pdf.error();
    if (const auto written = writeFile(options.pdf, pdf.value()); !written)
        return written.error();
    Answer answer;
    answer.json = Json::object({{"case", options.reference}, {"pdf", options.pdf}});
    answer.text = context.text({"cli.bundle.written", {{"file", options.pdf}}}) + "\n";
    return answer;
}

} // namespace

void addBundle(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("bundle", "The frozen bundle before the court, with contents, as one PDF",
        "tutela --register training.tutela --as judge bundle D-2026-0001 --pdf bundle.pdf",
        [options](Context& context) { return run(context, *options); });
    app.add_option("REF", options->reference, "File number")->required();
    app.add_option("--pdf", options->pdf, "Write the bundle to this file")->required()->type_name("OUT");
    app.add_option("--language", options->language, "en, fr, de or nl; otherwise en")->type_name("XX");
}

} // namespace tutela::cli

#include <set>

#include <CLI/CLI.hpp>

#include "app/cli/case_json.h"
#include "app/cli/command.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    std::string reference;
    std::string asOf;
    std::string tab;
};

Result<Answer> run(Context& context, const Options& options)
{
    const auto asOf = instantOption("--as-of", options.asOf);
    if (!asOf)
        return asOf.error();
    const auto office = context.office();
    if (!office)
        return office.error();
    const auto view = office.value()->cases().open(CaseId(options.reference), asOf.value());
    if (!view)
        return view.error();
    if (view.value().mustDeclareFirst) {
        return Error{.code = ErrorCode::Refused,
            .what = {"refusal.declare-first", {}},
            .law = "Art 7(1)",
            .record = options.reference};
    }
    const interfaces::OfficeClock& clock = office.value()->clock();
    const Day today = asOf.value() ? clock.dayOf(*asOf.value()) : clock.today();
    std::vector<CaseFiling> filings;
    for (const ReceivedFiling& filing : view.value().file.filings) {
        if (filing.form.empty())
            continue;
        if (auto read = office.value()->intake().filing(filing.original))
            filings.push_back({filing.original, std::move(read).value()});
    }
    Answer answer;
    answer.json = caseJson(view.value(), filings, today, context);
    answer.text = options.tab.empty() ? caseText(view.value(), filings, context)
                                      : tabText(view.value(), filings, options.tab, context);
    return answer;
}

} // namespace

void addCase(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("case", "The file of a case, as you may see it",
        "tutela --register training.tutela --as coordinator case D-2026-0001",
        [options](Context& context) { return run(context, *options); });
    app.add_option("REF", options->reference, "File number")->required();
    app.add_option("--as-of", options->asOf, "As it was recorded at this instant")->type_name("INSTANT");
    const std::set<std::string> tabs(std::begin(interfaces::kTabs), std::end(interfaces::kTabs));
    app.add_option("--tab", options->tab, "Print one tab of the file only")
        ->type_name("TAB")
        ->check(CLI::IsMember(tabs));
}

} // namespace tutela::cli

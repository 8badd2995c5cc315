#include <CLI/CLI.hpp>

#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/views.h"

namespace tutela::cli {

namespace {

struct Options {
    InitRequest request;
    std::vector<std::string> administrators;
    std::string rulebook;
};

Result<Answer> run(Context& context, const Options& options)
{
    InitRequest request = options.request;
    const auto file = context.registerFile();
    if (!file)
        return file.error();
    if (options.administrators.size() != 2 || options.administrators[0] == options.administrators[1])
        return usageError("cli.init.two-administrators");
    request.file = file.value();
    if (!options.rulebook.empty())
        request.rulebook = options.rulebook;
    for (const std::string& name : options.administrators) {
        auto secret = context.password("cli.prompt.administrator");
        if (!secret)
            return secret.error();
        request.administrators.push_back({name, std::move(secret).value()});
    }
    const auto report = context.registers().create(request);
    for (NewAdministrator& administrator : request.administrators)
        forget(administrator.password);
    if (!report)
        return report.error();
    const InitReport& made = report.value();
    Answer answer;
    answer.json =
        Json::object({{"register", made.file}, {"rulebook", made.rulebook}, {"store_id", made.storeId}});
    answer.text = context.term("cli.init.done") + "\n"
        + facts({{context.term("cli.label.register"), made.file},
                    {context.term("cli.label.rulebook"), made.rulebook},
                    {context.term("cli.label.store"), made.storeId}},
            context, 2)
        + wrapText(context.term("cli.init.next"), context.width(), 0);
    return answer;
}

} // namespace

void addInit(Verbs& verbs)
{
    auto options = std::make_shared<Options>();
    CLI::App& app = verbs.add("init", "Make a new register",
        "tutela init --register office.tutela --authority \"Office of Freedonia\" --member-state BE \\\n"
        "    --zone Europe/Brussels --admin ada --admin bob --password-fd 3 3<passwords",
        [options](Context& context) { return run(context, *options); });
    app.add_option("--authority", options->request.authority, "Name of the Coordinating Authority")
        ->required();
    app.add_option("--member-state", options->request.memberState, "Two letters, such as BE")
        ->required()
        ->type_name("CC");
    app.add_option("--zone", options->request.zone, "Time zone of the office, such as Europe/Brussels")
        ->required()
        ->type_name("TZ");
    app.add_option("--admin", options->administrators,
           "Sign-in name of an administrator; give it twice. Their passwords are two lines on --password-fd")
        ->required()
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("NAME");
    app.add_option(
           "--contact", options->request.contact, "Contact of the authority, printed on detection orders")
        ->type_name("TEXT");
    app.add_option("--court", options->request.court, "Name of the court that issues detection orders")
        ->type_name("NAME");
    app.add_option("--court-address", options->request.courtAddress, "Its address, printed on orders")
        ->type_name("TEXT");
    app.add_option("--eu-centre-contact", options->request.centreContact,
           "Contact of the EU Centre for the indicators, printed on orders")
        ->type_name("TEXT");
    app.add_option("--rulebook", options->rulebook, "Legal text to start with")->type_name("ID");
    app.add_flag("--training", options->request.training, "A training register with a clock of its own");
}

} // namespace tutela::cli

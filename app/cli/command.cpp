#include "app/cli/command.h"

#include <algorithm>
#include <exception>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/cli/exit_code.h"

namespace tutela::cli {

namespace {

void addGlobals(CLI::App& root, Globals& globals)
{
    root.add_option("--register", globals.registerFile, "Register file")
        ->envname("TUTELA_REGISTER")
        ->type_name("FILE");
    root.add_option("--as", globals.as, "Name with which you sign in")->type_name("PERSON");
    root.add_option("--password-fd", globals.passwordFd, "Read the password from this descriptor, one line")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    root.add_option("--totp-fd", globals.totpFd, "Read the one-time code from this descriptor")
        ->check(CLI::NonNegativeNumber)
        ->type_name("N");
    root.add_option("--at", globals.at, "Move the clock of a training register forward, then act")
        ->type_name("INSTANT");
    root.add_flag("--json", globals.json, "Answer with one JSON value");
}

void addAllVerbs(Verbs& verbs)
{
    addSample(verbs);
    addInit(verbs);
    addWorklist(verbs);
    addWarnings(verbs);
    addCase(verbs);
    addClocks(verbs);
    addCompare(verbs);
    addActs(verbs);
    addAct(verbs);
    addSubmit(verbs);
    addOrder(verbs);
    addFileIndex(verbs);
    addLetters(verbs);
    addBundle(verbs);
    addSearch(verbs);
    addDrafts(verbs);
    addPeriod(verbs);
    addCalendar(verbs);
    addCalendarAddition(verbs);
    addIcs(verbs);
    addLoad(verbs);
    addForms(verbs);
    addRulebook(verbs);
    addProviderAndService(verbs);
    addApplicationDate(verbs);
    addPerson(verbs);
    addAppointment(verbs);
    addContacts(verbs);
    addAccess(verbs);
    addJournal(verbs);
    addDoctor(verbs);
    addBackup(verbs);
    addLimits(verbs);
    addBench(verbs);
}

/// Whether the answer is to be JSON even when the command line cannot be read.
bool asksForJson(const std::vector<std::string>& arguments)
{
    const auto end = std::ranges::find(arguments, "--");
    return std::find(arguments.begin(), end, "--json") != end;
}

/// Verbs that open no register and therefore have no clock that could be moved.
bool worksWithoutRegister(const CLI::App& verb)
{
    constexpr std::string_view kNames[] = {
        "sample", "init", "period", "calendar", "forms", "rulebook", "access", "backup", "limits", "bench"};
    const CLI::App* top = &verb;
    while (top->get_parent() != nullptr && top->get_parent()->get_parent() != nullptr)
        top = top->get_parent();
    return std::ranges::find(kNames, top->get_name()) != std::end(kNames);
}

/// The part after the last ": ", where CLI11 names what it means.
std::string namedPart(const std::string& text)
{
    const auto colon = text.rfind(": ");
    return colon == std::string::npos ? text : text.substr(colon + 2);
}

Error parseFailure(const CLI::ParseError& failure)
{
    const std::string what = failure.what();
    Error error = usageError("cli.arguments", printable(what));
    if (dynamic_cast<const CLI::ExtrasError*>(&failure) != nullptr)
        error = usageError("cli.unknown-argument", printable(namedPart(what)));
    else if (what.find("ubcommand") != std::string::npos)
        error = usageError("cli.no-verb");
    else if (dynamic_cast<const CLI::RequiredError*>(&failure) != nullptr)
        error = usageError("cli.missing-argument", printable(what));
    error.hint = Message{"cli.arguments.hint", {}};
    return error;
}

class Program final {
public:
    Program(Wiring wiring, Io& io)
        : m_wiring(wiring)
        , m_io(io)
        , m_texts(Catalogue::embedded("en"))
    {
    }

    int run(const std::vector<std::string>& arguments)
    {
        m_globals.json = asksForJson(arguments);
        const auto broken = std::ranges::find_if(arguments, [](const auto& text) { return !isUtf8(text); });
        if (broken != arguments.end())
            return refuse(usageError("cli.not-utf8", printable(*broken)));
        CLI::App root("Tutela keeps the files of a Coordinating Authority under COM(2022) 209.", "tutela");
        root.fallthrough();
        root.require_subcommand(1);
        root.set_version_flag("--version", std::string("tutela " TUTELA_VERSION));
        root.footer("Example:\n  tutela sample --register training.tutela\n"
                    "`tutela VERB --help` shows the options of a verb and an example.");
        addGlobals(root, m_globals);
        Verbs verbs(root);
        addAllVerbs(verbs);
        try {
            std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
            root.parse(std::move(reversed));
        } catch (const CLI::CallForHelp&) {
            return say("help", root.help());
        } catch (const CLI::CallForVersion& version) {
            return say("version", version.what() + std::string("\n"));
        } catch (const CLI::ParseError& failure) {
            return refuse(parseFailure(failure));
        }
        return perform(*verbs.called());
    }

    int bug()
    {
        if (m_globals.json)
            (void)m_io.write(canonicalJson(bugJson(m_texts)) + "\n");
        else
            m_io.note(m_texts.term("cli.bug") + "\n" + m_texts.term("cli.bug.hint") + "\n");
        return kExitBug;
    }

private:
    int perform(const Verb& verb)
    {
        if (!m_globals.at.empty() && worksWithoutRegister(*verb.options))
            return refuse({ErrorCode::Clock, {"cli.at.no-register", {}}});
        Context context(m_globals, m_wiring, m_io, m_texts);
        const auto answer = verb.run(context);
        if (!answer)
            return refuse(answer.error());
        if (answer.value().streamed)
            return answer.value().exit;
        return print(m_globals.json ? canonicalJson(answer.value().json) + "\n" : answer.value().text,
            answer.value().exit);
    }

    int say(std::string_view key, const std::string& text)
    {
        return print(m_globals.json ? canonicalJson(Json::object({{std::string(key), text}})) + "\n" : text,
            kExitDone);
    }

    int print(const std::string& text, int exit)
    {
        if (m_io.write(text))
            return exit;
        m_io.note(m_texts.term("cli.output-lost") + "\n");
        return exit == kExitDone ? exitCode(ErrorCode::Storage) : exit;
    }

    int refuse(const Error& error)
    {
        if (m_globals.json)
            (void)m_io.write(canonicalJson(errorJson(error, m_texts)) + "\n");
        else
            m_io.note(errorText(error, m_texts, m_io.width()));
        return exitCode(error.code);
    }

    Wiring m_wiring;
    Io& m_io;
    const Catalogue& m_texts;
    Globals m_globals;
};

} // namespace

CLI::App& Verbs::addTo(
    CLI::App& parent, std::string_view name, std::string_view summary, std::string_view example, Run run)
{
    CLI::App* options = parent.add_subcommand(std::string(name), std::string(summary));
    options->footer(fmt::format("Example:\n  {}\n"
                                "Options for every verb, such as --json: tutela --help",
        example));
    m_verbs.push_back({options, std::move(run)});
    return *options;
}

CLI::App& Verbs::add(std::string_view name, std::string_view summary, std::string_view example, Run run)
{
    return addTo(m_root, name, summary, example, std::move(run));
}

CLI::App& Verbs::group(std::string_view name, std::string_view summary, std::string_view example)
{
    CLI::App* options = m_root.add_subcommand(std::string(name), std::string(summary));
    options->footer(fmt::format("Example:\n  {}", example));
    options->require_subcommand(1);
    return *options;
}

const Verb* Verbs::called() const
{
    const auto found = std::ranges::find_if(m_verbs, [](const Verb& verb) { return verb.options->parsed(); });
    return found == m_verbs.end() ? nullptr : &*found;
}

int runProgram(const std::vector<std::string>& arguments, Wiring wiring, Io& io)
{
    Program program(wiring, io);
    try {
        return program.run(arguments);
    } catch (const std::exception&) {
        return program.bug();
    }
}

} // namespace tutela::cli

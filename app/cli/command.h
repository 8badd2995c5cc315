#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/cli/context.h"
#include "core/base/result.h"

namespace CLI {
class App;
}

namespace tutela::cli {

/// What a verb does once its options are read.
using Run = std::function<Result<Answer>(Context&)>;

/// A verb: its words, its options (in `options`) and what it does.
struct Verb {
    CLI::App* options = nullptr;
    Run run;
};

/// All verbs of the program, as options of one parser.
class Verbs final {
public:
    explicit Verbs(CLI::App& root)
        : m_root(root)
    {
    }

    /// Adds a verb; `example` is a command line for its --help. Gives the parser of its options.
    CLI::App& add(std::string_view name, std::string_view summary, std::string_view example, Run run);

    /// Adds a word that only groups verbs, such as "journal".
    CLI::App& group(std::string_view name, std::string_view summary, std::string_view example);

    /// Adds a verb below a group.
    CLI::App& addTo(
        CLI::App& parent, std::string_view name, std::string_view summary, std::string_view example, Run run);

    /// The verb that was called, or null-pointer.
    [[nodiscard]] const Verb* called() const;

private:
    CLI::App& m_root;
    std::vector<Verb> m_verbs;
};

/// Runs one command line (without the program's name) and gives the exit status. Never throws.
[[nodiscard]] int runProgram(const std::vector<std::string>& arguments, Wiring wiring, Io& io);

/// One function per file of verbs; each adds its verbs.
void addInit(Verbs& verbs);
void addSample(Verbs& verbs);
void addPerson(Verbs& verbs);
void addProviderAndService(Verbs& verbs);
void addApplicationDate(Verbs& verbs);
void addSubmit(Verbs& verbs);
void addActs(Verbs& verbs);
void addAct(Verbs& verbs);
void addWorklist(Verbs& verbs);
void addWarnings(Verbs& verbs);
void addCase(Verbs& verbs);
void addClocks(Verbs& verbs);
void addCompare(Verbs& verbs);
void addContacts(Verbs& verbs);
void addPeriod(Verbs& verbs);
void addCalendar(Verbs& verbs);
void addCalendarAddition(Verbs& verbs);
void addAppointment(Verbs& verbs);
void addIcs(Verbs& verbs);
void addLoad(Verbs& verbs);
void addSearch(Verbs& verbs);
void addDrafts(Verbs& verbs);
void addOrder(Verbs& verbs);
void addLetters(Verbs& verbs);
void addFileIndex(Verbs& verbs);
void addForms(Verbs& verbs);
void addRulebook(Verbs& verbs);
void addAccess(Verbs& verbs);
void addJournal(Verbs& verbs);
void addDoctor(Verbs& verbs);
void addBackup(Verbs& verbs);
void addLimits(Verbs& verbs);
void addBench(Verbs& verbs);
void addBundle(Verbs& verbs);

} // namespace tutela::cli

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "tests/journey/program.h"

namespace tutela::journey {

/// One register in a folder of its own, driven by the program alone.
class TrainingOffice final {
public:
    /// A copy of a sample register with 24 cases (seed 7, Monday 15 June 2026), made once per test program:
    /// a case at every stage.
    [[nodiscard]] static TrainingOffice withSample();

    /// A copy of a training register with its people alone, on Saturday 6 April 2024, made once per test
    /// program.
    [[nodiscard]] static TrainingOffice withoutCases();

    /// A copy of a register as it is now, in a folder of its own.
    [[nodiscard]] static TrainingOffice copyOf(const std::filesystem::path& file);

    /// A folder without a register yet.
    TrainingOffice() = default;

    /// Moves the clock of the register with the next call; RFC 3339.
    void at(const std::string& instant) { m_at = instant; }

    /// Ten o'clock in the morning of that day in Brussels.
    void day(const std::string& day);

    void password(const std::string& person, const std::string& password) { m_passwords[person] = password; }

    /// Runs a verb as a person who signs in with the right password.
    [[nodiscard]] Outcome as(
        const std::string& person, std::vector<std::string> verb, const std::string& input = {});

    /// Runs a verb that needs no sign-in.
    [[nodiscard]] Outcome plain(std::vector<std::string> verb, const std::string& secrets = {});

    /// Performs an act; the data are read from standard input. `more`: further options.
    [[nodiscard]] Outcome act(const std::string& person, const std::string& name, const std::string& caseId,
        const Json& data, std::vector<std::string> more = {});

    /// As act(), and a failure of the test when it does not succeed.
    Json done(const std::string& person, const std::string& name, const std::string& caseId, const Json& data,
        std::vector<std::string> more = {});

    /// The case as the coordinator sees it.
    [[nodiscard]] Json caseFile(const std::string& caseId, const std::string& person = "coordinator");

    /// The clock of that id in the case, or null.
    [[nodiscard]] Json clock(const std::string& caseId, const std::string& id);

    [[nodiscard]] std::int64_t streamSeq(const std::string& caseId);

    /// The acts of the register log, oldest first.
    [[nodiscard]] std::vector<std::string> log();

    /// Entries of the register log with that act.
    [[nodiscard]] std::int64_t entriesOf(const std::string& act);

    /// Number of entries in the register log.
    [[nodiscard]] std::int64_t size();

    /// The first case at that stage (and of that kind of material, where given), oldest number first.
    [[nodiscard]] std::string caseAt(const std::string& step, const std::string& detectionKind = {});

    /// `doctor --deep` finds nothing and the log fits; a failure of the test otherwise.
    void expectClean();

    [[nodiscard]] std::filesystem::path file() const { return m_folder / "office.tutela"; }

    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_folder / name; }

private:
    TemporaryFolder m_folder;
    std::string m_at;
    std::map<std::string, std::string> m_passwords;
};

/// `base` with the members of `more`; a null takes a member away.
[[nodiscard]] Json with(Json base, const Json& more);

/// A complete implementation plan for solicitation that answers the draft in that case; it speaks of a prior
/// consultation asked for on 9 October and ended on 9 December 2026.
[[nodiscard]] std::string implementationPlan(const std::string& caseId);

/// A complete impact assessment as the CNIL PIA tool exports it.
[[nodiscard]] std::string impactAssessment();

/// A complete risk report of that provider on that service, from the golden file.
[[nodiscard]] std::string riskReport(const std::string& provider, const std::string& service);

} // namespace tutela::journey

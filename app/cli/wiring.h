#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/interfaces/office.h"

/// What the verbs need beside the desks of an open register. main.cpp hands in the real things of wiring.cpp,
/// the tests hand in values.
namespace tutela::cli {

/// A damaged register refuses work but must still open for inspection.
enum class OpenFor { Work, Inspection };

struct NewAdministrator {
    std::string signInName;
    std::string password; ///< to be changed at the first sign-in
};

struct InitRequest {
    std::string file;
    std::string authority;
    std::string memberState; ///< two letters
    std::string zone; ///< IANA name
    std::string contact; ///< of the authority, printed on orders
    std::string court; ///< name of the issuing authority
    std::string courtAddress;
    std::string centreContact; ///< of the EU Centre, for the indicators
    std::optional<std::string> rulebook; ///< none: the default of the program
    bool training = false;
    std::vector<NewAdministrator> administrators; ///< exactly two
};

struct InitReport {
    std::string file;
    std::string rulebook;
    std::string storeId;
};

struct SampleRequest {
    std::string file;
    std::int64_t cases = 24;
    std::uint64_t seed = 1;
    std::optional<Day> anchor; ///< "today" of the new register; none: a fixed day
    bool stories = true; ///< beside the cases
};

struct SamplePerson {
    std::string signInName;
    std::vector<Role> roles;
    std::string institution; ///< text of Institution
    std::string password; ///< printed on purpose: a training register holds nothing secret
};

/// A story of the training register with its files.
struct SampleStory {
    std::string id;
    std::string title;
    std::vector<std::string> cases; ///< file numbers
};

struct SampleReport {
    std::string file;
    std::int64_t cases = 0;
    std::int64_t entries = 0;
    std::vector<SamplePerson> people;
    std::vector<SampleStory> stories = {};
};

struct BackupReport {
    std::string file; ///< the file that was written or read
    std::int64_t bytes = 0;
    std::int64_t entries = 0; ///< size of the register log in it
    std::string root; ///< of the register log, hexadecimal
    std::vector<std::string> stillHolds = {}; ///< documents destroyed in the register since
};

struct WorkloadRequest {
    std::string file;
    std::uint64_t seed = 1;
    std::int64_t operations = 0;
};

/// Called once an act is durable, with its sequence number and leaf hash.
using Acknowledge = std::function<void(std::int64_t seq, std::string_view leaf)>;

/// How far long work has come, `done` of `total`.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Register files: made, opened, copied.
class Registers {
public:
    virtual ~Registers() = default;
    [[nodiscard]] virtual Result<std::unique_ptr<interfaces::Office>> open(
        const std::string& file, OpenFor purpose) = 0;
    [[nodiscard]] virtual Result<InitReport> create(const InitRequest& request) = 0;
    [[nodiscard]] virtual Result<SampleReport> createSample(
        const SampleRequest& request, const Progress& progress) = 0;
    [[nodiscard]] virtual Result<BackupReport> backup(const std::string& file, const std::string& copy) = 0;
    /// `file`: the register to compare with, or empty.
    [[nodiscard]] virtual Result<BackupReport> verifyBackup(
        const std::string& copy, const std::string& file) = 0;
    [[nodiscard]] virtual Result<BackupReport> restore(const std::string& copy, const std::string& file) = 0;

    /// Random lawful acts. Gives how many were performed. Errors: Usage when this is no training register.
    [[nodiscard]] virtual Result<std::int64_t> runWorkload(
        const WorkloadRequest& request, const Acknowledge& acknowledge) = 0;
};

/// How a period is counted: `--mode`.
enum class PeriodMode { Forward, Backward, Cap, Effect, Fixed };

/// A pause of a running period, both days included; still open without an end. A pause may also be given by
/// instants: the texts are handed on as they were typed.
struct PauseText {
    std::string from;
    std::string to; ///< empty while the pause is open
};

struct PeriodRequest {
    std::string from; ///< a day or an instant, as typed
    Length length;
    std::optional<std::string> calendar; ///< id of a calendar
    std::optional<std::vector<Day>> holidays; ///< instead of a calendar
    std::vector<PauseText> pauses;
    PeriodMode mode = PeriodMode::Forward;
    std::optional<std::string> zone;
};

struct PeriodReport {
    std::optional<std::string> end; ///< as the contract writes it; none while a pause is open
    bool open = false;
    bool confirmed = true;
    std::vector<interfaces::ClockStep> steps;
    std::vector<Message> warnings;
};

struct HolidayRow {
    Day day{};
    std::string name;
};

struct CalendarYear {
    std::vector<HolidayRow> holidays;
    bool covered = true; ///< whether the list of that year was confirmed
    /// Counted as working days, though some source has them as holidays.
    std::vector<HolidayRow> disputed = {};
};

struct RulebookRow {
    std::string id;
    std::string title;
    std::string source; ///< the document it follows
};

struct LimitRow {
    std::string id; ///< "submission-bytes"; its label is the text "limit.<id>"
    std::int64_t value = 0;
    std::string unit; ///< "bytes", "values", "levels", …
};

struct AccessRow {
    std::string subject;
    std::string act;
    std::string step;
    bool allowed = false;
    std::string rule;
};

/// The rules that come with the program; needs no register.
class Reference {
public:
    virtual ~Reference() = default;
    [[nodiscard]] virtual Result<PeriodReport> period(const PeriodRequest& request) = 0;
    [[nodiscard]] virtual Result<CalendarYear> calendar(std::string_view id, int year) = 0;
    [[nodiscard]] virtual std::vector<std::pair<std::string, std::string>> forms() = 0;
    [[nodiscard]] virtual Result<Json> form(std::string_view id) = 0;
    [[nodiscard]] virtual Result<Json> formSchema(std::string_view id) = 0;
    [[nodiscard]] virtual std::vector<RulebookRow> rulebooks() = 0;

    /// The rulebook as it stands in its file.
    [[nodiscard]] virtual Result<Json> rulebook(std::string_view id) = 0;

    /// Every place where two rulebooks differ, by path.
    [[nodiscard]] virtual Result<std::vector<interfaces::TextDifference>> compareRulebooks(
        std::string_view first, std::string_view second) = 0;
    [[nodiscard]] virtual std::vector<LimitRow> limits() = 0;
    [[nodiscard]] virtual std::vector<AccessRow> accessMatrix() = 0;
};

struct Wiring {
    Registers& registers;
    Reference& reference;
};

/// The implementations over core/services and core/law.
[[nodiscard]] std::unique_ptr<Registers> makeRegisters();
[[nodiscard]] std::unique_ptr<Reference> makeReference();

} // namespace tutela::cli

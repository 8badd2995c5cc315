#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/cli/io.h"
#include "app/cli/wiring.h"

namespace tutela::cli {

/// Keeps what a command line wrote.
class KeptIo final : public Io {
public:
    explicit KeptIo(int width = 120)
    {
        m_width = width;
        m_tableWidth = width;
    }

    bool write(std::string_view text) override
    {
        out += text;
        return writable;
    }

    void note(std::string_view text) override { notes += text; }

    std::string out;
    std::string notes;
    bool writable = true;
};

/// What the fake desks answer and what they were asked.
struct FakeState {
    std::optional<Error> refusal; ///< of every desk
    bool throws = false; ///< the worklist throws instead
    interfaces::WorklistPage page;
    interfaces::WarningReport warnings;
    interfaces::CaseView view{.file = CaseFile{.id = CaseId("D-2026-0001")}};
    interfaces::ActReceipt receipt{.caseId = CaseId("D-2026-0001")};
    interfaces::ActPreview preview;
    std::vector<interfaces::LetterView> letters;
    interfaces::ComparisonView comparison;
    std::vector<interfaces::RiskRow> risks;
    std::vector<interfaces::ActOffer> offers;
    interfaces::IntakeReceipt intake;
    std::vector<interfaces::SearchHit> hits;
    interfaces::OrderView order;
    interfaces::VerifyReport verify;
    interfaces::DoctorReport doctor;
    std::vector<interfaces::PersonView> people;
    std::optional<std::pair<interfaces::DraftKey, interfaces::KeptDraft>> draft;
    std::string discarded;

    interfaces::WorklistQuery askedPage;
    std::optional<interfaces::ActRequest> askedAct;
    std::optional<interfaces::IntakeRequest> askedIntake;
    std::string signedInAs;
    std::string password;
    std::vector<std::string> newPasswords;
    std::optional<Instant> movedTo;
    std::optional<OpenFor> openedFor;
};

class FakeRegisters final : public Registers {
public:
    explicit FakeRegisters(FakeState& state)
        : m_state(state)
    {
    }

    Result<std::unique_ptr<interfaces::Office>> open(const std::string& file, OpenFor purpose) override;
    Result<InitReport> create(const InitRequest& request) override;
    Result<SampleReport> createSample(const SampleRequest& request, const Progress& progress) override;
    Result<BackupReport> backup(const std::string& file, const std::string& copy) override;
    Result<BackupReport> verifyBackup(const std::string& copy, const std::string& file) override;
    Result<BackupReport> restore(const std::string& copy, const std::string& file) override;
    Result<std::int64_t> runWorkload(const WorkloadRequest& request, const Acknowledge& acknowledge) override;

    InitRequest askedInit;

private:
    FakeState& m_state;
};

class FakeReference final : public Reference {
public:
    Result<PeriodReport> period(const PeriodRequest& request) override;
    Result<CalendarYear> calendar(std::string_view id, int year) override;
    std::vector<std::pair<std::string, std::string>> forms() override;
    Result<Json> form(std::string_view id) override;
    Result<Json> formSchema(std::string_view id) override;
    std::vector<RulebookRow> rulebooks() override;
    Result<Json> rulebook(std::string_view id) override;
    Result<std::vector<interfaces::TextDifference>> compareRulebooks(
        std::string_view first, std::string_view second) override;
    std::vector<LimitRow> limits() override;
    std::vector<AccessRow> accessMatrix() override;
};

/// What a command line answered.
struct Outcome {
    int exit = 0;
    std::string out;
    std::string notes;
};

/// A detection case with a clock, an opinion, a decision and a history.
[[nodiscard]] interfaces::CaseView detectionCase();

/// Runs command lines over the fake office.
class Desk {
public:
    FakeState state;
    FakeRegisters registers{state};
    FakeReference reference;
    int width = 120;

    /// Runs the words as they stand.
    Outcome run(const std::vector<std::string>& words);

    /// Runs them with a register, a person and a password.
    Outcome runSignedIn(std::vector<std::string> words, const std::string& passwords = "s3cret\n");

    /// As runSignedIn with --json; an empty object when the output is not exactly one JSON value.
    Json json(std::vector<std::string> words);
};

/// The keys of an object, joined by commas.
[[nodiscard]] std::string keys(const Json& object);

/// A file in the temporary folder with these bytes; removed at the end.
class TemporaryFile final {
public:
    explicit TemporaryFile(std::string_view bytes);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

} // namespace tutela::cli

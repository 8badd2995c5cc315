#include "tests/unit/cli/fake_office.h"

#include <filesystem>
#include <stdexcept>

#include <unistd.h>

#include "app/cli/command.h"
#include "core/base/json_parse.h"
#include "core/law/rulebook_compare.h"
#include "tests/support/quiet_desks.h"
#include "tests/unit/cli/fake_clock.h"
#include "tests/unit/cli/fake_comparisons.h"
#include "tests/unit/cli/fake_letters.h"
#include "tests/unit/cli/fake_own.h"

namespace tutela::cli {

namespace {

using namespace interfaces;

template <class T> Result<T> answer(const FakeState& state, T value)
{
    if (state.refusal)
        return *state.refusal;
    return value;
}

class FakeSignIn final : public SignInDesk {
public:
    explicit FakeSignIn(FakeState& state)
        : m_state(state)
    {
    }

    Result<SignedIn> signIn(std::string_view name, std::string_view password) override
    {
        m_state.signedInAs = name;
        m_state.password = password;
        if (password != "s3cret")
            return Error{ErrorCode::SignIn, {"fake.sign-in", {}}};
        return SignedIn{PersonId("U-0001"), std::string(name), "Ada Example", {Role::Coordinator}, false};
    }

    void signOut() override { }

    std::optional<SignedIn> signedIn() const override { return std::nullopt; }

    Result<Done> changePassword(std::string_view current, std::string_view next) override
    {
        m_state.newPasswords = {std::string(current), std::string(next)};
        return answer(m_state, Done{});
    }

    RegisterFacts registerFacts() const override { return {}; }

private:
    FakeState& m_state;
};

class FakeWorklist final : public Worklist {
public:
    explicit FakeWorklist(FakeState& state)
        : m_state(state)
    {
    }

    Result<WorklistPage> page(const WorklistQuery& query) override
    {
        if (m_state.throws)
            throw std::logic_error("secret inner text");
        m_state.askedPage = query;
        return answer(m_state, m_state.page);
    }

    Result<WarningReport> warnings(WarningScope) override { return answer(m_state, m_state.warnings); }

private:
    FakeState& m_state;
};

class FakeCases final : public CaseDesk {
public:
    explicit FakeCases(FakeState& state)
        : m_state(state)
    {
    }

    Result<CaseView> open(const CaseId&, std::optional<Instant>) override
    {
        return answer(m_state, m_state.view);
    }

    Result<std::vector<ActOffer>> acts(const std::optional<CaseId>&) override
    {
        return answer(m_state, m_state.offers);
    }

    Result<ActPreview> preview(const ActRequest& request) override
    {
        m_state.askedAct = request;
        return answer(m_state, m_state.preview);
    }

    Result<ActReceipt> perform(const ActRequest& request) override
    {
        m_state.askedAct = request;
        return answer(m_state, m_state.receipt);
    }

    Result<std::string> document(const DocumentId&) override { return std::string(); }

    Result<OrderView> order(const CaseId&) override { return answer(m_state, m_state.order); }

    Result<std::string> orderDocument(const CaseId&, std::string_view) override
    {
        return std::string("%PDF-fake");
    }

    Result<std::string> bundleDocument(const CaseId&, std::string_view) override
    {
        return std::string("%PDF-bundle");
    }

    Result<std::string> dateSheet(const CaseId&, std::string_view) override { return std::string("%PDF"); }

    Result<std::string> accessIndex(const CaseId&) override { return std::string("%PDF"); }

    Result<Json> actSchema(std::string_view) override { return Json::object({{"type", "object"}}); }

private:
    FakeState& m_state;
};

class FakeIntake final : public IntakeDesk {
public:
    explicit FakeIntake(FakeState& state)
        : m_state(state)
    {
    }

    Result<FilingView> preview(std::string_view) override { return m_state.intake.view; }

    Result<IntakeReceipt> receive(const IntakeRequest& request) override
    {
        m_state.askedIntake = request;
        return answer(m_state, m_state.intake);
    }

    Result<FilingView> filing(const DocumentId&) override { return m_state.intake.view; }

    std::vector<std::pair<std::string, std::string>> forms() override { return {}; }

    Result<Json> form(std::string_view) override { return Json(); }

    Result<Json> formSchema(std::string_view) override { return Json(); }

private:
    FakeState& m_state;
};

class FakePeople final : public PeopleDirectory {
public:
    explicit FakePeople(FakeState& state)
        : m_state(state)
    {
    }

    Result<std::vector<PersonView>> people() override { return answer(m_state, m_state.people); }

    Result<PersonId> addPerson(std::string_view name, std::string_view, std::string_view password) override
    {
        m_state.newPasswords = {std::string(name), std::string(password)};
        return answer(m_state, PersonId("U-0009"));
    }

    Result<Done> disable(const PersonId&) override { return answer(m_state, Done{}); }

    Result<Done> grant(const PersonId&, Role) override { return answer(m_state, Done{}); }

    Result<Done> confirm(const PersonId&, Role) override { return answer(m_state, Done{}); }

    Result<Done> resetPassword(const PersonId&, std::string_view) override { return answer(m_state, Done{}); }

private:
    FakeState& m_state;
};

class FakeLog final : public RegisterLog {
public:
    explicit FakeLog(FakeState& state)
        : m_state(state)
    {
    }

    Result<VerifyReport> verify(VerifyDepth) override { return answer(m_state, m_state.verify); }

    Result<std::vector<LogRow>> rows(std::int64_t from, std::int64_t) override
    {
        return std::vector<LogRow>{{from, Instant{}, "U-0001", "submit", "case", "ab"}};
    }

    Result<std::string> checkpoint() override { return std::string("origin\n1\nroot=\n"); }

    Result<std::vector<std::string>> prove(std::int64_t) override { return std::vector<std::string>{"ab"}; }

    Result<DoctorReport> doctor(VerifyDepth) override { return answer(m_state, m_state.doctor); }

private:
    FakeState& m_state;
};

class FakeSearch final : public SearchDesk {
public:
    explicit FakeSearch(FakeState& state)
        : m_state(state)
    {
    }

    Result<std::vector<SearchHit>> search(std::string_view, std::int64_t) override
    {
        return answer(m_state, m_state.hits);
    }

private:
    FakeState& m_state;
};

class FakeOffice final : public Office {
public:
    explicit FakeOffice(FakeState& state)
        : m_signIn(state)
        , m_worklist(state)
        , m_cases(state)
        , m_letters(state)
        , m_intake(state)
        , m_comparisons(state)
        , m_people(state)
        , m_log(state)
        , m_clock(state)
        , m_search(state)
        , m_own(state)
    {
    }

    SignInDesk& signIn() override { return m_signIn; }

    Worklist& worklist() override { return m_worklist; }

    CaseDesk& cases() override { return m_cases; }

    LetterDesk& letters() override { return m_letters; }

    IntakeDesk& intake() override { return m_intake; }

    ComparisonDesk& comparisons() override { return m_comparisons; }

    ProviderDirectory& providers() override { throw std::logic_error("not faked"); }

    DutyDesk& duties() override { throw std::logic_error("not faked"); }

    PeopleDirectory& people() override { return m_people; }

    RegisterLog& log() override { return m_log; }

    OfficeClock& clock() override { return m_clock; }

    Changes& changes() override { throw std::logic_error("not faked"); }

    SearchDesk& search() override { return m_search; }

    OwnDesk& own() override { return m_own; }

    LegalTexts& legalTexts() override { throw std::logic_error("not faked"); }

    CalendarDesk& calendar() override { return m_calendar; }

    AppointmentDesk& appointments() override { return m_appointments; }

    ContactDesk& contacts() override { throw std::logic_error("not faked"); }

private:
    FakeSignIn m_signIn;
    FakeWorklist m_worklist;
    FakeCases m_cases;
    FakeLetters m_letters;
    FakeIntake m_intake;
    FakeComparisons m_comparisons;
    FakePeople m_people;
    FakeLog m_log;
    FakeClock m_clock;
    FakeSearch m_search;
    FakeOwn m_own;
    tutela::testing::QuietCalendar m_calendar;
    tutela::testing::QuietAppointments m_appointments;
};

int pipeWith(const std::string& bytes)
{
    int ends[2];
    if (::pipe(ends) != 0 || ::write(ends[1], bytes.data(), bytes.size()) < 0)
        throw std::runtime_error("no pipe");
    ::close(ends[1]);
    return ends[0];
}

} // namespace

Result<std::unique_ptr<Office>> FakeRegisters::open(const std::string&, OpenFor purpose)
{
    m_state.openedFor = purpose;
    return std::unique_ptr<Office>(std::make_unique<FakeOffice>(m_state));
}

Result<InitReport> FakeRegisters::create(const InitRequest& request)
{
    askedInit = request;
    return InitReport{request.file, "com-2022-209", "store"};
}

Result<SampleReport> FakeRegisters::createSample(const SampleRequest& request, const Progress&)
{
    return SampleReport{request.file, request.cases, 7, {{"judge", {Role::Judge}, "court", "open-sesame"}}};
}

Result<BackupReport> FakeRegisters::backup(const std::string&, const std::string& copy)
{
    return BackupReport{copy, 10, 7, "ab"};
}

Result<BackupReport> FakeRegisters::verifyBackup(const std::string& copy, const std::string&)
{
    return BackupReport{copy, 10, 7, "ab"};
}

Result<BackupReport> FakeRegisters::restore(const std::string&, const std::string& file)
{
    return BackupReport{file, 10, 7, "ab"};
}

Result<std::int64_t> FakeRegisters::runWorkload(
    const WorkloadRequest& request, const Acknowledge& acknowledge)
{
    for (std::int64_t i = 1; i <= request.operations; ++i)
        acknowledge(i, "ab");
    return request.operations;
}

Result<PeriodReport> FakeReference::period(const PeriodRequest&)
{
    return PeriodReport{};
}

Result<CalendarYear> FakeReference::calendar(std::string_view, int)
{
    return CalendarYear{{{*parseDay("2026-05-01"), "Labour Day"}}, true};
}

std::vector<std::pair<std::string, std::string>> FakeReference::forms()
{
    return {{"risk-report", "Risk report"}};
}

Result<Json> FakeReference::form(std::string_view)
{
    return Json::object({{"id", "risk-report"}});
}

Result<Json> FakeReference::formSchema(std::string_view)
{
    return Json::object({{"$schema", "x"}});
}

std::vector<RulebookRow> FakeReference::rulebooks()
{
    return {{"a", "A", ""}, {"b", "B", ""}};
}

Result<Json> FakeReference::rulebook(std::string_view id)
{
    return Json::object(
        {{"clocks", Json::array({Json::object({{"id", "DL06"}, {"length", id == "a" ? "P3M" : "P2M"}})})}});
}

Result<std::vector<TextDifference>> FakeReference::compareRulebooks(
    std::string_view first, std::string_view second)
{
    std::vector<TextDifference> differences;
    for (const auto& found : law::comparePacks(rulebook(first).value(), rulebook(second).value()))
        differences.push_back({found.item, found.first, found.second});
    return differences;
}

std::vector<LimitRow> FakeReference::limits()
{
    return {{"submission", 5, "bytes"}};
}

std::vector<AccessRow> FakeReference::accessMatrix()
{
    return {{"judge", "decide", "before-the-court", true, "separation"}};
}

CaseView detectionCase()
{
    const auto at = *parseInstant("2026-02-01T09:30:00Z");
    const auto day = [](std::string_view text) { return *parseDay(text); };
    CaseView view{.file = CaseFile{.id = CaseId("D-2026-0001")}};
    view.provider = "Parrot Chat (fictitious)";
    view.services = {"Parley"};
    view.responsible = "Ada Example";
    view.waitingFor = WaitingFor::Court;
    view.audiences = {"institution.authority"};
    view.file.kind = CaseKind::Detection;
    view.file.step = Step::OrderIssued;
    view.file.rulebook = "com-2022-209";
    view.file.services = {ServiceId("S-0001")};
    view.file.detectionKind = DetectionKind::Known;
    view.file.openedAt = at;
    view.file.opinions.push_back({5, 1, OpinionOutcome::Favourable, day("2026-01-20"), 2});
    DetectionOrder order{9, PersonId("U-0007"), CourtDecision::Issued, day("2026-02-01"),
        {{}, day("2026-03-10"), day("2027-03-09")}, {}, {}, {}, {}, {}};
    view.file.order = order;
    view.banner = {{"fake.state", {}}, {"fake.next", {}}, day("2026-03-09")};
    ClockView clock;
    clock.id = "DL06";
    clock.law = "Art 5(2)";
    clock.actor = "waiting.court";
    clock.state = ClockState::Running;
    clock.end = day("2026-03-09");
    clock.daysLeft = 8;
    clock.steps = {{"1182/71 Art 3(1)", {"fake.step", {}}, "2026-03-09"}};
    view.clocks = {clock};
    Card opinion;
    opinion.tab = "opinions";
    opinion.entry = 5;
    opinion.id = "V1";
    opinion.title = {"fake.opinion", {}};
    opinion.at = at;
    opinion.by = "Eve Example";
    opinion.fields = {{{"fake.reasons", {}}, "First line\nsecond \x1b[31m line"}};
    opinion.documents = {{DocumentId("DOC-000001"), "opinion.pdf", "application/pdf", 2048, "ab"}};
    view.cards = {opinion};
    view.history = {
        {5, 1, at, "Eve Example", "give-opinion", Step::OutForComments, Step::OutForComments, true},
        {9, 2, at, "Jo Example", "issue", Step::BeforeTheCourt, Step::OrderIssued, false}};
    return view;
}

Outcome Desk::run(const std::vector<std::string>& words)
{
    KeptIo io(width);
    const int exit = runProgram(words, Wiring{registers, reference}, io);
    return {exit, io.out, io.notes};
}

Outcome Desk::runSignedIn(std::vector<std::string> words, const std::string& passwords)
{
    const int fd = pipeWith(passwords);
    words.insert(
        words.begin(), {"--register", "x.tutela", "--as", "ada", "--password-fd", std::to_string(fd)});
    const Outcome outcome = run(words);
    ::close(fd);
    return outcome;
}

Json Desk::json(std::vector<std::string> words)
{
    words.emplace_back("--json");
    const Outcome outcome = runSignedIn(std::move(words));
    const auto parsed = parseJson(outcome.out, JsonLimits::forOwnData());
    return parsed ? parsed.value() : Json::object();
}

std::string keys(const Json& object)
{
    std::string out;
    if (object.isObject()) {
        for (const auto& [key, value] : object.asObject())
            out += (out.empty() ? "" : ",") + key;
    }
    return out;
}

TemporaryFile::TemporaryFile(std::string_view bytes)
    : m_path((std::filesystem::temp_directory_path() / "tutela-cli-XXXXXX").string())
{
    const int fd = ::mkstemp(m_path.data());
    if (fd < 0 || ::write(fd, bytes.data(), bytes.size()) < 0)
        throw std::runtime_error("no temporary file");
    ::close(fd);
}

TemporaryFile::~TemporaryFile()
{
    ::unlink(m_path.c_str());
}

} // namespace tutela::cli

#include "tests/bench/register_figures.h"

#include <fmt/format.h>

#include "core/procedure/apply.h"
#include "core/store/journal_store.h"
#include "tests/bench/limit.h"
#include "tests/bench/measure.h"
#include "tests/bench/training_cases.h"

namespace tutela::bench {

namespace {

constexpr double kMillisecond = 1000;

/// A connection of the limit.
class Limit final {
public:
    explicit Limit(const std::filesystem::path& file)
        : m_limit(limit_open(file.c_str()))
    {
    }

    ~Limit() { limit_close(m_limit); }

    Limit(const Limit&) = delete;
    Limit& operator=(const Limit&) = delete;

    [[nodiscard]] limit* get() const { return m_limit; }

private:
    limit* m_limit;
};

void measurePage(const Subject& subject, const Limit& limit, limit_page_kind kind, const char* what,
    const interfaces::WorklistQuery& query)
{
    std::size_t ours = 0;
    int theirs = 0;
    const Medians medians = mediansOf(
        subject.runs, [&] { ours = orEnd(subject.office.worklist().page(query)).rows.size(); },
        [&] { theirs = limit_page(limit.get(), kind); });
    if (ours != static_cast<std::size_t>(std::min(theirs, 50)))
        throw std::runtime_error(fmt::format("{}: {} rows, the limit has {}", what, ours, theirs));
    print({fmt::format("My work, {} ({} rows)", what, ours), medians, 2.0, 2 * kMillisecond});
}

} // namespace

void measureWorklist(const Subject& subject)
{
    const Limit limit(subject.limitFile);
    interfaces::WorklistQuery query;
    query.kind = CaseKind::Assessment;
    query.waitingFor = WaitingFor::Authority;
    measurePage(subject, limit, LIMIT_PAGE_BY_DUE, "by next date", query);
    query.sort = interfaces::WorklistSort::Provider;
    measurePage(subject, limit, LIMIT_PAGE_BY_PROVIDER, "by provider", query);
    interfaces::WorklistQuery rare;
    rare.kind = CaseKind::Detection;
    rare.step = Step::BeforeTheCourt;
    measurePage(subject, limit, LIMIT_PAGE_RARE, "before the court", rare);
}

void measureOpening(const Subject& subject, const CaseId& caseId, double timeBudget)
{
    const Limit limit(subject.limitFile);
    const std::string stream = "case/" + caseId.text();
    store::Engine engine(subject.file, store::OpenMode::Existing);
    store::JournalStore journal(engine);
    std::int64_t entries = 0;
    const auto read = [&] { static_cast<void>(limit_read_bodies(limit.get(), stream.c_str())); };
    const Medians folded = mediansOf(
        subject.runs, [&] { entries = procedure::fold(caseId, journal.stream(stream)).streamSeq; }, read);
    print({fmt::format("open a case of {} entries: folded", entries), folded, {}, timeBudget});
    const Medians shown = mediansOf(
        subject.runs, [&] { static_cast<void>(openCase(subject.office, caseId)); }, read);
    print({fmt::format("open a case of {} entries: its whole page", entries), shown, {}, {}});
}

void measureActs(const Subject& subject, const std::vector<CaseId>& cases)
{
    const Limit limit(subject.limitFile);
    const std::string head = subject.limitFile.string() + ".head";
    std::vector<double> ours;
    std::vector<double> theirs;
    for (const CaseId& caseId : cases) {
        limit_act* const act = limit_prepare_act(limit.get(), ("case/" + caseId.text()).c_str());
        for (int i = 0; i < 4; ++i) {
            const interfaces::ActRequest request = nextAct(subject.office, caseId);
            ours.push_back(timeOf([&] { perform(subject.office, request); }));
            theirs.push_back(timeOf([&] { limit_record_act(limit.get(), act, head.c_str()); }));
        }
        limit_free_act(act);
    }
    print({fmt::format("record an act durably, case of 20 entries ({} acts)", ours.size()),
        {medianOf(std::move(ours)), medianOf(std::move(theirs))}, 2.0, {}});
}

void measureVerification(const Subject& subject)
{
    const Limit limit(subject.limitFile);
    std::int64_t size = 0;
    const Medians medians = mediansOf(
        std::min(subject.runs, 5),
        [&] {
            const auto report = orEnd(subject.office.log().verify(interfaces::VerifyDepth::Full));
            if (!report.ok)
                throw std::runtime_error("the log does not verify");
            size = report.size;
        },
        [&] { static_cast<void>(limit_hash_log(limit.get())); });
    print({fmt::format("verify the log of {} entries", size), medians, 2.0, {}});
}

} // namespace tutela::bench

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>

#include <fmt/format.h>

#include "core/services/office.h"
#include "core/services/sample.h"
#include "core/store/migrations.h"
#include "tests/bench/limit.h"
#include "tests/bench/measure.h"
#include "tests/bench/register_figures.h"
#include "tests/bench/training_cases.h"

namespace {

using namespace tutela;
using namespace tutela::bench;

struct Options {
    std::int64_t cases = 10'000;
    int runs = 200;
    std::filesystem::path folder; ///< where the registers are kept for the next run; none: they go
};

/// A folder that goes when the program ends.
class Folder final {
public:
    explicit Folder(const std::filesystem::path& kept)
        : m_path(kept)
        , m_kept(!kept.empty())
    {
        if (m_kept) {
            std::filesystem::create_directories(m_path);
            return;
        }
        std::string name = (std::filesystem::temp_directory_path() / "tutela-bench-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }

    ~Folder()
    {
        if (m_kept)
            return;
        std::error_code none;
        std::filesystem::remove_all(m_path, none);
    }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    bool m_kept;
};

Options optionsOf(int count, char** arguments)
{
    Options options;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string name = arguments[i];
        const std::string value = arguments[i + 1];
        if (name == "--cases")
            options.cases = std::stoll(value);
        else if (name == "--runs")
            options.runs = std::stoi(value);
        else if (name == "--folder")
            options.folder = value;
        else
            throw std::runtime_error("usage: bench_register [--cases N] [--runs N] [--folder F]");
    }
    return options;
}

void measureBuilding(const std::filesystem::path& folder, std::int64_t cases)
{
    const auto file = folder / "register.tutela";
    std::int64_t entries = 0;
    const double ours = timeOf([&] {
        const services::SamplePlan plan{
            .file = file, .cases = cases, .seed = 1, .anchor = *parseDay("2026-05-04")};
        entries = orEnd(services::createSample(plan)).entries;
    });
    const auto target = folder / "bulk.tutela";
    {
        store::Engine engine(target, store::OpenMode::Create);
        store::migrate(engine, store::OpenMode::Create);
    }
    limit* const limit = limit_open(target.c_str());
    const double theirs =
        timeOf([&] { limit_copy(limit, file.c_str(), (target.string() + ".head").c_str(), 100); });
    limit_close(limit);
    std::filesystem::remove(target);
    print({fmt::format("build, {} entries: {:.0f} entries a second", entries,
               static_cast<double>(entries) * 1e6 / ours),
        {ours, theirs}, {}, {}});
}

/// Cases of 20, 26 and 200 entries. Growing them costs acts, so few runs do with fewer cases and a shorter
/// one.
struct Grown {
    std::vector<CaseId> twenty;
    CaseId medium;
    CaseId longest;
};

Grown grow(interfaces::Office& office, int runs)
{
    auto cases = assessmentsUnderReview(office, runs < 20 ? 4 : 27);
    if (cases.size() < 4)
        throw std::runtime_error("too few assessments under review");
    Grown grown{{}, cases[0], cases[1]};
    growTo(office, grown.medium, 26);
    growTo(office, grown.longest, runs < 20 ? 40 : 200);
    grown.twenty.assign(cases.begin() + 2, cases.end());
    for (const CaseId& caseId : grown.twenty)
        growTo(office, caseId, 18);
    return grown;
}

void run(const Options& options)
{
    const Folder folder(options.folder);
    printHeading(fmt::format("register of {} cases", options.cases));
    const auto file = folder.path() / "register.tutela";
    if (!std::filesystem::exists(file))
        measureBuilding(folder.path(), options.cases);
    const auto limitFile = folder.path() / "limit.tutela";
    const auto office = orEnd(services::openOffice(file, services::HeadCheck::Required));
    static_cast<void>(orEnd(office->signIn().signIn("coordinator", "arcadia-coordinator")));
    const Grown grown = grow(*office, options.runs);
    std::filesystem::copy_file(file, limitFile, std::filesystem::copy_options::overwrite_existing);
    const Subject subject{*office, file, limitFile, options.runs};
    measureWorklist(subject);
    measureOpening(subject, grown.medium, 1000);
    measureOpening(subject, grown.longest, 5000);
    measureActs(subject, grown.twenty);
    measureVerification(subject);
}

} // namespace

int main(int count, char** arguments)
{
    try {
        run(optionsOf(count, arguments));
        return EXIT_SUCCESS;
    } catch (const std::exception& problem) {
        fmt::print(stderr, "{}\n", problem.what());
        return EXIT_FAILURE;
    }
}

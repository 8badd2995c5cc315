#include "app/cli/wiring.h"

#include "app/cli/wiring_law.h"

namespace tutela::cli {

namespace {

Error notBuilt()
{
    return {ErrorCode::Version, {"cli.bug", {}}};
}

class ServiceRegisters final : public Registers {
public:
    Result<std::unique_ptr<interfaces::Office>> open(const std::string&, OpenFor) override
    {
        return notBuilt();
    }

    Result<InitReport> create(const InitRequest&) override { return notBuilt(); }

    Result<SampleReport> createSample(const SampleRequest&, const Progress&) override { return notBuilt(); }

    Result<BackupReport> backup(const std::string&, const std::string&) override { return notBuilt(); }

    Result<BackupReport> verifyBackup(const std::string&) override { return notBuilt(); }

    Result<BackupReport> restore(const std::string&, const std::string&) override { return notBuilt(); }

    Result<std::int64_t> runWorkload(const WorkloadRequest&, const Acknowledge&) override
    {
        return notBuilt();
    }
};

class BuiltInReference final : public Reference {
public:
    Result<PeriodReport> period(const PeriodRequest& request) override { return countPeriod(request); }

    Result<CalendarYear> calendar(std::string_view id, int year) override { return calendarYear(id, year); }

    std::vector<std::pair<std::string, std::string>> forms() override { return {}; }

    Result<Json> form(std::string_view) override { return notBuilt(); }

    Result<Json> formSchema(std::string_view) override { return notBuilt(); }

    std::vector<RulebookRow> rulebooks() override { return {}; }

    Result<Json> rulebook(std::string_view) override { return notBuilt(); }

    std::vector<LimitRow> limits() override { return {}; }

    std::vector<AccessRow> accessMatrix() override { return {}; }
};

} // namespace

std::unique_ptr<Registers> makeRegisters()
{
    return std::make_unique<ServiceRegisters>();
}

std::unique_ptr<Reference> makeReference()
{
    return std::make_unique<BuiltInReference>();
}

} // namespace tutela::cli

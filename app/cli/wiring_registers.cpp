#include "app/cli/wiring_registers.h"

#include <fmt/format.h>

#include "core/services/access_matrix.h"
#include "core/services/backup.h"
#include "core/services/create.h"
#include "core/services/office.h"
#include "core/services/sample.h"
#include "core/services/workload.h"

namespace tutela::cli {

namespace {

BackupReport reportOf(const std::string& file, const services::BackupReport& report)
{
    BackupReport answer{file, report.bytes, report.entries, report.root};
    for (const DocumentId& document : report.stillHolds)
        answer.stillHolds.push_back(document.text());
    return answer;
}

Result<BackupReport> reportOf(const std::string& file, const Result<services::BackupReport>& report)
{
    return report ? Result<BackupReport>(reportOf(file, report.value()))
                  : Result<BackupReport>(report.error());
}

class ServiceRegisters final : public Registers {
public:
    Result<std::unique_ptr<interfaces::Office>> open(const std::string& file, OpenFor purpose) override
    {
        return services::openOffice(
            file, purpose == OpenFor::Work ? services::HeadCheck::Required : services::HeadCheck::Skipped);
    }

    Result<InitReport> create(const InitRequest& request) override
    {
        services::RegisterPlan plan{.file = request.file,
            .authority = request.authority,
            .memberState = request.memberState,
            .zone = request.zone,
            .contacts = {request.contact, request.court, request.courtAddress, request.centreContact},
            .training = request.training};
        if (request.rulebook)
            plan.rulebook = *request.rulebook;
        for (std::size_t i = 0; i < plan.administrators.size(); ++i) {
            const NewAdministrator& administrator = request.administrators.at(i);
            plan.administrators[i] = {
                administrator.signInName, administrator.signInName, administrator.password};
        }
        const auto made = services::createRegister(plan);
        if (!made)
            return made.error();
        return InitReport{request.file, plan.rulebook, made.value()->identity().storeId};
    }

    Result<SampleReport> createSample(const SampleRequest& request, const Progress& progress) override
    {
        const auto report = services::createSample(
            {request.file, request.cases, request.seed, request.anchor.value_or(*parseDay("2026-06-15")),
                request.stories ? services::SampleStories::Told : services::SampleStories::LeftOut},
            progress);
        if (!report)
            return report.error();
        SampleReport answer{request.file, report.value().cases, report.value().entries, {}};
        for (const services::SamplePerson& person : report.value().people) {
            answer.people.push_back({person.signInName, person.roles,
                std::string(toText(institutionOf(person.roles.front()))), person.password});
        }
        for (const services::ToldStory& told : report.value().stories) {
            SampleStory& story = answer.stories.emplace_back(SampleStory{told.id, told.title, {}});
            for (const auto& [name, id] : told.cases)
                story.cases.push_back(id.text());
        }
        return answer;
    }

    Result<BackupReport> backup(const std::string& file, const std::string& copy) override
    {
        return reportOf(copy, services::createBackup(file, copy));
    }

    Result<BackupReport> verifyBackup(const std::string& copy, const std::string& file) override
    {
        return reportOf(copy,
            services::verifyBackup(
                copy, file.empty() ? std::nullopt : std::optional<std::filesystem::path>(file)));
    }

    Result<BackupReport> restore(const std::string& copy, const std::string& file) override
    {
        return reportOf(file, services::restoreBackup(copy, file));
    }

    Result<std::int64_t> runWorkload(const WorkloadRequest& request, const Acknowledge& acknowledge) override
    {
        return services::runWorkload(request.file, request.seed, request.operations, acknowledge);
    }
};

} // namespace

std::unique_ptr<Registers> makeServiceRegisters()
{
    return std::make_unique<ServiceRegisters>();
}

std::vector<AccessRow> builtInAccessMatrix()
{
    std::vector<AccessRow> rows;
    const auto rulebook = law::Rulebook::embedded("com-2022-209");
    const auto acts = rulebook ? procedure::ActTable::load(rulebook.value().acts())
                               : Result<procedure::ActTable>(rulebook.error());
    if (!acts)
        return rows;
    for (const services::AccessCell& cell : services::accessMatrix(acts.value())) {
        rows.push_back({std::string(toText(cell.role)), cell.act, std::string(toText(cell.step)),
            cell.allowed, cell.rule});
    }
    return rows;
}

} // namespace tutela::cli

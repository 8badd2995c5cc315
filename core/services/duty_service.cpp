#include <algorithm>

#include "core/procedure/visibility.h"
#include "core/services/date_sheet.h"
#include "core/services/desks.h"
#include "core/services/directory_change.h"
#include "core/services/directory_writes.h"
#include "core/services/entry_content.h"
#include "core/services/guarded.h"
#include "core/services/service_cycles.h"
#include "core/services/writing.h"

namespace tutela::services {

namespace {

using interfaces::FactVersion;
using interfaces::ProviderDetails;
using interfaces::ProviderFile;
using interfaces::ServiceDetails;
using interfaces::ServiceFile;

const Roles kRecordsApplication{Role::Head, Role::Administrator};
const Roles kReadsApplication{
    Role::Coordinator, Role::Registrar, Role::Head, Role::Auditor, Role::Administrator};

/// Gives each version its last day and says which one holds today. `versions` are in the order in which they
/// were recorded; newest first afterwards.
template <class Details> void setValidity(std::vector<FactVersion<Details>>& versions, Day today)
{
    std::ranges::stable_sort(versions, {}, &FactVersion<Details>::validFrom);
    for (std::size_t at = 0; at < versions.size(); ++at) {
        if (at + 1 < versions.size())
            versions[at].validTo = versions[at + 1].validFrom - std::chrono::days{1};
        const bool begun = versions[at].validFrom <= today;
        versions[at].applies = begun && (!versions[at].validTo || today <= *versions[at].validTo);
    }
    std::ranges::reverse(versions);
}

template <class Details> FactVersion<Details> versionOf(Register& source, const Entry& entry, Details details)
{
    const auto person = source.directory.person(entry.actor);
    const Day from = details.validFrom.value_or(source.zone().dayOf(entry.at));
    return {entry.seq, std::move(details), from, std::nullopt, entry.at,
        person ? person->name : entry.actor.text(), false};
}

std::vector<FactVersion<ProviderDetails>> providerHistory(Register& source, const ProviderId& id)
{
    std::vector<FactVersion<ProviderDetails>> versions;
    for (const Entry& entry : source.journal.stream("provider/" + id.text())) {
        if (entry.effect == "add-provider" || entry.effect == "change-provider")
            versions.push_back(
                versionOf(source, entry, providerDetails(entry.facts, contentOf(source, entry.seq))));
    }
    setValidity(versions, source.today());
    return versions;
}

std::vector<FactVersion<ServiceDetails>> serviceHistory(
    Register& source, const ProviderId& provider, const ServiceId& id)
{
    std::vector<FactVersion<ServiceDetails>> versions;
    for (const Entry& entry : source.journal.stream("provider/" + provider.text())) {
        const bool isFact = entry.effect == "add-service" || entry.effect == "change-service";
        if (isFact && entry.facts.text("service") == id.text())
            versions.push_back(
                versionOf(source, entry, serviceDetails(entry.facts, contentOf(source, entry.seq))));
    }
    setValidity(versions, source.today());
    return versions;
}

ServiceFile fileOf(Register& source, const store::ServiceRow& row, const Actor& actor)
{
    const auto provider = source.directory.provider(row.provider);
    ServiceFile file{viewOf(row), provider ? provider->name : std::string(),
        serviceHistory(source, row.provider, row.id), cycleViews(source, row.id, source.today()), {}};
    for (const CaseId& id : source.services.casesOf(row.id)) {
        const auto loaded = source.loadCase(id);
        if (loaded && procedure::readsFor(loaded->file, actor))
            file.cases.push_back({id, loaded->file.kind, loaded->file.step});
    }
    return file;
}

} // namespace

Result<ProviderFile> DutyService::provider(const ProviderId& id)
{
    return guardedReading(m_register.engine, [&]() -> Result<ProviderFile> {
        const auto actor = needRole(m_register, kReadsRegistry);
        if (!actor)
            return actor.error();
        const auto row = m_register.directory.provider(id);
        if (!row)
            return notAllowed(id.text());
        ProviderFile file{viewOf(*row), providerHistory(m_register, id), {}};
        for (const store::ServiceRow& service : m_register.directory.services()) {
            if (service.provider == id)
                file.services.push_back(fileOf(m_register, service, actor.value()));
        }
        return file;
    });
}

Result<ServiceFile> DutyService::service(const ServiceId& id)
{
    return guardedReading(m_register.engine, [&]() -> Result<ServiceFile> {
        const auto actor = needRole(m_register, kReadsRegistry);
        if (!actor)
            return actor.error();
        const auto row = m_register.directory.service(id);
        return row ? Result<ServiceFile>(fileOf(m_register, *row, actor.value()))
                   : Result<ServiceFile>(notAllowed(id.text()));
    });
}

Result<std::string> DutyService::dateSheet(const ServiceId& id, std::string_view clock)
{
    const auto file = service(id);
    if (!file)
        return file.error();
    const DateSheetSubject subject{id.text(), file.value().provider, file.value().service.details.name};
    return dateSheetBytes(m_register, subject, file.value().cycles, clock);
}

Result<std::vector<ServiceFile>> DutyService::overdue()
{
    return guardedReading(m_register.engine, [&]() -> Result<std::vector<ServiceFile>> {
        std::vector<ServiceFile> files;
        const auto actor = needRole(m_register, kReadsRegistry);
        if (!actor)
            return m_register.actor() ? Result(std::move(files))
                                      : Result<std::vector<ServiceFile>>(actor.error());
        const Day today = m_register.today();
        for (const ServiceId& id : m_register.services.perhapsOverdue(today)) {
            const auto row = m_register.directory.service(id);
            auto cycles = cycleViews(m_register, id, today);
            std::erase_if(cycles, [](const interfaces::ClockView& clock) { return !isOverdue(clock); });
            if (!row || cycles.empty())
                continue;
            const auto provider = m_register.directory.provider(row->provider);
            files.push_back(
                {viewOf(*row), provider ? provider->name : std::string(), {}, std::move(cycles), {}});
        }
        return files;
    });
}

Result<Done> DutyService::recordMeasures(const ServiceId& service, Day since, std::string_view statement)
{
    return changeDirectory(
        m_register, "record-measures", kRegistry, [&](const Actor& actor, Writing& writing) -> Result<Done> {
            if (const auto checked = checkDirectoryText("statement", statement); !checked)
                return checked.error();
            const auto row = m_register.directory.service(service);
            if (!row)
                return notAllowed(service.text());
            if (since > m_register.today())
                return Error{.code = ErrorCode::BadInput,
                    .what = {"directory.day-to-come", {{"day", since}}},
                    .where = "since"};
            NewEntry entry{.stream = "provider/" + row->provider.text(),
                .act = "record-measures",
                .effect = "record-measures",
                .law = "Art 4(2)(d)"};
            entry.role = registryRoleOf(actor);
            entry.facts = Json::object({{"service", service.text()}, {"since", formatDay(since)}});
            entry.content = Json::object({{"statement", statement}});
            const EntrySeq seq = writing.append(std::move(entry)).entry.seq;
            m_register.services.recordStatement(service, {seq, since});
            projectDuties(m_register, service);
            return Done{};
        });
}

Result<interfaces::ApplicationDate> DutyService::applicationDate()
{
    return guarded([&]() -> Result<interfaces::ApplicationDate> {
        const auto actor = needRole(m_register, kReadsApplication);
        if (!actor)
            return actor.error();
        interfaces::ApplicationDate date{m_register.services.applicationDay(), {},
            m_register.rulebook().inForce(),
            std::ranges::any_of(kRecordsApplication, [&](Role role) { return actor.value().has(role); })};
        if (const auto entry = m_register.services.applicationEntry())
            date.basis = contentOf(m_register, *entry).text("basis");
        return date;
    });
}

Result<Done> DutyService::recordApplicationDate(Day day, std::string_view basis)
{
    return changeDirectory(m_register, "record-application-date", kRecordsApplication,
        [&](const Actor& actor, Writing& writing) -> Result<Done> {
            if (const auto checked = checkDirectoryText("basis", basis); !checked)
                return checked.error();
            recordApplicationDay(
                m_register, writing, actor.has(Role::Head) ? Role::Head : Role::Administrator, day, basis);
            return Done{};
        });
}

} // namespace tutela::services

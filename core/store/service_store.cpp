#include "core/store/service_store.h"

#include <algorithm>

namespace tutela::store {

namespace {

constexpr std::string_view kNever = "9999-12-31";

std::string dayOrEmpty(const std::optional<Day>& day)
{
    return day ? formatDay(*day) : std::string();
}

/// What a case says of each of its services.
struct CaseSays {
    std::vector<ServiceAssessment> assessments;
    std::vector<ServiceOrder> orders;

    friend bool operator==(const CaseSays&, const CaseSays&) = default;
};

ServiceAssessment assessmentOf(const Row& row)
{
    return {CaseId(std::string(row.text(0))), row.integer(1), parseDay(row.text(2)),
        parseDay(row.text(3)).value_or(Day{}),
        fromText<MeasuresStated>(row.text(4)).value_or(MeasuresStated::NotRead)};
}

ServiceOrder serviceOrderOf(const Row& row)
{
    return {CaseId(std::string(row.text(0))), parseDay(row.text(1)).value_or(Day{}),
        parseDay(row.text(2)).value_or(Day{})};
}

CaseSays storedFor(Engine& engine, const CaseId& id, const ServiceId& service)
{
    CaseSays says;
    engine.query("SELECT case_id, entry, assessed_on, received_on, measures FROM service_assessment"
                 " WHERE case_id = $1 AND service = $2 ORDER BY entry",
        {id.text(), service.text()}, [&](const Row& row) { says.assessments.push_back(assessmentOf(row)); });
    engine.query("SELECT case_id, decided_on, ends FROM service_order WHERE case_id = $1 AND service = $2",
        {id.text(), service.text()}, [&](const Row& row) { says.orders.push_back(serviceOrderOf(row)); });
    return says;
}

} // namespace

std::optional<Day> ServiceStore::applicationDay()
{
    std::optional<Day> day;
    m_engine.query("SELECT day FROM application_day ORDER BY entry DESC LIMIT 1", {},
        [&](const Row& row) { day = parseDay(row.text(0)); });
    return day;
}

std::optional<EntrySeq> ServiceStore::applicationEntry()
{
    return m_engine.integer("SELECT max(entry) FROM application_day HAVING count(*) > 0");
}

void ServiceStore::recordApplicationDay(EntrySeq entry, Day day)
{
    m_engine.run("INSERT INTO application_day (entry, day) VALUES ($1, $2)", {entry, formatDay(day)});
}

void ServiceStore::recordStatement(const ServiceId& service, const MeasuresStatement& statement)
{
    m_engine.run("INSERT INTO service_statement (service, entry, day) VALUES ($1, $2, $3)",
        {service.text(), statement.entry, formatDay(statement.on)});
}

bool ServiceStore::replaceCase(const CaseFile& file)
{
    CaseSays says{assessmentsOf(file), {}};
    if (const auto order = orderOf(file))
        says.orders.push_back(*order);
    bool changed = false;
    for (const ServiceId& service : file.services) {
        if (storedFor(m_engine, file.id, service) == says)
            continue;
        changed = true;
        m_engine.run("DELETE FROM service_assessment WHERE case_id = $1 AND service = $2",
            {file.id.text(), service.text()});
        m_engine.run("DELETE FROM service_order WHERE case_id = $1 AND service = $2",
            {file.id.text(), service.text()});
        for (const ServiceAssessment& assessment : says.assessments)
            m_engine.run("INSERT INTO service_assessment (case_id, service, entry, assessed_on, received_on,"
                         " measures) VALUES ($1, $2, $3, $4, $5, $6)",
                {file.id.text(), service.text(), assessment.entry, dayOrEmpty(assessment.assessedOn),
                    formatDay(assessment.receivedOn), toText(assessment.measures)});
        for (const ServiceOrder& order : says.orders)
            m_engine.run("INSERT INTO service_order (case_id, service, decided_on, ends)"
                         " VALUES ($1, $2, $3, $4)",
                {file.id.text(), service.text(), formatDay(order.decidedOn), formatDay(order.end)});
    }
    return changed;
}

std::optional<ServiceRecord> ServiceStore::record(const ServiceId& service)
{
    std::optional<ServiceRecord> record;
    m_engine.query("SELECT offered_from, offered_until, risk_class FROM service_row WHERE service = $1",
        {service.text()}, [&](const Row& row) {
            record = ServiceRecord{service, parseDay(row.text(0)), parseDay(row.text(1)),
                fromText<RiskClass>(row.text(2)), {}, {}, {}};
        });
    if (!record)
        return record;
    m_engine.query("SELECT case_id, entry, assessed_on, received_on, measures FROM service_assessment"
                   " WHERE service = $1 ORDER BY entry",
        {service.text()}, [&](const Row& row) { record->assessments.push_back(assessmentOf(row)); });
    m_engine.query("SELECT case_id, decided_on, ends FROM service_order WHERE service = $1 ORDER BY case_id",
        {service.text()}, [&](const Row& row) { record->orders.push_back(serviceOrderOf(row)); });
    m_engine.query("SELECT entry, day FROM service_statement WHERE service = $1 ORDER BY entry",
        {service.text()}, [&](const Row& row) {
            record->statements.push_back({row.integer(0), parseDay(row.text(1)).value_or(Day{})});
        });
    return record;
}

void ServiceStore::replaceDuties(const ServiceId& service, const std::vector<DutyRow>& duties)
{
    m_engine.run("DELETE FROM duty WHERE service = $1", {service.text()});
    for (const DutyRow& duty : duties)
        m_engine.run("INSERT INTO duty (earliest, service, clock, ends) VALUES ($1, $2, $3, $4)",
            {formatDay(duty.earliest), service.text(), duty.clock,
                duty.endsOn ? formatDay(*duty.endsOn) : std::string(kNever)});
}

std::vector<ServiceId> ServiceStore::perhapsOverdue(Day today)
{
    std::vector<ServiceId> services;
    m_engine.query("SELECT DISTINCT service FROM duty WHERE earliest < $1 AND ends > $1 ORDER BY service",
        {formatDay(today)}, [&](const Row& row) { services.emplace_back(std::string(row.text(0))); });
    return services;
}

std::vector<CaseId> ServiceStore::casesOf(const ServiceId& service)
{
    std::vector<CaseId> cases;
    m_engine.query("SELECT case_id FROM case_service WHERE service = $1 ORDER BY case_id", {service.text()},
        [&](const Row& row) { cases.emplace_back(std::string(row.text(0))); });
    return cases;
}

bool ServiceStore::rebuildIsDue()
{
    return m_engine.integer("SELECT since FROM rebuild_due LIMIT 1").has_value();
}

void ServiceStore::rebuildIsDone()
{
    m_engine.run("DELETE FROM rebuild_due");
}

} // namespace tutela::store

#include "tests/support/sample_duties.h"

namespace tutela::testing {

using namespace interfaces;

namespace {

ServiceFile parley()
{
    ServiceView view{ServiceId("S-0001"), ProviderId("P-0001"),
        {"Parley", ServiceKind::InterpersonalCommunications, parseDay("2026-01-05"), parseDay("2021-04-01")}};
    ServiceFile file{view, "Example Parley Ltd", {}, {}, {}};
    file.history.push_back({12, view.details, *parseDay("2026-01-05"), std::nullopt,
        *parseInstant("2026-01-05T09:00:00Z"), "Reggie Strar", true});
    file.cycles.push_back({"DL02/1", "Art 3(4)", "waiting.provider", ClockState::Overdue,
        parseDay("2027-02-26"), true, -5, {{"Art 3(4)", {"ledger.step.no-figure", {}}, {}}}});
    file.cycles.push_back(
        {"DL01", "Art 3(4)", "waiting.provider", ClockState::Met, parseDay("2024-03-29"), true, {}, {}});
    file.cases.push_back({CaseId("A-2027-0001"), CaseKind::Assessment, Step::UnderReview});
    return file;
}

ServiceFile hosting()
{
    ServiceView view{ServiceId("S-0002"), ProviderId("P-0002"), {"Muster Space", ServiceKind::Hosting, {}}};
    return {view, "Muster Hosting SE", {}, {}, {}};
}

} // namespace

Result<ProviderFile> SampleDuties::provider(const ProviderId& id)
{
    const bool first = id == ProviderId("P-0001");
    ProviderView view = first
        ? ProviderView{id,
            {"Example Parley Ltd", "Sampletown", "contact@parley.example", "en", parseDay("2026-01-05"),
                "XA"},
            1}
        : ProviderView{
            id, {"Muster Hosting SE", "Musterstadt", "kontakt@muster.example", "de", std::nullopt}, 1};
    return ProviderFile{view,
        {{11, view.details, *parseDay("2026-01-05"), std::nullopt, *parseInstant("2026-01-05T09:00:00Z"),
            "Reggie Strar", true}},
        {first ? parley() : hosting()}};
}

Result<ServiceFile> SampleDuties::service(const ServiceId& id)
{
    return id == ServiceId("S-0001") ? parley() : hosting();
}

Result<std::vector<ServiceFile>> SampleDuties::overdue()
{
    return std::vector<ServiceFile>{parley()};
}

Result<Done> SampleDuties::recordMeasures(const ServiceId&, Day, std::string_view)
{
    return Done{};
}

Result<ApplicationDate> SampleDuties::applicationDate()
{
    return m_date;
}

Result<Done> SampleDuties::recordApplicationDate(Day day, std::string_view basis)
{
    m_date.day = day;
    m_date.basis = basis;
    return Done{};
}

} // namespace tutela::testing

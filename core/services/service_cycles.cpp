#include "core/services/service_cycles.h"

#include <algorithm>
#include <tuple>

#include "core/law/clock_ledger.h"
#include "core/procedure/service_clocks.h"
#include "core/services/clock_views.h"
#include "core/services/directory_writes.h"

namespace tutela::services {

namespace {

/// The working days in which a provider acts (Regulation 1182/71 Art 2(1)), and why these.
struct ProviderCalendar {
    law::Calendar calendar;
    Message reason;
};

ProviderCalendar providerCalendar(const Register& source, const std::string& memberState)
{
    const law::Calendar& authority = source.calendars().authority;
    if (memberState.empty())
        return {authority, {"duty.calendar-authority", {}}};
    if (memberState == source.identity().memberState)
        return {authority, {"duty.calendar", {{"state", memberState}}}};
    auto own = law::Calendar::embedded(memberState);
    if (!own)
        return {authority, {"duty.calendar-unknown", {{"state", memberState}}}};
    return {std::move(own).value(), {"duty.calendar", {{"state", memberState}}}};
}

int rankOf(const interfaces::ClockView& clock)
{
    switch (clock.state) {
    case ClockState::Overdue:
        return 0;
    case ClockState::Unconfirmed:
    case ClockState::Running:
    case ClockState::Stopped:
        return isOverdue(clock) ? 0 : 1;
    case ClockState::NotStarted:
        return 2;
    case ClockState::Met:
    case ClockState::MetLate:
    case ClockState::EndedWithoutAnswer:
        return 3;
    }
    return 3;
}

interfaces::ClockView viewOf(const law::Rulebook& rulebook, const procedure::ServiceClock& clock,
    const ProviderCalendar& counted, Day today)
{
    const law::Ledger ledger = law::computeLedger(*clock.definition, clock.facts, counted.calendar);
    interfaces::ClockView view = clockView(rulebook, clock.id, *clock.definition, ledger, today);
    std::vector<interfaces::ClockStep> steps;
    for (const Message& reason : clock.reasons)
        steps.push_back({clock.definition->law, reason, {}});
    if (ledger.end)
        steps.push_back({"1182/71 Art 2(1)", counted.reason, {}});
    view.steps.insert(view.steps.begin(), steps.begin(), steps.end());
    for (const Message& warning : clock.warnings)
        view.steps.push_back({clock.definition->law, warning, {}});
    return view;
}

} // namespace

bool isOverdue(const interfaces::ClockView& clock)
{
    const bool counts = clock.state == ClockState::Overdue || clock.state == ClockState::Unconfirmed;
    return counts && clock.daysLeft && *clock.daysLeft < 0;
}

void projectDuties(Register& target, const ServiceId& service)
{
    const auto record = target.services.record(service);
    if (!record)
        return;
    std::vector<store::DutyRow> rows;
    const auto duties = procedure::openDuties(*record, target.services.applicationDay(), target.rulebook());
    for (const procedure::OpenDuty& duty : duties)
        rows.push_back({duty.clock, duty.earliest, duty.endsOn});
    target.services.replaceDuties(service, rows);
}

void projectAllDuties(Register& target)
{
    for (const store::ServiceRow& service : target.directory.services())
        projectDuties(target, service.id);
}

void projectServicesOf(Register& target, const CaseFile& file)
{
    if (!target.services.replaceCase(file))
        return;
    for (const ServiceId& service : file.services)
        projectDuties(target, service);
}

std::vector<interfaces::ClockView> cycleViews(Register& source, const ServiceId& service, Day today)
{
    std::vector<interfaces::ClockView> views;
    const auto row = source.directory.service(service);
    const auto record = source.services.record(service);
    const auto provider = row ? source.directory.provider(row->provider) : std::nullopt;
    if (!record || !provider)
        return views;
    const ProviderCalendar counted = providerCalendar(source, jurisdictionOf(viewOf(*provider).details));
    const auto clocks = procedure::serviceClocks(
        *record, source.services.applicationDay(), source.rulebook(), counted.calendar);
    for (const procedure::ServiceClock& clock : clocks)
        views.push_back(viewOf(source.rulebook(), clock, counted, today));
    std::ranges::stable_sort(views, [](const auto& left, const auto& right) {
        const auto key = [](const interfaces::ClockView& view) {
            // Among the fulfilled ones the latest comes first.
            const bool over = rankOf(view) == 3;
            const auto day = view.end ? view.end->time_since_epoch().count() : 0;
            return std::tuple(rankOf(view), over ? -day : day);
        };
        return key(left) < key(right);
    });
    return views;
}

} // namespace tutela::services

#include "core/services/clock_views.h"

#include <algorithm>
#include <iterator>

#include "core/law/clock_ledger.h"
#include "core/procedure/clocks.h"

namespace tutela::services {

namespace {

std::vector<interfaces::ReadingView> readingsFor(const law::Rulebook& rulebook, const std::string& clock)
{
    std::vector<interfaces::ReadingView> views;
    for (const law::Reading& reading : rulebook.readings()) {
        if (std::ranges::find(reading.clocks, clock) == reading.clocks.end())
            continue;
        interfaces::ReadingView view{reading.key, reading.law, reading.followed, {}};
        std::ranges::copy_if(reading.options, std::back_inserter(view.others),
            [&](const std::string& option) { return option != reading.followed; });
        views.push_back(std::move(view));
    }
    return views;
}

struct StandingClock {
    std::string id;
    std::string law;
    interfaces::ClockStand stand;
};

std::vector<StandingClock> standsOf(const Register& source, const CaseFile& file, Day today)
{
    std::vector<StandingClock> stands;
    for (const procedure::CaseClock& clock : procedure::clocksOf(file, source.rulebook())) {
        const law::Calendar& calendar = procedure::calendarOf(*clock.definition, source.calendars());
        const law::LedgerDates dates = law::countLedger(*clock.definition, clock.facts, calendar);
        stands.push_back({clock.id, clock.definition->law,
            {law::stateOn(dates, today), law::lastDayToAct(dates), dates.confirmed}});
    }
    return stands;
}

} // namespace

interfaces::ClockView clockView(const law::Rulebook& rulebook, const std::string& id,
    const law::ClockDefinition& definition, const law::Ledger& ledger, Day today)
{
    interfaces::ClockView view;
    view.id = id;
    view.law = definition.law;
    view.actor = definition.actor;
    view.state = law::stateOn(ledger, today);
    view.end = law::lastDayToAct(ledger);
    view.confirmed = ledger.confirmed;
    if (const auto left = law::daysLeft(ledger, today))
        view.daysLeft = *left;
    for (const law::PeriodStep& step : ledger.steps)
        view.steps.push_back({step.rule, step.text, step.result});
    for (const Message& warning : ledger.warnings)
        view.steps.push_back({definition.law, warning, {}});
    view.readings = readingsFor(rulebook, definition.id);
    return view;
}

std::vector<interfaces::ClockView> clockViews(const Register& source, const CaseFile& file, Day today)
{
    std::vector<interfaces::ClockView> views;
    for (const procedure::CaseClock& clock : procedure::clocksOf(file, source.rulebook())) {
        const law::Calendar& calendar = procedure::calendarOf(*clock.definition, source.calendars());
        const law::Ledger ledger = law::computeLedger(*clock.definition, clock.facts, calendar);
        views.push_back(clockView(source.rulebook(), clock.id, *clock.definition, ledger, today));
    }
    return views;
}

std::vector<interfaces::ClockChange> clockChanges(
    const Register& source, const CaseFile* before, const CaseFile& after, Day today)
{
    std::vector<interfaces::ClockChange> changes;
    for (StandingClock& clock : standsOf(source, after, today))
        changes.push_back({std::move(clock.id), std::move(clock.law), {}, clock.stand});
    if (before == nullptr)
        return changes;
    for (StandingClock& clock : standsOf(source, *before, today)) {
        const auto same = std::ranges::find(changes, clock.id, &interfaces::ClockChange::id);
        if (same != changes.end())
            same->before = clock.stand;
        else
            changes.push_back({std::move(clock.id), std::move(clock.law), clock.stand, {}});
    }
    return changes;
}

std::vector<interfaces::ClockChange> changedOnly(std::vector<interfaces::ClockChange> changes)
{
    std::erase_if(changes, [](const interfaces::ClockChange& change) { return !change.changed(); });
    return changes;
}

} // namespace tutela::services

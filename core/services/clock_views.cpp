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

} // namespace

std::vector<interfaces::ClockView> clockViews(const Register& source, const CaseFile& file, Day today)
{
    std::vector<interfaces::ClockView> views;
    for (const procedure::CaseClock& clock : procedure::clocksOf(file, source.rulebook())) {
        const law::Calendar& calendar = procedure::calendarOf(*clock.definition, source.calendars());
        const law::Ledger ledger = law::computeLedger(*clock.definition, clock.facts, calendar);
        interfaces::ClockView view;
        view.id = clock.id;
        view.law = clock.definition->law;
        view.actor = clock.definition->actor;
        view.state = law::stateOn(ledger, today);
        view.end = law::lastDayToAct(ledger);
        view.confirmed = ledger.confirmed;
        if (const auto left = law::daysLeft(ledger, today))
            view.daysLeft = *left;
        for (const law::PeriodStep& step : ledger.steps)
            view.steps.push_back({step.rule, step.text, step.result});
        for (const Message& warning : ledger.warnings)
            view.steps.push_back({clock.definition->law, warning, {}});
        view.readings = readingsFor(source.rulebook(), clock.definition->id);
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace tutela::services

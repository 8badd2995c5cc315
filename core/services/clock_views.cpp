#include "core/services/clock_views.h"

#include "core/law/clock_ledger.h"
#include "core/procedure/clocks.h"

namespace tutela::services {

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
        views.push_back(std::move(view));
    }
    return views;
}

} // namespace tutela::services

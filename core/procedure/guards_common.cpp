#include "core/procedure/guard_run.h"

#include <algorithm>

namespace tutela::procedure {

namespace {

void notInFuture(const GuardRun& run)
{
    const auto instant = run.facts().instant(run.use.argument);
    const auto day = instant ? run.now.zone.dayOf(*instant) : run.facts().day(run.use.argument);
    if (day && (*day > run.now.today || (instant && *instant > run.now.now)))
        run.refuse({{"field", Term{"field." + run.use.argument}}, {"day", *day}, {"today", run.now.today}});
}

void periodPositive(const GuardRun& run)
{
    const auto length = run.facts().length(run.use.argument.empty() ? "period" : run.use.argument);
    if (length && length->amount < 1)
        run.refuse();
}

void periodWithin(const GuardRun& run)
{
    const auto length = run.facts().length(run.facts().has("remedy_period") ? "remedy_period" : "period");
    if (!length)
        return;
    const Length cap = run.now.rulebook.length(run.use.argument);
    if (length->amount < 1 || plainlyAfter(run.now.today, *length) > plainlyAfter(run.now.today, cap))
        run.refuse({{"period", *length}, {"cap", cap}});
}

void servicesOfProvider(const GuardRun& run)
{
    const ProviderId provider(run.facts().text("provider"));
    std::vector<std::string> named = run.facts().codes("services");
    if (run.facts().has("service"))
        named.push_back(run.facts().text("service"));
    for (const std::string& id : named) {
        const bool known = std::ranges::any_of(run.now.services, [&](const ServiceFacts& service) {
            return service.id.text() == id && service.provider == provider;
        });
        if (!known)
            run.refuse({{"service", id}});
    }
}

void linkedCaseKnown(const GuardRun& run)
{
    const CaseId linked(run.facts().text("assessment"));
    if (run.facts().has("assessment")
        && std::ranges::find(run.now.assessments, linked) == run.now.assessments.end())
        run.refuse({{"case", linked.text()}});
}

void responsibleIsCoordinator(const GuardRun& run)
{
    const PersonId responsible(run.facts().text("responsible"));
    if (std::ranges::find(run.now.coordinators, responsible) == run.now.coordinators.end())
        run.refuse({{"person", responsible.text()}});
}

constexpr GuardRow kRows[] = {
    {Guard::NotInFuture, LooksAt::Data, notInFuture},
    {Guard::PeriodPositive, LooksAt::Data, periodPositive},
    {Guard::PeriodWithin, LooksAt::Data, periodWithin},
    {Guard::ServicesOfProvider, LooksAt::Data, servicesOfProvider},
    {Guard::LinkedCaseKnown, LooksAt::Data, linkedCaseKnown},
    {Guard::ResponsibleIsCoordinator, LooksAt::Data, responsibleIsCoordinator},
};

} // namespace

std::span<const GuardRow> commonGuards()
{
    return kRows;
}

} // namespace tutela::procedure

#include <algorithm>

#include <fmt/format.h>

#include "core/base/digest.h"
#include "core/procedure/warnings.h"
#include "core/services/case_warnings.h"
#include "core/services/clock_views.h"
#include "core/services/desks.h"
#include "core/services/guarded.h"
#include "core/services/presenter.h"
#include "core/services/standing_in.h"

namespace tutela::services {

namespace {

store::WorkOrder orderOf(interfaces::WorklistSort sort)
{
    switch (sort) {
    case interfaces::WorklistSort::Due:
        return store::WorkOrder::Due;
    case interfaces::WorklistSort::CaseNumber:
        return store::WorkOrder::CaseNumber;
    case interfaces::WorklistSort::Step:
        return store::WorkOrder::Step;
    case interfaces::WorklistSort::Provider:
        return store::WorkOrder::Provider;
    }
    return store::WorkOrder::Due;
}

/// Whom the person stands in for, and which role of the authority nobody fills.
void addStandingIn(Register& source, const PersonId& person, interfaces::WorklistPage& page)
{
    const Day today = source.today();
    if (auto missing = headMissing(source, today))
        page.missing.push_back(std::move(*missing));
    for (const PersonId& other : standsInFor(source.appointments.appointments(today), person, today)) {
        const auto row = source.directory.person(other);
        page.standsInFor.push_back({other, row ? row->name : other.text()});
    }
}

std::optional<ClockState> stateOf(const CaseSummary& summary, Day today)
{
    if (summary.clockId.empty())
        return std::nullopt;
    if (summary.clockStopped)
        return ClockState::Stopped;
    // An order that has run its time: nobody was late.
    if (summary.waitingFor == WaitingFor::Nobody && summary.due && *summary.due < today)
        return ClockState::Met;
    if (!summary.confirmed)
        return ClockState::Unconfirmed;
    return summary.due && *summary.due < today ? ClockState::Overdue : ClockState::Running;
}

interfaces::WorklistRow rowOf(Register& source, const store::WorkRow& work, Day today)
{
    const CaseSummary& summary = work.summary;
    interfaces::WorklistRow row{summary.id, summary.kind, summary.step, work.providerName, work.serviceName,
        summary.waitingFor, summary.due, {}, stateOf(summary, today), summary.clockId, work.responsibleName};
    if (work.services > 1)
        row.service = fmt::format("{} (+{})", work.serviceName, work.services - 1);
    if (summary.due && row.clockState != ClockState::Met)
        row.daysLeft = (*summary.due - today).count();
    row.clockService = serviceOfClock(source, summary.clockId);
    return row;
}

constexpr std::int64_t kCasesWarnedOf = 150;

} // namespace

std::optional<Institution> listAudienceOf(const Actor& actor)
{
    for (const Institution institution :
        {Institution::Authority, Institution::Court, Institution::Dpa, Institution::EuCentre}) {
        const bool works = std::ranges::any_of(actor.roles,
            [&](Role role) { return role != Role::Administrator && institutionOf(role) == institution; });
        if (works)
            return institution;
    }
    return std::nullopt;
}

Result<interfaces::WorklistPage> WorklistService::page(const interfaces::WorklistQuery& query)
{
    return guardedReading(m_register.engine, [&]() -> Result<interfaces::WorklistPage> {
        const auto actor = m_register.actor();
        if (!actor)
            return m_register.noActor();
        interfaces::WorklistPage page;
        const auto audience = listAudienceOf(*actor);
        if (!audience || query.limit < 1)
            return page;
        store::WorkFilter filter{.audience = *audience,
            .kind = query.kind,
            .step = query.step,
            .waitingFor = query.waitingFor,
            .providerPart = query.provider,
            .withClosed = query.withClosed};
        filter.responsible = query.onlyMine ? std::optional(actor->person) : query.responsible;
        const auto order = orderOf(query.sort);
        const auto cursor =
            query.after.empty() ? std::optional<std::string>(std::string()) : fromBase64(query.after);
        if (!cursor || !store::WorkList::isCursor(*cursor, filter, order))
            return Error{.code = ErrorCode::BadInput, .what = {"worklist.cursor", {}}, .where = "after"};
        const std::int64_t limit = std::min<std::int64_t>(query.limit, 1000);
        auto rows = m_register.workList.page(filter, order, *cursor, limit + 1);
        if (static_cast<std::int64_t>(rows.size()) > limit) {
            rows.pop_back();
            page.next = toBase64(asBytes(store::WorkList::cursorOf(rows.back(), filter, order)));
        }
        const Day today = m_register.today();
        if (*audience == Institution::Authority)
            addStandingIn(m_register, actor->person, page);
        for (const store::WorkRow& row : rows) {
            page.rows.push_back(rowOf(m_register, row, today));
            page.rows.back().standsIn = row.summary.responsible
                && std::ranges::find(
                       page.standsInFor, *row.summary.responsible, &interfaces::StoodInFor::person)
                    != page.standsInFor.end();
        }
        return page;
    });
}

Result<interfaces::WarningReport> WorklistService::warnings(interfaces::WarningScope scope)
{
    return guardedReading(m_register.engine, [&]() -> Result<interfaces::WarningReport> {
        const auto actor = m_register.actor();
        if (!actor)
            return m_register.noActor();
        interfaces::WarningReport report;
        const Day today = m_register.today();
        report.legalBases = procedure::lapsesOf(m_register.rulebook(), today);
        const auto audience = listAudienceOf(*actor);
        if (!audience)
            return report;
        store::WorkFilter filter{.audience = *audience};
        if (scope == interfaces::WarningScope::OnlyMine)
            filter.responsible = actor->person;
        const auto cases = m_register.workList.page(filter, store::WorkOrder::Due, {}, kCasesWarnedOf + 1);
        for (const store::WorkRow& work : cases) {
            report.cut = report.cases == kCasesWarnedOf;
            if (report.cut)
                break;
            const auto loaded = m_register.loadCase(work.summary.id);
            if (!loaded)
                continue;
            ++report.cases;
            const interfaces::WorklistRow row = rowOf(m_register, work, today);
            // The authority reads everything in its files; that is most of them, and quicker.
            const bool all = audience == Institution::Authority;
            auto warnings = caseWarnings(m_register,
                all ? loaded->file : Presenter(m_register, *loaded, *actor, today).visibleFile(), *actor,
                today);
            for (CaseWarning& warning : warnings)
                report.rows.push_back({row.caseId, row.provider, row.service, std::move(warning)});
        }
        std::ranges::stable_sort(report.rows, pressesMore, &interfaces::WarningRow::warning);
        return report;
    });
}

} // namespace tutela::services

#include "app/cli/wiring_law.h"

#include <fmt/format.h>

#include "app/cli/views.h"
#include "core/law/calendar.h"
#include "core/law/period.h"
#include "core/law/rulebook.h"

namespace tutela::cli {

namespace {

law::PeriodMode modeOf(PeriodMode mode)
{
    switch (mode) {
    case PeriodMode::Forward:
        return law::PeriodMode::Forward;
    case PeriodMode::Backward:
        return law::PeriodMode::Backward;
    case PeriodMode::Cap:
        return law::PeriodMode::Cap;
    case PeriodMode::Effect:
        return law::PeriodMode::Effect;
    case PeriodMode::Fixed:
        return law::PeriodMode::Fixed;
    }
    return law::PeriodMode::Forward;
}

/// The zone asked for; none when there was no --zone.
Result<std::optional<law::Zone>> zoneOf(const PeriodRequest& request)
{
    if (!request.zone)
        return std::optional<law::Zone>();
    const auto zone = law::Zone::named(*request.zone);
    if (!zone)
        return zone.error();
    return std::optional(zone.value());
}

/// The day of a day or of an instant; an instant without --zone counts in the offset it is written with.
Result<Day> civilDay(std::string_view option, const std::string& text, const std::optional<law::Zone>& zone)
{
    const auto instant = parseInstant(text);
    if (!instant)
        return dayOption(option, text);
    return (zone ? *zone : *law::Zone::ofInstantText(text)).dayOf(*instant);
}

Result<law::PeriodQuery> queryOf(const PeriodRequest& request, const std::optional<law::Zone>& zone)
{
    law::PeriodQuery query{Day{}, request.length, modeOf(request.mode), zone, {}, {}};
    if (const auto instant = parseInstant(request.from)) {
        query.start = *instant;
        query.zone = zone ? zone : law::Zone::ofInstantText(request.from);
    } else {
        const auto day = dayOption("--from", request.from);
        if (!day)
            return day.error();
        query.start = day.value();
    }
    for (const PauseText& text : request.pauses) {
        const auto from = civilDay("--suspend", text.from, zone);
        if (!from)
            return from.error();
        law::Pause pause{from.value(), std::nullopt};
        if (!text.to.empty()) {
            const auto to = civilDay("--suspend", text.to, zone);
            if (!to)
                return to.error();
            pause.answeredOn = to.value();
        }
        query.pauses.push_back(pause);
    }
    return query;
}

Result<law::Calendar> calendarOf(const PeriodRequest& request)
{
    if (request.holidays)
        return law::Calendar::fromHolidays(*request.holidays);
    if (request.calendar)
        return law::Calendar::embedded(*request.calendar);
    return law::Calendar::weekendsOnly();
}

} // namespace

Result<PeriodReport> countPeriod(const PeriodRequest& request)
{
    const auto zone = zoneOf(request);
    if (!zone)
        return zone.error();
    const auto query = queryOf(request, zone.value());
    if (!query)
        return query.error();
    const auto calendar = calendarOf(request);
    if (!calendar)
        return calendar.error();
    const auto counted = law::computePeriod(query.value(), calendar.value());
    if (!counted)
        return counted.error();
    const law::PeriodResult& result = counted.value();
    PeriodReport report;
    report.open = result.open;
    report.confirmed = result.confirmed;
    report.warnings = result.warnings;
    for (const law::PeriodStep& step : result.steps)
        report.steps.push_back({step.rule, step.text, step.result});
    if (result.end) {
        const auto offset = zone.value() ? law::OffsetText::Shown : law::OffsetText::Hidden;
        report.end = query.value().zone ? law::endText(*result.end, *query.value().zone, offset)
                                        : law::endText(*result.end);
    }
    return report;
}

Result<CalendarYear> calendarYear(std::string_view id, int year)
{
    const auto calendar = law::Calendar::embedded(id);
    if (!calendar)
        return calendar.error();
    CalendarYear report;
    report.covered = calendar.value().covers(year);
    for (const law::Holiday& holiday : calendar.value().holidays(year))
        report.holidays.push_back({holiday.day, holiday.name});
    for (const law::Holiday& holiday : calendar.value().disputedDays(year))
        report.disputed.push_back({holiday.day, holiday.name});
    return report;
}

std::vector<RulebookRow> rulebookRows()
{
    std::vector<RulebookRow> rows;
    for (const std::string& id : law::Rulebook::embeddedIds()) {
        const auto rulebook = law::Rulebook::embedded(id);
        if (rulebook)
            rows.push_back({id, rulebook.value().title(), rulebook.value().source()});
    }
    return rows;
}

} // namespace tutela::cli

#include "core/law/period.h"

#include <algorithm>
#include <array>

#include "core/law/day_length.h"
#include "core/law/period_explanation.h"

namespace tutela::law {

namespace {

using namespace std::chrono;

struct ModeText {
    PeriodMode mode;
    std::string_view text;
};

constexpr std::array<ModeText, 5> kModes = {{
    {PeriodMode::Forward, "forward"},
    {PeriodMode::Backward, "backward"},
    {PeriodMode::Cap, "cap"},
    {PeriodMode::Effect, "effect"},
    {PeriodMode::Fixed, "fixed"},
}};

Error refusal(std::string id, std::vector<Argument> arguments, std::string law = {})
{
    return Error{ErrorCode::BadInput, Message{std::move(id), std::move(arguments)}, std::move(law)};
}

/// A refusal, when the length makes no sense in the mode.
std::optional<Error> checkLength(const PeriodQuery& query)
{
    const Length length = query.length;
    if (query.mode == PeriodMode::Fixed)
        return std::nullopt;
    if (length.amount < 0 && query.mode != PeriodMode::Backward)
        return refusal("period.error.negative-length", {{"length", length}});
    if (length.amount == 0 && query.mode != PeriodMode::Effect)
        return refusal("period.error.zero-length", {});
    const bool capOrEffect = query.mode == PeriodMode::Cap || query.mode == PeriodMode::Effect;
    if (capOrEffect && (length.unit == LengthUnit::Hours || length.unit == LengthUnit::WorkingDays))
        return refusal("period.error.unit-not-possible", {{"length", length}});
    return std::nullopt;
}

/// A refusal, when a pause cannot be counted.
std::optional<Error> checkPauses(const PeriodQuery& query, Day start)
{
    if (query.pauses.empty())
        return std::nullopt;
    if (query.mode != PeriodMode::Forward || query.length.unit == LengthUnit::Hours)
        return refusal("period.error.pause-not-possible", {});
    for (const Pause& pause : query.pauses) {
        if (pause.requestedOn < start)
            return refusal(
                "period.error.pause-before-start", {{"pause", pause.requestedOn}, {"start", start}});
        if (pause.answeredOn && *pause.answeredOn < pause.requestedOn)
            return refusal(
                "period.error.pause-reversed", {{"from", pause.requestedOn}, {"to", *pause.answeredOn}});
    }
    return std::nullopt;
}

Error outOfRange(Length length)
{
    return refusal("period.error.out-of-range", {{"length", length}});
}

PeriodResult forward(const PeriodQuery& query, Day start, const DayCount& count, const Calendar& calendar)
{
    const CountedLength counted{query.length, std::nullopt};
    PeriodResult result;
    result.open = count.has(CountFlag::Open);
    result.confirmed = !result.open && !count.has(CountFlag::Uncertain);
    if (!result.open)
        result.end = PeriodEnd{count.end};
    result.pausedDays = count.pausedDays;
    result.usedDays = count.usedDays;
    result.steps = explainCount(start, counted, query.pauses, count, calendar);
    result.warnings = warningsOf(counted, count, calendar);
    return result;
}

/// The working day before a boundary, from which a reader is warned.
Day workingDayBefore(Day day, const Calendar& calendar)
{
    bool certain = true;
    return workingDaysBefore(day, 1, calendar, certain).value_or(day);
}

Result<PeriodResult> backward(const PeriodQuery& query, Day start, const Calendar& calendar)
{
    const Length length{
        query.length.amount < 0 ? query.length.amount : -query.length.amount, query.length.unit};
    PeriodResult result;
    result.confirmed = true;
    const auto boundary = length.unit == LengthUnit::WorkingDays
        ? workingDaysBefore(start, -length.amount, calendar, result.confirmed)
        : plusLength(start, length);
    if (!boundary)
        return outOfRange(query.length);
    const Length counted{-length.amount, length.unit};
    // Art 3(1): the day of the event is not counted.
    result.steps.push_back(stepOf("3(1)", {"period.step.backward-trigger", {{"day", start}}}, start));
    // Art 3(2)(c): the same date, or the last day of that month.
    result.steps.push_back(stepOf("3(2)",
        {lacksDate(start, length) ? "period.step.backward-clamped" : "period.step.backward-nominal",
            {{"length", counted}, {"day", *boundary}}},
        *boundary));
    // Art 3(4), second subparagraph: no roll for periods counted backward.
    result.steps.push_back(stepOf("3(4)", {"period.step.backward-no-roll", {{"day", *boundary}}}, *boundary));
    const bool strict = query.readings.backward == BackwardReading::BeforeTheDay;
    result.end = PeriodEnd{*boundary, strict ? EndKind::Boundary : EndKind::LastSecond};
    result.warnings.push_back({strict ? "period.warning.backward-strict" : "period.warning.backward-lenient",
        {{"day", *boundary}, {"before", workingDayBefore(*boundary, calendar)}}});
    if (!result.confirmed)
        result.warnings.push_back(uncoveredWarning(calendar, *boundary));
    return result;
}

Result<PeriodResult> cap(const PeriodQuery& query, Day start)
{
    const auto corresponding = plusLength(start, query.length);
    if (!corresponding)
        return outOfRange(query.length);
    const bool included = query.readings.cap == CapReading::FirstDayIncluded;
    const Day end = included ? *corresponding - days{1} : *corresponding;
    PeriodResult result;
    result.confirmed = true;
    result.end = PeriodEnd{end};
    result.steps.push_back(stepOf("3(1)",
        {included ? "period.step.cap-start" : "period.step.cap-start-excluded", {{"day", start}}}, start));
    result.steps.push_back(stepOf("3(2)",
        {included ? "period.step.cap-end" : "period.step.cap-end-excluded",
            {{"length", query.length}, {"corresponding", *corresponding}, {"day", end}}},
        end));
    result.steps.push_back(stepOf("3(4)", {"period.step.cap-no-roll", {{"day", end}}}, end));
    return result;
}

Result<PeriodResult> effect(const PeriodQuery& query, Day start)
{
    const auto day = plusLength(start, query.length);
    if (!day)
        return outOfRange(query.length);
    PeriodResult result;
    result.confirmed = true;
    result.end = PeriodEnd{*day, EndKind::Boundary};
    result.steps.push_back(stepOf("3(1)", {"period.step.excluded-day", {{"day", start}}}, start));
    result.steps.push_back(
        stepOf("4(2)", {"period.step.effect", {{"length", query.length}, {"day", *day}}}, *day));
    return result;
}

PeriodResult fixedDate(Day start)
{
    PeriodResult result;
    result.confirmed = true;
    result.end = PeriodEnd{start};
    result.steps.push_back(stepOf("5", {"period.step.fixed", {{"day", start}}}, start));
    return result;
}

/// The first instant of a period of hours: the next full hour on the wall.
Instant startOfHours(Instant event, const Zone& zone)
{
    const seconds offset = zone.offsetAt(event);
    return Instant{floor<hours>(event + offset) + hours{1} - offset};
}

/// Choice: where hours are read with Art 3(5), the end moves to the last hour of the working day that makes
/// two, days after the day of the event counted.
std::optional<Day> twoWorkingDaysFor(Instant event, Instant end, const Zone& zone, const Calendar& calendar)
{
    const Day last = zone.dayOf(end);
    int found = 0;
    Day day = zone.dayOf(event);
    while (found < 2) {
        day += days{1};
        if (calendar.isWorkingDay(day))
            ++found;
        if (day == last && found >= 2)
            return std::nullopt;
    }
    return day > last ? std::optional<Day>(day) : std::nullopt;
}

void explainHours(PeriodResult& result, const PeriodQuery& query, Instant event)
{
    const Zone& zone = *query.zone;
    const Instant first = startOfHours(event, zone);
    const auto add = [&](std::string_view article, std::string id, Instant moment) {
        PeriodStep step = stepOf(article,
            {std::move(id),
                {{"length", query.length}, {"moment", localText(moment, zone)}, {"zone", zone.name()}}},
            Day{});
        step.result = localText(moment, zone);
        result.steps.push_back(std::move(step));
    };
    // Art 3(1), first subparagraph: the hour of the event is not counted.
    add("3(1)", "period.step.hours-event", event);
    add("3(1)", "period.step.hours-first", first);
    // Art 3(2)(a): to the expiry of the last hour; Art 3(4): hours are not rolled.
    add("3(2)(a)", "period.step.hours-end", endOfHours(event, query.length.amount, zone));
    add("3(4)", "period.step.hours-no-roll", endOfHours(event, query.length.amount, zone));
    if (zone.offsetAt(event) != zone.offsetAt(endOfHours(event, query.length.amount, zone)))
        add("3(2)(a)", "period.step.hours-clock-change", endOfHours(event, query.length.amount, zone));
    add("3(1)", "period.step.hours-plain", *result.plainEnd);
}

Result<PeriodResult> hoursForward(const PeriodQuery& query, Instant event, const Calendar& calendar)
{
    const Zone& zone = *query.zone;
    PeriodResult result;
    result.confirmed = true;
    result.plainEnd = event + hours{query.length.amount};
    const Instant end = endOfHours(event, query.length.amount, zone);
    result.end = PeriodEnd{zone.dayOf(end), EndKind::LastSecond, end};
    explainHours(result, query, event);
    if (query.readings.hours == HoursReading::PlainHours || query.length.amount < 48)
        return result;
    if (const auto day = twoWorkingDaysFor(event, end, zone, calendar)) {
        result.end = PeriodEnd{*day, EndKind::LastSecond, zone.startOfDay(*day + days{1}) - seconds{1}};
        result.confirmed = calendar.isCertain(*day);
        result.steps.push_back(stepOf("3(5)", {"period.step.hours-two-working-days", {{"day", *day}}}, *day));
    }
    return result;
}

Result<PeriodResult> hoursBackward(const PeriodQuery& query, Instant event)
{
    const Zone& zone = *query.zone;
    const std::int64_t amount = query.length.amount < 0 ? -query.length.amount : query.length.amount;
    const Instant boundary = startOfHours(event, zone) - hours{amount + 1};
    PeriodResult result;
    result.confirmed = true;
    result.end = PeriodEnd{zone.dayOf(boundary), EndKind::Boundary, boundary};
    PeriodStep step = stepOf("3(1)",
        {"period.step.hours-backward",
            {{"length", Length{amount, LengthUnit::Hours}}, {"moment", localText(boundary, zone)}}},
        Day{});
    step.result = localText(boundary, zone);
    result.steps.push_back(std::move(step));
    return result;
}

Result<PeriodResult> computeHours(const PeriodQuery& query, const Calendar& calendar)
{
    const Instant* event = std::get_if<Instant>(&query.start);
    if (event == nullptr)
        return refusal("period.error.instant-needed", {}, "1182/71 Art 3(1)");
    if (query.mode == PeriodMode::Backward)
        return hoursBackward(query, *event);
    return hoursForward(query, *event, calendar);
}

} // namespace

std::string_view toText(PeriodMode mode)
{
    const auto found = std::find_if(
        kModes.begin(), kModes.end(), [mode](const ModeText& known) { return known.mode == mode; });
    return found->text;
}

std::optional<PeriodMode> periodModeFromText(std::string_view text)
{
    const auto found = std::find_if(
        kModes.begin(), kModes.end(), [text](const ModeText& known) { return known.text == text; });
    if (found == kModes.end())
        return std::nullopt;
    return found->mode;
}

Result<PeriodStart> readPeriodStart(std::string_view text, const std::optional<Zone>& zone)
{
    if (const auto day = parseDay(text))
        return PeriodStart{*day, zone};
    if (const auto instant = parseInstant(text))
        return PeriodStart{*instant, zone ? zone : Zone::ofInstantText(text)};
    const auto local = parseLocalTime(text);
    if (!local)
        return refusal("period.error.start", {{"text", std::string(text)}});
    if (!zone)
        return refusal("period.error.zone-needed", {});
    const auto instant = zone->instantOf(*local);
    if (!instant)
        return instant.error();
    return PeriodStart{instant.value(), zone};
}

Instant endOfHours(Instant event, std::int64_t count, const Zone& zone)
{
    return startOfHours(event, zone) + hours{count} - seconds{1};
}

Result<PeriodResult> computePeriod(const PeriodQuery& query, const Calendar& calendar)
{
    const Instant* instant = std::get_if<Instant>(&query.start);
    if (instant != nullptr && !query.zone)
        return refusal("period.error.zone-needed", {});
    const Day start = instant != nullptr ? query.zone->dayOf(*instant) : std::get<Day>(query.start);
    if (const auto error = checkLength(query))
        return *error;
    if (const auto error = checkPauses(query, start))
        return *error;
    if (query.length.unit == LengthUnit::Hours && query.mode != PeriodMode::Fixed)
        return computeHours(query, calendar);
    switch (query.mode) {
    case PeriodMode::Backward:
        return backward(query, start, calendar);
    case PeriodMode::Cap:
        return cap(query, start);
    case PeriodMode::Effect:
        return effect(query, start);
    case PeriodMode::Fixed:
        return fixedDate(start);
    case PeriodMode::Forward:
        break;
    }
    const DayCount count = countForward(start, {query.length, std::nullopt}, query.pauses, calendar);
    if (count.has(CountFlag::OutOfRange))
        return outOfRange(query.length);
    return forward(query, start, count, calendar);
}

std::string endText(const PeriodEnd& end)
{
    if (end.instant)
        return formatInstant(*end.instant);
    return formatDay(end.day) + (end.kind == EndKind::LastSecond ? "T23:59:59" : "T00:00:00");
}

std::string endText(const PeriodEnd& end, const Zone& zone, OffsetText offset)
{
    if (end.instant)
        return localText(*end.instant, zone, offset);
    const Instant moment = end.kind == EndKind::LastSecond ? zone.startOfDay(end.day + days{1}) - seconds{1}
                                                           : zone.startOfDay(end.day);
    return localText(moment, zone, offset);
}

} // namespace tutela::law

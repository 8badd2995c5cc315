#include "core/law/clock_ledger.h"

#include <algorithm>
#include <array>

#include "core/law/day_length.h"
#include "core/law/period_explanation.h"

namespace tutela::law {

namespace {

using namespace std::chrono;

bool inDays(LengthUnit unit)
{
    return unit == LengthUnit::Days || unit == LengthUnit::Weeks;
}

bool inMonths(LengthUnit unit)
{
    return unit == LengthUnit::Months || unit == LengthUnit::Years;
}

/// The sum of two lengths of one kind: a week is seven days, a year twelve months. Nothing for other pairs.
std::optional<Length> sum(Length left, Length right)
{
    if (left.unit == right.unit)
        return Length{left.amount + right.amount, left.unit};
    const auto plain = [](Length length, LengthUnit larger, std::int64_t factor) {
        return length.unit == larger ? length.amount * factor : length.amount;
    };
    if (inDays(left.unit) && inDays(right.unit))
        return Length{
            plain(left, LengthUnit::Weeks, 7) + plain(right, LengthUnit::Weeks, 7), LengthUnit::Days};
    if (inMonths(left.unit) && inMonths(right.unit))
        return Length{
            plain(left, LengthUnit::Years, 12) + plain(right, LengthUnit::Years, 12), LengthUnit::Months};
    return std::nullopt;
}

/// Adds one announced extension. Eight plus six weeks are counted in one run.
void extend(LedgerDates& ledger, Length by)
{
    if (const auto total = sum(ledger.total, by)) {
        ledger.total = *total;
        return;
    }
    const bool countable = ledger.mode == PeriodMode::Forward && (inDays(by.unit) || inMonths(by.unit))
        && (inDays(ledger.total.unit) || inMonths(ledger.total.unit));
    const auto further = ledger.furtherExtension ? sum(*ledger.furtherExtension, by) : by;
    if (countable && further)
        ledger.furtherExtension = *further;
    else
        ledger.set(LedgerFlag::ExtensionNotForeseen);
}

void addExtensions(
    LedgerDates& ledger, const ClockDefinition& definition, const ClockFacts& facts, const Calendar& calendar)
{
    for (const ClockExtension& extension : facts.extensions) {
        const bool foreseen = definition.extension || definition.source == LengthSource::SetByAuthority;
        if (!foreseen || extension.by.amount <= 0) {
            ledger.set(LedgerFlag::ExtensionNotForeseen);
            continue;
        }
        extend(ledger, extension.by);
        if (!definition.extension)
            continue;
        const ExtensionRule& rule = *definition.extension;
        const Day from = *ledger.trigger;
        if (rule.by && plusLength(from, extension.by) > plusLength(from, *rule.by))
            ledger.set(LedgerFlag::ExtensionTooLong);
        if (rule.announceWithin
            && extension.announcedOn
                > countForward(from, {*rule.announceWithin, std::nullopt}, {}, calendar).end)
            ledger.set(LedgerFlag::ExtensionAnnouncedLate);
    }
}

/// Whether the counted length is longer (sign +1) or shorter (−1) than a bound, from this trigger.
bool beyond(const LedgerDates& ledger, const std::optional<Length>& bound, int sign)
{
    if (!bound)
        return false;
    if (ledger.total.unit == bound->unit && !ledger.furtherExtension)
        return (ledger.total.amount - bound->amount) * sign > 0;
    auto reached = plusLength(*ledger.trigger, ledger.total);
    if (reached && ledger.furtherExtension)
        reached = plusLength(*reached, *ledger.furtherExtension);
    const auto limit = plusLength(*ledger.trigger, *bound);
    if (!reached || !limit)
        return false;
    return sign > 0 ? *reached > *limit : *reached < *limit;
}

/// The pauses that count, in a buffer without allocation for the usual few.
class CountedPauses final {
public:
    CountedPauses(LedgerDates& ledger, const ClockDefinition& definition, const ClockFacts& facts)
    {
        for (const ClockPause& pause : facts.pauses) {
            const auto& reasons = definition.suspends;
            if (std::find(reasons.begin(), reasons.end(), pause.reason) == reasons.end())
                ledger.set(LedgerFlag::PauseNotForeseen);
            else if (pause.to && *pause.to < pause.from)
                ledger.set(LedgerFlag::PauseReversed);
            else
                add({pause.from, pause.to});
        }
    }

    [[nodiscard]] std::span<const Pause> all() const
    {
        return m_many.empty() ? std::span<const Pause>(m_few.data(), m_size) : std::span<const Pause>(m_many);
    }

private:
    void add(const Pause& pause)
    {
        if (m_many.empty() && m_size < m_few.size()) {
            m_few[m_size++] = pause;
            return;
        }
        if (m_many.empty())
            m_many.assign(m_few.begin(), m_few.end());
        m_many.push_back(pause);
    }

    std::array<Pause, 8> m_few{};
    std::size_t m_size = 0;
    std::vector<Pause> m_many;
};

void countDaysForward(LedgerDates& ledger, std::span<const Pause> pauses, const Calendar& calendar)
{
    ledger.count = countForward(*ledger.trigger, {ledger.total, ledger.furtherExtension}, pauses, calendar);
    if (ledger.count.has(CountFlag::OutOfRange))
        return ledger.set(LedgerFlag::OutOfRange);
    ledger.open = ledger.count.has(CountFlag::Open);
    if (ledger.open) {
        for (const Pause& pause : pauses) {
            if (!pause.answeredOn)
                ledger.openSince = std::min(ledger.openSince.value_or(pause.requestedOn), pause.requestedOn);
        }
        return;
    }
    ledger.end = PeriodEnd{ledger.count.end};
    ledger.confirmed = !ledger.count.has(CountFlag::Uncertain)
        && !ledger.count.has(CountFlag::PauseBeforeStart) && !ledger.has(LedgerFlag::PauseReversed);
}

PeriodQuery queryOf(const LedgerDates& ledger, const ClockFacts& facts)
{
    PeriodQuery query{*ledger.trigger, ledger.total, ledger.mode, facts.zone, {}, facts.readings};
    if (ledger.total.unit == LengthUnit::Hours && facts.triggerInstant)
        query.start = *facts.triggerInstant;
    return query;
}

/// Hours and the modes other than Forward: rare enough to take the road that also explains itself.
std::optional<PeriodResult> countOtherwise(
    LedgerDates& ledger, const ClockFacts& facts, const Calendar& calendar)
{
    const bool hours = ledger.total.unit == LengthUnit::Hours && ledger.mode != PeriodMode::Fixed;
    if (hours && !(facts.triggerInstant && facts.zone)) {
        ledger.set(LedgerFlag::MomentMissing);
        return std::nullopt;
    }
    auto result = computePeriod(queryOf(ledger, facts), calendar);
    if (!result) {
        ledger.set(LedgerFlag::OutOfRange);
        return std::nullopt;
    }
    ledger.end = result.value().end;
    ledger.plainEnd = result.value().plainEnd;
    ledger.confirmed = result.value().confirmed;
    return std::move(result).value();
}

bool countsDaysForward(const LedgerDates& ledger)
{
    return ledger.mode == PeriodMode::Forward && ledger.total.unit != LengthUnit::Hours;
}

/// Trigger, length, extensions, cap and floor. False when there is nothing to count yet.
bool begin(
    LedgerDates& ledger, const ClockDefinition& definition, const ClockFacts& facts, const Calendar& calendar)
{
    ledger.mode = definition.mode;
    ledger.trigger = facts.trigger;
    if (!ledger.trigger && facts.triggerInstant && facts.zone)
        ledger.trigger = facts.zone->dayOf(*facts.triggerInstant);
    ledger.metOn = facts.metOn;
    ledger.endedWithoutAnswerOn = facts.endedWithoutAnswerOn;
    const auto& length = definition.source == LengthSource::Fixed ? definition.length : facts.setLength;
    const bool set = definition.mode == PeriodMode::Fixed || (length && length->amount > 0);
    if (!set)
        ledger.set(LedgerFlag::LengthNotSet);
    if (!set || !ledger.trigger)
        return false;
    ledger.total = length.value_or(Length{});
    addExtensions(ledger, definition, facts, calendar);
    if (beyond(ledger, definition.cap, 1))
        ledger.set(LedgerFlag::AboveCap);
    if (beyond(ledger, definition.floor, -1))
        ledger.set(LedgerFlag::BelowFloor);
    return true;
}

void addLengthStep(Ledger& ledger, const ClockDefinition& definition)
{
    if (definition.mode == PeriodMode::Fixed)
        return;
    const bool fixed = definition.source == LengthSource::Fixed;
    ledger.steps.push_back({definition.law,
        {fixed ? "ledger.step.length-fixed" : "ledger.step.length-set",
            {{"length", ledger.total}, {"actor", Term{definition.actor}}}},
        formatLength(ledger.total)});
}

void addOutcomeSteps(Ledger& ledger, const ClockDefinition& definition)
{
    if (ledger.metOn)
        ledger.steps.push_back(
            {definition.law, {"ledger.step.met", {{"day", *ledger.metOn}}}, formatDay(*ledger.metOn)});
    if (ledger.endedWithoutAnswerOn)
        ledger.steps.push_back(
            {definition.law, {"ledger.step.ended-without-answer", {{"day", *ledger.endedWithoutAnswerOn}}},
                formatDay(*ledger.endedWithoutAnswerOn)});
}

struct FlagText {
    LedgerFlag flag;
    const char* id;
};

constexpr std::array<FlagText, 9> kFlagTexts = {{
    {LedgerFlag::LengthNotSet, "ledger.warning.length-not-set"},
    {LedgerFlag::MomentMissing, "ledger.warning.moment-missing"},
    {LedgerFlag::AboveCap, "ledger.warning.above-cap"},
    {LedgerFlag::BelowFloor, "ledger.warning.below-floor"},
    {LedgerFlag::PauseNotForeseen, "ledger.warning.pause-not-foreseen"},
    {LedgerFlag::PauseReversed, "ledger.warning.pause-reversed"},
    {LedgerFlag::ExtensionNotForeseen, "ledger.warning.extension-not-foreseen"},
    {LedgerFlag::ExtensionTooLong, "ledger.warning.extension-too-long"},
    {LedgerFlag::ExtensionAnnouncedLate, "ledger.warning.extension-announced-late"},
}};

void addWarnings(Ledger& ledger, const ClockDefinition& definition)
{
    for (const FlagText& known : kFlagTexts) {
        if (!ledger.has(known.flag))
            continue;
        Message warning{known.id, {{"law", definition.law}, {"length", ledger.total}}};
        if (definition.cap)
            warning.arguments.push_back({"cap", *definition.cap});
        if (definition.floor)
            warning.arguments.push_back({"floor", *definition.floor});
        ledger.warnings.push_back(std::move(warning));
    }
    if (ledger.has(LedgerFlag::OutOfRange) && !countsDaysForward(ledger))
        ledger.warnings.push_back({"period.error.out-of-range", {{"length", ledger.total}}});
}

} // namespace

LedgerDates countLedger(const ClockDefinition& definition, const ClockFacts& facts, const Calendar& calendar)
{
    LedgerDates ledger;
    if (!begin(ledger, definition, facts, calendar))
        return ledger;
    const CountedPauses pauses(ledger, definition, facts);
    if (countsDaysForward(ledger))
        countDaysForward(ledger, pauses.all(), calendar);
    else
        static_cast<void>(countOtherwise(ledger, facts, calendar));
    return ledger;
}

Ledger computeLedger(const ClockDefinition& definition, const ClockFacts& facts, const Calendar& calendar)
{
    Ledger ledger;
    if (begin(ledger, definition, facts, calendar)) {
        addLengthStep(ledger, definition);
        const CountedPauses pauses(ledger, definition, facts);
        if (countsDaysForward(ledger)) {
            countDaysForward(ledger, pauses.all(), calendar);
            const CountedLength counted{ledger.total, ledger.furtherExtension};
            for (PeriodStep& step :
                explainCount(*ledger.trigger, counted, pauses.all(), ledger.count, calendar))
                ledger.steps.push_back(std::move(step));
            ledger.warnings = warningsOf(counted, ledger.count, calendar);
        } else if (auto result = countOtherwise(ledger, facts, calendar)) {
            for (PeriodStep& step : result->steps)
                ledger.steps.push_back(std::move(step));
            ledger.warnings = std::move(result->warnings);
        }
    }
    addOutcomeSteps(ledger, definition);
    addWarnings(ledger, definition);
    return ledger;
}

std::optional<Day> lastDayToAct(const LedgerDates& ledger)
{
    if (!ledger.end)
        return std::nullopt;
    return ledger.end->kind == EndKind::LastSecond ? ledger.end->day : ledger.end->day - days{1};
}

ClockState stateOn(const LedgerDates& ledger, Day today)
{
    // A backward clock runs before its event, every other one after its trigger.
    if (!ledger.trigger)
        return ClockState::NotStarted;
    const bool forwardLike = ledger.mode != PeriodMode::Backward && ledger.mode != PeriodMode::Fixed;
    const auto last = lastDayToAct(ledger);
    if (ledger.metOn && *ledger.metOn <= today) {
        if (!last || *ledger.metOn <= *last)
            return ClockState::Met;
        return ledger.confirmed ? ClockState::MetLate : ClockState::Unconfirmed;
    }
    if (ledger.endedWithoutAnswerOn && *ledger.endedWithoutAnswerOn <= today)
        return ClockState::EndedWithoutAnswer;
    if (ledger.has(LedgerFlag::LengthNotSet) || (forwardLike && today < *ledger.trigger))
        return ClockState::NotStarted;
    if (ledger.open)
        return ClockState::Stopped;
    if (!last || !ledger.confirmed)
        return ClockState::Unconfirmed;
    return today > *last ? ClockState::Overdue : ClockState::Running;
}

std::optional<int> daysLeft(const LedgerDates& ledger, Day today)
{
    const auto last = lastDayToAct(ledger);
    const bool met = ledger.metOn && *ledger.metOn <= today;
    const bool ended = ledger.endedWithoutAnswerOn && *ledger.endedWithoutAnswerOn <= today;
    if (!last || met || ended)
        return std::nullopt;
    return static_cast<int>((*last - today).count());
}

} // namespace tutela::law

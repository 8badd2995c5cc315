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

/// Whether the period that was counted so far had ended when its extension was granted.
bool endedBefore(
    Day granted, const LedgerDates& ledger, std::span<const Pause> pauses, const Calendar& calendar)
{
    if (ledger.mode != PeriodMode::Forward || ledger.total.unit == LengthUnit::Hours)
        return false;
    const DayCount count =
        countForward(*ledger.trigger, {ledger.total, ledger.furtherExtension}, pauses, calendar);
    return !count.has(CountFlag::Open) && !count.has(CountFlag::OutOfRange) && granted > count.end;
}

/// Compares an extension with the rule that the law has for it.
void checkExtension(
    LedgerDates& ledger, const ExtensionRule& rule, const ClockExtension& extension, const Calendar& calendar)
{
    const Day from = *ledger.trigger;
    if (rule.by && plusLength(from, extension.by) > plusLength(from, *rule.by))
        ledger.set(LedgerFlag::ExtensionTooLong);
    if (rule.announceWithin
        && extension.announcedOn > countForward(from, {*rule.announceWithin, std::nullopt}, {}, calendar).end)
        ledger.set(LedgerFlag::ExtensionAnnouncedLate);
}

void addExtensions(LedgerDates& ledger, const ClockDefinition& definition, const ClockFacts& facts,
    std::span<const Pause> pauses, const Calendar& calendar)
{
    for (const ClockExtension& extension : facts.extensions) {
        if (extension.decision == ExtensionDecision::Refused) {
            if (extension.reason.empty())
                ledger.set(LedgerFlag::RefusalWithoutReason);
            continue;
        }
        const bool foreseen = definition.extension || definition.source == LengthSource::SetByAuthority;
        if (!foreseen || extension.by.amount <= 0) {
            ledger.set(LedgerFlag::ExtensionNotForeseen);
            continue;
        }
        if (definition.extension)
            checkExtension(ledger, *definition.extension, extension, calendar);
        else if (endedBefore(extension.announcedOn, ledger, pauses, calendar))
            ledger.set(LedgerFlag::ExtensionAfterEnd);
        extend(ledger, extension.by);
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
                add({pause.from, lastPausedDay(pause, facts.resumption)});
        }
    }

    [[nodiscard]] std::span<const Pause> all() const
    {
        return m_many.empty() ? std::span<const Pause>(m_few.data(), m_size) : std::span<const Pause>(m_many);
    }

private:
    /// The last day that does not count: the day of the answer, or of the closing unless it counts again.
    static std::optional<Day> lastPausedDay(const ClockPause& pause, ResumptionReading reading)
    {
        const bool counts =
            pause.closing == PauseClosing::Unanswered && reading == ResumptionReading::SameDay;
        return counts && pause.to ? std::max(pause.from, *pause.to - days{1}) : pause.to;
    }

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

void checkCap(LedgerDates& ledger, const ClockDefinition& definition)
{
    if (beyond(ledger, definition.cap, 1))
        ledger.set(LedgerFlag::AboveCap);
}

/// What the law or the authority gave, before any extension.
const std::optional<Length>& givenLength(const ClockDefinition& definition, const ClockFacts& facts)
{
    return definition.source == LengthSource::SetByAuthority ? facts.setLength : definition.length;
}

void noteOutcome(LedgerDates& ledger, const ClockDefinition& definition, const ClockFacts& facts)
{
    ledger.metOn = facts.metOn;
    ledger.endedWithoutAnswerOn = facts.endedWithoutAnswerOn;
    const auto& meets = definition.meets;
    if (!facts.metBy.empty() && std::find(meets.begin(), meets.end(), facts.metBy) == meets.end())
        ledger.set(LedgerFlag::MetNotForeseen);
    const bool undecided = std::any_of(facts.lateAnswers.begin(), facts.lateAnswers.end(),
        [](const LateAnswer& answer) { return answer.consideration == Consideration::Undecided; });
    if (undecided)
        ledger.set(LedgerFlag::LateAnswerUndecided);
}

/// Trigger, length, extensions, cap and floor. False when there is nothing to count yet.
bool begin(LedgerDates& ledger, const ClockDefinition& definition, const ClockFacts& facts,
    std::span<const Pause> pauses, const Calendar& calendar)
{
    ledger.mode = definition.mode;
    ledger.trigger = facts.trigger;
    if (!ledger.trigger && facts.triggerInstant && facts.zone)
        ledger.trigger = facts.zone->dayOf(*facts.triggerInstant);
    noteOutcome(ledger, definition, facts);
    if (definition.source == LengthSource::Unstated) {
        ledger.set(LedgerFlag::NoFigure);
        return false;
    }
    const auto& length = givenLength(definition, facts);
    const bool set = definition.mode == PeriodMode::Fixed || (length && length->amount > 0);
    if (!set)
        ledger.set(LedgerFlag::LengthNotSet);
    if (!set || !ledger.trigger)
        return false;
    ledger.total = length.value_or(Length{});
    if (definition.extension) // it has bounds of its own
        checkCap(ledger, definition);
    addExtensions(ledger, definition, facts, pauses, calendar);
    if (!definition.extension)
        checkCap(ledger, definition);
    if (beyond(ledger, definition.floor, -1))
        ledger.set(LedgerFlag::BelowFloor);
    return true;
}

void addLengthStep(Ledger& ledger, const ClockDefinition& definition, const ClockFacts& facts)
{
    const auto& length = givenLength(definition, facts);
    if (definition.source == LengthSource::Unstated)
        ledger.steps.push_back({definition.law, {"ledger.step.no-figure", {}}, {}});
    if (definition.mode == PeriodMode::Fixed || !length || !ledger.trigger)
        return;
    const bool fixed = definition.source == LengthSource::Fixed;
    ledger.steps.push_back({definition.law,
        {fixed ? "ledger.step.length-fixed" : "ledger.step.length-set",
            {{"length", *length}, {"actor", Term{definition.actor}}}},
        formatLength(*length)});
}

void addExtensionSteps(Ledger& ledger, const ClockDefinition& definition, const ClockFacts& facts)
{
    for (const ClockExtension& extension : facts.extensions) {
        if (extension.requestedOn)
            ledger.steps.push_back({definition.law,
                {"ledger.step.extension-requested",
                    {{"length", extension.by}, {"day", *extension.requestedOn}}},
                {}});
        const bool granted = extension.decision == ExtensionDecision::Granted;
        Message text{granted ? "ledger.step.extension-granted" : "ledger.step.extension-refused",
            {{"length", extension.by}, {"day", extension.announcedOn}}};
        if (!granted)
            text.arguments.push_back({"reason", extension.reason});
        ledger.steps.push_back({definition.law, std::move(text), {}});
    }
}

/// What the pauses themselves do not say: partial answers, and a request that was closed.
void addPauseSteps(Ledger& ledger, const ClockDefinition& definition, const ClockFacts& facts)
{
    for (const ClockPause& pause : facts.pauses) {
        for (const Day day : pause.partialAnswers)
            ledger.steps.push_back({definition.law, {"ledger.step.partial-answer", {{"day", day}}}, {}});
        if (pause.closing == PauseClosing::Answered || !pause.to)
            continue;
        const bool nextDay = facts.resumption == ResumptionReading::NextDay;
        ledger.steps.push_back({definition.law,
            {nextDay ? "ledger.step.closed-next-day" : "ledger.step.closed-same-day",
                {{"day", *pause.to}, {"next", *pause.to + days{1}}}},
            formatDay(nextDay ? *pause.to + days{1} : *pause.to)});
    }
}

/// What met the clock: as recorded, or the only thing that can.
std::string metBy(const ClockDefinition& definition, const ClockFacts& facts)
{
    if (!facts.metBy.empty())
        return facts.metBy;
    return definition.meets.size() == 1 ? definition.meets.front() : std::string();
}

const char* stepOfLateAnswer(Consideration consideration)
{
    switch (consideration) {
    case Consideration::Undecided:
        return "ledger.step.late-answer";
    case Consideration::Considered:
        return "ledger.step.late-answer-considered";
    case Consideration::NotConsidered:
        return "ledger.step.late-answer-not-considered";
    }
    return "ledger.step.late-answer";
}

void addOutcomeSteps(Ledger& ledger, const ClockDefinition& definition, const ClockFacts& facts)
{
    for (const Day day : facts.partialAnswers)
        ledger.steps.push_back({definition.law, {"ledger.step.partial-answer-only", {{"day", day}}}, {}});
    if (ledger.metOn) {
        const std::string by = metBy(definition, facts);
        Message text{by.empty() ? "ledger.step.met" : "ledger.step.met-by", {{"day", *ledger.metOn}}};
        if (!by.empty())
            text.arguments.push_back({"by", Term{"met." + by}});
        ledger.steps.push_back({definition.law, std::move(text), formatDay(*ledger.metOn)});
    }
    if (ledger.endedWithoutAnswerOn)
        ledger.steps.push_back(
            {definition.law, {"ledger.step.ended-without-answer", {{"day", *ledger.endedWithoutAnswerOn}}},
                formatDay(*ledger.endedWithoutAnswerOn)});
    for (const LateAnswer& answer : facts.lateAnswers)
        ledger.steps.push_back(
            {definition.law, {stepOfLateAnswer(answer.consideration), {{"day", answer.receivedOn}}},
                formatDay(answer.receivedOn)});
}

struct FlagText {
    LedgerFlag flag;
    const char* id;
};

constexpr std::array<FlagText, 13> kFlagTexts = {{
    {LedgerFlag::LengthNotSet, "ledger.warning.length-not-set"},
    {LedgerFlag::MomentMissing, "ledger.warning.moment-missing"},
    {LedgerFlag::AboveCap, "ledger.warning.above-cap"},
    {LedgerFlag::BelowFloor, "ledger.warning.below-floor"},
    {LedgerFlag::PauseNotForeseen, "ledger.warning.pause-not-foreseen"},
    {LedgerFlag::PauseReversed, "ledger.warning.pause-reversed"},
    {LedgerFlag::ExtensionNotForeseen, "ledger.warning.extension-not-foreseen"},
    {LedgerFlag::ExtensionTooLong, "ledger.warning.extension-too-long"},
    {LedgerFlag::ExtensionAnnouncedLate, "ledger.warning.extension-announced-late"},
    {LedgerFlag::ExtensionAfterEnd, "ledger.warning.extension-after-end"},
    {LedgerFlag::RefusalWithoutReason, "ledger.warning.refusal-without-reason"},
    {LedgerFlag::MetNotForeseen, "ledger.warning.met-not-foreseen"},
    {LedgerFlag::LateAnswerUndecided, "ledger.warning.late-answer-undecided"},
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
    const CountedPauses pauses(ledger, definition, facts);
    if (!begin(ledger, definition, facts, pauses.all(), calendar))
        return ledger;
    if (countsDaysForward(ledger))
        countDaysForward(ledger, pauses.all(), calendar);
    else
        static_cast<void>(countOtherwise(ledger, facts, calendar));
    return ledger;
}

Ledger computeLedger(const ClockDefinition& definition, const ClockFacts& facts, const Calendar& calendar)
{
    Ledger ledger;
    const CountedPauses pauses(ledger, definition, facts);
    const bool counts = begin(ledger, definition, facts, pauses.all(), calendar);
    addLengthStep(ledger, definition, facts);
    addExtensionSteps(ledger, definition, facts);
    if (counts && countsDaysForward(ledger)) {
        countDaysForward(ledger, pauses.all(), calendar);
        const CountedLength counted{ledger.total, ledger.furtherExtension};
        for (PeriodStep& step : explainCount(*ledger.trigger, counted, pauses.all(), ledger.count, calendar))
            ledger.steps.push_back(std::move(step));
        ledger.warnings = warningsOf(counted, ledger.count, calendar);
    } else if (counts) {
        if (auto result = countOtherwise(ledger, facts, calendar)) {
            for (PeriodStep& step : result->steps)
                ledger.steps.push_back(std::move(step));
            ledger.warnings = std::move(result->warnings);
        }
    }
    addPauseSteps(ledger, definition, facts);
    addOutcomeSteps(ledger, definition, facts);
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
    if (ledger.has(LedgerFlag::NoFigure))
        return ClockState::Running;
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

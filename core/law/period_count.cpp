#include "core/law/period_count.h"

#include <algorithm>
#include <vector>

#include "core/law/day_length.h"

namespace tutela::law {

namespace {

using namespace std::chrono;

constexpr Day kEarliest{year{1} / January / 1};
constexpr Day kLatest{year{9999} / December / 1}; // a month of room for closed days

bool works(Day day, const Calendar& calendar, DayCount& count)
{
    if (!calendar.isCertain(day)) {
        count.set(CountFlag::Uncertain);
        count.uncovered = day;
    }
    return calendar.isWorkingDay(day);
}

/// Art 3(4), without leaving a trace: where a pause's day is compared with the end.
Day plainRoll(Day day, const Calendar& calendar)
{
    while (day < kLatest && !calendar.isWorkingDay(day))
        day += days{1};
    return day;
}

/// The paused days met so far, each once.
struct PauseRun {
    Day coveredUntil; ///< no day after this one was counted as paused yet
    Day reached{}; ///< where the period ends with them, before Art 3(4)
    std::int32_t total = 0;

    void take(const Pause& pause)
    {
        const Day from = std::max(pause.requestedOn, coveredUntil);
        if (*pause.answeredOn <= from)
            return;
        const days paused = *pause.answeredOn - from;
        total += static_cast<std::int32_t>(paused.count());
        coveredUntil = *pause.answeredOn;
        // Asked while only the rest days of Art 3(4) were left: no period ends on a day that does not count.
        reached = std::max(reached + paused, coveredUntil + days{1});
    }

    /// Paused days up to and including a day on or after every request taken.
    [[nodiscard]] std::int32_t upTo(Day day) const
    {
        return total - std::max(0, static_cast<std::int32_t>((coveredUntil - day).count()));
    }
};

void stopOpen(DayCount& count, Day start, Day requestedOn, const PauseRun& run)
{
    count.set(CountFlag::Open);
    const Day from = std::max(start, requestedOn);
    count.pausedDays = run.total;
    count.usedDays = static_cast<std::int32_t>((from - start).count()) - run.upTo(from);
}

void addPauses(DayCount& count, Day start, std::span<const Pause> pauses, const Calendar& calendar)
{
    PauseRun run{start, count.nominal};
    for (const Pause& pause : pauses) {
        if (pause.requestedOn < start)
            count.set(CountFlag::PauseBeforeStart);
        if (pause.requestedOn >= run.reached && pause.requestedOn >= plainRoll(run.reached, calendar)) {
            count.set(CountFlag::PauseAfterEnd);
            continue;
        }
        if (!pause.answeredOn) {
            stopOpen(count, start, pause.requestedOn, run);
            return;
        }
        run.take(pause);
        if (run.reached > kLatest) {
            count.set(CountFlag::OutOfRange);
            return;
        }
    }
    count.pausedDays = run.total;
    count.extended = run.reached;
}

/// Whether the day is taken out of the period by a pause. Pauses ascend by request, so the rest may be
/// skipped.
bool isPaused(Day day, std::span<const Pause> pauses)
{
    for (const Pause& pause : pauses) {
        if (pause.requestedOn >= day)
            return false;
        if (!pause.answeredOn || day <= *pause.answeredOn)
            return true;
    }
    return false;
}

/// Working days are counted one by one; paused days do not count.
void countWorkingDays(
    DayCount& count, Day start, std::int64_t amount, std::span<const Pause> pauses, const Calendar& calendar)
{
    PauseRun run{start};
    auto next = pauses.begin();
    Day day = start;
    while (amount > 0) {
        for (; next != pauses.end() && next->requestedOn <= day; ++next) {
            if (next->requestedOn < start)
                count.set(CountFlag::PauseBeforeStart);
            if (!next->answeredOn)
                return stopOpen(count, start, next->requestedOn, run);
            run.take(*next);
        }
        day += days{1};
        if (day > kLatest)
            return count.set(CountFlag::OutOfRange);
        if (day > run.coveredUntil && works(day, calendar, count))
            --amount;
    }
    if (next != pauses.end())
        count.set(CountFlag::PauseAfterEnd);
    count.pausedDays = run.total;
    count.nominal = count.extended = count.rolled = count.end = day;
}

/// Art 3(4): a period whose last day is no working day ends with the next one.
void roll(DayCount& count, const Calendar& calendar)
{
    Day day = count.extended;
    while (!works(day, calendar, count)) {
        day += days{1};
        if (day > kLatest)
            return count.set(CountFlag::OutOfRange);
    }
    if (day != count.extended)
        count.set(CountFlag::Rolled);
    count.rolled = count.end = day;
}

/// Art 3(5): the running days of the period contain at least two working days. Looked for from the end, where
/// they usually are.
void ensureTwoWorkingDays(DayCount& count, Day start, std::span<const Pause> pauses, const Calendar& calendar)
{
    int found = 0;
    for (Day day = count.rolled; day > start && found < 2; day -= days{1}) {
        if (!isPaused(day, pauses) && works(day, calendar, count))
            ++found;
    }
    while (found < 2) {
        count.end += days{1};
        if (count.end > kLatest)
            return count.set(CountFlag::OutOfRange);
        if (works(count.end, calendar, count))
            ++found;
        count.set(CountFlag::TwoWorkingDays);
    }
}

bool isTwoDaysOrMore(const CountedLength& counted)
{
    return counted.length.unit != LengthUnit::Days || counted.length.amount >= 2 || counted.extension;
}

} // namespace

DayCount countForward(
    Day start, const CountedLength& counted, std::span<const Pause> pauses, const Calendar& calendar)
{
    const auto byRequest = [](const Pause& left, const Pause& right) {
        return left.requestedOn < right.requestedOn;
    };
    if (!std::is_sorted(pauses.begin(), pauses.end(), byRequest)) {
        std::vector<Pause> sorted(pauses.begin(), pauses.end());
        std::stable_sort(sorted.begin(), sorted.end(), byRequest);
        return countForward(start, counted, sorted, calendar);
    }
    DayCount count;
    if (counted.length.unit == LengthUnit::WorkingDays) {
        const std::int64_t more = counted.extension ? counted.extension->amount : 0;
        countWorkingDays(count, start, counted.length.amount + more, pauses, calendar);
        return count;
    }
    auto nominal = reachedDay(start, counted.length);
    if (nominal && nominal->lacksDate)
        count.set(CountFlag::NoSuchDate);
    if (nominal && counted.extension)
        nominal = reachedDay(nominal->day, *counted.extension);
    if (!nominal || nominal->day > kLatest) {
        count.set(CountFlag::OutOfRange);
        return count;
    }
    count.nominal = nominal->day;
    addPauses(count, start, pauses, calendar);
    if (count.has(CountFlag::Open) || count.has(CountFlag::OutOfRange))
        return count;
    roll(count, calendar);
    if (!count.has(CountFlag::OutOfRange) && isTwoDaysOrMore(counted))
        ensureTwoWorkingDays(count, start, pauses, calendar);
    return count;
}

std::optional<Day> workingDaysBefore(Day day, std::int64_t amount, const Calendar& calendar, bool& certain)
{
    while (amount > 0) {
        day -= days{1};
        if (day < kEarliest)
            return std::nullopt;
        certain = certain && calendar.isCertain(day);
        if (calendar.isWorkingDay(day))
            --amount;
    }
    return day;
}

} // namespace tutela::law

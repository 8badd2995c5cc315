#include "core/procedure/warnings.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/law/clock_ledger.h"
#include "core/law/period_checks.h"
#include "core/procedure/clocks.h"
#include "core/procedure/readings.h"
#include "core/procedure/renewal.h"

namespace tutela::procedure {

namespace {

using std::chrono::days;

/// The day so many working days before another.
Day workingDaysBefore(Day day, std::int64_t count, const law::Calendar& calendar)
{
    while (count > 0) {
        day -= days{1};
        if (calendar.isWorkingDay(day))
            --count;
    }
    return day;
}

Term clockTerm(const std::string& id)
{
    return {"clock." + id.substr(0, id.find('/'))};
}

/// Collects what one case has to be warned of.
struct Collector {
    const CaseFile& file;
    const law::Rulebook& rulebook;
    const Calendars& calendars;
    Day today;
    std::vector<CaseWarning> found = {};

    void add(WarningKind kind, WarningLevel level, std::string_view law, std::optional<Day> day,
        std::vector<Argument> arguments, const std::string& clock = {})
    {
        found.push_back({kind, level, {fmt::format("case-warning.{}", toText(kind)), std::move(arguments)},
            day, clock, std::string(law)});
    }

    [[nodiscard]] Length setting(std::string_view key, std::string_view fallback) const
    {
        return rulebook.lengthOr(key, *parseLength(fallback));
    }

    /// Whether a day lies ahead, but no farther than the office wants to be told.
    [[nodiscard]] bool closesSoon(Day day) const
    {
        return today <= day && law::lookbackStart(day, setting("notice.window", "P2M")) <= today;
    }

    void runningClock(const CaseClock& clock, const law::LedgerDates& dates)
    {
        const auto last = law::lastDayToAct(dates);
        const std::string& law = clock.definition->law;
        if (!last)
            return;
        const Length notice = setting("notice.due_soon", "P5WD");
        const law::Calendar& calendar = calendarOf(clock, file, calendars);
        if (*last < today)
            add(WarningKind::Overdue, WarningLevel::Late, law, last,
                {{"clock", clockTerm(clock.id)}, {"day", *last}, {"days", (today - *last).count()}},
                clock.id);
        else if (workingDaysBefore(*last, notice.amount, calendar) <= today)
            add(WarningKind::DueSoon, WarningLevel::Near, law, last,
                {{"clock", clockTerm(clock.id)}, {"day", *last}, {"days", (*last - today).count()}},
                clock.id);
        if (!dates.confirmed)
            add(WarningKind::Unconfirmed, WarningLevel::Note, law, last,
                {{"clock", clockTerm(clock.id)}, {"day", *last}}, clock.id);
    }

    /// A clock that stands still is easily forgotten.
    void stoppedClock(const CaseClock& clock, const law::LedgerDates& dates)
    {
        if (!dates.openSince
            || law::lookbackStart(today, setting("notice.stopped", "P1M")) < *dates.openSince)
            return;
        add(WarningKind::StoppedLong, WarningLevel::Near, clock.definition->law, dates.openSince,
            {{"clock", clockTerm(clock.id)}, {"since", *dates.openSince},
                {"days", (today - *dates.openSince).count()}},
            clock.id);
    }

    /// GDPR Art 36(2): an extension has to be announced within a month of the request.
    void extensionWindow(const CaseClock& clock, const law::LedgerDates& dates)
    {
        const auto& rule = clock.definition->extension;
        if (!rule || !rule->announceWithin || !clock.facts.extensions.empty() || !dates.trigger)
            return;
        const auto window = law::computePeriod(
            {.start = *dates.trigger, .length = *rule->announceWithin}, calendarOf(clock, file, calendars));
        if (!window || !window.value().end || window.value().end->day < today)
            return;
        const Day until = window.value().end->day;
        add(WarningKind::ExtensionWindow, WarningLevel::Note, clock.definition->law, until,
            {{"clock", clockTerm(clock.id)}, {"day", until}}, clock.id);
    }

    void clocks()
    {
        for (const CaseClock& clock : clocksOf(file, rulebook)) {
            const auto dates =
                law::countLedger(*clock.definition, clock.facts, calendarOf(clock, file, calendars));
            switch (law::stateOn(dates, today)) {
            case ClockState::Running:
            case ClockState::Overdue:
            case ClockState::Unconfirmed:
                if (clock.definition->trigger != "receipt-awaited")
                    runningClock(clock, dates);
                extensionWindow(clock, dates);
                break;
            case ClockState::Stopped:
                stoppedClock(clock, dates);
                break;
            case ClockState::NotStarted:
            case ClockState::Met:
            case ClockState::MetLate:
            case ClockState::EndedWithoutAnswer:
                break;
            }
        }
    }

    /// Art 7(9): the order states its start; only a receipt in time keeps it lawful.
    void receipt()
    {
        const DetectionOrder& order = *file.order;
        const auto latest = law::latestLawfulReceipt(
            order.scope.start, rulebook.length("art7_9.start.min"), minimumReading(rulebook));
        if (!latest)
            return;
        const std::vector<Argument> arguments{{"latest", *latest}, {"start", order.scope.start}};
        if (order.receivedOn.value_or(today) > *latest)
            add(WarningKind::StartUnlawful, WarningLevel::Late, "Art 7(9)", latest, arguments);
        else if (!order.receivedOn && closesSoon(*latest))
            add(WarningKind::ReceiptWindow, WarningLevel::Near, "Art 7(9)", latest, arguments);
    }

    /// Art 8(3): the provider cannot execute the order and has asked; no period is stated, so its age shows.
    void clarification()
    {
        for (const NonExecutionNotice& notice : file.order->notices) {
            if (!notice.answeredOn)
                add(WarningKind::ClarificationAwaited, WarningLevel::Near, "Art 8(3)", notice.receivedOn,
                    {{"id", notice.id}, {"day", notice.receivedOn},
                        {"days", (today - notice.receivedOn).count()}});
        }
    }

    /// Art 9(1), 9(2): a challenged order is not final.
    void challenge()
    {
        for (const Challenge& one : file.order->challenges) {
            if (!one.outcome)
                add(WarningKind::OrderChallenged, WarningLevel::Note, "Art 9(1)", one.lodgedOn,
                    {{"id", one.id}, {"day", one.lodgedOn},
                        {"who", Term{fmt::format("challenger.{}", toText(one.challenger))}}});
        }
    }

    void suspension()
    {
        for (const Suspension& one : file.order->suspensions) {
            if (one.holdsOn(today))
                add(WarningKind::OrderSuspended, WarningLevel::Near, "Art 9(1)", one.until,
                    {{"id", one.id}, {"day", one.from}, {"end", file.order->scope.end}});
        }
    }

    /// Art 9(2): to all other Coordinating Authorities; who has not confirmed its copy yet.
    void copies()
    {
        const auto open = std::ranges::count_if(
            file.order->copyList, [](const OrderCopy& copy) { return !copy.receivedOn; });
        if (open > 0)
            add(WarningKind::CopyReceiptsOpen, WarningLevel::Note, "Art 9(2)", file.order->copiesSentOn,
                {{"open", static_cast<std::int64_t>(open)},
                    {"all", static_cast<std::int64_t>(file.order->copyList.size())}});
    }

    void renewal()
    {
        const auto plan = renewalPlan(file, rulebook);
        if (!plan || file.order->scope.end < today)
            return;
        const std::vector<Argument> arguments{{"begin", plan->begin}, {"draft", plan->draft},
            {"request", plan->request}, {"receipt", plan->receipt}, {"end", file.order->scope.end}};
        if (plan->receipt < today) {
            add(WarningKind::RenewalStart, WarningLevel::Near, "Art 7(9)", plan->receipt,
                {{"receipt", plan->receipt}, {"end", file.order->scope.end}});
            found.back().text.id = "case-warning.renewal-start.over";
        } else if (plan->begin < today)
            add(WarningKind::RenewalStart, WarningLevel::Near, "Art 7(9)", plan->begin, arguments);
        else if (closesSoon(plan->begin))
            add(WarningKind::RenewalStart, WarningLevel::Note, "Art 7(9)", plan->begin, arguments);
    }

    /// Art 3(4)(a) with Art 5(1): the assessment is updated two months before the end, and its report is due
    /// three months after that: when the order has ended.
    void reportAfterOrder()
    {
        const Day end = file.order->scope.end;
        if (rulebook.parameter("art3_4.update_before_order_ends") == nullptr)
            return;
        const Day update = law::lookbackStart(end, rulebook.length("art3_4.update_before_order_ends"));
        const auto report = law::computePeriod(
            {.start = update, .length = rulebook.length("art5_1.report")}, calendars.authority);
        if (!report || !report.value().end || report.value().end->day <= end || end < today
            || !closesSoon(std::max(update, today)))
            return;
        add(WarningKind::ReportAfterOrder, WarningLevel::Note, "Art 3(4)(a), 5(1)", update,
            {{"update", update}, {"report", report.value().end->day}, {"end", end}});
    }

    /// Art 7(5) to (7): only evidence of the past twelve months serves the request.
    void evidence()
    {
        if (file.evidence.empty() || file.order || hasEnded(file.step))
            return;
        const Length window = rulebook.length("art7_5.lookback");
        const Evidence& freshest = *std::ranges::max_element(file.evidence, {}, &Evidence::observedOn);
        const Day lost = law::leavesWindowOn(freshest.observedOn, window);
        if (lost <= today)
            return add(WarningKind::EvidenceGone, WarningLevel::Late, "Art 7(5)", lost, {{"day", lost}});
        for (const Evidence& item : file.evidence) {
            const Day leaves = law::leavesWindowOn(item.observedOn, window);
            if (today < leaves && closesSoon(leaves))
                add(WarningKind::EvidenceLeaves, leaves == lost ? WarningLevel::Near : WarningLevel::Note,
                    "Art 7(5)", leaves, {{"id", item.id}, {"day", leaves}, {"last", lost}});
        }
    }

    void collect()
    {
        if (file.step == Step::Closed)
            return;
        clocks();
        evidence();
        if (!file.order || file.order->decision == CourtDecision::Refused)
            return;
        copies();
        challenge();
        if (file.order->ended)
            return;
        suspension();
        clarification();
        receipt();
        renewal();
        reportAfterOrder();
    }
};

} // namespace

std::vector<CaseWarning> warningsOf(
    const CaseFile& file, const law::Rulebook& rulebook, const Calendars& calendars, Day today)
{
    Collector collector{file, rulebook, calendars, today};
    collector.collect();
    std::ranges::stable_sort(collector.found, pressesMore);
    return std::move(collector.found);
}

std::vector<CaseWarning> lapsesOf(const law::Rulebook& rulebook, Day today)
{
    std::vector<CaseWarning> found;
    const Length notice = rulebook.lengthOr("notice.lapse", *parseLength("P6M"));
    for (const law::Parameter& parameter : rulebook.parameters()) {
        const auto last = parameter.mode == "lapses" ? parseDay(parameter.value) : std::nullopt;
        if (!last || today < law::lookbackStart(*last, notice))
            continue;
        const bool gone = *last < today;
        found.push_back({WarningKind::BasisLapses, gone ? WarningLevel::Late : WarningLevel::Near,
            {gone ? "case-warning.basis-lapsed" : "case-warning.basis-lapses",
                {{"basis", Term{"parameter." + parameter.key}}, {"day", *last}}},
            last, {}, parameter.article});
    }
    std::ranges::stable_sort(found, pressesMore);
    return found;
}

std::optional<CaseWarning> seatMoved(const CaseFile& file, std::string_view stateNow)
{
    if (stateNow.empty() || file.providerState.empty() || stateNow == file.providerState
        || file.step == Step::Closed)
        return std::nullopt;
    return CaseWarning{WarningKind::SeatMoved, WarningLevel::Near,
        {"case-warning.seat-moved", {{"was", file.providerState}, {"now", std::string(stateNow)}}}, {}, {},
        "Art 33"};
}

} // namespace tutela::procedure

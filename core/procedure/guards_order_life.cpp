#include "core/procedure/guard_run.h"

namespace tutela::procedure {

namespace {

/// Whatever concerns an order follows it. The argument names the day; without one it is "received_on".
void afterOrder(const GuardRun& run)
{
    const auto day = run.facts().day(run.use.argument.empty() ? "received_on" : run.use.argument);
    if (run.file->order && day && *day < run.file->order->decidedOn)
        run.refuse({{"decided", run.file->order->decidedOn}});
}

/// The last day of a clock, when the act reports something that came after it.
std::optional<Day> missed(const GuardRun& run, law::ClockTrigger trigger)
{
    const auto day = run.facts().day("received_on");
    const auto last = run.lastDay(trigger);
    return day && last && *day > *last ? last : std::nullopt;
}

/// Art 10(4)(e): what came after its day is recorded and shows as late.
void noticeInTime(const GuardRun& run)
{
    if (const auto last = missed(run, law::ClockTrigger::OrderStarts))
        run.warn("notice-late", {{"last", *last}});
}

/// Art 9(3): the same, and a report that is not due is kept too. Before the order applies there is nothing to
/// report.
void halfwayReportInTime(const GuardRun& run)
{
    if (run.file->order && run.now.today < run.file->order->scope.start)
        return run.refuse({{"start", run.file->order->scope.start}});
    if (run.data == nullptr)
        return;
    if (!halfwayReportDue(*run.file, run.now.rulebook))
        run.warn("halfway-not-due");
    if (const auto last = missed(run, law::ClockTrigger::OrderHalfway))
        run.warn("halfway-late", {{"last", *last}});
}

constexpr GuardRow kRows[] = {
    {Guard::AfterOrder, LooksAt::Data, afterOrder},
    {Guard::NoticeInTime, LooksAt::Data, noticeInTime},
    {Guard::HalfwayReportInTime, LooksAt::State, halfwayReportInTime},
};

} // namespace

std::span<const GuardRow> orderLifeGuards()
{
    return kRows;
}

} // namespace tutela::procedure

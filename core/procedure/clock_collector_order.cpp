#include <algorithm>

#include "core/law/period_checks.h"
#include "core/procedure/clock_collector.h"
#include "core/procedure/readings.h"

namespace tutela::procedure {

const DetectionOrder* ClockCollector::order() const
{
    return m_file.order && m_file.order->decision != CourtDecision::Refused ? &*m_file.order : nullptr;
}

/// From when nothing is owed for the order any more: it was revoked or annulled, or the file is closed.
std::optional<Day> ClockCollector::lifeEndedOn() const
{
    return m_file.order && m_file.order->ended ? std::optional(m_file.order->ended->madeOn) : m_file.endedOn;
}

/// Art 7(9): the last receipt for which the stated start is lawful.
void ClockCollector::receipt() const
{
    const DetectionOrder* made = order();
    if (made == nullptr)
        return;
    const auto latest = law::latestLawfulReceipt(
        made->scope.start, m_rulebook.length("art7_9.start.min"), minimumReading(m_rulebook));
    if (!latest)
        return;
    CaseClock& running = add(*latest, made->entry);
    if (!made->receivedOn && made->ended)
        running.facts.endedWithoutAnswerOn = lifeEndedOn();
    running.facts.metOn = made->receivedOn;
    running.met = made->receipt;
}

/// The end of an order meets itself: nobody has to act.
void ClockCollector::orderEnd() const
{
    const DetectionOrder* made = order();
    if (made == nullptr)
        return;
    const Day last = lastDayInForce(*made);
    CaseClock& running = add(last, made->entry);
    running.facts.metOn = last;
    running.runsItself = true;
}

/// Art 10(4)(e): the provider tells, a month before the start at the latest, how it implements the plan.
void ClockCollector::startNotice() const
{
    const DetectionOrder* made = order();
    if (made == nullptr)
        return;
    CaseClock& running = add(made->scope.start, made->entry);
    if (made->startNotices.empty()) {
        running.facts.endedWithoutAnswerOn = lifeEndedOn();
        return;
    }
    running.facts.metOn = made->startNotices.front().receivedOn;
    running.met = made->startNotices.front().entry;
}

/// Art 9(3): a report halfway, where the order applies for longer than the threshold.
void ClockCollector::halfwayReport() const
{
    const DetectionOrder* made = order();
    const auto halfway = halfwayReportDue(m_file, m_rulebook);
    if (made == nullptr || !halfway)
        return;
    CaseClock& running = add(*halfway, made->entry);
    const std::int64_t days = (made->scope.end - made->scope.start).count() + 1;
    running.dayFound = Message{"proof.halfway",
        {{"start", made->scope.start}, {"end", made->scope.end}, {"count", days}, {"half", days / 2},
            {"day", *halfway}}};
    if (made->halfwayReports.empty()) {
        running.facts.endedWithoutAnswerOn = lifeEndedOn();
        return;
    }
    running.facts.metOn = made->halfwayReports.front().receivedOn;
    running.met = made->halfwayReports.front().entry;
}

/// Art 9(4): always after such a report; one reassessment answers all reports that lay before it.
void ClockCollector::reassessments() const
{
    const DetectionOrder* made = order();
    if (made == nullptr)
        return;
    for (const ReceivedNotice& report : made->halfwayReports) {
        CaseClock& running = add(report.receivedOn, report.entry, report.id);
        const auto answer = std::ranges::find_if(
            made->reassessments, [&](const Reassessment& one) { return one.entry > report.entry; });
        if (answer == made->reassessments.end()) {
            running.facts.endedWithoutAnswerOn = lifeEndedOn();
            continue;
        }
        running.facts.metOn = answer->madeOn;
        running.met = answer->entry;
    }
}

/// Art 9(2): the issuing authority sends the authority a copy of the final order.
void ClockCollector::finalCopy() const
{
    const DetectionOrder* made = order();
    if (made == nullptr || !made->finalOn)
        return;
    CaseClock& running = add(*made->finalOn, made->finality.value_or(made->entry));
    running.facts.metOn = made->finalCopyOn;
    running.met = made->finality;
}

/// Art 9(2): and the authority sends copies to all other Coordinating Authorities.
void ClockCollector::copiesToOthers() const
{
    const DetectionOrder* made = order();
    if (made == nullptr || !made->finalOn || !made->finalCopyOn)
        return;
    CaseClock& running = add(*made->finalCopyOn, made->finality.value_or(made->entry));
    if (!made->copiesSentOn)
        running.facts.endedWithoutAnswerOn = m_file.endedOn;
    running.facts.metOn = made->copiesSentOn;
    running.met = made->copies;
}

} // namespace tutela::procedure

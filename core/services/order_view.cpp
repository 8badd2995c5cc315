#include "core/services/order_view.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/law/period_checks.h"
#include "core/procedure/clocks.h"
#include "core/procedure/facts.h"
#include "core/procedure/readings.h"
#include "core/services/order_sections.h"

namespace tutela::services {

namespace {

/// The events of an order, in the order in which they are added.
class Timeline final {
public:
    explicit Timeline(std::vector<interfaces::OrderEvent>& events)
        : m_events(events)
    {
    }

    void add(std::string_view id, std::optional<Day> day, const char* law, bool happened)
    {
        m_events.push_back({fmt::format("order.event.{}", id), day, law, happened});
    }

    void sort()
    {
        std::ranges::stable_sort(m_events, {}, [](const interfaces::OrderEvent& event) {
            return event.day.value_or(Day{std::chrono::days{4'000'000}});
        });
    }

private:
    std::vector<interfaces::OrderEvent>& m_events;
};

/// Versions, end, challenges and suspensions: what other decisions made of the order.
void addDecisions(Timeline& timeline, const DetectionOrder& order, Day today)
{
    for (const OrderVersion& version : order.versions) {
        if (version.change != OrderChange::Issued)
            timeline.add(fmt::format("version.{}", toText(version.change)), version.madeOn,
                version.change == OrderChange::Modified ? "Art 9(4)" : "Art 8(1)", true);
    }
    if (order.ended)
        timeline.add(toText(order.ended->how), order.ended->from,
            order.ended->how == OrderEnding::Revoked ? "Art 9(4)" : "Art 9(1)", order.ended->from <= today);
    for (const Challenge& one : order.challenges) {
        timeline.add(fmt::format("challenged.{}", toText(one.challenger)), one.lodgedOn, "Art 9(1)", true);
        if (one.outcome)
            timeline.add(
                fmt::format("challenge-decided.{}", toText(*one.outcome)), one.outcomeOn, "Art 9(1)", true);
    }
    for (const Suspension& one : order.suspensions) {
        timeline.add("suspended", one.from, "Art 9(1)", one.from <= today);
        if (one.liftedOn)
            timeline.add("suspension-lifted", one.liftedOn, "Art 9(1)", *one.liftedOn <= today);
        else if (one.until)
            timeline.add("suspension-ends", one.until, "Art 9(1)", *one.until < today);
    }
}

/// How the order reached the provider, and what the provider could not do with it.
void addDelivery(Timeline& timeline, const DetectionOrder& order)
{
    for (const DeliveryAttempt& attempt : order.attempts)
        timeline.add(fmt::format("delivery.{}", toText(attempt.outcome)), attempt.sentOn, "Art 8(2)", true);
    for (const NonExecutionNotice& notice : order.notices) {
        timeline.add("non-execution", notice.receivedOn, "Art 8(3)", true);
        if (notice.answeredOn)
            timeline.add("clarified", notice.answeredOn, "Art 8(3)", true);
    }
}

/// What the provider and the authority did while the order lived.
void addLife(Timeline& timeline, const DetectionOrder& order)
{
    for (const ReceivedNotice& notice : order.startNotices)
        timeline.add("pre-start-notice-received", notice.receivedOn, "Art 10(4)(e)", true);
    for (const ReceivedNotice& report : order.halfwayReports)
        timeline.add("halfway-report-received", report.receivedOn, "Art 9(3)", true);
    for (const Reassessment& made : order.reassessments)
        timeline.add(fmt::format("reassessed.{}", toText(made.outcome)), made.madeOn, "Art 9(4)", true);
    if (order.finalOn)
        timeline.add("final", order.finalOn, "Art 9(2)", true);
    if (order.finalOn && order.finalCopyOn)
        timeline.add("final-copy", order.finalCopyOn, "Art 9(2)", true);
    if (order.copiesSentOn)
        timeline.add("copies", order.copiesSentOn, "Art 9(2)", true);
}

} // namespace

interfaces::OrderView orderView(
    const Register& source, const CaseFile& file, Day today, std::optional<Day> updatedOn)
{
    const DetectionOrder& order = *file.order;
    const law::Rulebook& rulebook = source.rulebook();
    interfaces::OrderView view;
    view.reference = fmt::format("{}/O{}", file.id.text(), file.earlierOrders.size() + 1);
    view.kind = file.detectionKind.value_or(DetectionKind::Known);
    view.status = orderStatus(order, today);
    view.final = order.finalOn && *order.finalOn <= today;
    view.scope = order.scope;
    view.latestLawfulReceipt = law::latestLawfulReceipt(
        order.scope.start, rulebook.length("art7_9.start.min"), procedure::minimumReading(rulebook));
    view.challenged = isChallenged(order);
    view.suspendedParts = suspendedParts(order, today);
    view.sections = orderSections(order, today);
    Timeline timeline(view.timeline);
    const auto before = [&](Day day, const char* key) {
        Length back = rulebook.length(key);
        back.amount = -back.amount;
        return procedure::plainlyAfter(day, back);
    };
    timeline.add("issued", order.decidedOn, "Art 7(1)", true);
    if (order.signedFile)
        timeline.add("signed-file", order.signedFile->on, "Art 8(1)(i)", true);
    timeline.add("transmitted", order.transmittedOn, "Art 8(2)", order.transmittedOn.has_value());
    if (order.receivedOn)
        timeline.add("received", order.receivedOn, "Art 7(9)", true);
    else
        timeline.add("latest-receipt", view.latestLawfulReceipt, "Art 7(9)", false);
    timeline.add("pre-start-notice", before(order.scope.start, "art10_4.pre_start_notice"), "Art 10(4)(e)",
        !order.startNotices.empty());
    timeline.add("start", order.scope.start, "Art 7(9)", order.scope.start <= today);
    if (const auto halfway = procedure::halfwayReportDue(file, rulebook))
        timeline.add("halfway-report", halfway, "Art 9(3)", !order.halfwayReports.empty());
    if (!order.ended)
        timeline.add("update", before(order.scope.end, "art3_4.update_before_order_ends"), "Art 3(4)(a)",
            updatedOn.has_value());
    if (updatedOn)
        timeline.add("updated", updatedOn, "Art 3(4)(a)", true);
    if (!order.ended)
        timeline.add("end", order.scope.end, "Art 7(9)", order.scope.end < today);
    addDecisions(timeline, order, today);
    addDelivery(timeline, order);
    addLife(timeline, order);
    timeline.sort();
    return view;
}

} // namespace tutela::services

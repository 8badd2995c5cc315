#include "core/procedure/guard_run.h"

#include <algorithm>

#include "core/domain/member_states.h"
#include "core/law/period_checks.h"

namespace tutela::procedure {

namespace {

const DetectionOrder* orderDelivered(const GuardRun& run)
{
    return run.file->order && run.file->order->decision != CourtDecision::Refused ? &*run.file->order
                                                                                  : nullptr;
}

/// Whether the provider has received the version of the order that is in force.
bool versionReceived(const DetectionOrder& order)
{
    return order.versions.empty() ? order.receivedOn.has_value()
                                  : order.versions.back().receivedOn.has_value();
}

/// Art 7(9), 8(2): which attempt counts as receipt is the court's to say; then its moment is known. It counts
/// once for each version.
void deliveryFits(const GuardRun& run)
{
    const DetectionOrder* order = orderDelivered(run);
    const Facts facts = run.facts();
    const auto sent = facts.day("sent_on");
    if (order == nullptr || !sent)
        return;
    const auto received = facts.instant("received_at");
    const bool counts = facts.flag("counts_as_receipt");
    if (counts && !received)
        return run.refuse({}, "moment");
    if (counts && versionReceived(*order))
        return run.refuse({}, "already");
    if (received && (run.now.zone.dayOf(*received) < *sent || *received > run.now.now))
        return run.refuse({{"sent", *sent}, {"today", run.now.today}});
    const auto outcome = facts.choice<DeliveryOutcome>("delivery_outcome");
    if (counts && outcome == DeliveryOutcome::NoAnswer)
        run.warn("no-answer-counts");
    if (counts && outcome == DeliveryOutcome::Refused)
        run.warn("refusal-counts");
    if (!counts && outcome == DeliveryOutcome::Delivered)
        run.warn("delivered-does-not-count");
    const auto latest =
        law::latestLawfulReceipt(order->scope.start, run.now.rulebook.length("art7_9.start.min"));
    if (counts && !order->receivedOn && latest && run.now.zone.dayOf(*received) > *latest)
        run.warn("receipt-late", {{"latest", *latest}, {"start", order->scope.start}});
}

/// Art 8(3): a notice of the provider is answered once.
void noticeOpen(const GuardRun& run)
{
    const DetectionOrder* order = orderDelivered(run);
    const bool any = order != nullptr
        && std::ranges::any_of(order->notices, [](const auto& one) { return !one.answeredOn; });
    if (!any)
        return run.refuse({}, "none");
    if (run.data == nullptr)
        return;
    const auto* notice = findById(order->notices, run.facts().text("notice"));
    if (notice == nullptr || notice->answeredOn)
        run.refuse({{"notice", run.facts().text("notice")}});
}

/// Art 9(2): to all other Coordinating Authorities, each once.
void copiesListed(const GuardRun& run)
{
    const DetectionOrder* order = orderDelivered(run);
    const Facts facts = run.facts();
    const auto listed = facts.codes("authorities");
    if (facts.flag("to_all_others"))
        return;
    if (listed.empty())
        return facts.has("recipients") ? void() : run.refuse({}, "nobody");
    for (const std::string& authority : listed) {
        if (!isMemberState(authority))
            return run.refuse({{"authority", authority}}, "unknown");
        if (order != nullptr
            && std::ranges::find(order->copyList, authority, &OrderCopy::authority) != order->copyList.end())
            return run.refuse({{"authority", authority}});
    }
    std::string missing;
    for (const std::string_view state : kMemberStates) {
        const bool has = state == run.now.calendars.authority.id()
            || std::ranges::find(listed, state) != listed.end()
            || (order != nullptr
                && std::ranges::find(order->copyList, state, &OrderCopy::authority) != order->copyList.end());
        if (!has)
            missing += (missing.empty() ? "" : ", ") + std::string(state);
    }
    if (!missing.empty())
        run.warn("copies-not-to-all", {{"missing", missing}});
}

void copyReceiptFits(const GuardRun& run)
{
    const DetectionOrder* order = orderDelivered(run);
    const bool any = order != nullptr
        && std::ranges::any_of(order->copyList, [](const OrderCopy& one) { return !one.receivedOn; });
    if (!any)
        return run.refuse({}, "none");
    if (run.data == nullptr)
        return;
    const std::string authority = run.facts().text("authority_served");
    const auto copy = std::ranges::find(order->copyList, authority, &OrderCopy::authority);
    if (copy == order->copyList.end() || copy->receivedOn)
        return run.refuse({{"authority", authority}});
    const auto received = run.facts().day("received_on");
    if (received && *received < copy->sentOn)
        run.refuse({{"sent", copy->sentOn}}, "early");
}

constexpr GuardRow kRows[] = {
    {Guard::DeliveryFits, LooksAt::Data, deliveryFits},
    {Guard::NoticeOpen, LooksAt::State, noticeOpen},
    {Guard::CopiesListed, LooksAt::Data, copiesListed},
    {Guard::CopyReceiptFits, LooksAt::State, copyReceiptFits},
};

} // namespace

std::span<const GuardRow> deliveryGuards()
{
    return kRows;
}

} // namespace tutela::procedure

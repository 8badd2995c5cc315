#include "core/procedure/guard_run.h"

#include <algorithm>

namespace tutela::procedure {

namespace {

/// Detection files of the same service and kind whose order still applies on some day to come.
std::vector<const RelatedCase*> ordersInForce(const GuardRun& run)
{
    std::vector<const RelatedCase*> orders;
    for (const RelatedCase& other : run.now.related) {
        if (other.order && other.kind == run.detectionKind() && other.order->end >= run.now.today)
            orders.push_back(&other);
    }
    return orders;
}

/// One order for one kind, part and day of a service. The argument says who acts: "open" when a file is
/// opened and no days are known yet, "court" when the issuing authority decides; else the authority asks.
void noOverlap(const GuardRun& run)
{
    for (const RelatedCase* other : ordersInForce(run)) {
        const Argument file{"case", other->id.text()};
        const Argument start{"start", other->order->start};
        const Argument end{"end", other->order->end};
        if (run.use.argument == "open") {
            // (1) a renewal names the order; without that only parts it leaves out can be meant
            if (run.facts().text("renews") == other->id.text())
                continue;
            if (other->order->parts.empty())
                return run.refuse({file, start, end}, "open");
            run.warn("order-runs", {file, start, end});
        } else if (overlap(run.scope(), *other->order)) {
            // (2) the court may have its reasons; the authority asks for nothing that exists
            if (run.use.argument != "court")
                return run.refuse({file, start, end});
            run.warn("order-overlaps", {file, start, end});
        }
    }
}

/// What is renewed is an order of the same kind for the same service.
void renewalFits(const GuardRun& run)
{
    const std::string renewed = run.facts().text("renews");
    if (renewed.empty())
        return;
    const bool fits = std::ranges::any_of(run.now.related, [&](const RelatedCase& other) {
        return other.id.text() == renewed && other.orderIssued && other.kind == run.detectionKind();
    });
    if (!fits)
        run.refuse({{"case", renewed}});
}

/// Art 3(4)(a): the assessment that an order asks for concerns a service of that order.
void updatesOrderFits(const GuardRun& run)
{
    const std::string named = run.facts().text("updates_order");
    const bool fits = std::ranges::any_of(run.now.related,
        [&](const RelatedCase& other) { return other.id.text() == named && other.orderIssued; });
    if (!named.empty() && !fits)
        run.refuse({{"case", named}});
}

constexpr GuardRow kRows[] = {
    {Guard::NoOverlap, LooksAt::Data, noOverlap},
    {Guard::RenewalFits, LooksAt::Data, renewalFits},
    {Guard::UpdatesOrderFits, LooksAt::Data, updatesOrderFits},
};

} // namespace

std::span<const GuardRow> renewalGuards()
{
    return kRows;
}

} // namespace tutela::procedure

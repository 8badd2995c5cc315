#include "core/procedure/guard_run.h"

#include <algorithm>

#include "core/law/period_checks.h"
#include "core/procedure/readings.h"

namespace tutela::procedure {

namespace {

const DetectionOrder* orderOf(const GuardRun& run)
{
    return run.file->order && run.file->order->decision != CourtDecision::Refused ? &*run.file->order
                                                                                  : nullptr;
}

/// The scope that the act gives the order; no part named keeps those in force.
OrderScope newScope(const GuardRun& run, const DetectionOrder& order)
{
    OrderScope scope = run.scope();
    if (scope.parts.empty())
        scope.parts = order.scope.parts;
    return scope;
}

/// Only an order that stands is rectified, modified or revoked.
void orderInForce(const GuardRun& run)
{
    const DetectionOrder* order = orderOf(run);
    if (order == nullptr)
        return run.refuse({}, "none");
    if (order->ended)
        run.refuse({{"from", order->ended->from}}, "ended");
}

/// Art 7(9): a new start is counted from the provider's receipt of the order, or from today when it was not
/// received yet.
void versionStart(const GuardRun& run)
{
    const DetectionOrder* order = orderOf(run);
    if (order == nullptr)
        return;
    const Day start = run.scope().start;
    const Length minimum = run.now.rulebook.length("art7_9.start.min");
    if (start == order->scope.start) {
        // (1) what stands may stand; a start that receipt made unlawful shows until it is moved
        const auto latest = law::latestLawfulReceipt(start, minimum, minimumReading(run.now.rulebook));
        if (latest && order->receivedOn && *order->receivedOn > *latest)
            run.warn("start-stays-unlawful", {{"start", start}, {"latest", *latest}});
        return;
    }
    const Day receipt = order->receivedOn.value_or(run.now.today);
    const Day nominal = plainlyAfter(receipt, minimum);
    const Day earliest = law::earliestOrderStart(receipt, minimum);
    if (start < nominal)
        return run.refuse({{"receipt", receipt}, {"minimum", minimum}, {"earliest", earliest}});
    if (start == nominal)
        run.between({"art7_9.start.minimum", "last-day"}, "start-on-last-reading", {{"earliest", earliest}});
    const Length maximum = run.now.rulebook.length("art7_9.start.max");
    if (start > plainlyAfter(receipt, maximum))
        run.warn("start-after-maximum", {{"maximum", maximum}, {"receipt", receipt}});
}

/// Art 7(3), 9(4): an order covers no part that the provider could not comment on. Days that move beyond the
/// request are for the court to justify.
void versionScope(const GuardRun& run)
{
    const DetectionOrder* order = orderOf(run);
    if (order == nullptr || !run.file->request)
        return;
    const OrderScope scope = newScope(run, *order);
    const OrderScope& asked = run.file->request->scope;
    if (!isWithin({scope.parts, asked.start, asked.end}, asked))
        run.refuse({}, "parts");
    if (scope.start < asked.start || scope.end > asked.end)
        run.warn("version-beyond-request", {{"start", asked.start}, {"end", asked.end}});
}

/// Art 9(4), 8(3): what a modification or revocation rests on stands in the file, or the court says why not.
void basisRecorded(const GuardRun& run)
{
    const DetectionOrder* order = orderOf(run);
    if (order == nullptr)
        return;
    const std::string basis = run.facts().text("basis");
    const bool recorded = (basis == "reassessment" && !order->reassessments.empty())
        || (basis == "non-execution" && !order->notices.empty())
        || (basis == "late-receipt" && order->receivedOn) || basis == "court" || basis.empty();
    if (!recorded)
        run.warn("basis-not-recorded", {{"basis", Term{"basis." + basis}}});
}

void revocationFits(const GuardRun& run)
{
    const DetectionOrder* order = orderOf(run);
    const auto from = run.facts().day("revoked_from");
    if (order == nullptr || !from)
        return;
    if (*from < order->decidedOn || *from > order->scope.end)
        run.refuse({{"decided", order->decidedOn}, {"end", order->scope.end}});
}

void challengeOpen(const GuardRun& run)
{
    const DetectionOrder* order = orderOf(run);
    if (order == nullptr || !isChallenged(*order))
        return run.refuse({}, "none");
    if (run.data == nullptr || !run.facts().has("challenge"))
        return;
    const auto* challenge = findById(order->challenges, run.facts().text("challenge"));
    if (challenge == nullptr || challenge->outcome)
        run.refuse({{"challenge", run.facts().text("challenge")}});
}

/// The end that another court gave the order: recorded whatever it is, and flagged beyond the longest period.
void movedEndFits(const GuardRun& run)
{
    const DetectionOrder* order = orderOf(run);
    const auto end = run.facts().day("new_end");
    if (order == nullptr || !end)
        return;
    if (*end < order->scope.start)
        return run.refuse({{"start", order->scope.start}});
    const Length cap = run.kindLength("art7_9.duration", "max");
    if (law::withinCap(order->scope.start, *end, cap) != law::CapFit::Within)
        run.warn("moved-end-beyond-cap", {{"cap", cap}, {"last", law::capEnd(order->scope.start, cap)}});
}

void suspensionFits(const GuardRun& run)
{
    const DetectionOrder* order = orderOf(run);
    const Facts facts = run.facts();
    const auto from = facts.day("suspended_from");
    const auto until = facts.day("suspended_until");
    if (order == nullptr || !from)
        return;
    if (until && *until < *from)
        return run.refuse({{"from", *from}});
    const OrderScope suspended{facts.codes("parts"), order->scope.start, order->scope.end};
    if (!suspended.parts.empty() && !isWithin(suspended, order->scope))
        run.warn("parts-not-in-order");
}

void suspensionOpen(const GuardRun& run)
{
    const DetectionOrder* order = orderOf(run);
    const bool any = order != nullptr
        && std::ranges::any_of(order->suspensions, [](const Suspension& one) { return !one.liftedOn; });
    if (!any)
        return run.refuse({}, "none");
    if (run.data == nullptr)
        return;
    const auto* suspension = findById(order->suspensions, run.facts().text("suspension"));
    if (suspension == nullptr || suspension->liftedOn)
        return run.refuse({{"suspension", run.facts().text("suspension")}});
    const auto lifted = run.facts().day("lifted_on");
    if (lifted && *lifted < suspension->from)
        run.refuse({{"from", suspension->from}}, "early");
}

/// Art 9(1): the outcome follows the challenge; a partial annulment says which parts are left.
void outcomeFits(const GuardRun& run)
{
    const DetectionOrder* order = orderOf(run);
    const Facts facts = run.facts();
    const auto* challenge = order == nullptr ? nullptr : findById(order->challenges, facts.text("challenge"));
    if (challenge == nullptr)
        return;
    const auto decided = facts.day("decided_on");
    if (decided && *decided < challenge->lodgedOn)
        run.refuse({{"lodged", challenge->lodgedOn}});
    const auto left = facts.codes("parts_left");
    const bool inPart =
        facts.choice<ChallengeOutcome>("challenge_outcome") == ChallengeOutcome::AnnulledInPart;
    if (inPart && left.empty())
        return run.refuse({}, "parts");
    const OrderScope scope{left, order->scope.start, order->scope.end};
    if (inPart && !isWithin(scope, order->scope))
        run.warn("parts-not-in-order");
}

/// Art 9(2): an order is final when the time for appeal passed without one, or when it was confirmed.
void finalityFits(const GuardRun& run)
{
    const DetectionOrder* order = orderOf(run);
    if (order == nullptr)
        return;
    const std::string ground = run.facts().text("ground");
    if (isChallenged(*order))
        run.warn("final-while-challenged");
    const bool dismissed = std::ranges::any_of(order->challenges, [](const Challenge& challenge) {
        return challenge.outcome == ChallengeOutcome::Dismissed
            || challenge.outcome == ChallengeOutcome::AnnulledInPart;
    });
    if (ground == "confirmed-on-appeal" && !dismissed)
        run.warn("confirmed-without-challenge");
    if (ground == "appeal-period-expired" && dismissed)
        run.warn("expired-after-challenge");
}

constexpr GuardRow kRows[] = {
    {Guard::OrderInForce, LooksAt::State, orderInForce},
    {Guard::VersionStart, LooksAt::Data, versionStart},
    {Guard::VersionScope, LooksAt::Data, versionScope},
    {Guard::BasisRecorded, LooksAt::Data, basisRecorded},
    {Guard::RevocationFits, LooksAt::Data, revocationFits},
    {Guard::ChallengeOpen, LooksAt::State, challengeOpen},
    {Guard::SuspensionFits, LooksAt::Data, suspensionFits},
    {Guard::SuspensionOpen, LooksAt::State, suspensionOpen},
    {Guard::MovedEndFits, LooksAt::Data, movedEndFits},
    {Guard::OutcomeFits, LooksAt::Data, outcomeFits},
    {Guard::FinalityFits, LooksAt::Data, finalityFits},
};

} // namespace

std::span<const GuardRow> orderChangeGuards()
{
    return kRows;
}

} // namespace tutela::procedure

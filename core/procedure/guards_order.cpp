#include "core/procedure/guard_run.h"

#include <algorithm>

#include "core/law/period_checks.h"

namespace tutela::procedure {

namespace {

bool hasOrder(const GuardRun& run)
{
    return run.file->order && run.file->order->decision != CourtDecision::Refused;
}

void sentOnFits(const GuardRun& run)
{
    const auto sent = run.facts().day("sent_on");
    if (sent && hasOrder(run) && (*sent < run.file->order->decidedOn || *sent > run.now.today))
        run.refuse({{"decided", run.file->order->decidedOn}, {"today", run.now.today}});
}

void receiptFits(const GuardRun& run)
{
    if (!hasOrder(run) || !run.file->order->transmittedOn)
        return run.refuse({}, "not-transmitted");
    if (run.file->order->receivedOn)
        return run.refuse({}, "already");
    if (run.data == nullptr)
        return;
    const auto received = run.facts().instant("received_at");
    if (!received)
        return;
    const Day day = run.now.zone.dayOf(*received);
    if (day < *run.file->order->transmittedOn || *received > run.now.now)
        return run.refuse({{"sent", *run.file->order->transmittedOn}, {"today", run.now.today}});
    const auto latest =
        law::latestLawfulReceipt(run.file->order->scope.start, run.now.rulebook.length("art7_9.start.min"));
    if (latest && day > *latest)
        run.warn("receipt-late", {{"latest", *latest}, {"start", run.file->order->scope.start}});
}

void finalOnFits(const GuardRun& run)
{
    const auto day = run.facts().day("final_on");
    if (day && hasOrder(run) && (*day < run.file->order->decidedOn || *day > run.now.today))
        run.refuse({{"decided", run.file->order->decidedOn}, {"today", run.now.today}});
    const auto copy = run.facts().day("copy_received_on");
    if (day && copy && *copy < *day)
        run.refuse({{"final", *day}}, "copy");
}

void copiesSentOnFits(const GuardRun& run)
{
    const auto day = run.facts().day("sent_on");
    if (day && hasOrder(run) && run.file->order->finalOn
        && (*day < *run.file->order->finalOn || *day > run.now.today))
        run.refuse({{"final", *run.file->order->finalOn}, {"today", run.now.today}});
}

void orderHasEnded(const GuardRun& run)
{
    if (hasOrder(run) && run.now.today <= lastDayInForce(*run.file->order))
        run.refuse({{"end", lastDayInForce(*run.file->order)}});
}

void notYetTransmitted(const GuardRun& run)
{
    run.refuseUnless(hasOrder(run) && !run.file->order->transmittedOn);
}

void notYetFinal(const GuardRun& run)
{
    run.refuseUnless(hasOrder(run) && !run.file->order->finalOn);
}

void isFinal(const GuardRun& run)
{
    run.refuseUnless(hasOrder(run) && run.file->order->finalOn);
}

void copiesNotYetSent(const GuardRun& run)
{
    // A list of authorities is completed; a sentence that says to whom is not.
    const bool listed = hasOrder(run) && !run.file->order->copyList.empty();
    run.refuseUnless(hasOrder(run) && (!run.file->order->copiesSentOn || listed));
}

/// Art 8(1)(c), 8(2): the order names the provider's establishment and goes to its contact point. What the
/// register of providers lacks is a point to check before the request is filed and the order issued.
void orderFactsKnown(const GuardRun& run)
{
    if (!run.now.provider)
        return;
    if (run.now.provider->establishment.empty())
        run.warn("provider-without-establishment");
    if (run.now.provider->contactPoint.empty())
        run.warn("provider-without-contact-point");
}

/// Art 8(2): an order addressed to a legal representative names it.
void addresseeFits(const GuardRun& run)
{
    const bool toRepresentative =
        run.facts().choice<Addressee>("addressee") == Addressee::LegalRepresentative;
    if (toRepresentative && !run.facts().has("representative"))
        run.refuse();
}

constexpr GuardRow kRows[] = {
    {Guard::OrderFactsKnown, LooksAt::State, orderFactsKnown},
    {Guard::AddresseeFits, LooksAt::Data, addresseeFits},
    {Guard::NotYetTransmitted, LooksAt::State, notYetTransmitted},
    {Guard::SentOnFits, LooksAt::Data, sentOnFits},
    {Guard::ReceiptFits, LooksAt::State, receiptFits},
    {Guard::NotYetFinal, LooksAt::State, notYetFinal},
    {Guard::FinalOnFits, LooksAt::Data, finalOnFits},
    {Guard::IsFinal, LooksAt::State, isFinal},
    {Guard::CopiesNotYetSent, LooksAt::State, copiesNotYetSent},
    {Guard::CopiesSentOnFits, LooksAt::Data, copiesSentOnFits},
    {Guard::OrderHasEnded, LooksAt::State, orderHasEnded},
};

} // namespace

std::span<const GuardRow> orderGuards()
{
    return kRows;
}

} // namespace tutela::procedure

#include "core/procedure/guard_run.h"

#include <algorithm>

namespace tutela::procedure {

namespace {

/// What comes late is never refused; only a request that was answered in full takes no further answer.
void requestUnanswered(const GuardRun& run)
{
    const auto* request = findById(run.file->requests, run.facts().text("request"));
    if (request == nullptr || request->answeredOn)
        run.refuse({{"request", run.facts().text("request")}});
}

/// The running of a clock with one more extension.
law::LedgerDates extended(const GuardRun& run, const CaseClock& running, const law::ClockExtension& extension)
{
    law::ClockFacts facts = running.facts;
    facts.extensions.push_back(extension);
    return law::countLedger(*running.definition, facts, calendarOf(running, *run.file, run.now.calendars));
}

/// The running of a clock that the act names, when the authority set its length.
std::optional<CaseClock> periodNamed(const GuardRun& run)
{
    const std::string id = run.facts().text("clock");
    for (CaseClock& running : clocksOf(*run.file, run.now.rulebook)) {
        if (running.id == id && running.definition->source == law::LengthSource::SetByAuthority)
            return std::move(running);
    }
    return std::nullopt;
}

/// The authority decides on a request to extend a period that it set; a refusal has its reason.
void extensionFits(const GuardRun& run)
{
    const Facts facts = run.facts();
    const auto running = periodNamed(run);
    if (!running)
        return run.refuse({{"clock", facts.text("clock")}});
    const auto requested = facts.day("requested_on");
    if (requested && running->facts.trigger && *requested < *running->facts.trigger)
        run.refuse({{"first", *running->facts.trigger}}, "early");
    const auto by = facts.length("by");
    if (by && by->amount < 1)
        run.refuse({}, "length");
    if (facts.choice<ExtensionDecision>("decision") == ExtensionDecision::Refused && !facts.has("reason"))
        run.refuse({}, "reason");
}

/// What is granted stays within the law's longest period in total (Art 5(3), 5(4)); granted after the end it
/// counts and shows.
void grantFits(const GuardRun& run)
{
    const auto running = periodNamed(run);
    const auto by = run.facts().length("by");
    const bool granted = run.facts().choice<ExtensionDecision>("decision") == ExtensionDecision::Granted;
    if (!granted || !running || !by || by->amount < 1)
        return;
    if (running->facts.metOn || running->facts.endedWithoutAnswerOn)
        return run.refuse({{"clock", running->id}}, "ended");
    const law::LedgerDates after = extended(run, *running, {*by, run.now.today});
    if (after.has(law::LedgerFlag::ExtensionNotForeseen) || after.has(law::LedgerFlag::OutOfRange))
        return run.refuse({{"by", *by}}, "length");
    if (after.has(law::LedgerFlag::AboveCap))
        return run.refuse({{"by", *by}, {"cap", running->definition->cap.value_or(Length{})}}, "cap");
    if (after.has(law::LedgerFlag::ExtensionAfterEnd))
        run.warn("extension-after-end", {{"clock", running->id}});
}

void lateAnswerOpen(const GuardRun& run)
{
    const bool waits = std::ranges::any_of(run.file->lateAnswers,
        [](const LateAnswer& late) { return late.consideration == Consideration::Undecided; });
    if (!waits)
        return run.refuse({}, "none");
    if (run.data == nullptr)
        return;
    const auto* late = findById(run.file->lateAnswers, run.facts().text("late"));
    if (late == nullptr)
        run.refuse({{"late", run.facts().text("late")}});
    else if (late->consideration != Consideration::Undecided)
        run.refuse({{"late", late->id}}, "treated");
}

/// A point to check before the authority decides: what came late and was neither considered nor set aside.
void lateAnswersTreated(const GuardRun& run)
{
    for (const LateAnswer& late : run.file->lateAnswers) {
        if (late.consideration == Consideration::Undecided)
            run.warn("late-answer-undecided", {{"late", late.id}, {"day", late.receivedOn}});
    }
}

/// GDPR Art 36(2): six weeks at most, announced within one month. What the data-protection authority did is
/// recorded all the same, and flagged.
void announcementFits(const GuardRun& run)
{
    const auto* consultation = findById(run.file->consultations, run.facts().text("consultation"));
    if (consultation == nullptr)
        return;
    const Length longest = run.now.rulebook.length("gdpr36.extension");
    const Day from = consultation->requestedOn;
    const auto by = run.facts().length("by");
    if (by && plainlyAfter(from, *by) > plainlyAfter(from, longest))
        run.warn("extension-too-long", {{"by", *by}, {"longest", longest}});
    const Day last =
        run.endOf(from, run.now.rulebook.length("gdpr36.extension_notice"), run.now.calendars.authority);
    const auto announced = run.facts().day("announced_on");
    if (announced && *announced > last)
        run.warn("extension-late", {{"last", last}});
}

constexpr GuardRow kRows[] = {
    {Guard::RequestUnanswered, LooksAt::Data, requestUnanswered},
    {Guard::ExtensionFits, LooksAt::Data, extensionFits},
    {Guard::GrantFits, LooksAt::Data, grantFits},
    {Guard::LateAnswerOpen, LooksAt::State, lateAnswerOpen},
    {Guard::LateAnswersTreated, LooksAt::State, lateAnswersTreated},
    {Guard::AnnouncementFits, LooksAt::Data, announcementFits},
};

} // namespace

std::span<const GuardRow> periodGuards()
{
    return kRows;
}

} // namespace tutela::procedure

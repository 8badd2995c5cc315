#include "core/procedure/guard_run.h"

#include <algorithm>

#include "core/law/period_checks.h"

namespace tutela::procedure {

namespace {

void recordedActsConfirmed(const GuardRun& run)
{
    for (const RecordedAct& recorded : run.file->recorded) {
        if (!recorded.confirmedBy)
            run.refuse({{"entry", recorded.entry}});
    }
}

/// "57, 60": the entries recorded from a document that wait for a second person.
std::string unconfirmedRecords(const CaseFile& file)
{
    std::string open;
    for (const RecordedAct& recorded : file.recorded) {
        if (!recorded.confirmedBy)
            open += fmt::format("{}{}", open.empty() ? "" : ", ", recorded.entry);
    }
    return open;
}

void recordedByAnother(const GuardRun& run)
{
    const EntrySeq entry = run.facts().integer("entry");
    const auto recorded = std::ranges::find(run.file->recorded, entry, &RecordedAct::entry);
    if (recorded == run.file->recorded.end() || recorded->confirmedBy) {
        const std::string open = unconfirmedRecords(*run.file);
        return open.empty() ? run.refuse({}, "none") : run.refuse({{"open", open}}, "other");
    }
    if (recorded->recordedBy == run.now.actor.person)
        run.refuse();
}

void judgeTookNoPart(const GuardRun& run)
{
    const bool tookPart = std::ranges::any_of(run.file->participants, [&](const Participation& part) {
        return part.person == run.now.actor.person && institutionOf(part.role) != Institution::Court;
    });
    if (tookPart)
        run.refuse();
}

void withinRequest(const GuardRun& run)
{
    if (run.file->request && !isWithin(run.scope(), run.file->request->scope))
        run.warn("order-beyond-request");
}

void questionOpen(const GuardRun& run)
{
    const auto* question = findById(run.file->questions, run.facts().text("question"));
    if (question == nullptr || question->answer)
        run.refuse({{"question", run.facts().text("question")}});
}

/// Art 7(9): the start lies at least 3 and at most 12 months after receipt. Receipt cannot come before today,
/// so a start earlier than three months from today is unlawful whatever happens; the rest depends on receipt.
void startWindow(const GuardRun& run)
{
    const Day start = run.scope().start;
    const Length minimum = run.now.rulebook.length("art7_9.start.min");
    const Day nominal = plainlyAfter(run.now.today, minimum);
    if (start < nominal)
        return run.refuse(
            {{"minimum", minimum}, {"earliest", law::earliestOrderStart(run.now.today, minimum)}});
    if (start == nominal)
        run.between({"art7_9.start.minimum", "last-day"}, "start-on-last-reading",
            {{"earliest", law::earliestOrderStart(run.now.today, minimum)}});
    const Length maximum = run.now.rulebook.length("art7_9.start.max");
    if (start > plainlyAfter(run.now.today, maximum))
        run.warn("start-late", {{"maximum", maximum}});
}

/// Art 7(5), (6), (7): the past twelve months end with the request, or else with the decision. Evidence
/// inside at the request may have left the window since.
void evidenceAtDecision(const GuardRun& run)
{
    const Day first = law::lookbackStart(run.now.today, run.now.rulebook.length("art7_5.lookback"));
    const bool inside = std::ranges::any_of(
        run.file->evidence, [&](const Evidence& evidence) { return evidence.observedOn >= first; });
    if (!inside && !run.file->evidence.empty())
        run.between({"art7_5.lookback.ends", "request"}, "evidence-left-window", {{"first", first}});
}

void judgeDeclared(const GuardRun& run)
{
    run.refuseUnless(
        run.now.actor.has(Role::Judge) ? hasDeclaredNoConflict(*run.file, run.now.actor.person) : true);
}

void notYetDeclared(const GuardRun& run)
{
    run.refuseUnless(!hasDeclaredNoConflict(*run.file, run.now.actor.person));
}

constexpr GuardRow kRows[] = {
    {Guard::RecordedActsConfirmed, LooksAt::State, recordedActsConfirmed},
    {Guard::RecordedByAnother, LooksAt::Data, recordedByAnother},
    {Guard::JudgeTookNoPart, LooksAt::State, judgeTookNoPart},
    {Guard::JudgeDeclared, LooksAt::State, judgeDeclared},
    {Guard::NotYetDeclared, LooksAt::State, notYetDeclared},
    {Guard::WithinRequest, LooksAt::Data, withinRequest},
    {Guard::QuestionOpen, LooksAt::Data, questionOpen},
    {Guard::StartWindow, LooksAt::Data, startWindow},
    {Guard::EvidenceAtDecision, LooksAt::State, evidenceAtDecision},
};

} // namespace

std::span<const GuardRow> courtGuards()
{
    return kRows;
}

} // namespace tutela::procedure

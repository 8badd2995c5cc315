#include "core/procedure/guard_run.h"

#include <algorithm>
#include <initializer_list>

#include "core/procedure/decide.h"

namespace tutela::procedure {

namespace {

bool isAmong(const std::vector<PersonId>& people, const PersonId& person)
{
    return std::ranges::find(people, person) != people.end();
}

bool actedOutsideCourt(const CaseFile& file, const PersonId& person)
{
    return std::ranges::any_of(file.participants, [&](const Participation& part) {
        return part.person == person && institutionOf(part.role) != Institution::Court;
    });
}

/// Everybody whom the allocation names as a judge.
std::vector<std::string> judgesNamed(const Facts& facts)
{
    std::vector<std::string> named = facts.codes("members");
    for (const char* seat : {"presiding", "rapporteur"}) {
        if (facts.has(seat))
            named.push_back(facts.text(seat));
    }
    std::ranges::sort(named);
    named.erase(std::unique(named.begin(), named.end()), named.end());
    return named;
}

/// Art 7(1): an independent court. Its own rule says who sits; the bench are judges of the court who took no
/// part on another side and did not step aside.
void benchFits(const GuardRun& run)
{
    for (const std::string& name : judgesNamed(run.facts())) {
        const PersonId judge(name);
        if (!isAmong(run.now.judges, judge))
            run.refuse({{"person", name}}, "no-judge");
        else if (actedOutsideCourt(*run.file, judge))
            run.refuse({{"person", name}}, "took-part");
        else if (hasSteppedAside(*run.file, judge))
            run.refuse({{"person", name}}, "stepped-aside");
    }
    const std::string clerk = run.facts().text("clerk");
    if (!clerk.empty() && !isAmong(run.now.courtClerks, PersonId(clerk)))
        run.refuse({{"person", clerk}}, "no-clerk");
    if (run.facts().choice<Signatory>("signs") == Signatory::Rapporteur && !run.facts().has("rapporteur"))
        run.refuse({}, "no-rapporteur");
    if (benchOf(*run.file) != nullptr && !run.facts().has("reason"))
        run.refuse({}, "reason");
}

/// A file that was allocated is its bench's and its clerk's alone.
void onTheBench(const GuardRun& run)
{
    const Bench* bench = benchOf(*run.file);
    if (bench == nullptr)
        return;
    const PersonId& person = run.now.actor.person;
    const bool clerk = run.now.actor.has(Role::CourtClerk) && (!bench->clerk || *bench->clerk == person);
    run.refuseUnless(bench->has(person) || (clerk && !run.now.actor.has(Role::Judge)));
}

/// Nobody decides beside a member who has not declared, or whom nobody replaced.
void benchDeclared(const GuardRun& run)
{
    const Bench* bench = benchOf(*run.file);
    if (bench == nullptr)
        return;
    for (const PersonId& judge : bench->judges) {
        if (hasSteppedAside(*run.file, judge))
            run.refuse({{"person", judge.text()}}, "replace");
        else if (!hasDeclaredNoConflict(*run.file, judge))
            run.refuse({{"person", judge.text()}});
    }
}

/// The decision becomes one by the signature of the judge whom the court's law names.
void signatoryFits(const GuardRun& run)
{
    const Bench* bench = benchOf(*run.file);
    if (bench != nullptr && bench->has(run.now.actor.person) && bench->signatory() != run.now.actor.person)
        run.refuse({{"person", bench->signatory().text()}});
}

/// A draft of an order says from when to when.
void draftDecisionFits(const GuardRun& run)
{
    const bool refuses = run.facts().choice<CourtDecision>("decides") == CourtDecision::Refused;
    const bool dated = run.facts().day("start") && run.facts().day("end");
    run.refuseUnless(refuses || dated);
}

/// Members agree to the last draft, once each.
void concursWithLast(const GuardRun& run)
{
    if (run.file->decisionDrafts.empty())
        return run.refuse({}, "none");
    const DecisionDraft& last = run.file->decisionDrafts.back();
    if (run.facts().integer("draft_version") != last.version)
        run.refuse({{"version", last.version}});
    else if (isAmong(last.agreed, run.now.actor.person))
        run.refuse({}, "already");
}

/// Where every member signs, all have agreed to the very decision that is signed last.
void membersConcur(const GuardRun& run)
{
    const Bench* bench = benchOf(*run.file);
    if (bench == nullptr || bench->signs != Signatory::EveryMember || !bench->has(run.now.actor.person))
        return;
    if (run.file->decisionDrafts.empty())
        return run.refuse({}, "draft");
    const DecisionDraft& draft = run.file->decisionDrafts.back();
    const bool refuses = run.act.to == Step::Refused;
    const CourtDecision decision = refuses ? CourtDecision::Refused
        : run.act.to == Step::OrderIssued  ? CourtDecision::Issued
                                           : CourtDecision::IssuedInPart;
    const bool sameRequest = run.file->request && run.file->request->version == draft.requestVersion;
    const bool sameScope = refuses || run.data == nullptr || scopeOf(run.facts()) == draft.scope;
    if (decision != draft.decision || !sameRequest || !sameScope)
        return run.refuse({{"version", draft.version}}, "other");
    for (const PersonId& judge : bench->judges) {
        if (judge != run.now.actor.person && !isAmong(draft.agreed, judge))
            run.refuse({{"person", judge.text()}, {"version", draft.version}});
    }
}

/// Art 7(4), 8(1)(g): an order needs both conditions, and its reasons deal with each in the court's own
/// words; for a refusal one that fails is enough. What another court wrote on paper is never refused.
void conditionsReasoned(const GuardRun& run)
{
    const bool mayBeShort = run.act.to == Step::Refused || sourceOf(*run.data) != ActSource::Own;
    std::vector<std::string> wanted{"court_evidence", "court_for", "court_against"};
    if (run.file->detectionKind != DetectionKind::Known)
        wanted.emplace_back("court_kind_condition");
    for (const std::string& field : wanted) {
        if (run.facts().has(field))
            continue;
        if (mayBeShort)
            run.warn("condition-not-reasoned", {{"field", Term{"field." + field}}});
        else
            run.refuse({{"field", Term{"field." + field}}});
    }
}

/// "Issue in part" is for an order that differs from the request; one that asks for less says so.
void partFits(const GuardRun& run)
{
    if (!run.file->request)
        return;
    const Facts facts = run.facts();
    const OrderTerms decided{scopeOf(facts),
        facts.choice<Addressee>("addressee").value_or(Addressee::MainEstablishment),
        facts.text("representative"), facts.text("targeting"), facts.text("safeguards")};
    OrderTerms requested = decided; // texts that were erased cannot be compared
    requested.scope = run.file->request->scope;
    requested.addressee = run.file->request->addressee;
    const auto differences = differencesOf(run.now.requested.value_or(requested), decided);
    const bool less = std::ranges::any_of(
        differences, [](const Difference& difference) { return difference.sense == DifferenceSense::Less; });
    if (run.act.to == Step::OrderIssuedInPart && differences.empty())
        run.refuse();
    else if (run.act.to == Step::OrderIssued && less)
        run.warn("less-than-requested");
}

/// A request that the court refused is not made again on the same facts.
void newFactsAfterRefusal(const GuardRun& run)
{
    const RelatedCase* refused =
        refusedBefore(run.now, run.facts().text("service"), run.facts().choice<DetectionKind>("kind"));
    if (refused != nullptr && !run.facts().has("new_facts"))
        run.refuse({{"case", refused->id.text()}});
}

/// While the authority amends its request, nobody decides on the version that it gives up.
void noAmendment(const GuardRun& run)
{
    if (!run.file->amendment)
        return;
    const bool onPaper = run.data != nullptr && sourceOf(*run.data) != ActSource::Own;
    if (onPaper)
        run.warn("decided-during-amendment", {{"version", run.file->amendment->version}});
    else
        run.refuse({{"version", run.file->amendment->version}});
}

void amendmentOpen(const GuardRun& run)
{
    run.refuseUnless(run.file->amendment.has_value());
}

/// Art 7(3): the provider comments on what is requested before the court has it.
void amendmentCommented(const GuardRun& run)
{
    if (!run.file->amendment || !run.file->amendment->commentsPeriod)
        return;
    const bool commented = std::ranges::any_of(run.file->comments,
        [&](const ProviderComments& comments) { return comments.entry > run.file->amendment->entry; });
    if (!commented)
        run.refuseUntilOver(law::ClockTrigger::DraftSent, amendmentInstance(*run.file->amendment));
}

/// Art 8(1)(i): the file that the court signed outside. What is not the exported order with a signature added
/// says in words how it was checked.
void signedOrderFits(const GuardRun& run)
{
    switch (run.now.signedFile.value_or(SignedFileCheck::Different)) {
    case SignedFileCheck::NotPdf:
        return run.refuse({}, "pdf");
    case SignedFileCheck::OwnExport:
        return run.refuse({}, "unsigned");
    case SignedFileCheck::Preserved:
        return;
    case SignedFileCheck::Different:
        break;
    }
    if (run.facts().has("authenticity_check"))
        run.warn("signed-file-differs");
    else
        run.refuse({}, "check");
}

constexpr GuardRow kRows[] = {
    {Guard::BenchFits, LooksAt::Data, benchFits},
    {Guard::OnTheBench, LooksAt::State, onTheBench},
    {Guard::BenchDeclared, LooksAt::State, benchDeclared},
    {Guard::SignatoryFits, LooksAt::State, signatoryFits},
    {Guard::DraftDecisionFits, LooksAt::Data, draftDecisionFits},
    {Guard::ConcursWithLast, LooksAt::Data, concursWithLast},
    {Guard::MembersConcur, LooksAt::State, membersConcur},
    {Guard::ConditionsReasoned, LooksAt::Data, conditionsReasoned},
    {Guard::PartFits, LooksAt::Data, partFits},
    {Guard::NewFactsAfterRefusal, LooksAt::Data, newFactsAfterRefusal},
    {Guard::NoAmendment, LooksAt::State, noAmendment},
    {Guard::AmendmentOpen, LooksAt::State, amendmentOpen},
    {Guard::AmendmentCommented, LooksAt::State, amendmentCommented},
    {Guard::SignedOrderFits, LooksAt::Data, signedOrderFits},
};

} // namespace

std::span<const GuardRow> benchGuards()
{
    return kRows;
}

} // namespace tutela::procedure

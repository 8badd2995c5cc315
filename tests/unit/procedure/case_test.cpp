#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "core/procedure/apply.h"
#include "core/procedure/apply_correspondence.h"
#include "core/procedure/clocks.h"
#include "core/procedure/visibility.h"
#include "tests/support/rules.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

Entry entryOf(const char* act, const char* facts, EntrySeq seq = 50)
{
    const ActDefinition& definition = *acts().find(act);
    Entry entry;
    entry.seq = seq;
    entry.stream = definition.kind == CaseKind::Detection ? "case/D-2026-0001" : "case/A-2026-0001";
    entry.act = act;
    entry.effect = toText(definition.effect);
    entry.to = definition.to;
    entry.actor = PersonId("U-0001");
    entry.role = definition.roles.front();
    entry.at = instant("2026-06-01T10:00:00Z");
    entry.facts = json(facts);
    return entry;
}

// ── folding ───────────────────────────────────────────────────────────────────────────────────────────

Json anyFact()
{
    switch (*rc::gen::inRange(0, 8)) {
    case 0:
        return nullptr;
    case 1:
        return *rc::gen::arbitrary<bool>();
    case 2:
        return std::int64_t{*rc::gen::arbitrary<int>()};
    case 3:
        return *rc::gen::element<std::string>("2026-03-01", "0001-01-01", "9999-12-31", "2026-13-01", "");
    case 4:
        return *rc::gen::element<std::string>("P2W", "P999999999999D", "P-1M", "-P1M", "PT24H", "P");
    case 5:
        return *rc::gen::element<std::string>(
            "R1", "H1", "C1", "Q1", "complete", "not-complied", "known", "advice");
    case 6:
        return Json::array({1, "a", nullptr});
    default:
        return *rc::gen::arbitrary<std::string>();
    }
}

Entry anyEntry(std::int64_t number)
{
    const auto at = *rc::gen::inRange<std::size_t>(0, acts().all().size());
    Entry entry = entryOf(acts().all()[at].name.c_str(), "{}", number);
    entry.streamSeq = number;
    entry.recordedFromDocument = *rc::gen::arbitrary<bool>();
    if (*rc::gen::inRange(0, 10) == 0)
        entry.effect = "an-effect-of-tomorrow";
    for (const char* name : {"id", "request", "hearing", "consultation", "question", "entry", "service",
             "services", "parts", "start", "end", "on", "received_on", "received_at", "period", "extent",
             "outcome", "kind", "version", "bundle", "sent_on", "final_on", "extension", "announced_on",
             "remedy_period", "comments_period", "receipt", "correction", "requested_on", "document",
             "correspondent", "drafted_letter", "translation_of", "of_document"}) {
        if (*rc::gen::inRange(0, 3) != 0)
            entry.facts.set(name, anyFact());
    }
    return entry;
}

RC_GTEST_PROP(Folding, NeverRefusesWhateverTheFactsAre, ())
{
    std::vector<Entry> entries;
    const int count = *rc::gen::inRange(1, 25);
    for (int number = 1; number <= count; ++number)
        entries.push_back(anyEntry(number));
    const CaseFile file = fold(CaseId("D-2026-0001"), entries);
    RC_ASSERT(file.streamSeq == count);
    RC_ASSERT(file.participants.size() == entries.size());
    static_cast<void>(waitingFor(file, rulebook()));
    for (const Entry& entry : entries)
        static_cast<void>(readersOf(file, entry));
}

TEST(Folding, AnEffectOfTomorrowMovesTheStepAndNothingElse)
{
    CaseFile file = assessment();
    Entry entry = entryOf("close", "{}");
    entry.effect = "an-effect-of-tomorrow";
    entry.streamSeq = 2;
    apply(file, entry);
    EXPECT_EQ(file.step, Step::Closed);
    EXPECT_EQ(file.streamSeq, 2);
    EXPECT_FALSE(file.endedOn.has_value());
}

TEST(Folding, OnlyTheCompleteAnswerEndsARequest)
{
    CaseFile file = assessment();
    apply(file, entryOf("ask-information", R"({"id":"R1","period":"P2W","on":"2026-04-10"})", 51));
    apply(file,
        entryOf("record-answer", R"({"request":"R1","extent":"partial","received_on":"2026-04-15"})", 52));
    EXPECT_FALSE(file.requests.front().answeredOn.has_value());
    ASSERT_EQ(file.requests.front().partialAnswers.size(), 1u);
    EXPECT_EQ(file.requests.front().partialAnswers.front().entry, 52);
    EXPECT_EQ(file.requests.front().partialAnswers.front().receivedOn, day("2026-04-15"));
    apply(file,
        entryOf("record-answer", R"({"request":"R1","extent":"complete","received_on":"2026-04-24"})", 53));
    EXPECT_EQ(file.requests.front().answeredOn, day("2026-04-24"));
}

// ── clocks ────────────────────────────────────────────────────────────────────────────────────────────

/// The last day of a clock, "OPEN" while it stands still, "NONE" when the file has no such clock.
std::string endOf(const CaseFile& file, const std::string& id)
{
    for (const CaseClock& clock : clocksOf(file, rulebook())) {
        if (clock.id != id)
            continue;
        const auto dates =
            law::countLedger(*clock.definition, clock.facts, calendarOf(clock, file, calendars()));
        return dates.open ? "OPEN" : dates.end ? formatDay(dates.end->day) : "NO END";
    }
    return "NONE";
}

CaseFile reviewed(const char* received, std::vector<std::pair<const char*, const char*>> pauses)
{
    CaseFile file = assessment();
    file.filings.front().receivedOn = day(received);
    for (const auto& [from, to] : pauses) {
        InformationRequest request;
        request.id = "R" + std::to_string(file.requests.size() + 1);
        request.askedOn = day(from);
        request.period = length("P2W");
        request.suspendsReview = true;
        if (to != nullptr)
            request.answeredOn = day(to);
        file.requests.push_back(request);
    }
    return file;
}

TEST(ReviewClock, StandsStillWhileInformationIsAwaited)
{
    EXPECT_EQ(endOf(reviewed("2026-03-02", {}), "DL06"), "2026-06-02");
    EXPECT_EQ(endOf(reviewed("2026-03-02", {{"2026-04-10", "2026-04-24"}}), "DL06"), "2026-06-16");
    EXPECT_EQ(
        endOf(reviewed("2026-05-29", {{"2026-06-08", "2026-06-22"}, {"2026-07-13", "2026-07-20"}}), "DL06"),
        "2026-09-21");
    EXPECT_EQ(
        endOf(reviewed("2026-05-29", {{"2026-06-08", "2026-06-22"}, {"2026-06-15", "2026-06-29"}}), "DL06"),
        "2026-09-21");
    EXPECT_EQ(endOf(reviewed("2026-03-02", {{"2026-04-10", nullptr}}), "DL06"), "OPEN");
    CaseFile closed = reviewed("2026-03-02", {{"2026-04-10", nullptr}});
    closed.requests.front().closedUnansweredOn = day("2026-04-24");
    EXPECT_EQ(endOf(closed, "DL06"), "2026-06-16");
    // A demand under Art 7(2) stops nothing.
    CaseFile demand = reviewed("2026-03-02", {{"2026-04-10", nullptr}});
    demand.requests.front().suspendsReview = false;
    EXPECT_EQ(endOf(demand, "DL06"), "2026-06-02");
}

TEST(EveryTrigger, StartsItsClock)
{
    CaseFile file = beforeTheCourt();
    EXPECT_EQ(endOf(file, "DL10"), "2026-06-15"); // comments, two weeks from the day it was sent
    EXPECT_EQ(endOf(file, "DL11"), "2026-06-30"); // opinion, four weeks from the EU Centre's receipt
    EXPECT_EQ(endOf(file, "DL12"), "NONE");
    file.planDemand = PlanDemand{27, day("2026-07-01"), length("P30D")};
    EXPECT_EQ(endOf(file, "DL12"), "2026-07-31");
    file.consultations.push_back({"C1", 25, day("2026-06-22"), {}, {}, {}, {}, {}, 0});
    EXPECT_EQ(endOf(file, "DL13/C1"), "2026-08-17"); // eight weeks
    file.consultations.back().extension = length("P6W");
    file.consultations.back().extensionAnnouncedOn = day("2026-07-10");
    EXPECT_EQ(endOf(file, "DL13/C1"), "2026-09-28"); // fourteen
    EXPECT_EQ(endOf(file, "DL14"), "NONE");
    file.order = withOrder().order;
    EXPECT_EQ(endOf(file, "DL14"), "2026-09-30"); // the last lawful receipt
    EXPECT_EQ(endOf(file, "DL15"), "2027-12-31"); // the last day of the order
    file.order->decision = CourtDecision::Refused;
    EXPECT_EQ(endOf(file, "DL15"), "NONE");

    CaseFile report = reviewed("2026-03-02", {{"2026-04-10", "2026-04-20"}});
    EXPECT_EQ(endOf(report, "DL07/R1"), "2026-04-24");
    report.requests.front().suspendsReview = false;
    EXPECT_EQ(endOf(report, "DL09/R1"), "2026-04-24");
    report.hearings.push_back({"H1", 13, day("2026-04-11"), length("P2W"), {}, {}});
    EXPECT_EQ(endOf(report, "HEAR/H1"), "2026-04-27"); // the Saturday runs to Monday
    report.determinations.push_back(
        {ServiceId("S-0001"), 14, Compliance::NotComplied, day("2026-05-20"), length("P1M")});
    EXPECT_EQ(endOf(report, "DL08/S-0001"), "2026-06-22"); // 20 June is a Saturday
}

// ── whose turn it is ──────────────────────────────────────────────────────────────────────────────────

TEST(WaitingForTest, FollowsWhoHasToActNext)
{
    CaseFile file = assessment();
    EXPECT_EQ(waitingFor(file, rulebook()), WaitingFor::Authority);
    file.requests.push_back({"R1", 11, day("2026-04-10"), length("P2W"), true, {}, {}, {}, {}});
    EXPECT_EQ(waitingFor(file, rulebook()), WaitingFor::Provider);
    file.requests.back().closedUnansweredOn = day("2026-04-27");
    EXPECT_EQ(waitingFor(file, rulebook()), WaitingFor::Authority);
    file.step = Step::DeterminationMade;
    EXPECT_EQ(waitingFor(file, rulebook()), WaitingFor::Authority);
    file.determinations.push_back(
        {ServiceId("S-0001"), 14, Compliance::NotComplied, day("2026-05-20"), length("P1M")});
    EXPECT_EQ(waitingFor(file, rulebook()), WaitingFor::Provider);
    file.step = Step::Closed;
    EXPECT_EQ(waitingFor(file, rulebook()), WaitingFor::Nobody);

    CaseFile draft = beforeTheCourt();
    draft.step = Step::OutForComments;
    EXPECT_EQ(waitingFor(draft, rulebook()), WaitingFor::Provider);
    draft.comments.push_back({23, 1, day("2026-06-10")});
    EXPECT_EQ(waitingFor(draft, rulebook()), WaitingFor::EuCentre);
    draft.opinions.push_back({24, 1, OpinionOutcome::Favourable, day("2026-06-12"), 0});
    EXPECT_EQ(waitingFor(draft, rulebook()), WaitingFor::Authority);
    draft.step = Step::AwaitingPlan;
    EXPECT_EQ(waitingFor(draft, rulebook()), WaitingFor::Provider);
    draft.consultations.push_back({"C1", 25, day("2026-06-22"), {}, {}, {}, {}, {}, 0});
    EXPECT_EQ(waitingFor(draft, rulebook()), WaitingFor::Dpa);
    draft.plan = ImplementationPlan{26, day("2026-07-20"), true, false};
    EXPECT_EQ(waitingFor(draft, rulebook()), WaitingFor::Authority);
    draft.step = Step::ForApproval;
    EXPECT_EQ(waitingFor(draft, rulebook()), WaitingFor::Authority);
    draft.request->approvedBy.reset();
    EXPECT_EQ(waitingFor(draft, rulebook()), WaitingFor::Head);

    CaseFile court = beforeTheCourt();
    EXPECT_EQ(waitingFor(court, rulebook()), WaitingFor::Court);
    court.questions.push_back({"Q1", 35, {}});
    EXPECT_EQ(waitingFor(court, rulebook()), WaitingFor::Authority);
    CaseFile order = withOrder();
    EXPECT_EQ(waitingFor(order, rulebook()), WaitingFor::Court);
    order.order->receivedOn = day("2026-09-05");
    EXPECT_EQ(waitingFor(order, rulebook()), WaitingFor::Provider); // its notice before the start
    order.order->startNotices.push_back({41, day("2026-11-20")});
    EXPECT_EQ(waitingFor(order, rulebook()), WaitingFor::Nobody);
}

// ── who sees what ─────────────────────────────────────────────────────────────────────────────────────

std::string names(const std::vector<Institution>& institutions)
{
    std::string text;
    for (const Institution institution : institutions)
        text += (text.empty() ? "" : " ") + std::string(toText(institution));
    return text;
}

TEST(Visibility, GrowsWithWhatWasSentToWhom)
{
    CaseFile file = detection();
    EXPECT_EQ(names(audiencesOf(file)), "authority");
    file.drafts = beforeTheCourt().drafts;
    EXPECT_EQ(names(audiencesOf(file)), "authority eu-centre");
    file.request = OrderRequest{30, PersonId("U-0001"), {}};
    EXPECT_EQ(names(audiencesOf(file)), "authority eu-centre"); // drafted, not filed
    file = beforeTheCourt();
    file.consultations.push_back({"C1", 25, day("2026-06-22"), {}, {}, {}, {}, {}, 0});
    EXPECT_EQ(names(audiencesOf(file)), "authority court dpa eu-centre");
}

TEST(Visibility, GivesEachInstitutionWhatConcernsIt)
{
    CaseFile file = beforeTheCourt();
    file.consultations.push_back({"C1", 25, day("2026-06-22"), {}, {}, {}, {}, {}, 0});
    file.earlierRequests.push_back(OrderRequest{28, PersonId("U-0001"), {}});
    const std::tuple<const char*, EntrySeq, const char*> rows[] = {
        {"record-evidence", 21, "authority court"}, // in the bundle
        {"record-evidence", 60, "authority"}, // recorded after the filing
        {"send-draft", 22, "authority court eu-centre"},
        {"record-comments", 60, "authority"},
        {"give-opinion", 60, "authority eu-centre"},
        {"refer-to-dpa", 25, "authority dpa"},
        {"extend-consultation", 60, "authority dpa"},
        {"lodge-advice", 60, "authority dpa"},
        {"record-plan", 60, "authority"},
        {"submit-for-approval", 30, "authority court dpa eu-centre"},
        {"approve", 31, "authority court"},
        {"send-back", 60, "authority"},
        {"file-request", 32, "authority court dpa"},
        {"amend-request", 60, "authority"}, // a draft of the authority until it is filed
        {"amend-request", 28, "authority dpa eu-centre"}, // the court has it in its bundle
        {"approve-amendment", 60, "authority"},
        {"file-amendment", 60, "authority court"},
        {"drop-amendment", 60, "authority"},
        {"declare-no-conflict", 60, "authority court"},
        {"allocate", 60, "authority court"},
        {"circulate-decision", 60, "court"},
        {"concur", 60, "court"},
        {"add-court-note", 60, "court"}, // and there the bench alone
        {"ask-authority", 60, "authority court"},
        {"answer-court", 60, "authority court"},
        {"issue", 60, "authority court dpa eu-centre"},
        {"issue-in-part", 60, "authority court dpa eu-centre"},
        {"refuse", 60, "authority court dpa"},
        {"attach-signed-order", 60, "authority court dpa eu-centre"},
        {"record-receipt", 60, "authority court"},
        {"assign-detection", 60, "authority"},
        {"not-pursued", 60, "authority"},
        {"add-note-detection", 60, "authority"},
        {"record-letter-in-detection", 60, "authority"},
    };
    for (const auto& [act, seq, expected] : rows)
        EXPECT_EQ(names(readersOf(file, entryOf(act, "{}", seq))), expected) << act << " " << seq;
    CaseFile unfiled = file;
    unfiled.request->filing.reset();
    EXPECT_EQ(names(readersOf(unfiled, entryOf("submit-for-approval", "{}", 30))), "authority");
    Entry unknown = entryOf("issue", "{}");
    unknown.effect = "an-effect-of-tomorrow";
    EXPECT_EQ(names(readersOf(file, unknown)), "authority");
}

TEST(Visibility, OfALetterIsForTheAuthorityAndWhomItWasExchangedWith)
{
    CaseFile file = beforeTheCourt();
    file.consultations.push_back({"C1", 25, day("2026-06-22"), {}, {}, {}, {}, {}, 0});
    const std::pair<const char*, const char*> rows[] = {
        {R"({"correspondent":"provider"})", "authority"},
        {R"({"correspondent":"court"})", "authority court"},
        {R"({"correspondent":"dpa"})", "authority dpa"},
        {R"({"correspondent":"eu-centre"})", "authority eu-centre"},
        {R"({"correspondent":"commission"})", "authority"},
        {R"({"correspondent":"other"})", "authority"},
    };
    for (const auto& [facts, expected] : rows) {
        for (const char* act : {"record-letter-in-detection", "record-letter-out-detection"})
            EXPECT_EQ(names(readersOf(file, entryOf(act, facts, 60))), expected) << act << facts;
        EXPECT_EQ(names(readersOf(file, entryOf("add-note-detection", facts, 60))), "authority");
    }
    CaseFile early = detection();
    EXPECT_EQ(
        names(readersOf(early, entryOf("record-letter-in-detection", R"({"correspondent":"court"})", 60))),
        "authority")
        << "nothing was filed";
}

TEST(Visibility, OfATranslationFollowsWhatWasTranslated)
{
    CaseFile file = withOrder();
    file.documents = {{DocumentId("DOC-1"), 21, false}, {DocumentId("DOC-2"), 60, false}};
    file.translations = {{70, DocumentId("DOC-7"), TranslationOf::Order, {}, "pl"},
        {71, DocumentId("DOC-8"), TranslationOf::FiledDocument, DocumentId("DOC-1"), "pl"},
        {72, DocumentId("DOC-9"), TranslationOf::FiledDocument, DocumentId("DOC-2"), "pl"}};
    const auto readers = [&](EntrySeq seq) {
        return names(readersOf(file, entryOf("attach-translation-detection", "{}", seq)));
    };
    EXPECT_EQ(readers(70), "authority court");
    EXPECT_EQ(readers(71), "authority court") << "in the bundle";
    EXPECT_EQ(readers(72), "authority") << "not in the bundle";
}

TEST(Folding, NumbersLettersInAndOutApartAndKnowsTheDraftThatWasSent)
{
    CaseFile file = detection();
    apply(file,
        entryOf("record-letter-in-detection",
            R"({"id":"IN1","correspondent":"dpa","received_on":"2026-06-02"})", 60));
    apply(file,
        entryOf("record-letter-out-detection",
            R"({"id":"OUT1","correspondent":"provider","sent_on":"2026-06-03","drafted_letter":"E2-provider"})",
            61));
    EXPECT_EQ(nextLetterId(file, LetterDirection::Received), "IN2");
    EXPECT_EQ(nextLetterId(file, LetterDirection::Sent), "OUT2");
    ASSERT_EQ(file.letters.size(), 2U);
    EXPECT_EQ(file.letters[0].on, day("2026-06-02"));
    EXPECT_EQ(file.letters[1].drafted, "E2-provider");
    EXPECT_EQ(file.letters[1].with, Correspondent::Provider);
}

TEST(Visibility, OfTheRequestGivesTheDpaItsPointsAndTheEuCentreTheDeviation)
{
    const Entry request = entryOf("submit-for-approval", "{}", 30);
    const std::tuple<Institution, const char*, bool> rows[] = {
        {Institution::Authority, "balance", true},
        {Institution::Court, "balance", true},
        {Institution::Dpa, "treatment_of_points", true},
        {Institution::Dpa, "balance", false},
        {Institution::Dpa, "deviation_reasons", false},
        {Institution::EuCentre, "deviation_reasons", true},
        {Institution::EuCentre, "treatment_of_points", false},
    };
    for (const auto& [institution, field, may] : rows)
        EXPECT_EQ(mayReadField(institution, request, field), may) << toText(institution) << " " << field;
}

TEST(Visibility, MakesTheJudgeDeclareFirstAndKeepsAdministratorsOut)
{
    CaseFile file = beforeTheCourt();
    const Actor judge{PersonId("U-0007"), {Role::Judge}};
    EXPECT_TRUE(mustDeclareFirst(file, judge));
    EXPECT_FALSE(mustDeclareFirst(file, {PersonId("U-0008"), {Role::CourtClerk}}));
    EXPECT_FALSE(mustDeclareFirst(detection(), judge)); // sees nothing yet
    file.declarations.push_back({judge.person, 33, false});
    EXPECT_FALSE(mustDeclareFirst(file, judge));
    file.declarations.push_back({judge.person, 34, true});
    EXPECT_TRUE(mustDeclareFirst(file, judge));
    EXPECT_EQ(readsFor(file, {PersonId("U-0009"), {Role::Administrator}}), std::nullopt);
    EXPECT_EQ(readsFor(file, {PersonId("U-0009"), {Role::Auditor}}), Institution::Authority);
    EXPECT_EQ(readsFor(file, {PersonId("U-0009"), {Role::DpaOfficer}}), std::nullopt);
    EXPECT_EQ(readsFor(detection(), judge), std::nullopt);
}

} // namespace

} // namespace tutela::procedure

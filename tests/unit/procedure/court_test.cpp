#include <gtest/gtest.h>

#include "core/procedure/apply.h"
#include "core/procedure/clocks.h"
#include "core/procedure/decide.h"
#include "core/procedure/differences.h"
#include "core/procedure/visibility.h"
#include "tests/support/rules.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

// ── how a decision differs from the request ───────────────────────────────────────────────────────────

OrderTerms requestedTerms()
{
    return {{{"chats", "groups"}, day("2027-01-01"), day("2027-12-31")}, Addressee::MainEstablishment, "",
        "Direct messages.", "Human review."};
}

struct DifferenceRow {
    const char* sentence;
    void (*change)(OrderTerms& decided);
    const char* expected; ///< ids with their sense
};

std::string differenceIds(const std::vector<Difference>& differences)
{
    std::string text;
    for (const Difference& difference : differences) {
        const char* sense = difference.sense == DifferenceSense::Less ? "<"
            : difference.sense == DifferenceSense::More               ? ">"
                                                                      : "~";
        text +=
            (text.empty() ? "" : " ") + difference.text.id.substr(std::string("difference.").size()) + sense;
    }
    return text;
}

TEST(Differences, AreThoseOfPartsDaysAddresseeAndTexts)
{
    const DifferenceRow rows[] = {
        {"the same is the same", [](OrderTerms&) {}, ""},
        {"whatever the order of the parts",
            [](OrderTerms& d) {
                d.scope.parts = {"groups", "chats"};
            },
            ""},
        {"one part of two is less", [](OrderTerms& d) { d.scope.parts = {"chats"}; }, "parts<"},
        {"a part more is more",
            [](OrderTerms& d) {
                d.scope.parts = {"chats", "files", "groups"};
            },
            "parts>"},
        {"the whole service is more", [](OrderTerms& d) { d.scope.parts.clear(); }, "parts>"},
        {"another part is neither", [](OrderTerms& d) { d.scope.parts = {"files"}; }, "parts~"},
        {"a later start is less", [](OrderTerms& d) { d.scope.start = day("2027-02-01"); }, "start<"},
        {"an earlier one more", [](OrderTerms& d) { d.scope.start = day("2026-12-31"); }, "start>"},
        {"an earlier end is less", [](OrderTerms& d) { d.scope.end = day("2027-06-30"); }, "end<"},
        {"a later one more", [](OrderTerms& d) { d.scope.end = day("2028-01-01"); }, "end>"},
        {"another addressee", [](OrderTerms& d) { d.addressee = Addressee::LegalRepresentative; },
            "addressee~"},
        {"other safeguards", [](OrderTerms& d) { d.safeguards = "Two people see every hit."; },
            "safeguards~"},
        {"other spaces are no other words", [](OrderTerms& d) { d.safeguards = " Human\n review. "; }, ""},
        {"other targeting", [](OrderTerms& d) { d.targeting = "Group chats."; }, "targeting~"},
        {"all at once, in their order",
            [](OrderTerms& d) {
                d.safeguards = "None.";
                d.scope = {{"chats"}, day("2027-02-01"), day("2028-12-31")};
            },
            "parts< start< end> safeguards~"},
    };
    for (const DifferenceRow& row : rows) {
        OrderTerms decided = requestedTerms();
        row.change(decided);
        EXPECT_EQ(differenceIds(differencesOf(requestedTerms(), decided)), row.expected) << row.sentence;
    }
}

TEST(Differences, NameAnotherRepresentative)
{
    OrderTerms requested = requestedTerms();
    requested.addressee = Addressee::LegalRepresentative;
    requested.representative = "Nobody & Sons (fictitious)";
    OrderTerms decided = requested;
    EXPECT_EQ(differenceIds(differencesOf(requested, decided)), "");
    decided.representative = "Somebody Else (fictitious)";
    EXPECT_EQ(differenceIds(differencesOf(requested, decided)), "addressee~");
}

// ── the bench ─────────────────────────────────────────────────────────────────────────────────────────

Entry courtEntry(const char* act, std::string_view facts, EntrySeq seq, const char* actor = "U-0001")
{
    const ActDefinition& definition = *acts().find(act);
    Entry entry;
    entry.seq = seq;
    entry.streamSeq = seq;
    entry.stream = "case/D-2026-0001";
    entry.act = act;
    entry.effect = toText(definition.effect);
    entry.to = definition.to;
    entry.actor = PersonId(actor);
    entry.role = definition.roles.front();
    entry.at = instant("2026-09-01T10:00:00Z");
    entry.facts = json(facts);
    return entry;
}

TEST(BenchTest, SeatsPresidingRapporteurAndMembersOnce)
{
    CaseFile file = beforeTheCourt();
    EXPECT_TRUE(isOnBench(file, PersonId("U-0099"))) << "no bench: any judge";
    apply(file,
        courtEntry("allocate",
            R"({"presiding":"U-0007","rapporteur":"U-0008","members":["U-0009","U-0007"],"clerk":"U-0010"})",
            60));
    const Bench& bench = *benchOf(file);
    EXPECT_EQ(bench.judges, (std::vector{PersonId("U-0007"), PersonId("U-0008"), PersonId("U-0009")}));
    EXPECT_EQ(bench.signatory(), PersonId("U-0007")) << "the presiding judge unless it says otherwise";
    EXPECT_EQ(bench.clerk, PersonId("U-0010"));
    EXPECT_FALSE(isOnBench(file, PersonId("U-0099")));
    apply(file,
        courtEntry("allocate", R"({"presiding":"U-0009","rapporteur":"U-0008","signs":"rapporteur"})", 61));
    EXPECT_EQ(benchOf(file)->signatory(), PersonId("U-0008"));
    EXPECT_FALSE(isOnBench(file, PersonId("U-0007"))) << "replaced";
    EXPECT_EQ(file.benches.size(), 2u);
}

TEST(BenchTest, ClosesTheFileToTheOtherJudges)
{
    CaseFile file = beforeTheCourt();
    const Actor first{PersonId("U-0007"), {Role::Judge}};
    const Actor other{PersonId("U-0008"), {Role::Judge}};
    for (const Actor& judge : {first, other})
        file.declarations.push_back({judge.person, 33, false});
    EXPECT_FALSE(mustDeclareFirst(file, other));
    apply(file, courtEntry("allocate", R"({"presiding":"U-0007"})", 60));
    EXPECT_FALSE(mustDeclareFirst(file, first));
    EXPECT_TRUE(mustDeclareFirst(file, other));
}

TEST(CourtNotes, AreReadOnTheBenchAlone)
{
    CaseFile file = beforeTheCourt();
    const Entry note = courtEntry("add-court-note", "{}", 60, "U-0007");
    EXPECT_TRUE(isOfTheBench(note));
    EXPECT_FALSE(isOfTheBench(courtEntry("ask-authority", "{}", 61)));
    apply(
        file, courtEntry("allocate", R"({"presiding":"U-0007","members":["U-0008"],"clerk":"U-0010"})", 59));
    file.declarations.push_back({PersonId("U-0007"), 33, false});

    const struct {
        const char* person;
        Role role;
        bool sits;
    } rows[] = {{"U-0007", Role::Judge, true}, {"U-0008", Role::Judge, false}, // has not declared
        {"U-0009", Role::Judge, false}, {"U-0010", Role::CourtClerk, true},
        {"U-0011", Role::CourtClerk, false}, {"U-0001", Role::Coordinator, false},
        {"U-0003", Role::Head, false}, {"U-0004", Role::Auditor, false},
        {"U-0005", Role::Administrator, false}, {"U-0006", Role::DpaOfficer, false}};

    for (const auto& row : rows)
        EXPECT_EQ(sitsOnBench(file, {PersonId(row.person), {row.role}}), row.sits) << row.person;
}

// ── versions of the request ───────────────────────────────────────────────────────────────────────────

constexpr const char* kAmended =
    R"({"parts":["chats"],"start":"2027-01-01","end":"2027-06-30","comments_period":"P2W","on":"2026-08-20"})";

CaseFile withAmendment()
{
    CaseFile file = beforeTheCourt();
    file.requestVersions = 1;
    file.declarations.push_back({PersonId("U-0007"), 33, false});
    apply(file, courtEntry("amend-request", kAmended, 60));
    return file;
}

TEST(Amendment, LeavesTheFiledVersionUntilItIsFiledItself)
{
    CaseFile file = withAmendment();
    EXPECT_EQ(file.step, Step::BeforeTheCourt);
    EXPECT_EQ(file.request->version, 1);
    ASSERT_TRUE(file.amendment);
    EXPECT_EQ(file.amendment->version, 2);
    EXPECT_EQ(waitingFor(file, rulebook()), WaitingFor::Head);
    apply(file, courtEntry("approve-amendment", R"({"request":60})", 61, "U-0003"));
    EXPECT_EQ(waitingFor(file, rulebook()), WaitingFor::Authority);
    const auto proposal =
        decide(*acts().find("file-amendment"), &file, json(R"({"channel":"paper"})"), onDay("2026-09-04"));
    EXPECT_EQ(canonicalJson(*proposal.facts.find("bundle")), "[21,22,30,31,60,61]");
    EXPECT_EQ(proposal.facts.integer("request_version"), 2);
    Entry filing = courtEntry("file-amendment", "{}", 62);
    filing.facts = proposal.facts;
    apply(file, filing);
    EXPECT_FALSE(file.amendment);
    EXPECT_EQ(file.request->entry, 60);
    EXPECT_EQ(file.request->filing, 62);
    EXPECT_EQ(formatDay(file.request->scope.end), "2027-06-30");
    ASSERT_EQ(file.earlierRequests.size(), 1u);
    EXPECT_EQ(file.earlierRequests.front().entry, 30);
    EXPECT_TRUE(hasDeclaredNoConflict(file, PersonId("U-0007"))) << "declarations stay";
    EXPECT_EQ(waitingFor(file, rulebook()), WaitingFor::Court);
    EXPECT_NE(filedRequestOf(file, 30), nullptr);
    EXPECT_NE(filedRequestOf(file, 60), nullptr);
}

TEST(Amendment, GivenUpLeavesTheFirstVersion)
{
    CaseFile file = withAmendment();
    apply(file, courtEntry("drop-amendment", "{}", 61));
    EXPECT_FALSE(file.amendment);
    EXPECT_EQ(file.request->entry, 30);
    EXPECT_EQ(waitingFor(file, rulebook()), WaitingFor::Court);
}

TEST(Amendment, GivesTheProviderAPeriodForComments)
{
    CaseFile file = withAmendment();
    const auto running = [&] {
        for (const CaseClock& clock : clocksOf(file, rulebook())) {
            if (clock.id == "DL10/V2")
                return law::countLedger(*clock.definition, clock.facts, calendarOf(clock, file, calendars()));
        }
        return law::LedgerDates{};
    };
    ASSERT_TRUE(running().end);
    EXPECT_EQ(formatDay(running().end->day), "2026-09-03");
    const auto kept = decide(*acts().find("record-comments"), &file,
        json(R"({"received_on":"2026-08-25","comments":"x"})"), onDay("2026-08-25"))
                          .facts;
    EXPECT_EQ(kept.text("clock"), "DL10/V2");
    EXPECT_EQ(kept.text("period_end"), "2026-09-03");
    Entry comments = courtEntry("record-comments", "{}", 61);
    comments.facts = kept;
    apply(file, comments);
    EXPECT_EQ(running().metOn, day("2026-08-25"));
    EXPECT_TRUE(file.lateAnswers.empty());
}

TEST(Approval, CountsForTheVersionOnWhichItWasGiven)
{
    CaseFile file = beforeTheCourt();
    file.request->approvedBy.reset();
    file.request->entry = 40;
    apply(file, courtEntry("approve", R"({"request":30})", 41, "U-0003"));
    EXPECT_FALSE(file.request->approvedBy) << "of the version before";
    apply(file, courtEntry("approve", R"({"request":40})", 42, "U-0003"));
    EXPECT_EQ(file.request->approvedBy, PersonId("U-0003"));
    CaseFile older = beforeTheCourt();
    older.request->approvedBy.reset();
    apply(older, courtEntry("approve", "{}", 41, "U-0003"));
    EXPECT_TRUE(older.request->approvedBy) << "an entry older than versions still counts";
}

TEST(Decision, KeepsTheVersionOnWhichItWasTaken)
{
    CaseFile file = beforeTheCourt();
    file.request->version = 3;
    const auto facts =
        decide(*acts().find("refuse"), &file, Json::object(), onDay("2026-09-01", Role::Judge)).facts;
    EXPECT_EQ(facts.integer("request"), 30);
    EXPECT_EQ(facts.integer("request_version"), 3);
    apply(file, courtEntry("refuse", "{}", 60));
    EXPECT_EQ(file.order->requestVersion, 3);
}

TEST(Withdrawal, EndsWithTheDecision)
{
    const ActDefinition& withdraw = *acts().find("withdraw-request");
    const CaseFile pending = beforeTheCourt();
    EXPECT_EQ(refusalsOf(judge(withdraw, &pending, nullptr, ActSource::Own, onDay("2026-09-01"))), "");
    for (const Step decided : {Step::OrderIssued, Step::OrderIssuedInPart, Step::Refused}) {
        CaseFile file = withOrder();
        file.step = decided;
        EXPECT_EQ(
            refusalsOf(judge(withdraw, &file, nullptr, ActSource::Own, onDay("2026-09-02"))), "refusal.step");
        EXPECT_EQ(refusalsOf(judge(
                      *acts().find("amend-request"), &file, nullptr, ActSource::Own, onDay("2026-09-02"))),
            "refusal.step");
    }
}

TEST(AfterRefusal, TheNewFileNamesTheRefusedOne)
{
    auto now = onDay("2026-09-01");
    now.related = {{CaseId("D-2024-0003"), ServiceId("S-0001"), DetectionKind::New, false, false, true}};
    const Json opening = json(
        R"({"provider":"P-0001","service":"S-0001","kind":"new","grounds":"x","new_facts":"Three reports."})");
    const auto proposal = decide(*acts().find("open-detection"), nullptr, opening, now);
    EXPECT_EQ(proposal.facts.text("after_refusal"), "D-2024-0003");
    CaseFile file{.id = CaseId("D-2026-0009")};
    Entry entry = courtEntry("open-detection", "{}", 1);
    entry.facts = proposal.facts;
    apply(file, entry);
    EXPECT_EQ(file.afterRefusal, CaseId("D-2024-0003"));
    const auto known = decide(*acts().find("open-detection"), nullptr,
        json(R"({"provider":"P-0001","service":"S-0001","kind":"known","grounds":"x"})"), now);
    EXPECT_EQ(known.facts.find("after_refusal"), nullptr);
}

TEST(SignedFile, IsTheOrderFromThenOn)
{
    CaseFile file = withOrder();
    auto now = onDay("2026-09-02", Role::CourtClerk);
    now.signedFile = SignedFileCheck::Preserved;
    const Json data = json(R"({"signed_file":"order-signed.pdf","signed_by":"J. Bench"})");
    const auto& act = *acts().find("attach-signed-order");
    EXPECT_TRUE(decide(act, &file, data, now).facts.flag("preserved"));
    now.signedFile = SignedFileCheck::Different;
    EXPECT_FALSE(decide(act, &file, data, now).facts.flag("preserved"));
    apply(file, courtEntry("attach-signed-order", R"({"signed_file":"DOC-000009","preserved":true})", 60));
    ASSERT_TRUE(file.order->signedFile);
    EXPECT_EQ(file.order->signedFile->document, DocumentId("DOC-000009"));
    EXPECT_TRUE(file.order->signedFile->preserved);
}

} // namespace

} // namespace tutela::procedure

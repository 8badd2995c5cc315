#include <gtest/gtest.h>

#include "tests/support/rules.h"
#include "tests/support/ways_to_the_end.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

CaseFile revokedFromApril()
{
    CaseFile file = withOrder();
    file.order->ended = OrderEnd{43, OrderEnding::Revoked, day("2027-03-01"), day("2027-04-01")};
    return file;
}

/// What the people of the register are offered that brings a file nearer to its end, parted by spaces.
std::string offeredTo(const CaseFile& file, const char* today)
{
    const WaysToTheEnd ways(acts(), file.kind);
    std::set<std::string> names;
    for (const auto& [role, person] : {std::pair{Role::Coordinator, "U-0001"}, {Role::Head, "U-0003"},
             {Role::Registrar, "U-0004"}, {Role::Judge, "U-0007"}, {Role::CourtClerk, "U-0008"},
             {Role::DpaOfficer, "U-0009"}, {Role::EuCentreLiaison, "U-0010"}}) {
        Circumstances now = onDay(today, role);
        now.actor.person = PersonId(person);
        names.merge(ways.offered(file, now));
    }
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : " ") + name;
    return text;
}

CaseFile at(CaseFile file, Step step)
{
    file.step = step;
    return file;
}

struct EndRow {
    const char* sentence;
    CaseFile (*state)();
    const char* today;
    const char* offered; ///< the acts that bring it nearer to its end; none while only time does
};

const EndRow kRows[] = {
    {"a report that nobody looked at can be determined", [] { return at(assessment(), Step::Received); },
        "2026-03-03", "determine"},
    {"an open question keeps nobody from a determination",
        [] {
            CaseFile file = assessment();
            file.requests.push_back({"R1", 12, day("2026-03-10"), length("P1W"), true, {}, {}, {}, {}});
            return file;
        },
        "2026-03-11", "determine"},
    {"nor does a hearing to which nobody came",
        [] {
            CaseFile file = assessment();
            file.hearings.push_back({"H1", 12, day("2026-03-10"), length("P2W"), {}, {}});
            return file;
        },
        "2028-03-11", "determine"},
    {"what was determined can be closed", [] { return at(assessment(), Step::DeterminationMade); },
        "2026-05-01", "close"},
    {"an investigation without evidence need not be pursued",
        [] {
            CaseFile file = detection();
            file.evidence.clear();
            return file;
        },
        "2026-06-01", "not-pursued"},
    {"nor need a draft on which nobody commented", [] { return at(beforeTheCourt(), Step::OutForComments); },
        "2026-06-03", "not-pursued"},
    {"nor one whose evidence has left the window", [] { return at(beforeTheCourt(), Step::DraftReSent); },
        "2029-01-01", "not-pursued"},
    {"nor one to which no plan comes", [] { return at(beforeTheCourt(), Step::AwaitingPlan); }, "2026-08-01",
        "not-pursued"},
    {"a request that nobody approves can be withdrawn",
        [] {
            CaseFile file = at(beforeTheCourt(), Step::ForApproval);
            file.request->approvedBy.reset();
            file.request->filedOn.reset();
            return file;
        },
        "2026-08-01", "withdraw-request"},
    {"so can one before judges who have not declared", beforeTheCourt, "2026-08-11", "withdraw-request"},
    {"a judge who declared can decide on it",
        [] {
            CaseFile file = beforeTheCourt();
            file.declarations.push_back({PersonId("U-0007"), 33, false});
            return file;
        },
        "2026-08-11", "issue issue-in-part refuse withdraw-request"},
    {"a judge who stepped aside cannot, and it can still be withdrawn",
        [] {
            CaseFile file = beforeTheCourt();
            file.declarations.push_back({PersonId("U-0007"), 33, true});
            return file;
        },
        "2026-08-11", "withdraw-request"},
    {"nobody decides on a request that is being amended, and it can be withdrawn",
        [] {
            CaseFile file = beforeTheCourt();
            file.declarations.push_back({PersonId("U-0007"), 33, false});
            file.amendment = file.request;
            return file;
        },
        "2026-08-11", "withdraw-request"},
    {"what the court returned can be withdrawn", [] { return at(beforeTheCourt(), Step::Returned); },
        "2026-09-01", "withdraw-request"},
    {"what was refused is closed", [] { return at(beforeTheCourt(), Step::Refused); }, "2026-09-01",
        "close-detection"},
    {"what was not pursued is closed", [] { return at(detection(), Step::NotPursued); }, "2026-09-01",
        "close-detection"},
    {"what was withdrawn is closed", [] { return at(beforeTheCourt(), Step::Withdrawn); }, "2026-09-01",
        "close-detection"},
    {"an order that applies is not closed", withOrder, "2027-06-01", ""},
    {"not even on its last day", withOrder, "2027-12-31", ""},
    {"but the day after, though nobody ever received it", withOrder, "2028-01-01", "close-detection"},
    {"one issued in part as well", [] { return at(withOrder(), Step::OrderIssuedInPart); }, "2028-01-01",
        "close-detection"},
    {"one that is challenged and suspended runs out all the same",
        [] {
            CaseFile file = withOrder();
            file.order->challenges.push_back({"A1", 41, Challenger::Provider, day("2026-09-20")});
            file.order->suspensions.push_back({"S1", 42, "A1", {}, day("2026-10-01"), {}});
            return file;
        },
        "2028-01-01", "close-detection"},
    {"one that was revoked is closed from the day on which it ceased", revokedFromApril, "2027-04-01",
        "close-detection"},
    {"not before", revokedFromApril, "2027-03-31", ""},
    {"one annulled from its beginning is closed at once",
        [] {
            CaseFile file = withOrder();
            file.order->ended = OrderEnd{43, OrderEnding::Annulled, day("2026-10-01"), day("2026-09-01")};
            return file;
        },
        "2026-10-02", "close-detection"},
};

TEST(Ends, AreOfferedToSomebodyInEveryState)
{
    std::set<Step> passed;
    for (const EndRow& row : kRows) {
        const CaseFile file = row.state();
        passed.insert(file.step);
        EXPECT_EQ(offeredTo(file, row.today), row.offered) << row.sentence << ", " << row.today;
    }
    EXPECT_EQ(passed.size() + 1, Vocabulary<Step>::kTexts.size()) << "a stage but the last is not looked at";
}

} // namespace

} // namespace tutela::procedure

#include <algorithm>

#include <gtest/gtest.h>

#include "core/domain/service_record.h"
#include "core/procedure/corrections.h"
#include "core/procedure/visibility.h"
#include "core/procedure/warnings.h"
#include "tests/unit/procedure/desk.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

/// An order of 1 September 2026 on chats and groups, from 1 January to 31 December 2027, sent on 3 September.
Desk sentOrder()
{
    CaseFile file = withOrder();
    file.participants.clear();
    file.declarations = {{PersonId("U-0001"), 33, false}};
    file.order->transmittedOn = day("2026-09-03");
    return Desk(std::move(file));
}

Desk receivedOn(const char* moment, const char* today)
{
    Desk desk = sentOrder();
    const std::string data =
        std::string(R"({"received_at":")") + moment + R"(","proof":"Receipt of the mailbox."})";
    desk.act("record-receipt", today, data.c_str(), Role::CourtClerk);
    return desk;
}

Desk receivedEarly()
{
    return receivedOn("2026-09-05T08:00:00Z", "2026-09-06");
}

Desk challengedOrder()
{
    Desk desk = receivedEarly();
    EXPECT_EQ(desk.act("record-challenge", "2026-10-01",
                  R"({"challenger":"provider","lodged_on":"2026-09-28","review_court":"High Court",
                  "pleas":"Necessity."})",
                  Role::CourtClerk),
        "");
    return desk;
}

std::string outcomeOf(Desk& desk, const char* outcome, const std::string& more = "")
{
    const std::string data = std::string(R"({"challenge":"A1","challenge_outcome":")") + outcome
        + R"(","decided_on":"2027-03-01","review_court":"High Court","reasons":"As stated.")" + more + "}";
    return desk.act("record-challenge-outcome", "2027-03-01", data.c_str(), Role::CourtClerk);
}

std::string statusOn(const Desk& desk, const char* today)
{
    return std::string(tutela::toText(orderStatus(*desk.file().order, day(today))));
}

bool warned(const CaseFile& file, WarningKind kind, const char* today)
{
    const auto warnings = tutela::procedure::warningsOf(file, rulebook(), calendars(), day(today));
    return std::ranges::find(warnings, kind, &CaseWarning::kind) != warnings.end();
}

constexpr const char* kRectification =
    R"({"rectifies":"late-receipt","start":"2027-01-16","end":"2027-12-31",
    "correction_made":"The first day.","reasons":"The order was received on 15 October."})";

TEST(OrderLife, AStartThatALateReceiptMadeUnlawfulWaitsForTheCourtUntilItIsRectified)
{
    Desk desk = receivedOn("2026-10-15T08:00:00Z", "2026-10-16");
    EXPECT_EQ(desk.file().order->scope.start, day("2027-01-01"));
    EXPECT_EQ(waitingFor(desk.file(), rulebook()), WaitingFor::Court);
    EXPECT_TRUE(warned(desk.file(), WarningKind::StartUnlawful, "2026-10-20"));

    EXPECT_EQ(desk.act("rectify-order", "2026-10-20", kRectification, Role::Judge), "");
    const DetectionOrder& order = *desk.file().order;
    EXPECT_EQ(order.scope, (OrderScope{{"chats", "groups"}, day("2027-01-16"), day("2027-12-31")}));
    ASSERT_EQ(order.versions.size(), 2u);
    EXPECT_EQ(order.versions.front().scope.start, day("2027-01-01"));
    EXPECT_EQ(order.versions.front().receivedOn, day("2026-10-15"));
    EXPECT_EQ(order.versions.back().change, OrderChange::Rectified);
    EXPECT_EQ(order.versions.back().number, 2);
    EXPECT_FALSE(warned(desk.file(), WarningKind::StartUnlawful, "2026-10-20"));
    EXPECT_EQ(waitingFor(desk.file(), rulebook()), WaitingFor::Provider);
    EXPECT_EQ(desk.clock("DL14", "2026-10-20"), "met 2026-10-15");
    EXPECT_EQ(statusOn(desk, "2027-02-01"), "applies");
}

TEST(OrderLife, TheDatesOfTheProviderFollowTheVersionInForce)
{
    Desk desk = receivedEarly();
    EXPECT_EQ(desk.clock("DL16", "2026-10-20"), "running 2026-11-30");
    desk.act("modify-order", "2026-10-20",
        R"({"basis":"court","start":"2027-02-01","end":"2028-06-30","parts":["chats"],"reasons":"Groups closed.",
        "redress_court":"High Court","redress_period":"One month"})",
        Role::Judge);
    EXPECT_EQ(desk.clock("DL16", "2026-10-20"), "running 2026-12-31");
    EXPECT_EQ(desk.clock("DL15", "2026-10-20"), "running 2028-06-30");
    EXPECT_EQ(desk.clock("DL17", "2026-10-20"), "running 2027-10-17");
    EXPECT_EQ(desk.file().order->scope.parts, std::vector<std::string>{"chats"});
    EXPECT_EQ(statusOn(desk, "2027-02-01"), "modified");
    EXPECT_EQ(statusOn(desk, "2027-01-31"), "received-not-yet-applicable");
    EXPECT_EQ(orderOf(desk.file())->end, day("2028-06-30"));
}

TEST(OrderLife, RevocationEndsItFromItsDayAndWhatWasDueForIt)
{
    Desk desk = receivedEarly();
    const char* data = R"({"basis":"court","revoked_from":"2027-06-01","reasons":"The service was closed.",
        "redress_court":"High Court","redress_period":"One month"})";
    EXPECT_EQ(desk.act("revoke-order", "2027-05-20", data, Role::Judge), "");
    EXPECT_EQ(
        desk.act("revoke-order", "2027-05-21", data, Role::Judge), "REFUSED guard.order-in-force.ended");
    EXPECT_EQ(statusOn(desk, "2027-05-31"), "applies");
    EXPECT_EQ(statusOn(desk, "2027-06-01"), "revoked");
    EXPECT_EQ(statusOn(desk, "2028-02-01"), "revoked");
    EXPECT_EQ(desk.clock("DL15", "2027-06-01"), "met 2027-05-31");
    EXPECT_EQ(desk.clock("DL16", "2027-06-01").substr(0, 20), "ended-without-answer");
    EXPECT_EQ(orderOf(desk.file()), std::nullopt);
    EXPECT_EQ(waitingFor(desk.file(), rulebook()), WaitingFor::Nobody);
    EXPECT_EQ(
        desk.act("close-detection", "2027-05-31", R"({"reason":"Over."})"), "REFUSED guard.order-has-ended");
    EXPECT_EQ(desk.act("close-detection", "2027-06-01", R"({"reason":"Over."})"), "");
}

TEST(OrderLife, ASuspensionMovesNoEndUnlessTheCourtSaysSo)
{
    Desk desk = challengedOrder();
    EXPECT_EQ(desk.act("record-suspension", "2027-01-10",
                  R"({"challenge":"A1","suspended_from":"2027-01-10","suspended_until":"2027-02-10",
                  "review_court":"High Court","reasons":"Urgency."})",
                  Role::CourtClerk),
        "");
    EXPECT_EQ(statusOn(desk, "2027-01-09"), "applies");
    EXPECT_EQ(statusOn(desk, "2027-01-10"), "suspended");
    EXPECT_EQ(statusOn(desk, "2027-02-10"), "suspended");
    EXPECT_EQ(statusOn(desk, "2027-02-11"), "applies");
    EXPECT_EQ(desk.file().order->scope.end, day("2027-12-31"));
    EXPECT_TRUE(warned(desk.file(), WarningKind::OrderSuspended, "2027-01-15"));

    EXPECT_EQ(desk.act("lift-suspension", "2027-01-20",
                  R"({"suspension":"S1","lifted_on":"2027-01-20","new_end":"2028-01-10","reasons":"Heard."})",
                  Role::CourtClerk),
        "");
    EXPECT_EQ(statusOn(desk, "2027-01-19"), "suspended");
    EXPECT_EQ(statusOn(desk, "2027-01-20"), "applies");
    EXPECT_EQ(desk.file().order->scope.end, day("2028-01-10"));
    EXPECT_EQ(desk.file().order->versions.back().change, OrderChange::EndMoved);
}

TEST(OrderLife, ASuspensionOfPartsLeavesTheOthersAndEndsWithTheChallenge)
{
    Desk desk = challengedOrder();
    desk.act("record-suspension", "2027-01-10",
        R"({"challenge":"A1","suspended_from":"2027-01-10","parts":["groups"],"review_court":"High Court",
        "reasons":"Urgency."})",
        Role::CourtClerk);
    EXPECT_EQ(statusOn(desk, "2027-01-15"), "applies");
    EXPECT_EQ(suspendedParts(*desk.file().order, day("2027-01-15")), std::vector<std::string>{"groups"});
    EXPECT_EQ(outcomeOf(desk, "dismissed"), "");
    EXPECT_TRUE(suspendedParts(*desk.file().order, day("2027-03-01")).empty());
    EXPECT_FALSE(isChallenged(*desk.file().order));
}

TEST(OrderLife, OtherChallengesStayOpenWhenOneIsDecided)
{
    Desk desk = challengedOrder();
    desk.act("record-challenge", "2026-10-05",
        R"({"challenger":"affected-user","lodged_on":"2026-10-04","review_court":"High Court","pleas":"Privacy."})",
        Role::CourtClerk);
    EXPECT_EQ(desk.file().order->challenges.back().id, "A2");
    outcomeOf(desk, "withdrawn");
    EXPECT_TRUE(isChallenged(*desk.file().order));
    EXPECT_TRUE(warned(desk.file(), WarningKind::OrderChallenged, "2027-03-02"));
    EXPECT_EQ(desk.act("record-finality", "2027-03-05",
                  R"({"final_on":"2027-03-05","ground":"appeal-period-expired"})", Role::CourtClerk),
        "warning.final-while-challenged");
}

TEST(OrderLife, APartialAnnulmentNarrowsItAndAnAnnulmentEndsIt)
{
    Desk part = challengedOrder();
    EXPECT_EQ(outcomeOf(part, "annulled-in-part", R"(,"parts_left":["chats"])"), "");
    EXPECT_EQ(part.file().order->scope.parts, std::vector<std::string>{"chats"});
    EXPECT_EQ(part.file().step, Step::OrderIssued);
    EXPECT_EQ(statusOn(part, "2027-03-02"), "modified");

    Desk whole = challengedOrder();
    EXPECT_EQ(outcomeOf(whole, "annulled"), "");
    EXPECT_EQ(statusOn(whole, "2027-02-28"), "applies");
    EXPECT_EQ(statusOn(whole, "2027-03-01"), "annulled");
    EXPECT_EQ(lastDayInForce(*whole.file().order), day("2027-02-28"));
    EXPECT_EQ(whole.act("close-detection", "2027-03-02", R"({"reason":"Annulled."})"), "");
}

TEST(OrderLife, WhatIsSentBackIsBeforeTheCourtAgainAndTheOldOrderIsKept)
{
    Desk desk = challengedOrder();
    EXPECT_EQ(outcomeOf(desk, "remitted"), "");
    EXPECT_EQ(desk.file().step, Step::BeforeTheCourt);
    EXPECT_FALSE(desk.file().order);
    ASSERT_EQ(desk.file().earlierOrders.size(), 1u);
    EXPECT_EQ(desk.file().earlierOrders.front().challenges.front().outcome, ChallengeOutcome::Remitted);
    EXPECT_FALSE(desk.find("DL15"));
    EXPECT_EQ(desk.act("refuse", "2027-04-01",
                  R"({"significant_risk":"Not any more.","court_evidence":"None of the past year.",
                  "court_for":"Nothing.","court_against":"The users.","balance":"No.","redress_court":"High Court",
                  "redress_period":"One month"})",
                  Role::Judge),
        "");
    EXPECT_EQ(desk.file().step, Step::Refused);
}

TEST(OrderLife, OfSeveralAttemptsTheOneThatCountsIsTheReceipt)
{
    CaseFile file = withOrder();
    Desk desk(file);
    EXPECT_EQ(desk.act("record-delivery-attempt", "2026-09-05",
                  R"({"sent_on":"2026-09-03","channel":"electronic","delivery_outcome":"no-answer",
                  "proof":"No reply."})",
                  Role::CourtClerk),
        "");
    EXPECT_EQ(desk.file().order->transmittedOn, day("2026-09-03"));
    EXPECT_FALSE(desk.file().order->receivedOn);
    EXPECT_TRUE(desk.file().receipts.empty());
    EXPECT_EQ(desk.act("record-delivery-attempt", "2026-09-11",
                  R"({"sent_on":"2026-09-08","channel":"paper","delivery_outcome":"refused",
                  "received_at":"2026-09-10T08:00:00Z","counts_as_receipt":true,"proof":"Bailiff's record."})",
                  Role::CourtClerk),
        "warning.refusal-counts");
    EXPECT_EQ(desk.file().order->receivedOn, day("2026-09-10"));
    EXPECT_EQ(desk.file().order->transmittedOn, day("2026-09-03"));
    EXPECT_EQ(desk.clock("DL14", "2026-09-11"), "met 2026-09-30");
    ASSERT_EQ(desk.file().order->attempts.size(), 2u);
    EXPECT_EQ(desk.file().order->attempts.back().id, "T2");
    ASSERT_EQ(desk.file().receipts.size(), 1u);

    CaseFile corrected = desk.file();
    Correction correction;
    correction.corrected = corrected.receipts.front().entry;
    correction.kind = ReceiptKind::Order;
    correction.becomes = day("2026-09-09");
    applyCorrection(corrected, correction);
    EXPECT_EQ(corrected.order->receivedOn, day("2026-09-09"));
    EXPECT_EQ(corrected.order->attempts.back().receivedOn, day("2026-09-09"));
}

TEST(OrderLife, ANewVersionIsDeliveredWithoutMovingTheReceiptOfTheFirst)
{
    Desk desk = receivedOn("2026-10-15T08:00:00Z", "2026-10-16");
    desk.act("rectify-order", "2026-10-20", kRectification, Role::Judge);
    EXPECT_EQ(desk.act("record-delivery-attempt", "2026-10-23",
                  R"({"sent_on":"2026-10-21","channel":"electronic","delivery_outcome":"delivered",
                  "received_at":"2026-10-22T08:00:00Z","counts_as_receipt":true,"proof":"Receipt."})",
                  Role::CourtClerk),
        "");
    EXPECT_EQ(desk.file().order->receivedOn, day("2026-10-15"));
    EXPECT_EQ(desk.file().order->versions.back().receivedOn, day("2026-10-22"));
    EXPECT_EQ(desk.file().order->attempts.back().version, 2);
}

TEST(OrderLife, TheProvidersNoticeWaitsForTheAuthorityUntilItIsAnswered)
{
    Desk desk = receivedEarly();
    EXPECT_EQ(
        desk.act("record-non-execution", "2026-09-20",
            R"({"received_on":"2026-09-18","non_execution":"manifest-errors","specification":"Wrong name."})"),
        "");
    EXPECT_EQ(waitingFor(desk.file(), rulebook()), WaitingFor::Authority);
    EXPECT_TRUE(warned(desk.file(), WarningKind::ClarificationAwaited, "2026-09-25"));
    EXPECT_EQ(desk.act("answer-clarification", "2026-09-26",
                  R"({"notice":"N1","clarification":"The name is corrected.","asks_court":true})"),
        "");
    EXPECT_FALSE(warned(desk.file(), WarningKind::ClarificationAwaited, "2026-09-27"));
    EXPECT_EQ(waitingFor(desk.file(), rulebook()), WaitingFor::Provider);
}

TEST(OrderLife, CopiesAreListedAndConfirmedOneByOneAndASentenceStillCounts)
{
    Desk desk = receivedEarly();
    desk.act("record-finality", "2026-10-05", R"({"final_on":"2026-10-05","ground":"appeal-period-expired"})",
        Role::CourtClerk);
    EXPECT_EQ(desk.act("send-copies", "2026-10-06", R"({"sent_on":"2026-10-06","authorities":["DE","FR"]})"),
        "warning.copies-not-to-all");
    EXPECT_EQ(desk.clock("DL19-authority", "2026-10-06"), "met NO END");
    EXPECT_TRUE(warned(desk.file(), WarningKind::CopyReceiptsOpen, "2026-10-07"));
    for (const char* state : {"DE", "FR"}) {
        const std::string data = std::string(R"({"authority_served":")") + state
            + R"(","received_on":"2026-10-07","proof":"Confirmed."})";
        EXPECT_EQ(desk.act("record-copy-receipt", "2026-10-08", data.c_str()), "");
    }
    EXPECT_FALSE(warned(desk.file(), WarningKind::CopyReceiptsOpen, "2026-10-08"));

    EXPECT_EQ(desk.act("send-copies", "2026-10-09", R"({"sent_on":"2026-10-09","to_all_others":true})"), "");
    EXPECT_EQ(desk.file().order->copyList.size(), 27u) << "two had theirs";
    EXPECT_EQ(desk.file().order->copiesSentOn, day("2026-10-06"));

    Desk earlier = receivedEarly();
    earlier.act("record-finality", "2026-10-05",
        R"({"final_on":"2026-10-05","ground":"appeal-period-expired"})", Role::CourtClerk);
    EXPECT_EQ(
        earlier.act("send-copies", "2026-10-06", R"({"sent_on":"2026-10-06","recipients":"All."})"), "");
    EXPECT_EQ(earlier.file().order->copiesSentOn, day("2026-10-06"));
    EXPECT_TRUE(earlier.file().order->copyList.empty());
}

TEST(OrderLife, ARenewalAndAnUpdatedAssessmentNameTheirOrder)
{
    auto now = onDay("2027-03-01");
    now.related = {{CaseId("D-2026-0001"), ServiceId("S-0001"), DetectionKind::Known, false, true}};
    const auto folded = [&](const char* act, const CaseFile* file, const char* data) {
        const ActDefinition& definition = *testing::acts().find(act);
        const Json given = json(data);
        EXPECT_EQ(refusalsOf(judge(definition, file, &given, ActSource::Own, now)), "");
        Entry entry;
        entry.effect = toText(definition.effect);
        entry.stream = file == nullptr ? "case/D-2027-0001" : "case/A-2026-0001";
        entry.facts = decide(definition, file, given, now).facts;
        CaseFile after = file == nullptr ? CaseFile{.id = CaseId("D-2027-0001")} : *file;
        apply(after, entry);
        return after;
    };
    const CaseFile renewal = folded("open-detection", nullptr,
        R"({"provider":"P-0001","service":"S-0001","kind":"known","renews":"D-2026-0001","grounds":"It ends."})");
    EXPECT_EQ(renewal.renews, CaseId("D-2026-0001"));
    const CaseFile file = assessment();
    EXPECT_EQ(folded("name-updated-order", &file, R"({"updates_order":"D-2026-0001"})").updatesOrder,
        CaseId("D-2026-0001"));
}

TEST(OrderLife, WhoHasTheOrderReadsItsChangesAndOnlyTheCourtReadsTheChallenge)
{
    Desk desk = challengedOrder();
    desk.act("modify-order", "2026-11-20",
        R"({"basis":"court","start":"2027-02-21","end":"2027-12-31","reasons":"As asked.",
        "redress_court":"High Court","redress_period":"One month"})",
        Role::Judge);
    const auto reads = [&](const Entry& entry, Institution institution) {
        const auto readers = readersOf(desk.file(), entry);
        return std::ranges::find(readers, institution) != readers.end();
    };
    const Entry& challenge = desk.entries()[1];
    const Entry& modification = desk.entries()[2];
    EXPECT_TRUE(reads(challenge, Institution::Court));
    EXPECT_FALSE(reads(challenge, Institution::EuCentre));
    EXPECT_TRUE(reads(modification, Institution::Court));
    EXPECT_TRUE(reads(modification, Institution::EuCentre));
}

} // namespace

} // namespace tutela::procedure

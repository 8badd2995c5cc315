#include <gtest/gtest.h>

#include "core/domain/entry.h"
#include "tests/support/rules.h"

namespace tutela {

namespace {

using namespace tutela::testing;

TEST(OrderScopeTest, IsWithinAnotherOnlyInEveryPartAndDay)
{
    const OrderScope outer{{"chats", "groups"}, day("2027-01-01"), day("2027-12-31")};
    const std::tuple<OrderScope, bool> rows[] = {
        {outer, true},
        {{{"chats"}, outer.start, outer.end}, true},
        {{{"chats", "files"}, outer.start, outer.end}, false},
        {{{}, outer.start, outer.end}, false}, // no part named is the whole service
        {{{"chats"}, day("2026-12-31"), outer.end}, false},
        {{{"chats"}, outer.start, day("2028-01-01")}, false},
    };
    for (const auto& [inner, within] : rows)
        EXPECT_EQ(isWithin(inner, outer), within);
    EXPECT_TRUE(isWithin(outer, {{}, outer.start, outer.end}));
}

TEST(OrderStatusTest, FollowsTheStatedDaysAndNotTheReceipt)
{
    DetectionOrder order = *withOrder().order;
    EXPECT_EQ(orderStatus(order, day("2026-09-01")), OrderStatus::IssuedReceiptAwaited);
    EXPECT_EQ(orderStatus(order, day("2027-02-01")), OrderStatus::IssuedReceiptAwaited);
    order.receivedOn = day("2026-09-05");
    EXPECT_EQ(orderStatus(order, day("2026-12-31")), OrderStatus::ReceivedNotYetApplicable);
    EXPECT_EQ(orderStatus(order, day("2027-01-01")), OrderStatus::Applies);
    EXPECT_EQ(orderStatus(order, day("2027-12-31")), OrderStatus::Applies);
    EXPECT_EQ(orderStatus(order, day("2028-01-01")), OrderStatus::Expired);
}

TEST(ConflictDeclarationTest, CountsUntilTheJudgeStepsAside)
{
    CaseFile file = beforeTheCourt();
    const PersonId judge("U-0007");
    EXPECT_FALSE(hasDeclaredNoConflict(file, judge));
    file.declarations = {{judge, 33, false}, {PersonId("U-0008"), 34, true}};
    EXPECT_TRUE(hasDeclaredNoConflict(file, judge));
    file.declarations.push_back({judge, 35, true});
    EXPECT_FALSE(hasDeclaredNoConflict(file, judge));
}

TEST(EntryBody, ComesBackAsItWasWritten)
{
    Entry entry;
    entry.seq = 41;
    entry.store = "s";
    entry.stream = "case/D-2026-0001";
    entry.streamSeq = 3;
    entry.at = instant("2026-06-01T10:00:00.000001Z");
    entry.clockWentBack = true;
    entry.actor = PersonId("U-0001");
    entry.role = Role::DpaOfficer;
    entry.act = "lodge-advice";
    entry.effect = "lodge-advice";
    entry.from = Step::AwaitingPlan;
    entry.to = Step::AwaitingPlan;
    entry.facts = json(R"({"consultation":"C1","points_count":2})");
    entry.contentCommitment = sha256("content");
    entry.documents = {{DocumentId("DOC-000001"), sha256("document")}};
    entry.recordedFromDocument = true;
    entry.keyDigest = "k";
    entry.signature = "sig";
    const std::string body = entryBody(entry);
    const auto again = parseEntry(body);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(entryBody(again.value()), body);
    EXPECT_EQ(again.value().role, Role::DpaOfficer);
    EXPECT_EQ(again.value().documents.front().commitment, sha256("document"));
}

TEST(EntryBody, OfTomorrowOrDamagedIsAnErrorAndNoEntry)
{
    for (const char* body :
        {"", "{}", "[]", "{\"v\":1}", "{\"v\":0}", "{\"v\":1,\"at\":\"2026-06-01T10:00:00Z\"}"})
        EXPECT_EQ(parseEntry(body).error().code, ErrorCode::Integrity) << body;
    EXPECT_EQ(parseEntry("{\"v\":2}").error().code, ErrorCode::Version);
}

} // namespace

} // namespace tutela

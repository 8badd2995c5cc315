#include "app/cli/exit_code.h"

#include <gtest/gtest.h>

#include "app/cli/command.h"
#include "tests/unit/cli/fake_office.h"

namespace tutela::cli {

namespace {

TEST(ExitCode, FollowsTheContract)
{
    const std::pair<ErrorCode, int> rows[] = {{ErrorCode::Usage, 2}, {ErrorCode::Refused, 3},
        {ErrorCode::NotAllowed, 4}, {ErrorCode::Conflict, 5}, {ErrorCode::Integrity, 6},
        {ErrorCode::Storage, 7}, {ErrorCode::Busy, 8}, {ErrorCode::Version, 9}, {ErrorCode::BadInput, 10},
        {ErrorCode::SignIn, 11}, {ErrorCode::Clock, 12}};
    for (const auto& [code, exit] : rows) {
        Desk desk;
        desk.state.refusal = Error{code, {"guard.start-window", {}}};
        EXPECT_EQ(desk.runSignedIn({"worklist"}).exit, exit);
    }
}

TEST(Refusal, IsOneObjectWithTheKeysOfTheContract)
{
    Desk desk;
    desk.state.refusal = Error{ErrorCode::Refused, {"guard.start-window", {}}, "Art 7(8)", "D-2026-0001",
        "/start", Message{"fake.hint", {}}};
    const Json answer = desk.json({"worklist"});
    EXPECT_EQ(keys(answer), "error");
    const Json& error = *answer.find("error");
    EXPECT_EQ(keys(error), "code,exit,hint,law,record,what,where");
    EXPECT_EQ(error.text("code"), "E_GUARD_START_WINDOW");
    EXPECT_EQ(error.integer("exit"), 3);
    EXPECT_EQ(error.text("law"), "Art 7(8)");
    EXPECT_EQ(error.text("record"), "D-2026-0001");
    EXPECT_EQ(error.text("where"), "/start");
    EXPECT_EQ(error.text("hint"), "fake.hint");
}

TEST(Refusal, GoesToStandardErrorForPeople)
{
    Desk desk;
    desk.state.refusal = Error{ErrorCode::Refused, {"fake\x1b", {}}, "Art 7(8)"};
    const Outcome outcome = desk.runSignedIn({"worklist"});
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.notes, "tutela: fake\\u{1b}\n  law     Art 7(8)\n");
}

TEST(Exception, IsExit70WithoutItsInnerText)
{
    Desk desk;
    desk.state.throws = true;
    const Outcome outcome = desk.runSignedIn({"--json", "worklist"});
    EXPECT_EQ(outcome.exit, 70);
    EXPECT_NE(outcome.out.find("\"exit\":70"), std::string::npos);
    EXPECT_EQ((outcome.out + outcome.notes).find("secret inner"), std::string::npos);
}

TEST(Output, ThatIsLostIsAStorageFailure)
{
    Desk desk;
    KeptIo io;
    io.writable = false;
    EXPECT_EQ(runProgram({"limits"}, Wiring{desk.registers, desk.reference}, io), 7);
}

} // namespace

} // namespace tutela::cli

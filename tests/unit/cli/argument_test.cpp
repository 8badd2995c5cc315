#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/unit/cli/fake_office.h"

namespace tutela::cli {

namespace {

struct UsageRow {
    const char* why;
    std::vector<std::string> words;
};

TEST(CommandLine, IsRefusedWithExit2WhenItMakesNoSense)
{
    const UsageRow rows[] = {
        {"no verb", {}},
        {"unknown verb", {"frob"}},
        {"unknown option", {"--register", "x", "--as", "a", "worklist", "--frob"}},
        {"missing argument", {"--register", "x", "--as", "a", "case"}},
        {"too many arguments", {"--register", "x", "--as", "a", "case", "A", "B"}},
        {"no register", {"--as", "a", "worklist"}},
        {"no person", {"--register", "x", "worklist"}},
        {"not UTF-8", {"--register", "x", "search", "\xff\xfe"}},
        {"unknown filter", {"--register", "x", "--as", "a", "worklist", "--filter", "colour=red"}},
        {"unknown step", {"--register", "x", "--as", "a", "worklist", "--filter", "step=nowhere"}},
        {"unknown sort", {"--register", "x", "--as", "a", "worklist", "--sort", "mood"}},
        {"no such day", {"sample", "--register", "x", "--anchor", "2026-02-30"}},
        {"no length", {"period", "--from", "2026-01-01", "--length", "ten days"}},
        {"calendar and holidays",
            {"period", "--from", "2026-01-01", "--length", "P1D", "--calendar", "BE", "--holidays",
                "2026-01-01"}},
        {"group without a verb", {"--register", "x", "journal"}},
        {"descriptor that is no number", {"--password-fd", "x", "limits"}},
        {"descriptor that is not open", {"--register", "x", "--as", "a", "--password-fd", "987", "worklist"}},
        {"one-time code", {"--register", "x", "--as", "a", "--totp-fd", "3", "worklist"}},
        {"one administrator",
            {"init", "--register", "x", "--authority", "A", "--member-state", "BE", "--zone",
                "Europe/Brussels", "--admin", "a"}},
    };
    for (const UsageRow& row : rows) {
        Desk desk;
        EXPECT_EQ(desk.run(row.words).exit, 2) << row.why;
    }
}

TEST(CommandLine, TakesGlobalOptionsBeforeAndAfterTheVerb)
{
    Desk desk;
    EXPECT_EQ(desk.runSignedIn({"worklist", "--json"}).out, "{\"missing\":[],\"next\":null,\"rows\":[]}\n");
    EXPECT_EQ(desk.runSignedIn({"--json", "worklist"}).out, "{\"missing\":[],\"next\":null,\"rows\":[]}\n");
    EXPECT_EQ(desk.state.signedInAs, "ada");
}

TEST(CommandLine, TakesAWordThatIsAlsoAVerbAsText)
{
    Desk desk;
    EXPECT_EQ(desk.runSignedIn({"search", "case"}).exit, 0);
}

TEST(CommandLine, AnswersHelpWithAnExampleForEveryVerb)
{
    const std::vector<std::vector<std::string>> verbs{{"init"}, {"sample"}, {"person"}, {"person", "add"},
        {"provider"}, {"provider", "add"}, {"service"}, {"submit"}, {"acts"}, {"act"}, {"worklist"},
        {"warnings"}, {"case"}, {"clocks"}, {"compare"}, {"risks"}, {"period"}, {"calendar"}, {"search"},
        {"drafts"}, {"order"}, {"bundle"}, {"forms"}, {"rulebook"}, {"rulebook", "compare"}, {"access"},
        {"access", "matrix"}, {"journal"}, {"journal", "verify"}, {"journal", "show"}, {"journal", "prove"},
        {"doctor"}, {"backup"}, {"backup", "create"}, {"limits"}, {"bench"}, {"bench", "workload"}};
    for (std::vector<std::string> words : verbs) {
        words.emplace_back("--help");
        Desk desk;
        const Outcome outcome = desk.run(words);
        EXPECT_EQ(outcome.exit, 0) << words[0];
        EXPECT_NE(outcome.out.find("Example:\n  tutela"), std::string::npos) << words[0];
    }
}

TEST(SignIn, ReadsOneLineOfTheDescriptorAndLeavesTheNext)
{
    Desk desk;
    EXPECT_EQ(desk.runSignedIn({"person", "add", "judge1", "J. Example"}, "s3cret\nnew one\n").exit, 0);
    EXPECT_EQ(desk.state.password, "s3cret");
    EXPECT_EQ(desk.state.newPasswords, (std::vector<std::string>{"judge1", "new one"}));
}

TEST(SignIn, IsRefusedWithExit11)
{
    Desk desk;
    EXPECT_EQ(desk.runSignedIn({"worklist"}, "wrong\n").exit, 11);
}

TEST(SignIn, RefusesAnEndlessPassword)
{
    Desk desk;
    EXPECT_EQ(desk.runSignedIn({"worklist"}, std::string(5000, 'x') + "\n").exit, 2);
}

TEST(SignIn, IsNotNeededToExamineTheLog)
{
    Desk desk;
    desk.state.verify.ok = true;
    EXPECT_EQ(desk.run({"--register", "x", "journal", "verify"}).exit, 0);
    EXPECT_EQ(desk.state.openedFor, OpenFor::Inspection);
    EXPECT_EQ(desk.state.signedInAs, "");
}

TEST(OwnPassword, IsChangedWithTheOneSignedInWith)
{
    Desk desk;
    EXPECT_EQ(desk.runSignedIn({"person", "password"}, "s3cret\nnext\n").exit, 0);
    EXPECT_EQ(desk.state.newPasswords, (std::vector<std::string>{"s3cret", "next"}));
}

TEST(At, MovesTheClockForwardAndRefusesElsewhere)
{
    Desk desk;
    EXPECT_EQ(desk.runSignedIn({"--at", "2026-03-02T08:00:00+01:00", "worklist"}).exit, 0);
    EXPECT_EQ(desk.state.movedTo, parseInstant("2026-03-02T07:00:00Z"));
    EXPECT_EQ(desk.runSignedIn({"--at", "2026-02-02T08:00:00Z", "worklist"}).exit, 12);
    EXPECT_EQ(desk.run({"--at", "2026-03-02T08:00:00Z", "limits"}).exit, 12);
    EXPECT_EQ(desk.runSignedIn({"--at", "tomorrow", "worklist"}).exit, 2);
}

TEST(Worklist, HandsFiltersOn)
{
    Desk desk;
    EXPECT_EQ(desk.runSignedIn({"worklist", "--filter", "step=under-review", "--filter", "provider=a=b",
                                   "--filter", "mine=yes", "--sort", "case", "--limit", "5", "--after", "c"})
                  .exit,
        0);
    const interfaces::WorklistQuery& query = desk.state.askedPage;
    EXPECT_EQ(query.step, Step::UnderReview);
    EXPECT_EQ(query.provider, "a=b");
    EXPECT_TRUE(query.onlyMine);
    EXPECT_EQ(query.sort, interfaces::WorklistSort::CaseNumber);
    EXPECT_EQ(query.limit, 5);
    EXPECT_EQ(query.after, "c");
}

TEST(Act, HandsOnItsDataFilesAndGuards)
{
    Desk desk;
    const TemporaryFile data(R"({"period":"P2W"})");
    const TemporaryFile document("bytes");
    EXPECT_EQ(desk.runSignedIn({"act", "ask", "--case", "A-1", "--data", data.path(), "--attach",
                                   document.path(), "--expect", "4", "--key", "k1"})
                  .exit,
        0);
    ASSERT_TRUE(desk.state.askedAct);
    EXPECT_EQ(desk.state.askedAct->act, "ask");
    EXPECT_EQ(desk.state.askedAct->caseId, CaseId("A-1"));
    EXPECT_EQ(desk.state.askedAct->data.text("period"), "P2W");
    ASSERT_EQ(desk.state.askedAct->attachments.size(), 1U);
    EXPECT_EQ(desk.state.askedAct->attachments[0].bytes, "bytes");
    EXPECT_EQ(desk.state.askedAct->attachments[0].name.find('/'), std::string::npos);
    EXPECT_EQ(desk.state.askedAct->expectedStreamSeq, 4);
    EXPECT_EQ(desk.state.askedAct->key, "k1");
}

TEST(Act, RefusesDataThatAreNoObjectAndNamesThePlace)
{
    Desk desk;
    const TemporaryFile broken("{\n \"a\" }");
    const TemporaryFile list("[]");
    for (const std::string& path : {broken.path(), list.path(), std::string("/no/such"),
             std::string("/dev/null"), std::string("/tmp")}) {
        const Outcome outcome = desk.runSignedIn({"--json", "act", "ask", "--data", path});
        EXPECT_EQ(outcome.exit, 10) << path;
        EXPECT_NE(outcome.out.find("\"where\":\"" + path), std::string::npos) << outcome.out;
    }
    EXPECT_FALSE(desk.state.askedAct);
}

TEST(Act, RefusesDataAboveTheLimitBeforeReadingThem)
{
    Desk desk;
    const TemporaryFile large("{}");
    ASSERT_EQ(::truncate(large.path().c_str(), (8 << 20) + 1), 0);
    EXPECT_EQ(desk.runSignedIn({"act", "ask", "--data", large.path()}).exit, 10);
    ASSERT_EQ(::truncate(large.path().c_str(), off_t{201} << 20), 0);
    EXPECT_EQ(desk.runSignedIn({"submit", large.path()}).exit, 10);
    EXPECT_FALSE(desk.state.askedIntake);
}

TEST(Submit, HandsOnWhenAndForWhichServiceItCame)
{
    Desk desk;
    const TemporaryFile file("{}");
    EXPECT_EQ(desk.runSignedIn({"submit", file.path(), "--received", "2026-02-01T10:00:00+01:00", "--service",
                                   "S-1", "--service", "S-2"})
                  .exit,
        0);
    ASSERT_TRUE(desk.state.askedIntake);
    EXPECT_EQ(desk.state.askedIntake->receivedAt, parseInstant("2026-02-01T09:00:00Z"));
    EXPECT_EQ(desk.state.askedIntake->services.size(), 2U);
}

TEST(Init, ReadsTwoPasswordsFromTheDescriptor)
{
    Desk desk;
    EXPECT_EQ(desk.runSignedIn({"init", "--authority", "Office of Freedonia", "--member-state", "BE",
                                   "--zone", "Europe/Brussels", "--admin", "ada", "--admin", "bob", "--court",
                                   "Court of Freedonia", "--court-address", "1 Example Square"},
                      "one\ntwo\n")
                  .exit,
        0);
    ASSERT_EQ(desk.registers.askedInit.administrators.size(), 2U);
    EXPECT_EQ(desk.registers.askedInit.administrators[1].signInName, "bob");
    EXPECT_EQ(desk.registers.askedInit.court, "Court of Freedonia");
    EXPECT_EQ(desk.registers.askedInit.courtAddress, "1 Example Square");
}

} // namespace

} // namespace tutela::cli

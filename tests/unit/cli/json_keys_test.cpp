#include <gtest/gtest.h>

#include "tests/unit/cli/fake_office.h"

namespace tutela::cli {

namespace {

/// Whether every key stands in the object.
testing::AssertionResult hasKeys(const Json& object, std::initializer_list<std::string_view> wanted)
{
    for (const std::string_view key : wanted) {
        if (object.find(key) == nullptr)
            return testing::AssertionFailure() << "no " << key << " in " << canonicalJson(object);
    }
    return testing::AssertionSuccess();
}

Json first(const Json& array)
{
    return array.isArray() && !array.asArray().empty() ? array.asArray()[0] : Json();
}

TEST(JsonOfInitAndSample, HasTheKeysOfTheContract)
{
    Desk desk;
    EXPECT_EQ(keys(desk.json({"sample", "--cases", "3"})), "cases,entries,people,register,stories");
    const Json sample = desk.json({"sample"});
    EXPECT_EQ(keys(first(*sample.find("people"))), "institution,name,password,roles");
}

TEST(JsonOfWorklist, HasTheKeysOfTheContract)
{
    Desk desk;
    desk.state.page = {{{CaseId("A-1"), CaseKind::Assessment, Step::Received, "P", "S", WaitingFor::Authority,
                           parseDay("2026-03-09"), -2, ClockState::Overdue, "DL06", ""}},
        "cursor"};
    const Json page = desk.json({"worklist"});
    EXPECT_EQ(page.text("next"), "cursor");
    const Json row = first(*page.find("rows"));
    EXPECT_TRUE(hasKeys(row,
        {"case", "kind", "step", "provider", "service", "waiting_for", "due", "days_left", "clock_state"}));
    EXPECT_EQ(row.text("due"), "2026-03-09");
    EXPECT_EQ(row.integer("days_left"), -2);
    EXPECT_EQ(row.text("clock_state"), "overdue");
}

TEST(JsonOfWarnings, SaysWhatPressesInWhichCase)
{
    Desk desk;
    desk.state.warnings.rows.push_back({CaseId("A-2026-0001"), "Parrot Chat (fictitious)", "Parley",
        {WarningKind::Overdue, WarningLevel::Late, {"case-warning.overdue", {}}, parseDay("2026-06-02"),
            "DL06", "Art 5(2)"}});
    const Json report = desk.json({"warnings"});
    EXPECT_TRUE(hasKeys(report, {"legal_bases", "rows", "cases", "cut"}));
    const Json row = first(*report.find("rows"));
    EXPECT_TRUE(
        hasKeys(row, {"case", "provider", "service", "kind", "level", "text", "day", "clock", "law"}));
    EXPECT_EQ(row.text("kind"), "overdue");
    EXPECT_EQ(row.text("day"), "2026-06-02");
}

TEST(JsonOfCompare, ShowsWhatDiffersAndEverythingOnDemand)
{
    Desk desk;
    desk.state.comparison.fields = {{"Service 1", "Users", "120000", "131000", FieldChange::Changed},
        {"Provider", "Name", "Parrot", "Parrot", FieldChange::Same}};
    desk.state.comparison.findings = {{"filing.service-gone", "to-check", "$.services", "Art 3(1)",
        {"filing.service-gone", {{"service", "Attic"}}}}};
    const Json some = desk.json({"compare", "DOC-000001", "DOC-000002"});
    EXPECT_EQ(keys(some), "fields,findings");
    ASSERT_EQ(some.items("fields").size(), 1U);
    EXPECT_EQ(keys(some.items("fields")[0]), "after,before,change,label,section");
    EXPECT_EQ(some.items("fields")[0].text("change"), "changed");
    EXPECT_EQ(some.items("findings")[0].text("code"), "filing.service-gone");
    const Json all = desk.json({"compare", "DOC-000001", "DOC-000002", "--all"});
    ASSERT_EQ(all.items("fields").size(), 2U);
    EXPECT_EQ(all.items("fields")[1].text("change"), "same");
    const std::string text = desk.runSignedIn({"compare", "DOC-000001", "DOC-000002"}).out;
    EXPECT_NE(text.find("131000"), std::string::npos);
    EXPECT_NE(text.find("Attic"), std::string::npos);
    EXPECT_EQ(text.find("Parrot"), std::string::npos);
    desk.state.comparison = {};
    EXPECT_EQ(desk.runSignedIn({"compare", "DOC-000001", "DOC-000002"}).out, "Nothing differs.\n");
}

TEST(JsonOfRisks, SaysWhichFilingStatesWhat)
{
    Desk desk;
    desk.state.risks = {{{DocumentId("DOC-000001"), CaseId("A-2026-0001"), *parseDay("2026-03-09"), 2},
        {"Parley", "", "", "Low \x1b[31m"}}};
    const auto rows = desk.json({"risks", "A-2026-0001"});
    EXPECT_EQ(keys(first(rows)), "after,before,case,filing,received_on,risk,service,version");
    EXPECT_EQ(first(rows).text("received_on"), "2026-03-09");
    const std::string text = desk.runSignedIn({"risks", "A-2026-0001"}).out;
    EXPECT_NE(text.find("Residual risk of the service"), std::string::npos);
    EXPECT_EQ(text.find('\x1b'), std::string::npos) << "foreign text steers no terminal";
}

TEST(JsonOfCase, HasTheKeysOfTheContract)
{
    Desk desk;
    desk.state.view = detectionCase();
    const Json file = desk.json({"case", "D-2026-0001"});
    EXPECT_TRUE(hasKeys(file,
        {"case", "kind", "step", "rulebook", "clocks", "filings", "opinions", "consultations", "decision",
            "order", "entries", "access", "warnings"}));
    const Json opinion = first(*file.find("opinions"));
    EXPECT_EQ(opinion.text("outcome"), "favourable");
    EXPECT_EQ(opinion.text("by"), "Eve Example");
    EXPECT_EQ(opinion.items("documents").size(), 1U);
    EXPECT_EQ(file.find("decision")->text("decision"), "issued");
    EXPECT_EQ(file.find("order")->text("status"), "issued-receipt-awaited");
    EXPECT_EQ(file.find("order")->text("start"), "2026-03-10");
    EXPECT_EQ(first(*file.find("entries")).text("act"), "give-opinion");
}

TEST(JsonOfCase, HasNoDecisionAndNoOrderBeforeThereIsOne)
{
    Desk desk;
    desk.state.view = detectionCase();
    desk.state.view.file.order.reset();
    const Json file = desk.json({"case", "D-2026-0001"});
    EXPECT_TRUE(file.find("decision")->isNull());
    EXPECT_TRUE(file.find("order")->isNull());
}

TEST(JsonOfClocks, HasTheKeysOfTheContract)
{
    Desk desk;
    desk.state.view = detectionCase();
    const Json clock = first(desk.json({"clocks", "D-2026-0001"}));
    EXPECT_TRUE(hasKeys(clock, {"id", "law", "actor", "state", "end", "confirmed", "steps"}));
    EXPECT_EQ(clock.text("end"), "2026-03-09T23:59:59");
    EXPECT_EQ(keys(first(*clock.find("steps"))), "result,rule,text");
}

TEST(JsonOfActs, HasTheKeysOfTheContract)
{
    Desk desk;
    interfaces::ActOffer offer;
    offer.act = "ask";
    offer.whyNot = {{"E_STEP", {"fake.why", {}}, "Art 5"}};
    desk.state.offers = {offer};
    const Json act = first(desk.json({"acts"}));
    EXPECT_TRUE(
        hasKeys(act, {"act", "roles", "from", "to", "law", "schema", "allowed", "why_not", "points"}));
    EXPECT_EQ(keys(first(*act.find("why_not"))), "code,law,text");
    EXPECT_TRUE(act.find("schema")->isObject());
}

TEST(ActsText, SaysWhatCanOnlyBeRecordedFromADocument)
{
    Desk desk;
    interfaces::ActOffer offer;
    offer.act = "issue";
    offer.outside = true;
    offer.allowed = true;
    desk.state.offers = {offer};
    EXPECT_FALSE(first(desk.json({"acts"})).find("only_from_document")->asBool());
    EXPECT_EQ(desk.runSignedIn({"acts", "--case", "D-1"}).out.find("from a document"), std::string::npos);
    desk.state.offers.front().onlyFromDocument = true;
    EXPECT_TRUE(first(desk.json({"acts"})).find("only_from_document")->asBool());
    EXPECT_NE(desk.runSignedIn({"acts", "--case", "D-1"}).out.find("Record from a document: Sign and issue"),
        std::string::npos);
}

TEST(JsonOfAct, HasTheKeysOfTheContract)
{
    Desk desk;
    desk.state.receipt.warnings = {{"fake.warning", {}}};
    const TemporaryFile data("{}");
    const Json receipt = desk.json({"act", "ask", "--data", data.path()});
    EXPECT_EQ(keys(receipt), "case,clocks,leaf,moved,seq,step,stream_seq,warnings");
    EXPECT_EQ(first(*receipt.find("warnings")).asString(), "fake.warning");
}

TEST(JsonOfAct, ShowsWithPreviewWhatWouldMoveAndPerformsNothing)
{
    Desk desk;
    desk.state.preview.counted = true;
    desk.state.preview.step = Step::UnderReview;
    const auto day = [](const char* text) { return parseDay(text); };
    desk.state.preview.clocks = {
        {"DL06", "Art 5(2)", interfaces::ClockStand{ClockState::Running, day("2026-06-02")},
            interfaces::ClockStand{ClockState::Running, day("2026-06-04")}},
        {"DL07/R1", "Art 5(3)", interfaces::ClockStand{ClockState::Met, day("2026-04-24")},
            interfaces::ClockStand{ClockState::Met, day("2026-04-24")}}};
    desk.state.preview.refused = {{"E_STEP", {"refusal.role", {}}, "Art 5"}};
    const TemporaryFile data("{}");
    const Json preview = desk.json({"act", "ask", "--data", data.path(), "--preview"});
    EXPECT_EQ(keys(preview),
        "acts_under_old_date,clocks,differences,on_confirmation,preview,refused,step,warnings");
    EXPECT_TRUE(preview.flag("preview"));
    EXPECT_EQ(preview.text("step"), "under-review");
    EXPECT_EQ(canonicalJson(first(*preview.find("clocks"))),
        R"({"after":{"confirmed":true,"end":"2026-06-04T23:59:59","state":"running"},)"
        R"("before":{"confirmed":true,"end":"2026-06-02T23:59:59","state":"running"},"changed":true,"id":"DL06"})");
    EXPECT_EQ(first(*preview.find("refused")).text("code"), "E_STEP");
    const std::string text = desk.runSignedIn({"act", "ask", "--data", data.path(), "--preview"}).out;
    EXPECT_NE(text.find("2026-06-04"), std::string::npos) << text;
    EXPECT_EQ(text.find("DL07"), std::string::npos) << "a clock that stays is shown as moved: " << text;
    desk.state.preview.clocks.clear();
    EXPECT_NE(desk.runSignedIn({"act", "ask", "--data", data.path(), "--preview"}).out.find("No date moves."),
        std::string::npos);
}

TEST(JsonOfSubmit, HasTheKeysOfTheContract)
{
    Desk desk;
    desk.state.intake.cases = {CaseId("A-1")};
    desk.state.intake.view.findings = {{"E1", "must-fix", "/a", "Art 4", {"fake.finding", {}}}};
    const TemporaryFile file("{}");
    const Json receipt = desk.json({"submit", file.path()});
    EXPECT_EQ(keys(receipt), "cases,filing,findings,form,sha256,status");
    EXPECT_EQ(receipt.text("status"), "received");
    EXPECT_EQ(keys(first(*receipt.find("findings"))), "code,law,path,severity,text");
}

TEST(JsonOfSearchAndOrder, HasTheKeysOfTheContract)
{
    Desk desk;
    desk.state.hits = {{CaseId("A-1"), "submit", "x"}};
    EXPECT_EQ(keys(first(*desk.json({"search", "x"}).find("rows"))), "case,snippet,where");
    EXPECT_TRUE(hasKeys(
        desk.json({"order", "D-1"}), {"order", "kind", "status", "start", "end", "language", "timeline"}));
}

TEST(JsonOfPeriodAndCalendar, HasTheKeysOfTheContract)
{
    Desk desk;
    const Json period = desk.json({"period", "--from", "2026-01-01", "--length", "P1D"});
    EXPECT_EQ(keys(period), "confirmed,end,open,steps,warnings");
    EXPECT_TRUE(period.find("end")->isNull());
    EXPECT_EQ(keys(first(desk.json({"calendar", "BE", "2026"}))), "day,name");
}

TEST(JsonOfTheLog, HasTheKeysOfTheContractAndExit6WhenSomethingIsWrong)
{
    Desk desk;
    desk.state.verify = {7, "ab", false, interfaces::FirstBad{3, {"fake.why", {}}}};
    desk.state.doctor = {false, {{"E_LEAF", "3", "leaf/3", {"fake.problem", {}}}}};
    const Json verified = desk.json({"journal", "verify"});
    EXPECT_EQ(keys(verified), "first_bad,ok,root,size");
    EXPECT_EQ(keys(*verified.find("first_bad")), "seq,why");
    EXPECT_TRUE(hasKeys(first(*desk.json({"doctor"}).find("problems")), {"code", "record", "where"}));
    EXPECT_EQ(desk.run({"--register", "x", "journal", "verify"}).exit, 6);
    EXPECT_EQ(desk.run({"--register", "x", "doctor", "--deep"}).exit, 6);
}

TEST(JsonOfReference, HasTheKeysOfTheContract)
{
    Desk desk;
    EXPECT_EQ(keys(first(desk.json({"access", "matrix"}))), "act,allowed,rule,step,subject");
    EXPECT_EQ(canonicalJson(desk.json({"rulebook", "compare", "a", "b"})),
        R"([{"a":"P3M","b":"P2M","item":"clocks[DL06].length"}])");
    EXPECT_EQ(first(desk.json({"forms"})).text("id"), "risk-report");
    EXPECT_EQ(desk.json({"forms", "risk-report", "--schema"}).text("$schema"), "x");
}

TEST(Workload, PrintsALineForEveryDurableAct)
{
    Desk desk;
    EXPECT_EQ(desk.run({"--register", "x", "bench", "workload", "--ops", "2"}).out, "ACK 1 ab\nACK 2 ab\n");
}

} // namespace

} // namespace tutela::cli

#include <algorithm>
#include <cstdlib>

#include <gmock/gmock.h>

#include "core/base/json_parse.h"
#include "tests/journey/story.h"

namespace tutela::journey {

namespace {

class CalendarJourney : public ::testing::Test {
protected:
    /// What another program reads from the calendar that the program wrote.
    Json exported(const std::string& person, std::vector<std::string> more = {})
    {
        const std::string file = m_office / "dates.ics";
        const std::string out = m_office / "dates.json";
        std::vector<std::string> verb{"ics", "--out", file};
        verb.insert(verb.end(), more.begin(), more.end());
        const Outcome written = m_office.as(person, verb);
        EXPECT_EQ(written.exit, 0) << written.out;
        // The Debian package belongs to the interpreter of Debian, not to one that stands before it.
        const std::string command =
            "/usr/bin/python3 " TUTELA_SOURCE_DIR "/tests/journey/read_calendar.py " + file + " > " + out;
        EXPECT_EQ(std::system(command.c_str()), 0);
        const auto json = parseJson(readBytes(out), JsonLimits::forOwnData());
        EXPECT_TRUE(json.ok());
        return json ? json.value() : Json::object();
    }

    /// An assessment whose review runs and can still be stopped.
    std::string running()
    {
        const Json rows =
            m_office.as("coordinator", {"worklist", "--filter", "kind=assessment", "--limit", "500"}).json();
        for (const Json& row : rows.items("rows")) {
            if (row.text("clock_state") == "running" && row.text("clock") == "DL06")
                return std::string(row.text("case"));
        }
        return {};
    }

    static Json event(const Json& calendar, const std::string& uidPart)
    {
        for (const Json& one : calendar.items("events")) {
            if (one.text("uid").find(uidPart) != std::string_view::npos)
                return one;
        }
        return Json::object();
    }

    TrainingOffice m_office = TrainingOffice::withSample();
};

TEST_F(CalendarJourney, IsReadByAnotherProgramAndTakesBackWhatEnded)
{
    const std::string caseId = running();
    ASSERT_FALSE(caseId.empty());
    const std::string last(m_office.clock(caseId, "DL06").text("last_day"));
    const Json first = exported("coordinator", {"--case", caseId});
    EXPECT_EQ(first.text("method"), "PUBLISH");
    EXPECT_EQ(first.text("version"), "2.0");
    const Json review = event(first, caseId + "-DL06-");
    EXPECT_EQ(review.text("day"), last) << canonicalJson(first);
    EXPECT_EQ(review.text("status"), "CONFIRMED");
    EXPECT_EQ(review.text("summary"), caseId + ": Review of the risk report");
    EXPECT_EQ(review.items("alarms").size(), 2U);
    // Asking for information stops the review: its date is taken back, that of the answer comes.
    const Json asked = m_office.done("coordinator", "ask-information", caseId,
        Json::object({{"questions", Json::array({"An invented question?"})}, {"period", "P1W"}}));
    const Json second = exported("coordinator", {"--case", caseId});
    const Json stopped = event(second, caseId + "-DL06-");
    EXPECT_EQ(stopped.text("status"), "CANCELLED");
    EXPECT_EQ(stopped.text("uid"), review.text("uid"));
    EXPECT_GT(stopped.find("sequence")->asInteger(), review.find("sequence")->asInteger());
    EXPECT_EQ(stopped.items("alarms").size(), 0U);
    const Json answer = event(second, caseId + "-DL07-R1-");
    EXPECT_EQ(answer.text("status"), "CONFIRMED");
    EXPECT_EQ(answer.text("day"), m_office.clock(caseId, "DL07/R1").text("last_day"));
    EXPECT_EQ(canonicalJson(exported("coordinator", {"--case", caseId})), canonicalJson(second))
        << "the same again";
    EXPECT_EQ(canonicalJson(second).find("invented question"), std::string::npos) << "no content";
}

TEST_F(CalendarJourney, OfAPersonHoldsTheFilesThatAreTheirsAndTakesBackThoseHandedOn)
{
    const Json rows =
        m_office.as("coordinator", {"worklist", "--filter", "mine=yes", "--limit", "500"}).json();
    ASSERT_FALSE(rows.items("rows").empty());
    const Json calendar = exported("coordinator");
    for (const Json& row : rows.items("rows")) {
        if (row.find("due")->isNull())
            continue;
        const std::string uid = std::string(row.text("case")) + "-"
            + std::string(row.text("clock")).substr(0, row.text("clock").find('/')) + "-";
        EXPECT_EQ(event(calendar, uid).text("day"), row.text("due")) << uid;
    }
    const std::string open = running();
    ASSERT_FALSE(open.empty());
    EXPECT_EQ(event(calendar, open).text("uid"), "") << "nobody is responsible yet";
    const Json people = m_office.as("admin", {"person", "list"}).json();
    const auto assignTo = [&](std::string_view name) {
        for (const Json& person : people.asArray()) {
            if (person.text("sign_in") == name)
                m_office.done(
                    "coordinator", "assign", open, Json::object({{"responsible", person.text("person")}}));
        }
    };
    assignTo("coordinator");
    EXPECT_EQ(event(exported("coordinator"), open).text("status"), "CONFIRMED");
    assignTo("coordinator-2");
    const Json after = exported("coordinator");
    for (const Json& one : after.items("events")) {
        const bool handedOn = one.text("uid").starts_with(open);
        EXPECT_TRUE(!handedOn || one.text("status") == "CANCELLED") << one.text("uid");
    }
    const Json theirs = exported("coordinator-2");
    EXPECT_TRUE(std::ranges::any_of(theirs.items("events"), [&](const Json& one) {
        return one.text("uid").starts_with(open) && one.text("status") != "CANCELLED";
    }));
}

TEST_F(CalendarJourney, ShowsNobodyADateThatIsNotTheirs)
{
    const std::string caseId = m_office.caseAt("received");
    for (const char* person : {"judge", "dpa-officer", "eu-centre", "admin"}) {
        EXPECT_EQ(m_office.as(person, {"ics", "--case", caseId}).exit, 4) << person;
        EXPECT_EQ(m_office.as(person, {"ics"}).out.find(caseId), std::string::npos) << person;
    }
    EXPECT_EQ(m_office.as("coordinator", {"ics", "--case", "A-1999-0001"}).exit, 4);
}

TEST_F(CalendarJourney, MovesWithADayThatTheHeadAdds)
{
    const std::string caseId = m_office.caseAt("received");
    const std::string last(m_office.clock(caseId, "DL06").text("last_day"));
    const std::vector<std::string> add{"calendar-addition", "add", last, "--name", "Day of mourning",
        "--reason", "Decree", "--source", "Gazette of Arcadia 12/2026"};
    std::vector<std::string> dry = add;
    dry.emplace_back("--dry-run");
    EXPECT_EQ(m_office.as("coordinator", add).exit, 4);
    const Json preview = m_office.as("head", dry).json();
    EXPECT_GE(preview.find("dates")->asInteger(), 1) << canonicalJson(preview);
    EXPECT_EQ(m_office.clock(caseId, "DL06").text("last_day"), last);
    const Json before = event(exported("coordinator", {"--case", caseId}), caseId + "-DL06-");
    const Json added = m_office.as("head", add).json();
    EXPECT_EQ(added.find("dates")->asInteger(), preview.find("dates")->asInteger());
    const std::string moved(m_office.clock(caseId, "DL06").text("last_day"));
    EXPECT_GT(moved, last);
    const Json after = event(exported("coordinator", {"--case", caseId}), caseId + "-DL06-");
    EXPECT_EQ(after.text("day"), moved);
    EXPECT_GT(after.find("sequence")->asInteger(), before.find("sequence")->asInteger());
    EXPECT_EQ(m_office.as("head", add).exit, 3) << "a holiday already";
    const std::string entry = std::to_string(added.find("addition")->asInteger());
    EXPECT_EQ(m_office.as("head", {"calendar-addition", "list"}).json().asArray().size(), 1U);
    EXPECT_EQ(m_office.as("head", {"calendar-addition", "withdraw", entry, "--reason", "Repealed"}).exit, 0);
    EXPECT_EQ(m_office.clock(caseId, "DL06").text("last_day"), last);
    m_office.expectClean();
}

TEST_F(CalendarJourney, AppointmentsAreMadeConfirmedAndEndedOnTheCommandLine)
{
    const std::vector<std::string> add{
        "appointment", "add", "acting-head", "registrar", "--from", "2026-06-15", "--to", "2026-06-30"};
    EXPECT_EQ(m_office.as("head", add).exit, 4);
    const Outcome made = m_office.as("admin", add);
    ASSERT_EQ(made.exit, 0) << made.out;
    const std::string entry = std::to_string(made.json().find("appointment")->asInteger());
    EXPECT_EQ(m_office.as("admin", {"appointment", "confirm", entry}).exit, 3);
    EXPECT_EQ(m_office.as("admin-2", {"appointment", "confirm", entry}).exit, 0);
    const Json listed = m_office.as("coordinator", {"appointment", "list"}).json();
    ASSERT_EQ(listed.asArray().size(), 1U);
    EXPECT_EQ(listed.asArray().front().text("kind"), "acting-head");
    EXPECT_TRUE(listed.asArray().front().flag("confirmed"));
    EXPECT_EQ(m_office.as("admin", {"appointment", "end", entry}).exit, 0);
    EXPECT_TRUE(m_office.as("coordinator", {"appointment", "list"}).json().asArray().empty());
    EXPECT_EQ(m_office
                  .as("admin",
                      {"appointment", "add", "holiday", "head", "--from", "2026-06-15", "--to", "2026-06-30"})
                  .exit,
        2);
    const Json load = m_office.as("coordinator", {"load", "--person", "coordinator", "--weeks", "4"}).json();
    ASSERT_EQ(load.asArray().size(), 1U);
    EXPECT_EQ(load.asArray().front().items("weeks").size(), 4U);
    EXPECT_EQ(m_office.as("judge", {"load"}).exit, 4);
    m_office.expectClean();
}

} // namespace

} // namespace tutela::journey

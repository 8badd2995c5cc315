#include "core/procedure/corrections.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/law/clock_ledger.h"
#include "core/procedure/apply.h"
#include "core/procedure/clocks.h"
#include "tests/support/rules.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;
using ::testing::ElementsAre;

/// A stream of acts, each on its day.
class Stream {
public:
    explicit Stream(CaseKind kind)
        : m_id(kind == CaseKind::Assessment ? "A-2026-0001" : "D-2026-0001")
    {
    }

    Stream& act(const char* name, const char* on, const std::string& facts)
    {
        const ActDefinition& definition = *acts().find(name);
        Entry entry;
        entry.seq = 10 + static_cast<EntrySeq>(m_entries.size());
        entry.stream = "case/" + m_id.text();
        entry.streamSeq = static_cast<std::int64_t>(m_entries.size()) + 1;
        entry.act = name;
        entry.effect = toText(definition.effect);
        entry.from = m_entries.empty() ? std::nullopt : m_entries.back().to;
        entry.to = definition.to ? definition.to : entry.from;
        entry.actor = PersonId("U-0001");
        entry.role = definition.roles.front();
        entry.at = Instant{day(on)} + std::chrono::hours{9};
        entry.facts = json(facts);
        entry.facts.set("on", on);
        m_entries.push_back(std::move(entry));
        return *this;
    }

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

    [[nodiscard]] CaseFile file() const { return fold(m_id, m_entries); }

    [[nodiscard]] const CaseId& id() const { return m_id; }

private:
    CaseId m_id;
    std::vector<Entry> m_entries;
};

std::string endsOf(const CaseFile& file)
{
    std::string text;
    for (const CaseClock& clock : clocksOf(file, rulebook())) {
        const auto dates =
            law::countLedger(*clock.definition, clock.facts, calendarOf(clock, file, calendars()));
        const auto end = law::lastDayToAct(dates);
        text += clock.id + " " + (end ? formatDay(*end) : "-") + " "
            + (dates.metOn ? formatDay(*dates.metOn) : "-") + "\n";
    }
    return text;
}

/// S01 of the periods: report 2 March, asked 10 April, answered 24 April or on another day.
Stream review(const std::string& received, const std::string& answered)
{
    Stream stream(CaseKind::Assessment);
    stream
        .act("file-report", "2026-03-05",
            R"({"provider":"P-0001","services":["S-0001"],"original":"DOC-000001","received_on":")" + received
                + R"("})")
        .act("ask-information", "2026-04-10", R"({"id":"R1","period":"P2W"})")
        .act("record-answer", "2026-04-29",
            R"({"request":"R1","extent":"complete","received_on":")" + answered + R"("})");
    return stream;
}

Stream detection(const std::string& received, const std::string& comments, const std::string& plan,
    const std::string& consulted)
{
    Stream stream(CaseKind::Detection);
    stream.act("open-detection", "2026-05-01", R"({"provider":"P-0001","service":"S-0001","kind":"known"})")
        .act("record-evidence", "2026-05-01", R"({"id":"E1","observed_on":"2026-04-20"})")
        .act("send-draft", "2026-06-01",
            R"({"version":1,"start":"2027-01-01","end":"2027-12-31","comments_period":"P2W","centre_received_on":")"
                + received + R"("})")
        .act("record-comments", "2026-06-20", R"({"version":1,"received_on":")" + comments + R"("})")
        .act("re-send-draft", "2026-07-01", R"({"version":2,"start":"2027-01-01","end":"2027-12-31"})")
        .act("demand-plan", "2026-07-02", R"({"period":"P4W"})")
        .act("refer-to-dpa", "2026-07-10",
            R"({"id":"C1","source":"provider","requested_on":")" + consulted + R"("})")
        .act("record-plan", "2026-07-31",
            R"({"document":"DOC-000009","draft_version":2,"received_on":")" + plan + R"("})");
    return stream;
}

struct Row {
    const char* what;
    std::int64_t entry;
    const char* right;
    Stream wrong;
    Stream rightFromTheStart;
};

TEST(Corrections, MoveEveryDateAsIfTheRightDayHadBeenRecordedAtOnce)
{
    const Row rows[] = {
        {"filing", 10, "2026-03-04", review("2026-03-02", "2026-04-24"), review("2026-03-04", "2026-04-24")},
        {"answer", 12, "2026-04-28", review("2026-03-02", "2026-04-24"), review("2026-03-02", "2026-04-28")},
        {"draft at the Centre", 12, "2026-06-08",
            detection("2026-06-01", "2026-06-10", "2026-07-28", "2026-07-08"),
            detection("2026-06-08", "2026-06-10", "2026-07-28", "2026-07-08")},
        {"comments", 13, "2026-06-18", detection("2026-06-01", "2026-06-10", "2026-07-28", "2026-07-08"),
            detection("2026-06-01", "2026-06-18", "2026-07-28", "2026-07-08")},
        {"plan", 17, "2026-07-31", detection("2026-06-01", "2026-06-10", "2026-07-28", "2026-07-08"),
            detection("2026-06-01", "2026-06-10", "2026-07-31", "2026-07-08")},
        {"consultation", 16, "2026-07-03", detection("2026-06-01", "2026-06-10", "2026-07-28", "2026-07-08"),
            detection("2026-06-01", "2026-06-10", "2026-07-28", "2026-07-03")},
    };
    for (Row row : rows) {
        const char* suffix = row.wrong.id().text().front() == 'D' ? "-detection" : "";
        const std::string before = endsOf(row.wrong.file());
        row.wrong.act((std::string("propose-correction") + suffix).c_str(), "2026-08-03",
            R"({"id":"K1","receipt":)" + std::to_string(row.entry) + R"(,"received_on":")" + row.right
                + R"("})");
        EXPECT_EQ(endsOf(row.wrong.file()), before) << row.what << ": a proposal moved a date";
        Stream rejected = row.wrong;
        rejected.act(
            (std::string("reject-correction") + suffix).c_str(), "2026-08-04", R"({"correction":"K1"})");
        EXPECT_EQ(endsOf(rejected.file()), before) << row.what << ": a rejected correction moved a date";
        row.wrong.act(
            (std::string("confirm-correction") + suffix).c_str(), "2026-08-04", R"({"correction":"K1"})");
        EXPECT_NE(endsOf(row.wrong.file()), before) << row.what;
        EXPECT_EQ(endsOf(row.wrong.file()), endsOf(row.rightFromTheStart.file())) << row.what;
        EXPECT_EQ(row.wrong.file().corrections.front().state, CorrectionState::Confirmed);
        EXPECT_EQ(receiptOf(row.wrong.file(), row.entry)->day, day(row.right));
    }
}

std::string affected(const Stream& stream, const char* right)
{
    const CaseFile file = stream.file();
    Correction correction{"K1", 99, 12, file.receipts[0].kind, {}, day(right)};
    for (const RecordedReceipt& receipt : file.receipts) {
        if (receipt.entry == correction.corrected)
            correction = {"K1", 99, receipt.entry, receipt.kind, receipt.day, day(right)};
    }
    const auto now = onDay("2026-09-01");
    std::string text;
    for (const ActUnderOldDate& act : actsUnderOldDate(
             stream.id(), stream.entries(), correction, {acts(), rulebook(), calendars(), now.zone})) {
        text += act.act;
        for (const Message& one : act.refused)
            text += " " + one.id;
        for (const Message& one : act.warned)
            text += " " + one.id;
        for (const Message& one : act.between)
            text += " " + one.id;
        text += "\n";
    }
    return text;
}

TEST(Corrections, NameTheActsThatTheRulesWouldHaveRefusedUnderTheRightDay)
{
    // The EU Centre's four weeks ran until 29 June; from 8 June on they run until 6 July, and the draft was
    // sent again on 1 July.
    EXPECT_EQ(affected(detection("2026-06-01", "2026-06-10", "2026-07-28", "2026-07-08"), "2026-06-08"),
        "re-send-draft guard.opinion-in-or-over correction.between\n"
        "demand-plan correction.between\n");
    EXPECT_EQ(affected(detection("2026-06-01", "2026-06-10", "2026-07-28", "2026-07-08"), "2026-06-02"), "");
}

TEST(Corrections, NameTheActsBetweenTheOldAndTheNewEnd)
{
    // 2 June and 14 days end on 16 June; with 18 days on Saturday 20 June, which rolls to 22 June.
    Stream stream = review("2026-03-02", "2026-04-24");
    stream.act("determine", "2026-06-18", R"({"service":"S-0001","outcome":"complied"})");
    EXPECT_EQ(affected(stream, "2026-04-28"), "determine correction.between\n");
    EXPECT_EQ(affected(stream, "2026-04-25"), "");
}

TEST(Moves, TakeAFilingOutOfTheClocksOnceTheyAreConfirmed)
{
    Stream stream = detection("2026-06-01", "2026-06-10", "2026-07-28", "2026-07-08");
    stream.act("move-filing-detection", "2026-08-03", R"({"id":"K1","receipt":17,"case":"D-2026-0002"})");
    EXPECT_TRUE(stream.file().plan) << "a proposal moved the filing";
    stream.act("confirm-correction-detection", "2026-08-04", R"({"correction":"K1"})");
    const CaseFile file = stream.file();
    EXPECT_FALSE(file.plan);
    EXPECT_EQ(file.filings.front().movedTo, CaseId("D-2026-0002"));
    EXPECT_EQ(firstCounted(file), nullptr);
    EXPECT_EQ(receiptOf(file, 17), nullptr);
}

TEST(Moves, LetTheEarlierPlanCountAgain)
{
    Stream stream = detection("2026-06-01", "2026-06-10", "2026-07-28", "2026-07-08");
    stream
        .act("record-plan", "2026-08-02",
            R"({"document":"DOC-000010","draft_version":2,"received_on":"2026-08-01"})")
        .act("move-filing-detection", "2026-08-03", R"({"id":"K1","receipt":18,"case":"D-2026-0002"})")
        .act("confirm-correction-detection", "2026-08-04", R"({"correction":"K1"})");
    EXPECT_EQ(stream.file().plan->receivedOn, day("2026-07-28"));
}

TEST(Moves, OfTheReportEndTheReviewOfTheFile)
{
    Stream stream = review("2026-03-02", "2026-04-24");
    stream.act("move-filing", "2026-05-03", R"({"id":"K1","receipt":10,"case":"A-2026-0002"})")
        .act("confirm-correction", "2026-05-04", R"({"correction":"K1"})");
    EXPECT_EQ(endsOf(stream.file()).find("DL06"), std::string::npos);
}

TEST(Corrections, LeaveTheCorrectedEntryAsItWasWritten)
{
    Stream stream = review("2026-03-02", "2026-04-24");
    const std::string before = entryBody(stream.entries()[2]);
    stream.act("propose-correction", "2026-05-01", R"({"id":"K1","receipt":12,"received_on":"2026-04-28"})")
        .act("confirm-correction", "2026-05-02", R"({"correction":"K1"})");
    EXPECT_EQ(entryBody(stream.entries()[2]), before);
    EXPECT_EQ(stream.file().corrections.front().was, day("2026-04-24"));
    EXPECT_EQ(stream.file().requests.front().answeredOn, day("2026-04-28"));
}

} // namespace

} // namespace tutela::procedure

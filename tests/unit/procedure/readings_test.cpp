#include "core/procedure/readings.h"

#include <gtest/gtest.h>

#include "core/base/catalogue.h"
#include "core/procedure/clocks.h"
#include "core/procedure/decide.h"
#include "core/procedure/facts.h"
#include "tests/support/rules.h"

namespace tutela::procedure {

namespace {

using namespace tutela::testing;

CaseFile withOldEvidence()
{
    CaseFile file = beforeTheCourt();
    file.evidence = {{"E1", 21, day("2026-02-28")}};
    return file;
}

/// An act on a day on which readings of the law may differ.
struct ChoiceRow {
    const char* sentence;
    const char* act;
    CaseFile (*file)();
    const char* data;
    const char* today;
    const char* choices;
};

void PrintTo(const ChoiceRow& row, std::ostream* out)
{
    *out << row.sentence;
}

const ChoiceRow kChoices[] = {
    {"A start on the day after three whole months rests on no choice", "issue", beforeTheCourt,
        R"({"start":"2026-12-02","end":"2027-06-30"})", "2026-09-01", ""},
    {"A start on the last day of the three months is lawful under the lenient reading", "issue",
        beforeTheCourt, R"({"start":"2026-12-01","end":"2027-06-30"})", "2026-09-01",
        "art7_9.start.minimum=last-day"},
    {"An end one day over the cap is lawful if the first day is not counted", "send-draft", detection,
        R"({"start":"2027-01-01","end":"2029-01-01","comments_period":"P4W"})", "2026-06-01",
        "art7_9.duration.first-day=excluded"},
    {"An end on the last day of the cap rests on no choice", "send-draft", detection,
        R"({"start":"2027-01-01","end":"2028-12-31","comments_period":"P4W"})", "2026-06-01", ""},
    {"Evidence that left the window after the request was filed counts under one reading", "issue",
        withOldEvidence, R"({"start":"2027-06-15","end":"2027-12-31"})", "2027-03-02",
        "art7_5.lookback.ends=request"},
    {"Evidence on the first day of the window counts under every reading", "issue", withOldEvidence,
        R"({"start":"2027-06-15","end":"2027-12-31"})", "2027-02-28", ""},
};

class ChoiceOfReading : public ::testing::TestWithParam<ChoiceRow> { };

std::string choicesOf(const Verdict& verdict)
{
    std::string text;
    for (const ReadingChoice& choice : verdict.choices)
        text += (text.empty() ? "" : " ") + toText(choice);
    return text;
}

TEST_P(ChoiceOfReading, isNamedNeedsItsReasonAndIsKept)
{
    const ChoiceRow& row = GetParam();
    const CaseFile file = row.file();
    const ActDefinition& act = *acts().find(row.act);
    const auto now = onDay(row.today, act.roles.front());
    Json data = json(row.data);
    const auto without = judge(act, &file, &data, ActSource::Own, now);
    EXPECT_EQ(choicesOf(without), row.choices);
    const bool refused = refusalsOf(without).find("guard.reading-reason") != std::string::npos;
    EXPECT_EQ(refused, !without.choices.empty());
    data.set("reading_reason", "The court of appeal read it so.");
    EXPECT_EQ(refusalsOf(judge(act, &file, &data, ActSource::Own, now)).find("guard.reading-reason"),
        std::string::npos);
    const Proposal proposal = decide(act, &file, data, now);
    const auto kept = Facts(proposal.facts).codes("readings");
    EXPECT_EQ(kept.empty() ? "" : kept.front(), row.choices);
    EXPECT_EQ(proposal.content.text("reading_reason"), "The court of appeal read it so.");
}

INSTANTIATE_TEST_SUITE_P(Rows, ChoiceOfReading, ::testing::ValuesIn(kChoices));

TEST(Readings, ofEveryLegalTextHaveWordsForTheQuestionAndEachOption)
{
    const Catalogue& texts = Catalogue::embedded("en");
    for (const std::string& id : law::Rulebook::embeddedIds()) {
        const auto book = law::Rulebook::embedded(id).value();
        EXPECT_FALSE(book.readings().empty()) << id;
        for (const law::Reading& reading : book.readings()) {
            EXPECT_TRUE(texts.has("reading." + reading.key)) << id << " " << reading.key;
            for (const std::string& option : reading.options)
                EXPECT_TRUE(texts.has("reading." + reading.key + "." + option)) << reading.key << option;
        }
    }
}

TEST(Readings, thatAreFollowedMoveTheDates)
{
    CaseFile file = assessment();
    file.requests.push_back(
        {"R1", 11, day("2026-04-10"), length("P2W"), true, {}, day("2026-04-24"), {}, {}});
    const auto endOf = [&](const law::Rulebook& book) {
        const CaseClock review = clocksOf(file, book).front();
        return formatDay(law::countLedger(*review.definition, review.facts, calendars().authority).end->day);
    };
    EXPECT_EQ(endOf(rulebook()), "2026-06-16");
    EXPECT_EQ(endOf(following("art5_3.suspends", "art5_3")), "2026-06-02");
    file.requests.front().answeredOn.reset();
    file.requests.front().closedUnansweredOn = day("2026-04-24");
    EXPECT_EQ(endOf(rulebook()), "2026-06-16");
    EXPECT_EQ(endOf(following("art5_3.unanswered.resumes", "same-day")), "2026-06-15");
}

TEST(Readings, cannotFollowAnOptionThatIsNotListed)
{
    EXPECT_FALSE(law::Rulebook::parse(
        R"({"id":"x","title":"x","source":"x","status":"proposal","parameters":[],"clocks":[],
            "readings":[{"key":"k","law":"Art 1","options":["a"],"followed":"b","verification":"inference"}]})"));
}

TEST(Readings, areWrittenAndReadBack)
{
    const ReadingChoice choice{"art7_9.start.minimum", "last-day"};
    EXPECT_EQ(readingChoiceFromText(toText(choice)), choice);
    for (const char* bad : {"", "=", "a=", "=b", "a"})
        EXPECT_FALSE(readingChoiceFromText(bad)) << bad;
}

} // namespace

} // namespace tutela::procedure

#include "core/filings/cnil_pia.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "core/filings/read_filing.h"

namespace tutela::filings {

namespace {

domain::Filing fixture(const std::string& name)
{
    std::ifstream in(
        std::string(TUTELA_SOURCE_DIR) + "/tests/golden/filings/dpia/" + name + ".in.json", std::ios::binary);
    auto filing = readFiling(std::string(std::istreambuf_iterator<char>(in), {}));
    EXPECT_TRUE(filing.ok());
    return std::move(filing).value();
}

const domain::FilingSection& section(const domain::Filing& filing, const std::string& heading)
{
    const auto found = std::ranges::find(filing.sections, heading, &domain::FilingSection::heading);
    EXPECT_NE(found, filing.sections.end()) << heading;
    return *found;
}

std::ptrdiff_t countOf(const domain::Filing& filing, const std::string& code)
{
    return std::ranges::count(filing.findings, code, &domain::Finding::code);
}

TEST(CnilPia, CountsOfACompleteExport)
{
    const domain::Filing filing = fixture("complete");
    EXPECT_EQ(filing.kind, FilingKind::ImpactAssessment);
    EXPECT_EQ(filing.measures.size(), 3u);
    EXPECT_EQ(filing.risks.size(), 3u);
    EXPECT_EQ(filing.opinions.size(), 2u);
    EXPECT_EQ(filing.actions.size(), 3u);
    EXPECT_EQ(section(filing, "Context: overview").items.size(), 3u);
    EXPECT_EQ(section(filing, "Fundamental principles: rights of the persons concerned").items.size(), 7u);
    EXPECT_EQ(section(filing, "Evaluation").items.size(), 8u);
    EXPECT_EQ(section(filing, "Comments").items.size(), 2u);
    EXPECT_TRUE(filing.findings.empty())
        << filing.findings.front().code << " " << filing.findings.front().path;
}

TEST(CnilPia, RiskHasItsLevelsBeforeAndAfter)
{
    const domain::FilingRisk risk = fixture("complete").risks.front();
    EXPECT_EQ(risk.severityBefore, "3, important");
    EXPECT_EQ(risk.likelihoodBefore, "4, maximum");
    EXPECT_EQ(risk.severityAfter, "3, important");
    EXPECT_EQ(risk.likelihoodAfter, "1, negligible");
    EXPECT_EQ(risk.impacts, (std::vector<std::string>{"Embarrassment", "Blackmail"}));
    EXPECT_EQ(risk.measures, (std::vector<std::string>{"Encryption", "Log of access"}));
}

TEST(CnilPia, LevelNotEstimatedAgainStaysEmpty)
{
    const domain::FilingRisk risk = fixture("complete").risks.back();
    EXPECT_EQ(risk.severityBefore, "2, limited");
    EXPECT_EQ(risk.severityAfter, "");
}

TEST(CnilPia, ActionSaysWhoAndWhen)
{
    const domain::FilingAction action = fixture("complete").actions.front();
    EXPECT_EQ(action.about, "Purposes");
    EXPECT_EQ(action.what, "Name each purpose.");
    EXPECT_EQ(action.responsible, "Head of Pretending");
    EXPECT_EQ(action.due, parseDay("2031-09-30"));
}

TEST(CnilPia, OpinionsKeepTheirOutcome)
{
    const auto opinions = fixture("complete").opinions;
    EXPECT_EQ(opinions.at(0).by, "Officer Example");
    EXPECT_EQ(opinions.at(0).outcome, "should be carried out");
    EXPECT_EQ(opinions.at(1).outcome, "should not be carried out");
    EXPECT_EQ(opinions.at(1).text, "Mostly in favour.");
}

TEST(CnilPia, CommentNamesTheQuestionOrTheMeasureItIsAbout)
{
    const domain::Filing filing = fixture("complete");
    const auto& comments = section(filing, "Comments").items;
    EXPECT_EQ(comments.at(0).label, "Processors and their contracts");
    EXPECT_EQ(comments.at(0).text, "Please name the processor.");
    EXPECT_EQ(comments.at(1).label, "Encryption");
}

TEST(CnilPia, CommentOnAMissingMeasureIsNotTakenForAQuestion)
{
    const domain::Filing filing = fixture("comment-on-a-missing-measure");
    EXPECT_EQ(section(filing, "Comments").items.front().label, "212");
    EXPECT_EQ(countOf(filing, "filing.pia-unknown-reference"), 1);
}

TEST(CnilPia, DropsNothingItDoesNotRecognise)
{
    const domain::Filing filing = fixture("defects");
    EXPECT_EQ(countOf(filing, "filing.unknown-field"), 4);
    EXPECT_EQ(countOf(filing, "filing.pia-unknown-reference"), 5);
    EXPECT_EQ(countOf(filing, "filing.pia-not-answered"), 3);
    EXPECT_EQ(countOf(filing, "filing.pia-measure-not-described"), 3);
    EXPECT_EQ(countOf(filing, "filing.pia-unknown-value"), 2);
    EXPECT_EQ(countOf(filing, "filing.pia-answered-twice"), 2);
    EXPECT_EQ(countOf(filing, "filing.pia-no-dpo-advice"), 1);
    EXPECT_EQ(countOf(filing, "filing.no-day"), 1);
    std::string shown;
    for (const domain::FilingSection& each : filing.sections) {
        for (const domain::FilingItem& item : each.items) {
            shown += item.text + "\n";
            for (const std::string& entry : item.list)
                shown += entry + "\n";
        }
    }
    for (const char* text :
        {"unmapped", "Answer to a question nobody asked.", "one", "wrong key", "no reference",
            "not an object", "Answered once more.", "[1,{\"a\":\"b\"}]", "For a measure that is gone."})
        EXPECT_NE(shown.find(text), std::string::npos) << text;
}

TEST(CnilPia, ShowsNoMarkupAndNamesWhatItLeftOut)
{
    const domain::Filing filing = fixture("defects");
    EXPECT_EQ(section(filing, "Context: overview").items.front().text, "Before after  <b>not bold</b> 3 < 4");
    EXPECT_EQ(countOf(filing, "filing.pia-left-out"), 1);
    EXPECT_EQ(countOf(filing, "filing.embedded-file"), 1);
}

TEST(CnilPia, EmptyExportAsksEveryQuestion)
{
    const domain::Filing filing = fixture("empty");
    EXPECT_EQ(countOf(filing, "filing.pia-not-answered"), 36);
    EXPECT_EQ(filing.risks.size(), 3u);
    EXPECT_TRUE(filing.measures.empty());
}

} // namespace

} // namespace tutela::filings

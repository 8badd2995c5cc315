#include "core/filings/compare_filings.h"

#include <gtest/gtest.h>

#include "core/base/catalogue.h"

namespace tutela::filings {

namespace {

using domain::ComparedField;
using domain::Filing;
using domain::StatedRisk;

Filing earlierFiling()
{
    Filing filing;
    filing.services = {
        {"Parley", {"interpersonal-communications"}, "moderate"}, {"Attic", {"hosting"}, "low"}};
    filing.measures = {{"Parley", "Flagging", "a", "A button", "in place", "works", {}},
        {"Attic", "Review", "b", "Two people", "in place", "", {}}};
    filing.sections = {{"Provider", "", 0, {{"Name", "", "Parrot Chat", {}}}},
        {"Service 1: Parley", "", 1, {{"Users", "", "many", {}}, {"Languages", "", "", {"en", "fr"}}}}};
    return filing;
}

std::string codesOf(const FilingComparison& comparison)
{
    std::string codes;
    for (const domain::Finding& finding : comparison.contradictions) {
        codes += (codes.empty() ? "" : " ") + finding.code;
        EXPECT_TRUE(Catalogue::embedded("en").has(finding.text.id));
        EXPECT_FALSE(finding.law.empty());
    }
    return codes;
}

TEST(CompareFilings, findsNothingBetweenAFilingAndItself)
{
    const auto comparison = compareFilings(earlierFiling(), earlierFiling());
    EXPECT_EQ(codesOf(comparison), "");
    ASSERT_EQ(comparison.fields.size(), 3u);
    for (const ComparedField& field : comparison.fields)
        EXPECT_EQ(field.change, FieldChange::Same);
}

TEST(CompareFilings, putsEveryFieldBesideItsOtherSelf)
{
    Filing later = earlierFiling();
    later.sections[1].items = {{"Users", "", "few", {}}, {"Offices", "", "one", {}}};
    const auto fields = compareFilings(earlierFiling(), later).fields;
    const std::vector<ComparedField> expected{
        {"Provider", "Name", "Parrot Chat", "Parrot Chat", FieldChange::Same},
        {"Service 1: Parley", "Users", "many", "few", FieldChange::Changed},
        {"Service 1: Parley", "Offices", "", "one", FieldChange::Added},
        {"Service 1: Parley", "Languages", "en\nfr", "", FieldChange::Removed}};
    EXPECT_EQ(fields, expected);
}

TEST(CompareFilings, tellsFieldsOfTheSameNameApart)
{
    Filing both = earlierFiling();
    both.sections[1].items = {{"Users", "", "first", {}}, {"Users", "", "second", {}}};
    Filing swapped = both;
    std::swap(swapped.sections[1].items[0], swapped.sections[1].items[1]);
    const auto fields = compareFilings(both, swapped).fields;
    ASSERT_EQ(fields.size(), 3u);
    EXPECT_EQ(fields[1].before, "first");
    EXPECT_EQ(fields[1].after, "second");
}

TEST(CompareFilings, flagsAMeasureThatWasClaimedAndIsMissing)
{
    Filing later = earlierFiling();
    later.measures.erase(later.measures.begin());
    EXPECT_EQ(codesOf(compareFilings(earlierFiling(), later)), "filing.measure-gone");
}

TEST(CompareFilings, flagsAServiceThatIsMissingWithoutItsMeasures)
{
    Filing later = earlierFiling();
    later.services.pop_back();
    later.measures.pop_back();
    EXPECT_EQ(codesOf(compareFilings(earlierFiling(), later)), "filing.service-gone");
}

TEST(CompareFilings, flagsARiskThatIsLowerWithoutAMeasure)
{
    Filing later = earlierFiling();
    later.services[0].residualRisk = "low";
    EXPECT_EQ(codesOf(compareFilings(earlierFiling(), later)), "filing.risk-without-measure");
    Filing changed = later;
    changed.measures[0].description = "A larger button";
    EXPECT_EQ(codesOf(compareFilings(earlierFiling(), changed)), "") << "a measure was changed";
    Filing added = later;
    added.measures.push_back({"Parley", "Age check", "a", "", "", "", {}});
    EXPECT_EQ(codesOf(compareFilings(earlierFiling(), added)), "") << "a measure was added";
    Filing elsewhere = later;
    elsewhere.measures.push_back({"Attic", "Age check", "a", "", "", "", {}});
    EXPECT_EQ(codesOf(compareFilings(earlierFiling(), elsewhere)), "filing.risk-without-measure")
        << "for another service";
}

TEST(CompareFilings, showsRisksInTheTermsOfTheFiler)
{
    Filing filing = earlierFiling();
    filing.risks = {{.about = "Parley",
        .name = "Solicitation",
        .severityBefore = "grave",
        .likelihoodBefore = "often",
        .severityAfter = "grave"}};
    const std::vector<StatedRisk> expected{{"Parley", "", "", "moderate"}, {"Attic", "", "", "low"},
        {"Parley", "Solicitation", "grave / often", "grave"}};
    EXPECT_EQ(statedRisks(filing), expected);
}

} // namespace

} // namespace tutela::filings

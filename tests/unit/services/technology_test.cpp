#include <gmock/gmock.h>

#include "core/filings/read_filing.h"
#include "core/services/filing_views.h"
#include "core/services/sample_stories.h"
#include "core/services/technology_views.h"

namespace tutela::services {

namespace {

using domain::DeclaredRate;
using domain::DeclaredTechnology;

DeclaredRate falsePositives(const char* value, RateUnit unit)
{
    DeclaredRate rate;
    rate.measure = RateMeasure::FalsePositives;
    rate.value = value;
    rate.unit = unit;
    return rate;
}

struct AlarmsRow {
    const char* sentence;
    const char* value;
    RateUnit unit;
    std::optional<std::int64_t> items;
    std::optional<std::int64_t> alarms;
    const char* how;
};

class ExpectedFalseAlarms : public ::testing::TestWithParam<AlarmsRow> { };

TEST_P(ExpectedFalseAlarms, FollowFromWhatThePlanStates)
{
    const AlarmsRow& row = GetParam();
    SCOPED_TRACE(row.sentence);
    DeclaredTechnology technology;
    technology.rates = {falsePositives(row.value, row.unit)};
    technology.itemsAMonth = row.items;
    const auto alarms = expectedAlarms(technology);
    EXPECT_EQ(alarms.aMonth, row.alarms);
    EXPECT_EQ(alarms.how.id, row.how);
}

INSTANTIATE_TEST_SUITE_P(Table, ExpectedFalseAlarms,
    ::testing::Values(
        AlarmsRow{"in a hundred", "2", RateUnit::Percent, 1'000, 20, "technology-sheet.computed"},
        AlarmsRow{"in a thousand", "0.8", RateUnit::PerThousand, 50'000, 40, "technology-sheet.computed"},
        AlarmsRow{
            "a comma is a point", "0,8", RateUnit::PerThousand, 50'000, 40, "technology-sheet.computed"},
        AlarmsRow{
            "in a million, rounded", "1", RateUnit::PerMillion, 1'500'000, 2, "technology-sheet.computed"},
        AlarmsRow{"a day needs no items", "3", RateUnit::PerDay, {}, 90, "technology-sheet.computed-daily"},
        AlarmsRow{"items are missing", "2", RateUnit::Percent, {}, {}, "technology-sheet.no-items"},
        AlarmsRow{"words are no number", "few", RateUnit::Percent, 1'000, {}, "technology-sheet.no-rate"},
        AlarmsRow{"a number with words is none", "2 or 3", RateUnit::Percent, 1'000, {},
            "technology-sheet.no-rate"},
        AlarmsRow{"nor is a negative one", "-2", RateUnit::Percent, 1'000, {}, "technology-sheet.no-rate"}));

TEST(ExpectedFalseAlarmsOf, ATechnologyWithoutARateAreNotComputed)
{
    DeclaredTechnology technology;
    technology.itemsAMonth = 1'000;
    technology.falseAlarms = 3;
    EXPECT_EQ(expectedAlarms(technology).how.id, "technology-sheet.no-rate");
    technology.rates = {falsePositives("1", RateUnit::Percent)};
    technology.rates.front().measure = RateMeasure::FalseNegatives;
    EXPECT_EQ(expectedAlarms(technology).how.id, "technology-sheet.no-rate");
    EXPECT_FALSE(expectedAlarms(technology).differs.has_value());
}

TEST(ExpectedFalseAlarmsOf, APlanThatStatesAnotherNumberSaySo)
{
    DeclaredTechnology technology;
    technology.rates = {falsePositives("1", RateUnit::Percent)};
    technology.itemsAMonth = 1'000;
    technology.falseAlarms = 10;
    EXPECT_FALSE(expectedAlarms(technology).differs.has_value());
    technology.falseAlarms = 4;
    const Message wanted{
        "technology-sheet.differs", {{"stated", std::int64_t{4}}, {"computed", std::int64_t{10}}}};
    EXPECT_EQ(expectedAlarms(technology).differs, wanted);
}

interfaces::FilingView planView()
{
    const SampleProvider provider{
        ProviderId("P-1"), "Nowhere Ltd (fictitious)", {{ServiceId("S-1"), "Nowhere Chat"}}};
    const auto plan = filings::readFiling(sampleImplementationPlan(provider, {.fileNumber = "D-1"}));
    return viewOf(plan.value());
}

TEST(TechnologySheet, HoldsEverythingThatThePlanSaysOfATechnology)
{
    const interfaces::FilingView view = planView();
    ASSERT_EQ(view.technologies.size(), 1U);
    const DeclaredTechnology& stated = view.technologies.front().stated;
    EXPECT_EQ(stated.name, "Imaginary hash matcher 4");
    EXPECT_EQ(stated.source, "Made available by the EU Centre");
    EXPECT_EQ(stated.centreList, "Listed");
    EXPECT_FALSE(stated.boardOpinion.empty());
    EXPECT_FALSE(stated.encryptionEffect.empty());
    ASSERT_EQ(stated.alternatives.size(), 1U);
    EXPECT_EQ(stated.alternatives.front().name, "Keyword list");
    EXPECT_EQ(stated.alternatives.front().errors, "Ten times as many.");
    ASSERT_EQ(stated.rates.size(), 2U);
    EXPECT_EQ(stated.rates.front().measure, RateMeasure::FalsePositives);
    EXPECT_EQ(stated.rates.front().unit, RateUnit::PerThousand);
    EXPECT_EQ(stated.rates.front().unitText, "in a thousand");
    EXPECT_EQ(stated.rates.front().testSize, 10'000);
    EXPECT_EQ(stated.rates.front().measuredOn, parseDay("2026-02-02"));
    EXPECT_EQ(stated.rates.back().measure, RateMeasure::FalseNegatives);
    EXPECT_EQ(view.technologies.front().alarms.aMonth, 40);
    EXPECT_FALSE(view.technologies.front().alarms.differs.has_value());
}

TEST(TechnologySheet, OfWhatIsMissingHoldsNothing)
{
    const auto plan = filings::readFiling(
        R"({"form":"implementation-plan-2022-209","technologies":[{"name":"Lantern"},7,{"errorRates":"none"}]})");
    const interfaces::FilingView view = viewOf(plan.value());
    ASSERT_EQ(view.technologies.size(), 2U);
    EXPECT_EQ(view.technologies.front().stated.name, "Lantern");
    EXPECT_TRUE(view.technologies.front().stated.source.empty());
    EXPECT_TRUE(view.technologies.back().stated.rates.empty());
}

} // namespace

} // namespace tutela::services

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/journey/training_office.h"

namespace tutela::journey {
namespace {

using testing::HasSubstr;

/// The clock of that id among clocks in JSON, or null.
Json clockOf(const Json& clocks, std::string_view id)
{
    for (const Json& clock : clocks.asArray()) {
        if (clock.text("id") == id)
            return clock;
    }
    return {};
}

TEST(RecurringDuties, RunFromTheFactsOfProviderAndService)
{
    TrainingOffice office = TrainingOffice::withSample();
    ASSERT_EQ(office.as("head", {"application-date", "record", "2026-01-15", "--basis", "Assumed"}).exit, 0);
    EXPECT_EQ(
        office.as("coordinator", {"application-date", "record", "2026-01-15", "--basis", "No"}).exit, 4);
    const Json date = office.as("coordinator", {"application-date", "show"}).json();
    EXPECT_EQ(date.text("day"), "2026-01-15");
    EXPECT_FALSE(date.flag("in_force"));
    const std::string provider(
        office.as("registrar", {"provider", "add", "Quill Ltd (fictitious)", "--member-state", "FR"})
            .json()
            .text("provider"));
    const std::string service(office
                                  .as("registrar",
                                      {"service", "add", provider, "Quill Rooms", "--kind", "hosting",
                                          "--offered-from", "2019-05-01"})
                                  .json()
                                  .text("service"));
    const Json clocks = office.as("coordinator", {"clocks", service}).json();
    EXPECT_EQ(clockOf(clocks, "DL01").text("end"), "2026-04-15T23:59:59");
    EXPECT_EQ(clockOf(clocks, "DL01").text("state"), "overdue");
    const Json shown = office.as("coordinator", {"provider", "show", provider}).json();
    ASSERT_EQ(shown.items("services").size(), 1U);
    EXPECT_FALSE(shown.items("services")[0].items("cycles").empty());
    const Json overdue = office.as("coordinator", {"service", "list", "--overdue"}).json();
    EXPECT_TRUE(std::ranges::any_of(
        overdue.asArray(), [&](const Json& row) { return row.text("service") == service; }));
    EXPECT_EQ(
        office.as("registrar", {"service", "change", service, "--offered-until", "2025-12-31"}).exit, 0);
    const Json later = office.as("coordinator", {"service", "show", service}).json();
    EXPECT_EQ(later.items("history").size(), 2U);
    EXPECT_EQ(clockOf(*later.find("cycles"), "DL01").text("state"), "ended-without-answer");
    EXPECT_EQ(office.as("judge", {"clocks", service}).exit, 4);
    EXPECT_EQ(office.as("registrar", {"provider", "change", provider, "--member-state", "France"}).exit, 10);
    const std::vector<std::string> represented{"provider", "change", provider, "--member-state", "",
        "--representative", "Quill Delegates (fictitious)", "--representative-state", "PT"};
    EXPECT_EQ(office.as("registrar", represented).exit, 0);
    EXPECT_EQ(office.as("coordinator", {"provider", "show", provider}).json().text("jurisdiction"), "PT");
    EXPECT_TRUE(office.plain({"doctor", "--deep"}).json().flag("ok"));
}

TEST(RecurringDuties, EndWithWhatTheAuthorityRecordsOfTheMeasures)
{
    TrainingOffice office = TrainingOffice::withSample();
    const auto recorded = [&](const std::string& since) {
        return office.as("coordinator",
            {"service", "measures", "S-0001", "--since", since, "--statement", "Letter of the provider"});
    };
    EXPECT_EQ(recorded("2031-01-01").exit, 10) << "a day to come";
    EXPECT_EQ(recorded("2026-06-01").exit, 0);
    EXPECT_EQ(office.entriesOf("record-measures"), 1);
}

} // namespace
} // namespace tutela::journey

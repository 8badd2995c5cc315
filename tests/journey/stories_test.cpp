#include <algorithm>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "tests/journey/story.h"

namespace tutela::journey {
namespace {

/// The stories of a training register as the program itself shows them to the people in them.
class ToldStories : public ::testing::Test {
protected:
    static const Json& report()
    {
        static const Json kReport =
            runProgram({"--register", file(), "--json", "sample", "--cases", "0", "--anchor", "2026-06-15"})
                .json();
        return kReport;
    }

    static std::string file()
    {
        static const TemporaryFolder kFolder;
        return (kFolder / "stories.tutela").string();
    }

    static Json as(const std::string& person, std::vector<std::string> words)
    {
        std::vector<std::string> all{"--register", file(), "--as", person, "--password-fd", "3", "--json"};
        all.insert(all.end(), words.begin(), words.end());
        const Outcome outcome = runProgram(all, "arcadia-" + person + "\n");
        EXPECT_EQ(outcome.exit, 0) << person << " " << words.front() << " " << words.back() << outcome.out;
        return outcome.exit == 0 ? outcome.json() : Json::object();
    }
};

TEST_F(ToldStories, EndInEveryKindAndOutcome)
{
    std::set<std::string> outcomes;
    for (const Json& story : report().items("stories")) {
        for (const Json& id : story.items("cases")) {
            const Json file = as("auditor", {"case", id.asString()});
            const Json* order = file.find("order");
            outcomes.insert(std::string(file.text("kind")) + " " + std::string(file.text("step")));
            EXPECT_FALSE(as("auditor", {"clocks", id.asString()}).isNull());
            if (order != nullptr && order->isObject()) {
                EXPECT_FALSE(as("coordinator", {"order", id.asString()}).text("status").empty());
            }
        }
    }
    for (const char* outcome : {"assessment closed", "assessment determination-made", "detection refused",
             "detection order-issued", "detection order-issued-in-part", "detection not-pursued",
             "detection withdrawn", "detection returned", "detection before-the-court", "detection closed"})
        EXPECT_TRUE(outcomes.contains(outcome)) << outcome;
}

TEST_F(ToldStories, PutDeterminationsOnSeveralServicesInOneLetter)
{
    const TemporaryFolder folder;
    std::string id;
    for (const Json& story : report().items("stories")) {
        if (story.text("story") == "five-services")
            id = story.items("cases").front().asString();
    }
    ASSERT_FALSE(id.empty());
    std::string joint;
    const Json drafted = as("coordinator", {"letters", id});
    for (const Json& letter : drafted.asArray()) {
        if (std::ranges::count(letter.text("letter"), '+') == 3)
            joint = letter.text("letter");
    }
    const std::string pdf = folder / "joint.pdf";
    EXPECT_EQ(
        as("coordinator", {"letters", id, joint, "--pdf", pdf, "--language", "nl"}).text("letter"), joint);
    EXPECT_GT(std::filesystem::file_size(pdf), 1000U);
}

TEST_F(ToldStories, LeaveARegisterWithoutFault)
{
    EXPECT_EQ(runProgram({"--register", file(), "doctor", "--deep"}).exit, 0);
}

} // namespace
} // namespace tutela::journey

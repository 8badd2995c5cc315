#include <algorithm>
#include <memory>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/base/json_parse.h"
#include "tests/journey/story_teller.h"

namespace tutela::journey {

namespace {

/// The kinds of order with the acts that bring a file of them from stage to stage, and the ways in which such
/// a file can end: from which of the stages, what makes it, what shows it (a stage, a state of the order or
/// of a challenge, or the act), and how the file is closed afterwards.
const Json& outcomesData()
{
    static const Json kData = [] {
        const auto json =
            parseJson(readBytes(std::filesystem::path(TUTELA_SOURCE_DIR) / "tests/journey/outcomes.json"),
                JsonLimits::forOwnData());
        if (!json)
            throw std::logic_error("tests/journey/outcomes.json cannot be read");
        return json.value();
    }();
    return kData;
}

std::vector<services::StoryAct> actsOf(const Json& list)
{
    return services::storyFrom(Json::object({{"acts", list}})).acts;
}

/// A file of that kind as it stands at that stage, played once.
StoryTeller& fileAt(const Json& kind, const std::string& stage)
{
    static std::map<std::string, std::unique_ptr<StoryTeller>> kept;
    auto& file = kept[fmt::format("{} {}", kind.text("kind"), stage)];
    if (file)
        return *file;
    if (stage == "drafted") {
        services::StoryScript script;
        script.id = fmt::format("a file on {}", kind.text("kind"));
        script.provider = "Patient Kettle SE (fictitious)";
        script.services = {{"Patient Kettle", ServiceKind::InterpersonalCommunications}};
        file = std::make_unique<StoryTeller>(script);
    } else {
        file =
            std::make_unique<StoryTeller>(fileAt(kind, stage == "received" ? "before-the-court" : "drafted"));
    }
    EXPECT_TRUE(file->play(actsOf(kind.find("ways")->items(stage))));
    return *file;
}

/// The item of that list with that text; the names of a test say what it plays.
const Json& itemOf(std::string_view list, std::string_view member, std::string_view text)
{
    for (const Json& item : outcomesData().items(list)) {
        if (item.text(member) == text)
            return item;
    }
    throw std::logic_error(fmt::format("no {} in {}", text, list));
}

std::vector<std::string> textsOf(std::string_view list, std::string_view member)
{
    std::vector<std::string> texts;
    for (const Json& item : outcomesData().items(list))
        texts.emplace_back(item.text(member));
    return texts;
}

class Outcomes : public testing::TestWithParam<std::tuple<std::string, std::string>> { };

TEST_P(Outcomes, AreReachedAndTheFileClosedThroughTheProgram)
{
    const Json& kind = itemOf("kinds", "kind", std::get<0>(GetParam()));
    const Json& ending = itemOf("endings", "name", std::get<1>(GetParam()));
    StoryTeller teller(fileAt(kind, std::string(ending.text("from"))));
    ASSERT_TRUE(teller.play(actsOf(ending.items("acts"))));
    ASSERT_TRUE(teller.play(actsOf(ending.items("closing"))));
    const Json file = teller.file("D");
    const std::string shows(ending.text("shows"));
    EXPECT_EQ(kindOf(file), kind.text("shown"));
    EXPECT_EQ(file.text("step"), "closed");
    EXPECT_TRUE(teller.marksOf(file).contains(shows)) << "nothing in the file shows: " << shows;
    teller.office().expectClean();
}

std::string nameOf(const testing::TestParamInfo<std::tuple<std::string, std::string>>& info)
{
    std::string name = fmt::format("{}_{}", std::get<0>(info.param), std::get<1>(info.param));
    std::ranges::replace(name, '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Detection, Outcomes,
    testing::Combine(
        testing::ValuesIn(textsOf("kinds", "kind")), testing::ValuesIn(textsOf("endings", "name"))),
    nameOf);

/// Each kind of order ends in each way that a file can end in.
TEST(OutcomesTried, LeaveOutNoKindAndNoStageInWhichAFileRests)
{
    const std::vector<std::string> tried = textsOf("endings", "name");
    EXPECT_EQ(outcomesData().items("kinds").size(), Vocabulary<DetectionKind>::kTexts.size());
    for (const char* outcome : {"not-pursued", "moved-to-another-state", "returned", "withdrawn", "refused",
             "issued", "issued-in-part", "expired", "modified", "revoked", "annulled", "annulled-in-part",
             "remitted", "challenge-dismissed"})
        EXPECT_NE(std::ranges::find(tried, outcome), tried.end()) << outcome;
}

} // namespace

} // namespace tutela::journey

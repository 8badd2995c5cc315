#include <algorithm>
#include <map>
#include <memory>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/base/json_parse.h"
#include "tests/journey/story_teller.h"

namespace tutela::journey {

namespace {

/// What kinds of file there are, with the acts that bring one from stage to stage, and in which ways a file
/// of them can end: from which of the stages, what makes it, what shows it (a stage, a state of the order or
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
StoryTeller& fileAt(const Json& kind, std::string_view stage)
{
    static std::map<std::string, std::unique_ptr<StoryTeller>> kept;
    StoryTeller* before = nullptr;
    for (const Json& way : kind.items("ways")) {
        auto& file = kept[fmt::format("{} {}", kind.text("kind"), way.text("stage"))];
        if (!file) {
            services::StoryScript script;
            script.id = fmt::format("a file of the kind {}", kind.text("kind"));
            script.provider = "Patient Kettle SE (fictitious)";
            script.services = {{"Patient Kettle", ServiceKind::InterpersonalCommunications}};
            file = before == nullptr ? std::make_unique<StoryTeller>(script)
                                     : std::make_unique<StoryTeller>(*before);
            EXPECT_TRUE(file->play(actsOf(way.items("acts"))));
        }
        if (way.text("stage") == stage)
            return *file;
        before = file.get();
    }
    throw std::logic_error(fmt::format("no stage {}", stage));
}

const Json::Array& endingsOf(const Json& kind)
{
    return outcomesData().find("endings")->items(kind.text("endings"));
}

/// Names of a kind of file and of one of its endings, so that a test is called by what it plays.
using KindAndEnding = std::pair<std::string, std::string>;

std::vector<KindAndEnding> kindsAndEndings()
{
    std::vector<KindAndEnding> all;
    for (const Json& kind : outcomesData().items("kinds")) {
        for (const Json& ending : endingsOf(kind))
            all.emplace_back(kind.text("kind"), ending.text("name"));
    }
    return all;
}

/// The item with that name. Precondition: there is one.
const Json& named(const Json::Array& items, std::string_view member, std::string_view name)
{
    return *std::ranges::find(items, name, [&](const Json& item) { return item.text(member); });
}

class Outcomes : public testing::TestWithParam<KindAndEnding> { };

TEST_P(Outcomes, AreReachedAndTheFileClosedThroughTheProgram)
{
    const Json& kind = named(outcomesData().items("kinds"), "kind", GetParam().first);
    const Json& ending = named(endingsOf(kind), "name", GetParam().second);
    StoryTeller teller(fileAt(kind, ending.text("from")));
    ASSERT_TRUE(teller.play(actsOf(ending.items("acts"))));
    ASSERT_TRUE(teller.play(actsOf(ending.items("closing"))));
    const Json file = teller.file(std::string(kind.text("case")));
    const std::string shows(ending.text("shows"));
    EXPECT_EQ(kindOf(file), kind.text("shown"));
    EXPECT_EQ(file.text("step"), "closed");
    EXPECT_TRUE(teller.marksOf(file).contains(shows)) << "nothing in the file shows: " << shows;
    teller.office().expectClean();
}

std::string nameOf(const testing::TestParamInfo<KindAndEnding>& info)
{
    std::string name = fmt::format("{}_{}", info.param.first, info.param.second);
    std::ranges::replace(name, '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Files, Outcomes, testing::ValuesIn(kindsAndEndings()), nameOf);

TEST(OutcomesTried, LeaveOutNoKindAndNoOutcome)
{
    const std::vector<KindAndEnding> tried = kindsAndEndings();
    for (const auto& [kind, text] : Vocabulary<DetectionKind>::kTexts) {
        for (const char* outcome : {"not-pursued", "moved-to-another-state", "returned", "withdrawn",
                 "refused", "issued", "issued-in-part", "expired", "modified", "revoked", "annulled",
                 "annulled-in-part", "remitted", "challenge-dismissed"})
            EXPECT_NE(std::ranges::find(tried, KindAndEnding{text, outcome}), tried.end())
                << text << " " << outcome;
    }
    for (const char* outcome : {"complied", "measures-required", "redone-and-complied", "redone-still-short",
             "asked-unanswered", "moved-to-another-state"})
        EXPECT_NE(std::ranges::find(tried, KindAndEnding{"assessment", outcome}), tried.end()) << outcome;
}

} // namespace

} // namespace tutela::journey

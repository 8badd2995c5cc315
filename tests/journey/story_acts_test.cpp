#include <algorithm>

#include <gtest/gtest.h>

#include "tests/journey/story_teller.h"

namespace tutela::journey {

namespace {

using services::StoryScript;

/// What a story of the training register is there to show.
struct Shown {
    const char* kind; ///< "assessment", or the kind of order
    const char* mark; ///< a stage, a state of the order or of a challenge, or the act that makes the outcome
    const char* story;
    const char* file;
};

constexpr const char* kAssessment = "assessment";
constexpr const char* kKnown = "Known material";
constexpr const char* kNew = "New material";
constexpr const char* kSolicitation = "Solicitation of children";

constexpr Shown kShown[] = {
    {kAssessment, "closed", "no-risk-found", "A"},
    {kAssessment, "determination-made", "five-services", "A"},
    {kAssessment, "record-further-report", "heard-redone-still-short", "A"},
    {kAssessment, "transfer-file", "seat-moved", "A"},
    {kAssessment, "confirm-destruction", "no-plan-quarantine", "A"},
    {kKnown, "investigation", "heard-redone-still-short", "D"},
    {kKnown, "not-pursued", "three-ways-out", "D"},
    {kNew, "returned", "three-ways-out", "N"},
    {kSolicitation, "withdrawn", "three-ways-out", "S"},
    {kSolicitation, "refused", "no-advice-refused", "D"},
    {kSolicitation, "investigation", "no-advice-refused", "D2"},
    {kKnown, "before-the-court", "negative-opinion", "D"},
    {kKnown, "record-no-plan", "no-plan-quarantine", "D"},
    {kNew, "not-pursued", "new-material", "N"},
    {kNew, "order-issued", "new-material", "D"},
    {kSolicitation, "order-issued-in-part", "six-points", "D"},
    {kKnown, "expired", "known-to-expiry", "D"},
    {kKnown, "rectify-order", "late-receipt", "D"},
    {kKnown, "annulled-in-part", "challenge", "D"},
    {kKnown, "revoked", "revocation", "D"},
    {kKnown, "awaiting-plan", "renewal-gap", "D"},
    {kAssessment, "record-letter-in", "seat-moved", "A"},
    {kKnown, "record-letter-out-detection", "negative-opinion", "D"},
    {kSolicitation, "add-note-detection", "six-points", "D"},
};

/// Ids of the stories, so that a test is called by what it plays.
std::vector<std::string> storyIds()
{
    std::vector<std::string> ids;
    for (const StoryScript& script : services::storyScripts())
        ids.push_back(script.id);
    return ids;
}

class StoryActs : public testing::TestWithParam<std::string> { };

TEST_P(StoryActs, PlayThroughTheProgramToTheirEnds)
{
    const StoryScript& script = *std::ranges::find(services::storyScripts(), GetParam(), &StoryScript::id);
    StoryTeller teller(script);
    ASSERT_TRUE(teller.play(script.acts));
    teller.comeToToday();
    for (const auto& [name, step] : script.ends) {
        const Json file = teller.file(name);
        EXPECT_EQ(file.text("step"), toText(step)) << script.id << ", case " << name;
        const std::set<std::string> marks = teller.marksOf(file);
        for (const Shown& shown : kShown) {
            if (shown.story != script.id || shown.file != name)
                continue;
            EXPECT_EQ(kindOf(file), shown.kind) << script.id << ", case " << name;
            EXPECT_TRUE(marks.contains(shown.mark))
                << script.id << ", case " << name << " does not show: " << shown.mark;
        }
    }
    const auto refused = std::ranges::count_if(
        script.acts, [](const services::StoryAct& act) { return !act.refused.empty(); });
    EXPECT_EQ(teller.office().entriesOf("refusal"), refused) << "a refusal is not in the log";
    teller.office().expectClean();
}

std::string nameOf(const testing::TestParamInfo<std::string>& info)
{
    std::string name = info.param;
    std::ranges::replace(name, '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Told, StoryActs, testing::ValuesIn(storyIds()), nameOf);

TEST(Stories, EachShowSomethingAndNothingIsShownByAStoryThatIsNotThere)
{
    const auto& scripts = services::storyScripts();
    for (const StoryScript& script : scripts) {
        EXPECT_TRUE(std::ranges::any_of(kShown, [&](const Shown& shown) { return shown.story == script.id; }))
            << script.id << " shows nothing that was named";
        for (const services::StoryAct& act : script.acts)
            EXPECT_TRUE(script.ends.contains(act.caseName))
                << script.id << " leaves " << act.caseName << " open";
    }
    for (const Shown& shown : kShown) {
        EXPECT_TRUE(std::ranges::any_of(scripts,
            [&](const StoryScript& script) {
                return script.id == shown.story && script.ends.contains(shown.file);
            }))
            << "no story " << shown.story << " tells of " << shown.kind << ": " << shown.mark;
    }
}

} // namespace

} // namespace tutela::journey

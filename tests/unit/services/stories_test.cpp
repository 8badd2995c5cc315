#include <set>

#include "core/services/story_script.h"
#include "tests/unit/services/sample_register.h"

namespace tutela::services {

namespace {

/// A training register with the stories alone.
struct Told {
    tutela::testing::ScratchFolder folder;
    SampleReport report;

    static const Told& once()
    {
        static const Told kTold;
        return kTold;
    }

private:
    Told()
    {
        auto made = createSample({.file = folder.file("stories"),
            .cases = 0,
            .seed = 5,
            .anchor = parseDay("2026-06-15").value(),
            .stories = SampleStories::Told});
        if (!made)
            throw std::runtime_error(made.error().what.id);
        report = std::move(made).value();
    }
};

TEST(Stories, AreAboutTwelve)
{
    EXPECT_GE(storyScripts().size(), 12U);
    std::set<std::string> ids;
    for (const StoryScript& script : storyScripts())
        EXPECT_TRUE(ids.insert(script.id).second) << script.id;
}

TEST(Stories, NameFictitiousProvidersOnly)
{
    for (const StoryScript& script : storyScripts())
        EXPECT_TRUE(script.provider.ends_with("(fictitious)")) << script.provider;
}

TEST(Stories, EndWhereTheySay)
{
    const Told& told = Told::once();
    auto office = openOffice(told.folder.file("stories"), HeadCheck::Required).value();
    ASSERT_TRUE(office->signIn().signIn("auditor", "arcadia-auditor"));
    ASSERT_EQ(told.report.stories.size(), storyScripts().size());
    for (std::size_t i = 0; i < storyScripts().size(); ++i) {
        const StoryScript& script = storyScripts()[i];
        EXPECT_FALSE(script.ends.empty()) << script.id;
        for (const auto& [name, step] : script.ends) {
            const auto view = office->cases().open(told.report.stories[i].cases.at(name), {});
            ASSERT_TRUE(view.ok()) << script.id << " " << name;
            EXPECT_EQ(toText(view.value().file.step), toText(step)) << script.id << " " << name;
        }
    }
    const auto report = office->log().doctor(interfaces::VerifyDepth::Deep);
    EXPECT_TRUE(report.ok() && report.value().ok);
}

} // namespace

} // namespace tutela::services

#include <algorithm>
#include <set>

#include "core/procedure/apply.h"
#include "core/services/register.h"
#include "core/services/story_script.h"
#include "tests/support/ways_to_the_end.h"
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

/// The case of a story in the register in which the stories are told.
CaseId caseOf(std::string_view story, const std::string& name)
{
    const auto& told = Told::once().report.stories;
    return std::ranges::find(told, story, &ToldStory::id)->cases.at(name);
}

TEST(Stories, SendEachKindOfLetterThatTheAuthorityOwes)
{
    const std::tuple<const char*, const char*, const char*> rows[] = {
        {"seat-moved", "A", "letter.information-request"},
        {"seat-moved", "A", "letter.transfer"},
        {"heard-redone-still-short", "A", "letter.hearing-invitation"},
        {"heard-redone-still-short", "A", "letter.determination"},
        {"known-to-expiry", "D", "letter.draft-request"},
        {"known-to-expiry", "D", "letter.opinion-invitation"},
        {"renewal-gap", "D", "letter.plan-demand"},
        {"six-points", "D", "letter.dpa-referral"},
        {"six-points", "D", "letter.outcome-notice"},
        {"negative-opinion", "D", "letter.deviation-notice"},
        {"known-to-expiry", "D", "letter.court-request"},
        {"known-to-expiry", "D", "letter.finality-notice"},
    };
    auto office = openOffice(Told::once().folder.file("stories"), HeadCheck::Required).value();
    ASSERT_TRUE(office->signIn().signIn("coordinator", "arcadia-coordinator"));
    for (const auto& [story, name, subject] : rows) {
        bool sent = false;
        for (const auto& letter : office->letters().drafted(caseOf(story, name)).value())
            sent = sent || (letter.subject.id == subject && letter.sentOn);
        EXPECT_TRUE(sent) << story << " does not send " << subject;
    }
}

TEST(Stories, WarnOfTheGapBeforeARenewal)
{
    auto office = openOffice(Told::once().folder.file("stories"), HeadCheck::Required).value();
    ASSERT_TRUE(office->signIn().signIn("coordinator", "arcadia-coordinator"));
    const auto view = office->cases().open(caseOf("renewal-gap", "D"), {}).value();
    EXPECT_EQ(view.file.renews, caseOf("renewal-gap", "K"));
    EXPECT_TRUE(std::ranges::any_of(
        view.warnings, [](const CaseWarning& warning) { return warning.kind == WarningKind::RenewalGap; }));
}

TEST(Stories, KeepWhatWasSentWhatCameAndWhatWasNoted)
{
    auto office = openOffice(Told::once().folder.file("stories"), HeadCheck::Required).value();
    ASSERT_TRUE(office->signIn().signIn("coordinator", "arcadia-coordinator"));
    std::map<std::string, int> kept;
    for (const ToldStory& story : Told::once().report.stories) {
        for (const auto& [name, id] : story.cases) {
            for (const auto& card : office->cases().open(id, {}).value().cards) {
                if (card.tab == "letters" && card.status)
                    ++kept[card.status->id];
                const bool printed = card.status && card.status->id == "status.letter-out"
                    && card.documents.front().mediaType == "application/pdf";
                if (!printed)
                    continue;
                ++kept["as it was sent"];
                EXPECT_TRUE(office->cases().document(card.documents.front().id).value().starts_with("%PDF-"))
                    << story.id << " " << name;
            }
        }
    }
    EXPECT_GE(kept["as it was sent"], 15);
    EXPECT_GE(kept["status.letter-in"], 10);
    EXPECT_GE(kept["status.internal-note"], 8);
}

/// Whether the people of a training register are offered an act that brings the file nearer to its end.
bool leadsOn(Register& source, const CaseFile& file, Instant at)
{
    const tutela::testing::WaysToTheEnd ways(source.acts(), file.kind);
    return std::ranges::any_of(samplePeople(), [&](const SamplePerson& person) {
        const PersonId id = source.directory.personBySignIn(person.signInName)->id;
        return !ways.offered(file,
                        {.actor = {id, person.roles},
                            .now = at,
                            .today = source.zone().dayOf(at),
                            .rulebook = source.rulebook(),
                            .calendars = source.calendars(),
                            .zone = source.zone()})
                    .empty();
    });
}

/// The morning after the last day on which the order of the file applies.
Instant onceTheOrderHasRunOut(const CaseFile& file)
{
    return Instant{lastDayInForce(*file.order) + std::chrono::days{1}} + std::chrono::hours{10};
}

TEST(Stories, CanBeBroughtToAnEndFromEveryStateTheyPass)
{
    Register source(Told::once().folder.file("stories"), HeadCheck::Required);
    std::set<Step> passed;
    for (const ToldStory& story : Told::once().report.stories) {
        for (const auto& [name, id] : story.cases) {
            const auto entries = source.loadCase(id).value().entries;
            for (std::size_t i = 1; i <= entries.size(); ++i) {
                const CaseFile file =
                    procedure::fold(id, {entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(i)});
                passed.insert(file.step);
                EXPECT_TRUE(file.step == Step::Closed || leadsOn(source, file, entries[i - 1].at)
                    || (file.order && leadsOn(source, file, onceTheOrderHasRunOut(file))))
                    << story.id << ", case " << name << " after entry " << i << " (" << entries[i - 1].act
                    << "): nobody can bring it on from " << toText(file.step);
            }
        }
    }
    EXPECT_EQ(passed.size(), Vocabulary<Step>::kTexts.size()) << "a stage that no story passes through";
}

} // namespace

} // namespace tutela::services

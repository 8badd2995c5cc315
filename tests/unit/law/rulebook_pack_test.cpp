#include "core/law/rulebook_pack.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/law/rulebook.h"
#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

using testing::ElementsAre;

Rulebook theText(std::string_view id)
{
    return Rulebook::embedded(id).value();
}

const ClockDefinition* clockOf(const Rulebook& rulebook, std::string_view id)
{
    for (const RulebookClock& clock : rulebook.clocks()) {
        if (clock.definition.id == id)
            return &clock.definition;
    }
    return nullptr;
}

std::set<std::string> caseKinds(const Rulebook& rulebook)
{
    std::set<std::string> kinds;
    for (const Json& act : rulebook.acts().asArray())
        kinds.emplace(act.text("case"));
    return kinds;
}

TEST(LegalTexts, AreThoseThatComeWithTheProgram)
{
    EXPECT_THAT(Rulebook::embeddedIds(), ElementsAre("com-2022-209", "council-2025-10", "council-2025-11"));
    EXPECT_EQ(rulebookPack("council-2026").error().what.id, "rulebook.unknown");
}

TEST(LegalTexts, TellOfEveryFigureHowItWasChecked)
{
    for (const std::string& id : Rulebook::embeddedIds()) {
        const Rulebook rulebook = theText(id);
        EXPECT_FALSE(rulebook.inForce()) << id;
        for (const Parameter& parameter : rulebook.parameters())
            EXPECT_FALSE(parameter.verification.empty()) << id << " " << parameter.key;
        for (const RulebookClock& clock : rulebook.clocks())
            EXPECT_FALSE(clock.definition.verification.empty()) << id << " " << clock.definition.id;
    }
}

TEST(TextOfOctober2025, HasDetectionOrdersForKnownAndNewMaterialOnly)
{
    const Rulebook rulebook = theText("council-2025-10");
    EXPECT_EQ(rulebook.length("art7_9.duration.known.max"), ofLength("P24M"));
    EXPECT_EQ(rulebook.parameter("art7_9.duration.solicitation.max"), nullptr);
    EXPECT_EQ(clockOf(rulebook, "DL03")->length, ofLength("P4M"));
    EXPECT_EQ(clockOf(rulebook, "DL31")->extension->by, ofLength("P4M")) << "two months, six at most";
    EXPECT_TRUE(rulebook.absences().empty());
    const auto& acts = rulebook.acts().asArray();
    const auto opening =
        std::ranges::find_if(acts, [](const Json& act) { return act.text("act") == "open-detection"; });
    ASSERT_NE(opening, acts.end());
    const auto& fields = opening->items("fields");
    const auto kind =
        std::ranges::find_if(fields, [](const Json& field) { return field.text("name") == "kind"; });
    EXPECT_EQ(kind->items("options").size(), 2U);
}

TEST(TextOfNovember2025, HasNoDetectionOrdersAndThreeClassesOfRisk)
{
    const Rulebook rulebook = theText("council-2025-11");
    EXPECT_THAT(caseKinds(rulebook), ElementsAre("assessment"));
    ASSERT_EQ(rulebook.absences().size(), 1U);
    EXPECT_EQ(rulebook.absences()[0].caseKind, "detection");
    for (const char* id : {"DL09", "DL10", "DL11", "DL12", "DL13", "DL14", "DL15", "DL16", "DL17"})
        EXPECT_EQ(clockOf(rulebook, id), nullptr) << id;
    EXPECT_EQ(clockOf(rulebook, "DL02-high")->length, ofLength("P1Y"));
    EXPECT_EQ(clockOf(rulebook, "DL02-medium")->length, ofLength("P2Y"));
    EXPECT_EQ(clockOf(rulebook, "DL02-low")->length, ofLength("P3Y"));
    EXPECT_EQ(clockOf(rulebook, "DL06")->verification, "inference") << "its articles were not read";
}

TEST(RulebookPack, DependsOnNoOtherPackOnceItIsWhole)
{
    for (const std::string& id : Rulebook::embeddedIds()) {
        const std::string pack = rulebookPack(id).value();
        const auto read = Rulebook::parse(pack);
        ASSERT_TRUE(read.ok()) << id;
        EXPECT_EQ(read.value().id(), id);
        EXPECT_FALSE(read.value().acts().asArray().empty());
        EXPECT_EQ(pack, rulebookPack(id).value()) << "the same bytes each time";
    }
}

TEST(RulebookPack, ChangesOnlyWhatTheTextSays)
{
    const Rulebook base = theText("com-2022-209");
    const Rulebook rulebook = theText("council-2025-10");
    EXPECT_EQ(rulebook.acts().asArray().size(), base.acts().asArray().size());
    std::vector<std::string> changed;
    for (std::size_t index = 0; index < base.acts().asArray().size(); ++index) {
        if (canonicalJson(base.acts().asArray()[index]) != canonicalJson(rulebook.acts().asArray()[index]))
            changed.emplace_back(base.acts().asArray()[index].text("act"));
    }
    EXPECT_THAT(changed, ElementsAre("determine", "open-detection"));
}

} // namespace

} // namespace tutela::law

#include "core/law/clock_definition.h"

#include <gtest/gtest.h>

#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

constexpr std::string_view kReview = R"json({"id":"report-review","law":"Art 5(2)","actor":"actor.authority",
    "trigger":"report-received","length":"P3M","mode":"forward","calendar":"authority",
    "suspends":["information-request"],"meets":["determination"]})json";

std::string changed(std::string_view from, std::string_view to)
{
    std::string text(kReview);
    text.replace(text.find(from), from.size(), to);
    return text;
}

TEST(ClockDefinition, IsReadWhole)
{
    const auto clock = parseClockDefinition(asJson(kReview));
    ASSERT_TRUE(clock.ok());
    EXPECT_EQ(clock.value().id, "report-review");
    EXPECT_EQ(clock.value().length, ofLength("P3M"));
    EXPECT_EQ(clock.value().source, LengthSource::Fixed);
    EXPECT_EQ(clock.value().suspends, std::vector<std::string>{"information-request"});
    EXPECT_EQ(clock.value().calendar, CalendarOwner::Authority);
}

TEST(ClockDefinition, TakesALengthThatTheAuthoritySets)
{
    const auto clock =
        parseClockDefinition(asJson(changed(R"("length":"P3M")", R"("set":{"cap":"P2W","floor":"P3D"})")));
    ASSERT_TRUE(clock.ok());
    EXPECT_EQ(clock.value().source, LengthSource::SetByAuthority);
    EXPECT_EQ(clock.value().cap, ofLength("P2W"));
    EXPECT_EQ(clock.value().floor, ofLength("P3D"));
    EXPECT_TRUE(parseClockDefinition(asJson(changed(R"("length":"P3M")", R"("set":{})"))).ok());
}

TEST(ClockDefinition, SaysThatItIsNotYetUsedOrHasNoFigure)
{
    EXPECT_EQ(parseClockDefinition(asJson(kReview)).value().use, ClockUse::Used);
    const auto waiting = parseClockDefinition(
        asJson(changed(R"("meets")", R"("use":"not-yet","verification":"V-COM","meets")")));
    ASSERT_TRUE(waiting.ok());
    EXPECT_EQ(waiting.value().use, ClockUse::NotYetUsed);
    EXPECT_EQ(waiting.value().verification, "V-COM");
    const auto figureless = parseClockDefinition(asJson(
        R"json({"id":"c","law":"Art 9(4)","actor":"a","length":"none","mode":"forward","calendar":"dpa"})json"));
    ASSERT_TRUE(figureless.ok());
    EXPECT_EQ(figureless.value().source, LengthSource::Unstated);
    EXPECT_FALSE(figureless.value().length.has_value());
}

TEST(ClockDefinition, RefusesWhatDoesNotFit)
{
    struct Row {
        std::string_view from;
        std::string_view to;
        std::string_view where;
    };

    for (const Row& row : {Row{R"("id")", R"("idd")", "$.idd"}, Row{R"("length":"P3M",)", "", "$.length"},
             Row{"P3M", "-P3M", "$.length"}, Row{"P3M", "3 months", "$.length"},
             Row{"P3M", "PT24H", "$.suspends"}, Row{"P3M", "none", "$.suspends"},
             Row{R"("meets")", R"("use":"never","meets")", "$.use"},
             Row{R"("length":"P3M")", R"("length":"P3M","set":{})", "$.set"},
             Row{R"("length":"P3M")", R"("set":{"ceiling":"P2W"})", "$.set"},
             Row{R"("length":"P3M")", R"("set":7)", "$.set"}, Row{R"("forward")", R"("sideways")", "$.mode"},
             Row{R"("forward")", R"("effect")", "$.mode"}, Row{R"("forward")", R"("backward")", "$.suspends"},
             Row{R"("forward")", R"("fixed")", "$.length"},
             Row{R"(:"authority")", R"(:"court")", "$.calendar"}, Row{"\"Art 5(2)\"", R"("")", "$.law"},
             Row{R"(["determination"])", R"("determination")", "$.meets"},
             Row{R"("meets")", R"("extension":{"by":"P6W","until":"P1M"},"meets")", "$.extension"}}) {
        const auto clock = parseClockDefinition(asJson(changed(row.from, row.to)));
        ASSERT_FALSE(clock.ok()) << row.to;
        EXPECT_EQ(clock.error().where, row.where) << row.to;
    }
    EXPECT_FALSE(parseClockDefinition(asJson("[]")).ok());
}

TEST(CalendarOwner, IsReadAsItIsWritten)
{
    for (const auto owner : {CalendarOwner::Authority, CalendarOwner::EuInstitutions, CalendarOwner::Provider,
             CalendarOwner::Dpa})
        EXPECT_EQ(calendarOwnerFromText(toText(owner)), owner);
}

} // namespace

} // namespace tutela::law

#include "core/law/zone.h"

#include <gtest/gtest.h>

#include "tests/unit/law/support.h"

namespace tutela::law {

namespace {

TEST(Zone, KnowsIanaNamesOnly)
{
    EXPECT_TRUE(zoneExists("Europe/Brussels"));
    EXPECT_TRUE(zoneExists("UTC"));
    for (const char* name : {"", "Europe/Nowhere", "../etc/passwd", "/etc/localtime", "europe brussels"})
        EXPECT_FALSE(zoneExists(name)) << name;
    EXPECT_EQ(Zone::named("Europe/Nowhere").error().what.id, "zone.unknown");
}

TEST(Zone, TakesTheCivilDayOfAnInstant)
{
    EXPECT_EQ(brussels().dayOf(*parseInstant("2026-06-10T22:30:00Z")), onDay("2026-06-11"));
    EXPECT_EQ(brussels().dayOf(*parseInstant("2026-01-10T22:30:00Z")), onDay("2026-01-10"));
}

TEST(Zone, GivesTheInstantOfALocalTime)
{
    const auto instant = brussels().instantOf(*parseLocalTime("2026-06-10T14:18:30"));
    ASSERT_TRUE(instant.ok());
    EXPECT_EQ(formatInstant(instant.value()), "2026-06-10T12:18:30Z");
}

TEST(Zone, RefusesATimeThatTheClocksSkip)
{
    const auto instant = brussels().instantOf(*parseLocalTime("2026-03-29T02:30"));
    ASSERT_FALSE(instant.ok());
    EXPECT_EQ(instant.error().what.id, "zone.gap");
}

TEST(Zone, RefusesATimeThatComesTwice)
{
    const auto instant = brussels().instantOf(*parseLocalTime("2026-10-25T02:30:00"));
    ASSERT_FALSE(instant.ok());
    EXPECT_EQ(instant.error().what.id, "zone.overlap");
}

TEST(Zone, StartsADayAtItsFirstInstantWhereTheClocksChangeAtMidnight)
{
    const Zone santiago = Zone::named("America/Santiago").value();
    // 2025-09-07: the clocks go from 00:00 to 01:00.
    EXPECT_EQ(localText(santiago.startOfDay(onDay("2025-09-07")), santiago), "2025-09-07T01:00:00-03:00");
    EXPECT_EQ(localText(brussels().startOfDay(onDay("2026-03-29")), brussels()), "2026-03-29T00:00:00+01:00");
}

TEST(Zone, TakesTheOffsetOfAWrittenInstant)
{
    EXPECT_EQ(Zone::ofInstantText("2026-06-10T14:18:30+02:00")->name(), "+02:00");
    EXPECT_EQ(Zone::ofInstantText("2026-06-10T14:18:30-05:30")->name(), "-05:30");
    EXPECT_EQ(Zone::ofInstantText("2026-06-10T14:18:30Z")->name(), "+00:00");
    EXPECT_FALSE(Zone::ofInstantText("2026-06-10T14:18:30").has_value());
}

TEST(ParseLocalTime, RefusesATimeWithOffset)
{
    for (const char* text :
        {"", "2026-06-10", "2026-06-10T14:18:30Z", "2026-06-10T25:00", "2026-02-30T10:00"})
        EXPECT_FALSE(parseLocalTime(text).has_value()) << text;
}

} // namespace

} // namespace tutela::law

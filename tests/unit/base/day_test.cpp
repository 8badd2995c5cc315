#include "core/base/day.h"
#include "core/base/length.h"

#include <gtest/gtest.h>

namespace tutela {

namespace {

using namespace std::chrono_literals;

TEST(ParseDay, ReadsADay)
{
    EXPECT_EQ(parseDay("2028-02-29"), Day{std::chrono::year{2028} / 2 / 29});
}

TEST(ParseDay, RefusesWhatIsNoDay)
{
    for (const char* text :
        {"", "2027-02-29", "2026-13-01", "2026-1-1", "2026-01-01 ", "20260101", "-026-01-01"})
        EXPECT_FALSE(parseDay(text).has_value()) << text;
}

TEST(ParseInstant, TakesTheOffsetIntoAccount)
{
    EXPECT_EQ(formatInstant(*parseInstant("2026-03-28T14:18:00+01:00")), "2026-03-28T13:18:00Z");
    EXPECT_EQ(formatInstant(*parseInstant("2026-03-28T00:18:00.25-02:30")), "2026-03-28T02:48:00.250000Z");
}

TEST(ParseInstant, RefusesATimeWithoutOffset)
{
    for (const char* text :
        {"2026-03-28T14:18:00", "2026-03-28", "2026-03-28T24:00:00Z", "2026-03-28T14:18:00.Z"})
        EXPECT_FALSE(parseInstant(text).has_value()) << text;
}

TEST(ParseLength, ReadsEveryUnitAndWritesItBack)
{
    for (const char* text : {"PT24H", "P10D", "P5WD", "P2W", "P3M", "P3Y", "-P1M"}) {
        const auto length = parseLength(text);
        ASSERT_TRUE(length.has_value()) << text;
        EXPECT_EQ(formatLength(*length), text);
    }
}

TEST(ParseLength, RefusesOtherForms)
{
    for (const char* text :
        {"", "P", "PD", "P1", "P-1D", "P1DT2H", "10D", "P1.5D", "P9999999D", "PT5M", "P+1D"})
        EXPECT_FALSE(parseLength(text).has_value()) << text;
}

} // namespace

} // namespace tutela

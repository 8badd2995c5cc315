#include "core/base/catalogue.h"

#include <gtest/gtest.h>

namespace tutela {

namespace {

TEST(Catalogue, FillsArgumentsByName)
{
    const Catalogue texts(R"({"due":"{who} answers by {day}, within {length}.","unit.weeks":"weeks"})");
    EXPECT_EQ(texts.text({"due",
                  {{"day", *parseDay("2026-03-01")}, {"who", std::string("{day}")},
                      {"length", Length{2, LengthUnit::Weeks}}}}),
        "{day} answers by 2026-03-01, within 2 weeks.");
}

TEST(Catalogue, ShowsAnUnknownIdInsteadOfHidingIt)
{
    EXPECT_EQ(Catalogue("{}").text({"no.such", {}}), "no.such");
}

TEST(Catalogue, HasTheEnglishTexts)
{
    EXPECT_TRUE(Catalogue::embedded("en").has("json.syntax"));
}

} // namespace

} // namespace tutela

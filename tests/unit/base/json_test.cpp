#include "core/base/json_parse.h"

#include <gtest/gtest.h>

namespace tutela {

namespace {

constexpr JsonLimits kLimits = JsonLimits::forForeignData();

std::string problemOf(std::string_view text)
{
    const auto parsed = parseJson(text, kLimits);
    return parsed ? "ok" : parsed.error().what.id + " " + parsed.error().where;
}

TEST(CanonicalJson, OrdersKeysAndLeavesNoSpaces)
{
    const auto parsed = parseJson(" { \"b\" : [1, true, null], \"a\" : \"\\u00e9\\n\" } ", kLimits);
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(canonicalJson(parsed.value()), "{\"a\":\"é\\n\",\"b\":[1,true,null]}");
}

TEST(CanonicalJson, IsStableUnderReadingBack)
{
    const std::string text = "{\"a\":[{\"x\":-5,\"y\":\"\\u0001\"}],\"z\":9007199254740991}";
    EXPECT_EQ(canonicalJson(parseJson(text, kLimits).value()), text);
}

TEST(ParseJson, KeepsNumbersItCannotHoldAsWritten)
{
    EXPECT_EQ(parseJson("1.10", kLimits).value().asDecimal().text, "1.10");
    EXPECT_TRUE(parseJson("9007199254740992", kLimits).value().isDecimal());
    EXPECT_TRUE(parseJson("-9223372036854775808", kLimits).value().isDecimal());
}

TEST(ParseJson, RefusesEachMalformedTextWithItsPlace)
{
    EXPECT_EQ(problemOf(""), "json.empty 1:1");
    EXPECT_EQ(problemOf(" \n "), "json.empty 1:1");
    EXPECT_EQ(problemOf("\xEF\xBB\xBF{}"), "json.byte-order-mark 1:1");
    for (const char* text : {"{", "[1,]", "{\"a\":1,}", "{} {}", "{}x", "// c\n{}", "{'a':1}", "NaN", "01",
             "[\"\\ud800\"]", "\"a\tb\"", "\"\xC0\xAF\"", "\"\xFF\"", "tru"})
        EXPECT_TRUE(problemOf(text).starts_with("json.syntax")) << text << " " << problemOf(text);
    EXPECT_TRUE(problemOf("[1e400]").starts_with("json.number-range"));
    EXPECT_EQ(problemOf("{\n\"a\": 1,\n\"a\": 2}").substr(0, 20), "json.duplicate-key 3");
    EXPECT_TRUE(problemOf("\"\\u0000\"").starts_with("json.nul"));
    EXPECT_TRUE(problemOf("{\"\\u0000\":1}").starts_with("json.nul"));
}

TEST(ParseJson, StopsAtEachLimit)
{
    EXPECT_TRUE(parseJson(std::string(32, '[') + std::string(32, ']'), kLimits).ok());
    EXPECT_TRUE(problemOf(std::string(33, '[') + std::string(33, ']')).starts_with("json.too-deep"));
    EXPECT_TRUE(problemOf(std::string(1'000'000, '[')).starts_with("json.too-deep"));
    std::string many = "[";
    for (int i = 0; i < 100'000; ++i)
        many += "{},";
    EXPECT_TRUE(problemOf(many + "{}]").starts_with("json.too-many-values"));
    EXPECT_TRUE(problemOf('"' + std::string((1u << 20) + 1, 'x') + '"').starts_with("json.string-too-long"));
    EXPECT_TRUE(problemOf("{\"" + std::string(129, 'k') + "\":1}").starts_with("json.key-too-long"));
    EXPECT_EQ(problemOf(std::string((8u << 20) + 1, ' ')), "json.too-large ");
}

} // namespace

} // namespace tutela

#include "core/access/password.h"

#include <gtest/gtest.h>

#include "core/base/digest.h"

namespace tutela::access {

namespace {

std::vector<std::string> idsOf(const std::vector<Message>& messages)
{
    std::vector<std::string> ids;
    for (const auto& message : messages)
        ids.push_back(message.id.substr(message.id.rfind('.') + 1));
    return ids;
}

TEST(PasswordCost, IsAsTheDesignSays)
{
    EXPECT_EQ(PasswordCost::forUse(), (PasswordCost{2, 67'108'864}));
    EXPECT_EQ(PasswordCost::forTraining(), (PasswordCost{1, 8'388'608}));
}

TEST(DeriveKey, DependsOnPasswordSaltAndCost)
{
    const PasswordSalt salt{1};
    const auto cost = PasswordCost::forTraining();
    const Secret key = deriveKey("correct", salt, cost);
    EXPECT_TRUE(key == deriveKey("correct", salt, cost));
    EXPECT_FALSE(key == deriveKey("Correct", salt, cost));
    EXPECT_FALSE(key == deriveKey("correct", PasswordSalt{2}, cost));
    EXPECT_FALSE(key == deriveKey("correct", salt, {2, cost.memlimitBytes}));
    EXPECT_FALSE(key == deriveKey("correct", salt, {1, cost.memlimitBytes * 2}));
}

TEST(PasswordRecipe, ComesBackFromJson)
{
    SeededRandom random(5);
    const PasswordRecipe recipe{drawPasswordSalt(random), PasswordCost::forUse()};
    const auto back = PasswordRecipe::fromJson(recipe.toJson());
    ASSERT_TRUE(back);
    EXPECT_EQ(back.value(), recipe);
}

TEST(PasswordRecipe, OutsideItsBoundsIsRefused)
{
    const std::pair<const char*, Json> rows[] = {{"passes", 0}, {"passes", -1}, {"passes", 17},
        {"passes", "2"}, {"memory", 8'388'607}, {"memory", -1}, {"memory", std::int64_t{2} << 30},
        {"salt", "AAAA"}, {"salt", "*"}, {"salt", nullptr}, {"algorithm", "scrypt"}};
    for (const auto& [member, value] : rows) {
        Json json = PasswordRecipe{{}, PasswordCost::forUse()}.toJson();
        json.set(member, value);
        EXPECT_FALSE(PasswordRecipe::fromJson(json)) << member << " " << canonicalJson(value);
    }
    EXPECT_EQ(PasswordRecipe::fromJson(Json()).error().code, ErrorCode::Integrity);
}

TEST(PasswordObjections, NameEverythingAtOnce)
{
    using Ids = std::vector<std::string>;
    const std::pair<std::string, Ids> rows[] = {
        {"grey heron on a post", {}},
        {"vlk7-Rmq2-tzp9", {}},
        {"my tutela password is a heron", {}},
        {"elevenchars", {"too-short"}},
        {"\xC3\xA9\xC3\xA8\xC3\xAA\xC3\xAB\xC3\xA0\xC3\xA2\xC3\xA4\xC3\xB6\xC3\xB8\xC3\xBC\xC3\xB1\xC3\xA7",
            {}},
        {"aaaaaaaaaaaaaaaa", {"too-uniform"}},
        {"ababababababab", {"too-uniform"}},
        {"password1234", {"well-known"}},
        {"Password2026!", {"well-known"}},
        {"Tutela-Tutela-1!", {"well-known"}},
        {"CoordinatingAuthority1", {"well-known"}},
        {"qwertyuiop123456", {"well-known"}},
        {"JaneExample2026!", {"well-known"}},
        {"", {"too-short", "too-uniform", "well-known"}},
        {std::string(600, 'x') + "grey heron" + std::string(600, 'y'), {"too-long"}},
    };
    const std::string_view own[] = {"Jane", "Example", ""};
    for (const auto& [password, expected] : rows)
        EXPECT_EQ(idsOf(passwordObjections(password, own)), expected) << password;
}

TEST(PasswordObjections, FollowTheirRule)
{
    EXPECT_TRUE(passwordObjections("grey heron", {}, {.fewestCharacters = 10}).empty());
    EXPECT_FALSE(passwordObjections("grey heron", {}, {.fewestCharacters = 11}).empty());
}

} // namespace

} // namespace tutela::access

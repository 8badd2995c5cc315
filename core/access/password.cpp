#include "core/access/password.h"

#include <algorithm>
#include <new>
#include <optional>
#include <set>
#include <string>

#include <sodium.h>

#include "core/base/digest.h"

namespace tutela::access {

namespace {

constexpr std::uint64_t kFewestPasses = 1;
constexpr std::uint64_t kMostPasses = 16;
constexpr std::size_t kLeastMemory = std::size_t{8} << 20;
constexpr std::size_t kMostMemory = std::size_t{1} << 30;

/// Lower case, without signs. A longer word that contains another stands before it.
constexpr std::string_view kKnownWords[] = {"coordinatingauthority", "correcthorsebatterystaple",
    "detectionorder", "qwertzuiopasdfghjkl", "qwertyuiopasdfghjkl", "1q2w3e4r5t6y", "abcdefghijklm",
    "administrator", "1234567890", "0987654321", "zaq12wsxcde3", "1qaz2wsx3edc", "coordinator", "qwertyuiop",
    "qwertzuiop", "azertyuiop", "changeme", "password", "passwort", "passw0rd", "p4ssword", "letmein",
    "welcome", "willkommen", "bienvenue", "motdepasse", "contrasena", "wachtwoord", "sunshine", "princess",
    "football", "baseball", "superman", "iloveyou", "monkey", "dragon", "master", "shadow", "trustno1",
    "starwars", "whatever", "asdfghjkl", "zxcvbnm", "yxcvbnm", "123456789", "12345678", "1234567",
    "987654321", "123456", "654321", "12345", "1234", "qwerty", "qwertz", "azerty", "abc123", "abcdef",
    "secret", "geheim", "summer", "winter", "spring", "autumn", "sommer", "training", "register", "tutela",
    "registrar", "auditor", "admin", "judge", "court", "officer", "journal"};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string inLowerCase(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void takeOut(std::string& text, std::string_view word)
{
    constexpr std::size_t kShortestWord = 3;
    if (word.size() < kShortestWord)
        return;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at))
        text.erase(at, word.size());
}

void wipe(std::string& text)
{
    sodium_memzero(text.data(), text.size());
}

/// How many characters are left when every word that a guesser tries first is taken out.
std::size_t ownCharacters(std::string_view password, std::span<const std::string_view> ownWords)
{
    std::string rest = inLowerCase(password);
    for (const auto word : ownWords)
        takeOut(rest, inLowerCase(word));
    for (const auto word : kKnownWords)
        takeOut(rest, word);
    const auto left = characters(rest);
    wipe(rest);
    return left;
}

std::optional<PasswordSalt> saltFrom(std::string_view text)
{
    const auto bytes = fromBase64(text);
    if (!bytes || bytes->size() != PasswordSalt{}.size())
        return std::nullopt;
    PasswordSalt salt{};
    std::copy_n(asBytes(*bytes).begin(), salt.size(), salt.begin());
    return salt;
}

} // namespace

PasswordSalt drawPasswordSalt(RandomSource& random)
{
    PasswordSalt salt{};
    random.fill(salt);
    return salt;
}

Json PasswordRecipe::toJson() const
{
    return Json::object({{"algorithm", "argon2id"}, {"memory", static_cast<std::int64_t>(cost.memlimitBytes)},
        {"passes", static_cast<std::int64_t>(cost.opslimit)}, {"salt", toBase64(salt)}});
}

Result<PasswordRecipe> PasswordRecipe::fromJson(const Json& json)
{
    const auto salt = saltFrom(json.text("salt"));
    const auto passes = static_cast<std::uint64_t>(json.integer("passes"));
    const auto memory = static_cast<std::size_t>(json.integer("memory"));
    if (!salt || json.text("algorithm") != "argon2id" || passes < kFewestPasses || passes > kMostPasses
        || memory < kLeastMemory || memory > kMostMemory)
        return Error{.code = ErrorCode::Integrity, .what = {"access.password-recipe-malformed", {}}};
    return PasswordRecipe{*salt, {passes, memory}};
}

Secret deriveKey(std::string_view password, const PasswordSalt& salt, const PasswordCost& cost)
{
    static_assert(PasswordSalt{}.size() == crypto_pwhash_argon2id_SALTBYTES);
    Secret key;
    if (crypto_pwhash_argon2id(key.bytes().data(), Secret::kSize, password.data(), password.size(),
            salt.data(), cost.opslimit, cost.memlimitBytes, crypto_pwhash_argon2id_ALG_ARGON2ID13)
        != 0)
        throw std::bad_alloc();
    return key;
}

std::vector<Message> passwordObjections(
    std::string_view password, std::span<const std::string_view> ownWords, const PasswordRule& rule)
{
    std::vector<Message> objections;
    if (characters(password) < rule.fewestCharacters)
        objections.push_back({"access.password.too-short",
            {{"characters", static_cast<std::int64_t>(rule.fewestCharacters)}}});
    if (password.size() > rule.mostBytes)
        objections.push_back(
            {"access.password.too-long", {{"bytes", static_cast<std::int64_t>(rule.mostBytes)}}});
    if (std::set<char>(password.begin(), password.end()).size() < rule.fewestDifferentCharacters)
        objections.push_back({"access.password.too-uniform",
            {{"characters", static_cast<std::int64_t>(rule.fewestDifferentCharacters)}}});
    if (ownCharacters(password, ownWords) < rule.fewestOwnCharacters)
        objections.push_back({"access.password.well-known", {}});
    return objections;
}

} // namespace tutela::access

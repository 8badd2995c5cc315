#include "core/journal/checkpoint.h"

#include <gtest/gtest.h>

#include "core/journal/tree.h"
#include "tests/unit/journal/test_key.h"

namespace tutela::journal {

namespace {

const TestKey kKey("log key");
const Checkpoint kCheckpoint{"register.example/7f3a", 20852163, leafHash("root")};

std::string note()
{
    return signCheckpoint(kCheckpoint, kKey.publicKey, kKey.signer());
}

ErrorCode codeOf(std::string_view text)
{
    const auto opened = openCheckpoint(text, kCheckpoint.origin, kKey.publicKey);
    return opened ? ErrorCode::Usage : opened.error().code;
}

std::string messageOf(const Result<Checkpoint>& result)
{
    return result ? "accepted" : result.error().what.id;
}

TEST(Checkpoint, IsThreeLinesAnEmptyLineAndASignature)
{
    const auto id = noteKeyId(kCheckpoint.origin, kKey.publicKey);
    const Digest named = sha256("register.example/7f3a\n\x01" + std::string(asText(kKey.publicKey.bytes)));
    EXPECT_TRUE(std::equal(id.begin(), id.end(), named.begin()));
    const Signature signature = kKey.signer()(checkpointText(kCheckpoint));
    const std::string line = std::string(asText(id)) + std::string(asText(signature));
    EXPECT_EQ(note(),
        "register.example/7f3a\n20852163\n" + toBase64(leafHash("root"))
            + "\n\n\xE2\x80\x94 register.example/7f3a " + toBase64(asBytes(line)) + "\n");
}

TEST(Checkpoint, NamesTheKeyAsThePublishedNoteDoes)
{
    // The key of the Go checksum database:
    // "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8".
    const auto encoded = fromBase64("Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8").value();
    ASSERT_EQ(encoded.size(), 33u);
    SigningPublicKey key;
    std::copy(encoded.begin() + 1, encoded.end(), key.bytes.begin());
    EXPECT_EQ(toHex(noteKeyId("sum.golang.org", key)), "033de0ae");
}

TEST(Checkpoint, ComesBackAsItWasSigned)
{
    for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{1}, kLargestLog}) {
        const Checkpoint checkpoint{"a", size, leafHash("x")};
        const auto opened =
            openCheckpoint(signCheckpoint(checkpoint, kKey.publicKey, kKey.signer()), "a", kKey.publicKey);
        ASSERT_TRUE(opened);
        EXPECT_EQ(opened.value(), checkpoint);
    }
}

TEST(Checkpoint, IsRefusedWhenAnyByteIsChangedLeftOutOrAdded)
{
    const std::string good = note();
    ASSERT_EQ(messageOf(openCheckpoint(good, kCheckpoint.origin, kKey.publicKey)), "accepted");
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string bad = good;
            bad[i] = static_cast<char>(bad[i] ^ (1 << bit));
            EXPECT_EQ(codeOf(bad), ErrorCode::Integrity) << "byte " << i << " bit " << bit;
        }
        EXPECT_EQ(codeOf(good.substr(0, i)), ErrorCode::Integrity) << "cut at " << i;
        EXPECT_EQ(codeOf(good.substr(0, i) + good.substr(i + 1)), ErrorCode::Integrity) << "without " << i;
        for (const char more : {' ', '\n', '\r', '0', '=', '\0'})
            EXPECT_EQ(codeOf(good.substr(0, i) + more + good.substr(i)), ErrorCode::Integrity)
                << "before " << i;
    }
    EXPECT_EQ(codeOf(good + "\n"), ErrorCode::Integrity);
    EXPECT_EQ(codeOf(good + " "), ErrorCode::Integrity);
}

TEST(Checkpoint, IsRefusedUnderAnotherKeyOrOrigin)
{
    const TestKey other("another key");
    EXPECT_EQ(messageOf(openCheckpoint(note(), kCheckpoint.origin, other.publicKey)),
        "journal.checkpoint.not-signed");
    EXPECT_EQ(messageOf(openCheckpoint(note(), "register.example/other", kKey.publicKey)),
        "journal.checkpoint.other-log");
}

TEST(Checkpoint, MayCarryTheLinesOfWitnesses)
{
    const TestKey witness("witness");
    const std::string cosigned = signCheckpoint(kCheckpoint, witness.publicKey, witness.signer());
    const std::string line = cosigned.substr(cosigned.find("\n\n") + 2);
    EXPECT_EQ(messageOf(openCheckpoint(note() + line, kCheckpoint.origin, kKey.publicKey)), "accepted");
    EXPECT_EQ(messageOf(openCheckpoint(note() + "no signature\n", kCheckpoint.origin, kKey.publicKey)),
        "journal.checkpoint.malformed");
}

TEST(CheckpointText, HasOneFormOnly)
{
    const std::string root = toBase64(leafHash("x"));
    const std::pair<std::string, bool> rows[] = {
        {"a\n1\n" + root + "\n", true},
        {"a\n0\n" + root + "\n", true},
        {"a\n01\n" + root + "\n", false},
        {"a\n+1\n" + root + "\n", false},
        {"a\n-1\n" + root + "\n", false},
        {"a\n\n" + root + "\n", false},
        {"a\n9007199254740992\n" + root + "\n", false},
        {"a\n99999999999999999999\n" + root + "\n", false},
        {"a b\n1\n" + root + "\n", false},
        {"a+b\n1\n" + root + "\n", false},
        {"\n1\n" + root + "\n", false},
        {"a\n1\n" + root, false},
        {"a\n1\n" + root + "\r\n", false},
        {"a\n1\n" + root + "\nextension\n", false},
        {"a\n1\n" + root.substr(0, 40) + "\n", false},
        {"a\n1\n" + toBase64(asBytes(std::string(33, 'x'))) + "\n", false},
        {"", false},
    };
    for (const auto& [text, good] : rows)
        EXPECT_EQ(parseCheckpointText(text).ok(), good) << text;
}

TEST(CheckpointText, OfANameThatBreaksLinesIsABug)
{
    EXPECT_THROW((void)checkpointText({"a\nb", 1, {}}), std::invalid_argument);
    EXPECT_THROW((void)checkpointText({"a", kLargestLog + 1, {}}), std::invalid_argument);
}

} // namespace

} // namespace tutela::journal

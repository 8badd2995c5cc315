#include "core/journal/checkpoint.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <stdexcept>
#include <vector>

namespace tutela::journal {

namespace {

constexpr std::string_view kDash = "\xE2\x80\x94 "; // U+2014 and a space
constexpr std::size_t kLongestOrigin = 200;
constexpr std::size_t kLongestNote = 16 * 1024;
constexpr std::size_t kMostSignatures = 32;

struct NoteSignature {
    std::string name;
    std::string keyAndSignature;
};

Error malformed(std::string_view where)
{
    return Error{.code = ErrorCode::Integrity,
        .what = {"journal.checkpoint.malformed", {}},
        .where = std::string(where)};
}

/// Takes one line off the front of the text, without its line feed; nothing when there is none.
std::optional<std::string_view> takeLine(std::string_view& text)
{
    const auto end = text.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

std::optional<std::uint64_t> readSize(std::string_view text)
{
    std::uint64_t size = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
    if (error != std::errc{} || end != text.data() + text.size() || size > kLargestLog
        || (text.size() > 1 && text.front() == '0'))
        return std::nullopt;
    return size;
}

/// Base64 in its one canonical form.
std::optional<std::string> readBase64(std::string_view text)
{
    auto bytes = fromBase64(text);
    if (!bytes || toBase64(asBytes(*bytes)) != text)
        return std::nullopt;
    return bytes;
}

std::optional<NoteSignature> readSignatureLine(std::string_view line)
{
    if (!line.starts_with(kDash))
        return std::nullopt;
    line.remove_prefix(kDash.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !isOrigin(line.substr(0, space)))
        return std::nullopt;
    auto bytes = readBase64(line.substr(space + 1));
    if (!bytes || bytes->size() < 5)
        return std::nullopt;
    return NoteSignature{std::string(line.substr(0, space)), std::move(*bytes)};
}

std::optional<std::vector<NoteSignature>> readSignatures(std::string_view lines)
{
    std::vector<NoteSignature> signatures;
    while (!lines.empty()) {
        const auto line = takeLine(lines);
        if (!line || signatures.size() == kMostSignatures)
            return std::nullopt;
        auto signature = readSignatureLine(*line);
        if (!signature)
            return std::nullopt;
        signatures.push_back(std::move(*signature));
    }
    if (signatures.empty())
        return std::nullopt;
    return signatures;
}

/// Whether this line is by the pinned key, which says nothing yet of the signature in it.
bool isBy(const NoteSignature& line, std::string_view name, const SigningPublicKey& key)
{
    const auto id = noteKeyId(name, key);
    return line.name == name && line.keyAndSignature.size() == id.size() + Signature{}.size()
        && line.keyAndSignature.starts_with(asText(id));
}

Signature signatureIn(const NoteSignature& line)
{
    Signature signature{};
    const auto bytes = asBytes(line.keyAndSignature).subspan(4);
    std::copy(bytes.begin(), bytes.end(), signature.begin());
    return signature;
}

} // namespace

bool isOrigin(std::string_view name)
{
    return !name.empty() && name.size() <= kLongestOrigin
        && std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F && c != '+'; });
}

std::string checkpointText(const Checkpoint& checkpoint)
{
    if (!isOrigin(checkpoint.origin) || checkpoint.size > kLargestLog)
        throw std::invalid_argument("a checkpoint that cannot be written");
    return checkpoint.origin + '\n' + std::to_string(checkpoint.size) + '\n' + toBase64(checkpoint.root)
        + '\n';
}

Result<Checkpoint> parseCheckpointText(std::string_view text)
{
    const auto origin = takeLine(text);
    if (!origin || !isOrigin(*origin))
        return malformed("origin");
    const auto sizeLine = takeLine(text);
    const auto size = sizeLine ? readSize(*sizeLine) : std::nullopt;
    if (!size)
        return malformed("size");
    const auto rootLine = takeLine(text);
    const auto root = rootLine ? readBase64(*rootLine) : std::nullopt;
    if (!root || root->size() != Digest{}.size() || !text.empty())
        return malformed("root");
    Checkpoint checkpoint{std::string(*origin), *size, {}};
    const auto bytes = asBytes(*root);
    std::copy(bytes.begin(), bytes.end(), checkpoint.root.begin());
    return checkpoint;
}

std::array<std::uint8_t, 4> noteKeyId(std::string_view name, const SigningPublicKey& key)
{
    const Digest digest = Sha256().add(name).add("\n\x01").add(asText(key.bytes)).finish();
    return {digest[0], digest[1], digest[2], digest[3]};
}

std::string signCheckpoint(const Checkpoint& checkpoint, const SigningPublicKey& key, const Signer& sign)
{
    std::string note = checkpointText(checkpoint);
    const auto id = noteKeyId(checkpoint.origin, key);
    const Signature signature = sign(note);
    std::array<std::uint8_t, 68> bytes{};
    std::copy(id.begin(), id.end(), bytes.begin());
    std::copy(signature.begin(), signature.end(), bytes.begin() + id.size());
    note += '\n';
    note += kDash;
    note += checkpoint.origin + ' ' + toBase64(bytes) + '\n';
    return note;
}

Result<Checkpoint> openCheckpoint(std::string_view note, std::string_view origin, const SigningPublicKey& key)
{
    const auto blank = note.find("\n\n");
    if (note.size() > kLongestNote || blank == std::string_view::npos)
        return malformed("note");
    const auto text = note.substr(0, blank + 1);
    const auto checkpoint = parseCheckpointText(text);
    if (!checkpoint)
        return checkpoint;
    const auto signatures = readSignatures(note.substr(blank + 2));
    if (!signatures)
        return malformed("signature");
    if (checkpoint.value().origin != origin)
        return Error{.code = ErrorCode::Integrity,
            .what = {"journal.checkpoint.other-log",
                {{"origin", checkpoint.value().origin}, {"expected", std::string(origin)}}}};

    const auto ours = std::find_if(signatures->begin(), signatures->end(),
        [&](const NoteSignature& line) { return isBy(line, origin, key); });
    if (ours == signatures->end() || !verifySignature(key, text, signatureIn(*ours)))
        return Error{.code = ErrorCode::Integrity,
            .what = {"journal.checkpoint.not-signed",
                {{"size", static_cast<std::int64_t>(checkpoint.value().size)}}}};
    return checkpoint;
}

} // namespace tutela::journal

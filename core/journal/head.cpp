#include "core/journal/head.h"

#include <algorithm>

namespace tutela::journal {

namespace {

constexpr std::string_view kFamily = "tutela-head-v";
constexpr std::string_view kFirstLine = "tutela-head-v1";

Error malformedHead(std::string_view where)
{
    return Error{
        .code = ErrorCode::Integrity, .what = {"journal.head.malformed", {}}, .where = std::string(where)};
}

/// The text up to the next line feed; all of it when there is none.
std::string_view takeHeadLine(std::string_view& text)
{
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

} // namespace

std::string writeHead(const Head& head)
{
    return std::string(kFirstLine) + '\n' + head.checkpoint.origin + '\n' + toBase64(head.logKey.bytes) + '\n'
        + head.note;
}

Result<Head> parseHead(std::string_view text)
{
    const auto first = takeHeadLine(text);
    if (first != kFirstLine && first.starts_with(kFamily))
        return Error{.code = ErrorCode::Version, .what = {"journal.head.newer", {}}};
    if (first != kFirstLine)
        return malformedHead("1");
    const auto origin = takeHeadLine(text);
    const auto keyLine = takeHeadLine(text);
    const auto key = fromBase64(keyLine);
    Head head;
    if (!key || key->size() != head.logKey.bytes.size() || toBase64(asBytes(*key)) != keyLine)
        return malformedHead("3");
    const auto keyBytes = asBytes(*key);
    std::copy(keyBytes.begin(), keyBytes.end(), head.logKey.bytes.begin());
    auto checkpoint = openCheckpoint(text, origin, head.logKey);
    if (!checkpoint)
        return checkpoint.error();
    head.checkpoint = std::move(checkpoint).value();
    head.note = text;
    return head;
}

HeadFit compareWithHead(const Checkpoint& head, const Checkpoint& last, const NodeReader& nodes)
{
    if (head.origin != last.origin)
        return HeadFit::Forked;
    if (head.size > last.size)
        return HeadFit::Truncated;
    if (head.size == last.size)
        return head.root == last.root ? HeadFit::Same : HeadFit::Forked;
    if (head.size == 0)
        return head.root == emptyRoot() ? HeadFit::Ahead : HeadFit::Forked;
    const auto proof = consistencyProof(head.size, last.size, nodes);
    const bool consistent =
        proof && verifyConsistency(head.size, last.size, head.root, last.root, proof.value());
    return consistent ? HeadFit::Ahead : HeadFit::Forked;
}

} // namespace tutela::journal

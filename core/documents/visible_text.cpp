#include "core/documents/visible_text.h"

#include <fmt/format.h>

namespace tutela::documents {

namespace {

constexpr char32_t kInvalid = 0xFFFFFFFF;

struct Decoded {
    char32_t character;
    std::size_t length;
};

/// Decodes one character (Unicode 15, table 3-7). An invalid sequence takes one byte.
Decoded decode(std::string_view text)
{
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned lead = byte(0);
    if (lead < 0x80)
        return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return {kInvalid, 1};
    char32_t character = lead & (0xFFu >> (length + 1));
    for (std::size_t at = 1; at < length; ++at) {
        if ((byte(at) & 0xC0u) != 0x80)
            return {kInvalid, 1};
        character = (character << 6) | (byte(at) & 0x3Fu);
    }
    const bool overlong = (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    return overlong || surrogate || character > 0x10FFFF ? Decoded{kInvalid, 1} : Decoded{character, length};
}

bool isHidden(char32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool bidirectional = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x206F);
    const bool invisible = c == 0x00AD || c == 0x034F || c == 0x180E || c == 0x200B
        || (c >= 0x2060 && c <= 0x2065) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB)
        || (c >= 0xE0000 && c <= 0xE0FFF);
    return control || bidirectional || invisible;
}

bool isCombining(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x0483 && c <= 0x0489) || (c >= 0x0591 && c <= 0x05BD)
        || (c >= 0x064B && c <= 0x065F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF)
        || c == 0x200C || c == 0x200D || (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F);
}

} // namespace

std::string visibleText(std::string_view foreign)
{
    std::string shown;
    shown.reserve(foreign.size());
    while (!foreign.empty()) {
        const Decoded next = decode(foreign);
        const std::string_view bytes = foreign.substr(0, next.length);
        foreign.remove_prefix(next.length);
        if (next.character == kInvalid) {
            shown += "\uFFFD";
        } else if (next.character == '\r') {
            if (!foreign.starts_with('\n'))
                shown += '\n';
        } else if (next.character == 0x2028 || next.character == 0x2029) {
            shown += '\n';
        } else if (next.character == '\t') {
            shown += ' ';
        } else if (next.character != '\n' && isHidden(next.character)) {
            shown += fmt::format("[U+{:04X}]", static_cast<std::uint32_t>(next.character));
        } else {
            shown += bytes;
        }
    }
    return shown;
}

int columns(std::string_view visible)
{
    int count = 0;
    while (!visible.empty()) {
        const Decoded next = decode(visible);
        visible.remove_prefix(next.length);
        count += isCombining(next.character) ? 0 : 1;
    }
    return count;
}

} // namespace tutela::documents

#include "app/cli/text.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace tutela::cli {

namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 1;
};

/// The code point at the front, or nothing when the bytes there are not well-formed.
std::optional<CodePoint> firstOf(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return CodePoint{lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return std::nullopt;
    char32_t value = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80)
            return std::nullopt;
        value = (value << 6) | (byte(i) & 0x3Fu);
    }
    const bool tooLong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (tooLong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return std::nullopt;
    return CodePoint{value, length};
}

bool isDangerous(char32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200B || c == 0x200E || c == 0x200F
        || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF
        || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

/// Marks that stand on the letter before them, and joiners.
bool takesNoColumn(char32_t c)
{
    return (c >= 0x300 && c <= 0x36F) || c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
}

bool takesTwoColumns(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) || (c >= 0x1F300 && c <= 0x1FAFF);
}

enum class LineBreaks { Spaces, Kept };

std::string escaped(std::string_view foreign, LineBreaks breaks)
{
    std::string out;
    out.reserve(foreign.size());
    while (!foreign.empty()) {
        const auto point = firstOf(foreign);
        const auto bytes = point ? point->bytes : 1;
        if (!point)
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(foreign.front()));
        else if (point->value == '\n')
            out += breaks == LineBreaks::Kept ? '\n' : ' ';
        else if (point->value == '\t')
            out += ' ';
        else if (isDangerous(point->value))
            out += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(point->value));
        else
            out += foreign.substr(0, bytes);
        foreign.remove_prefix(bytes);
    }
    return out;
}

int widthOf(char32_t c)
{
    return takesNoColumn(c) ? 0 : takesTwoColumns(c) ? 2 : 1;
}

/// Bytes of the longest beginning that takes at most `width` columns.
std::size_t bytesWithin(std::string_view text, int width)
{
    std::size_t bytes = 0;
    while (bytes < text.size()) {
        const auto point = firstOf(text.substr(bytes)).value_or(CodePoint{});
        width -= widthOf(point.value);
        if (width < 0)
            break;
        bytes += point.bytes;
    }
    return bytes;
}

std::string padded(const std::string& text, int width, bool right)
{
    const auto gap = std::string(static_cast<std::size_t>(std::max(0, width - columns(text))), ' ');
    return right ? gap + text : text + gap;
}

void appendWrapped(std::string& out, std::string_view line, int width, int indent, int firstIndent)
{
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    int room = std::max(20, width - firstIndent);
    while (columns(line) > room) {
        const std::size_t fits = bytesWithin(line, room);
        const auto space = line.substr(0, std::min(fits + 1, line.size())).rfind(' ');
        const bool atSpace = space != std::string_view::npos && line.find_first_not_of(' ') < space;
        const std::size_t cut = atSpace ? space : std::max<std::size_t>(fits, 1);
        out.append(line.substr(0, cut)).append("\n").append(margin);
        line.remove_prefix(atSpace ? cut + 1 : cut);
        room = std::max(20, width - indent);
    }
    out.append(line).append("\n");
}

} // namespace

bool isUtf8(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto point = firstOf(bytes);
        if (!point)
            return false;
        bytes.remove_prefix(point->bytes);
    }
    return true;
}

std::string printable(std::string_view foreign)
{
    return escaped(foreign, LineBreaks::Spaces);
}

std::string printableLines(std::string_view foreign)
{
    return escaped(foreign, LineBreaks::Kept);
}

int columns(std::string_view text)
{
    int width = 0;
    while (!text.empty()) {
        const auto point = firstOf(text).value_or(CodePoint{});
        width += widthOf(point.value);
        text.remove_prefix(point.bytes);
    }
    return width;
}

std::string shortened(std::string_view text, int width)
{
    if (columns(text) <= width)
        return std::string(text);
    return std::string(text.substr(0, bytesWithin(text, std::max(0, width - 1)))) + "…";
}

std::string wrapText(std::string_view text, int width, int indent)
{
    std::string out;
    bool first = true;
    for (;;) {
        const auto end = text.find('\n');
        if (!first)
            out.append(static_cast<std::size_t>(indent), ' ');
        appendWrapped(out, text.substr(0, end), width, indent, first ? 0 : indent);
        if (end == std::string_view::npos)
            return out;
        text.remove_prefix(end + 1);
        first = false;
    }
}

std::string styled(std::string_view text, Style style, Colour colour)
{
    const auto with = [&](std::string_view code) { return fmt::format("\x1b[{}m{}\x1b[0m", code, text); };
    if (colour == Colour::Off)
        return std::string(text);
    switch (style) {
    case Style::Plain:
        return std::string(text);
    case Style::Strong:
        return with("1");
    case Style::Faint:
        return with("2");
    case Style::Alarm:
        return with("1;31");
    case Style::Warning:
        return with("33");
    case Style::Good:
        return with("32");
    }
    return std::string(text);
}

Table::Table(std::vector<std::string> headings)
    : m_headings(std::move(headings))
    , m_right(m_headings.size(), false)
{
}

Table& Table::alignRight(std::size_t column)
{
    m_right.at(column) = true;
    return *this;
}

Table& Table::mayShrink(std::vector<std::size_t> columnOrder)
{
    m_shrink = std::move(columnOrder);
    return *this;
}

void Table::row(std::vector<std::string> cells, std::vector<Style> styles)
{
    for (std::string& cell : cells)
        cell = printable(cell);
    cells.resize(m_headings.size());
    styles.resize(m_headings.size(), Style::Plain);
    m_rows.push_back({std::move(cells), std::move(styles)});
}

std::string Table::render(int width, Colour colour) const
{
    constexpr int kGap = 2;
    constexpr int kLeast = 12;
    std::vector<int> widths;
    int total = -kGap;
    for (std::size_t i = 0; i < m_headings.size(); ++i) {
        int widest = columns(m_headings[i]);
        for (const Row& row : m_rows)
            widest = std::max(widest, columns(row.cells[i]));
        widths.push_back(widest);
        total += widest + kGap;
    }
    for (const std::size_t i : m_shrink) {
        const int spare = std::clamp(total - width, 0, std::max(0, widths[i] - kLeast));
        widths[i] -= spare;
        total -= spare;
    }
    std::string out;
    const auto line = [&](const std::vector<std::string>& cells, const std::vector<Style>& styles) {
        std::string text;
        std::size_t last = cells.size();
        while (last > 1 && cells[last - 1].empty())
            --last;
        for (std::size_t i = 0; i < last; ++i) {
            std::string cell = shortened(cells[i], widths[i]);
            if (i + 1 < last || m_right[i])
                cell = padded(cell, widths[i], m_right[i]);
            text += styled(cell, styles[i], colour);
            if (i + 1 < last)
                text.append(kGap, ' ');
        }
        out += text + "\n";
    };
    line(m_headings, std::vector<Style>(m_headings.size(), Style::Strong));
    for (const Row& row : m_rows)
        line(row.cells, row.styles);
    return out;
}

} // namespace tutela::cli

#include "core/documents/text_writer.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "core/documents/visible_text.h"

namespace tutela::documents {

namespace {

/// The first `width` columns of a text, in bytes; never inside a character.
std::size_t bytesWithin(std::string_view text, int width)
{
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at + 1;
        while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0u) == 0x80)
            ++next;
        width -= columns(text.substr(at, next - at));
        if (width < 0)
            return at;
        at = next;
    }
    return at;
}

/// Breaks one line of text at spaces; a word longer than the width is cut.
std::vector<std::string> wrapLine(std::string_view line, int width)
{
    std::vector<std::string> lines;
    while (columns(line) > width) {
        std::size_t end = std::max<std::size_t>(bytesWithin(line, width), 1);
        const std::size_t space = line.substr(0, end + 1).find_last_of(' ');
        const bool breaksAtSpace = space != std::string_view::npos && space > 0;
        end = breaksAtSpace ? space : end;
        lines.emplace_back(line.substr(0, end));
        line.remove_prefix(breaksAtSpace ? end + 1 : end);
    }
    lines.emplace_back(line);
    return lines;
}

std::vector<std::string> wrap(std::string_view text, int width)
{
    const std::string visible = visibleText(text);
    std::vector<std::string> lines;
    std::string_view rest = visible;
    for (;;) {
        const std::size_t end = rest.find('\n');
        for (std::string& line : wrapLine(rest.substr(0, end), width))
            lines.push_back(std::move(line));
        if (end == std::string_view::npos)
            return lines;
        rest.remove_prefix(end + 1);
    }
}

class TextWriter final {
public:
    TextWriter(const Document& document, int width)
        : m_document(document)
        , m_width(std::max(width, 40))
    {
    }

    std::string write()
    {
        if (!m_document.author.empty())
            put("", "", m_document.author);
        put("", "", m_document.title);
        m_text += std::string(static_cast<std::size_t>(m_width), '=') + "\n";
        if (!m_document.subtitle.empty())
            put("", "", m_document.subtitle);
        for (const Block& block : m_document.blocks)
            std::visit([this](const auto& value) { add(value); }, block);
        m_text += "\n" + std::string(static_cast<std::size_t>(m_width), '-') + "\n";
        put("", "  ", fmt::format("{} {}", m_document.words.reference, stated(m_document.reference)));
        put("", "  ", fmt::format("{} {}", m_document.words.fingerprint, stated(m_document.fingerprint)));
        for (const std::string& footer : m_document.footers)
            put("", "", footer);
        return std::move(m_text);
    }

private:
    /// Puts a text behind `first`; its further lines behind `further`.
    void put(std::string_view first, std::string_view further, std::string_view text)
    {
        std::string_view prefix = first;
        for (const std::string& line : wrap(text, m_width - std::max(columns(first), columns(further)))) {
            std::string whole = fmt::format("{}{}", prefix, line);
            whole.erase(whole.find_last_not_of(' ') + 1);
            m_text += whole + "\n";
            prefix = further;
        }
    }

    std::string_view stated(std::string_view value) const
    {
        return value.empty() ? std::string_view(m_document.words.nothingStated) : value;
    }

    void add(const Heading& heading)
    {
        const std::size_t before = m_text.size() + 1;
        m_text += "\n";
        put("", "", heading.text);
        if (heading.level > 1)
            return;
        const int length = std::min(m_width, columns(std::string_view(m_text).substr(before)) - 1);
        m_text += std::string(static_cast<std::size_t>(length), '-') + "\n";
    }

    void add(const Paragraph& paragraph)
    {
        m_text += "\n";
        if (paragraph.emphasis == Emphasis::Notice)
            put("  ! ", "  ! ", paragraph.text);
        else
            put("", "", paragraph.text);
    }

    void add(const FieldGroup& group)
    {
        m_text += "\n";
        for (const Field& field : group.fields) {
            put("", "  ", field.label + ":");
            put("    ", "    ", stated(field.value));
        }
    }

    void add(const TickList& list)
    {
        m_text += "\n";
        if (!list.question.empty())
            put("", "", list.question);
        for (const TickBox& box : list.boxes)
            put(box.tick == Tick::Ticked ? "  [x] " : "  [ ] ", "      ", box.text);
    }

    void add(const Table& table)
    {
        for (const std::vector<std::string>& row : table.rows) {
            m_text += "\n";
            const std::size_t cells = std::max(row.size(), table.headings.size());
            for (std::size_t column = 0; column < cells; ++column) {
                const std::string label =
                    column < table.headings.size() ? table.headings[column] + ": " : std::string();
                put(column == 0 ? "  * " : "    ", "      ",
                    label + std::string(column < row.size() ? stated(row[column]) : stated("")));
            }
        }
    }

    void add(const NumberedList& list)
    {
        int number = list.first;
        for (const std::string& item : list.items) {
            m_text += "\n";
            put(fmt::format("{:>3}. ", number++), "     ", item);
        }
    }

    void add(const Quotation& quotation)
    {
        m_text += "\n";
        put("  > ", "  > ", quotation.text);
        if (!quotation.source.empty())
            put("  > — ", "  >   ", quotation.source);
    }

    void add(const PageBreak& /*pageBreak*/) { m_text += "\n"; }

    const Document& m_document;
    int m_width;
    std::string m_text;
};

} // namespace

std::string writeText(const Document& document, int width)
{
    return TextWriter(document, width).write();
}

} // namespace tutela::documents

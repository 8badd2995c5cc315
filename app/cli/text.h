#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tutela::cli {

/// Whether the bytes are well-formed UTF-8 (RFC 3629).
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// The text with everything that could steer a terminal or turn the reading direction made visible: control
/// characters, bidi controls, line separators and broken UTF-8. Line breaks become spaces.
[[nodiscard]] std::string printable(std::string_view foreign);

/// As printable(), but keeps line breaks.
[[nodiscard]] std::string printableLines(std::string_view foreign);

/// Columns that the text takes on a terminal.
[[nodiscard]] int columns(std::string_view text);

/// The text cut to so many columns, with an ellipsis when something was left out.
[[nodiscard]] std::string shortened(std::string_view text, int width);

/// The text in lines of at most `width` columns, the second and later lines indented; ends in a line break.
[[nodiscard]] std::string wrapText(std::string_view text, int width, int indent);

enum class Style { Plain, Strong, Faint, Alarm, Warning, Good };

enum class Colour { Off, On };

/// The text in a style, or as it is when colour is off.
[[nodiscard]] std::string styled(std::string_view text, Style style, Colour colour);

/// A table with aligned columns; one column may give way when the table is wider than the terminal.
class Table final {
public:
    /// Headings, already printable.
    explicit Table(std::vector<std::string> headings);

    /// Columns whose text stands at the right, such as numbers.
    Table& alignRight(std::size_t column);

    /// The columns that are shortened, the first one first, when the table does not fit.
    Table& mayShrink(std::vector<std::size_t> columnOrder);

    /// Foreign text is made printable here.
    void row(std::vector<std::string> cells, std::vector<Style> styles = {});

    [[nodiscard]] bool empty() const { return m_rows.empty(); }

    /// Lines of text, ending in a line break.
    [[nodiscard]] std::string render(int width, Colour colour) const;

private:
    struct Row {
        std::vector<std::string> cells;
        std::vector<Style> styles;
    };

    std::vector<std::string> m_headings;
    std::vector<bool> m_right;
    std::vector<std::size_t> m_shrink;
    std::vector<Row> m_rows;
};

} // namespace tutela::cli

#include "core/documents/page_rows.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "core/documents/visible_text.h"

namespace tutela::documents {

namespace {

using enum Weight;

constexpr double kRight = Measure::kLeft + Measure::kTextWidth;
constexpr double kLabelWidth = 150;
constexpr double kGutter = 14;
constexpr double kNumberWidth = 24;
constexpr double kQuoteIndent = 20;
constexpr double kShortGroup = 200;

constexpr Style kMasthead{.size = 10, .weight = Bold};
constexpr Style kMastheadRight{.size = 10, .align = PANGO_ALIGN_RIGHT};
constexpr Style kTitle{.size = 19, .weight = Bold};
constexpr Style kSubtitle{.size = 10, .grey = 0.25};
constexpr Style kSection{.size = 12, .weight = Bold};
constexpr Style kSubsection{.size = 10.5, .weight = Bold};
constexpr Style kBody{.size = 10};
constexpr Style kSmall{.size = 8.5, .grey = 0.25};
constexpr Style kLabel{.size = 9, .grey = 0.3};
constexpr Style kColumnHead{.size = 9, .weight = Bold};
constexpr Style kTableCell{.size = 9};
constexpr Style kBox{.size = 11, .family = Family::Symbols};

constexpr Rule kHairline{.thickness = 0.4, .grey = 0.75};
constexpr Rule kThinRule{.thickness = 0.6, .grey = 0.35};
constexpr Rule kStrongRule{.thickness = 1.0, .grey = 0.0};

double heightOf(const PageRow& row)
{
    double height = 0;
    for (const RowCell& cell : row.cells)
        height = cell.ornament ? height : std::max(height, cell.text.height());
    return row.before + row.paddingTop + height + row.paddingBottom;
}

/// Turns blocks into rows, one after the other.
class RowComposer final {
public:
    RowComposer(const Document& document, const TypeSetter& setter)
        : m_document(document)
        , m_setter(setter)
    {
    }

    RowFlow compose()
    {
        addTitle();
        for (const Block& block : m_document.blocks)
            std::visit([this](const auto& value) { add(value); }, block);
        return std::move(m_flow);
    }

private:
    RowCell cell(std::string_view text, const Style& style, double x, double right, std::string role,
        std::size_t parent = 0)
    {
        return {m_setter.set(text, style, right - x), x, m_flow.tags.add(std::move(role), parent)};
    }

    void push(PageRow row)
    {
        row.beginsPage = m_pageBreak;
        m_pageBreak = false;
        m_flow.rows.push_back(std::move(row));
    }

    std::string_view stated(std::string_view value) const
    {
        return value.empty() ? std::string_view(m_document.words.nothingStated) : value;
    }

    /// Holds the rows from `first` on one page when they are short enough, or when asked to.
    void hold(std::size_t first, Keep keep)
    {
        double height = 0;
        for (std::size_t at = first; at < m_flow.rows.size(); ++at)
            height += heightOf(m_flow.rows[at]);
        const double most = keep == Keep::Together ? Measure::kPageHeight / 2 : kShortGroup;
        if (height > most)
            return;
        for (std::size_t at = first; at + 1 < m_flow.rows.size(); ++at)
            m_flow.rows[at].keepWithNext = true;
    }

    void addTitle()
    {
        if (!m_document.author.empty())
            addMasthead();
        m_flow.outline.push_back({visibleText(m_document.title), 0, m_flow.rows.size()});
        const bool alone = m_document.subtitle.empty();
        push({.cells = {cell(m_document.title, kTitle, Measure::kLeft, kRight, "H1")},
            .paddingBottom = alone ? 8.0 : 3.0,
            .below = alone ? std::optional(kStrongRule) : std::nullopt,
            .keepWithNext = true});
        if (alone)
            return;
        push({.cells = {cell(m_document.subtitle, kSubtitle, Measure::kLeft, kRight, "P")},
            .paddingBottom = 9,
            .below = kStrongRule,
            .keepWithNext = true});
    }

    /// Who writes, and on the right under which reference.
    void addMasthead()
    {
        const double middle = Measure::kLeft + Measure::kTextWidth * 0.62;
        push({.cells = {cell(m_document.author, kMasthead, Measure::kLeft, middle - kGutter, "P"),
                  cell(m_document.reference, kMastheadRight, middle, kRight, "P")},
            .paddingBottom = 22,
            .keepWithNext = true});
    }

    void add(const Heading& heading)
    {
        const int level = std::clamp(heading.level, 1, 3);
        m_flow.outline.push_back({visibleText(heading.text), level, m_flow.rows.size()});
        const std::string role = fmt::format("H{}", level + 1);
        const bool section = level == 1;
        push({.cells = {cell(heading.text, section ? kSection : kSubsection, Measure::kLeft, kRight, role)},
            .before = section ? 20.0 : 12.0,
            .paddingBottom = section ? 3.0 : 1.0,
            .below = section ? std::optional(kThinRule) : std::nullopt,
            .keepWithNext = true});
    }

    void add(const Paragraph& paragraph)
    {
        const bool framed = paragraph.emphasis == Emphasis::Notice;
        const double inset = framed ? 9 : 0;
        const double padding = framed ? 7 : 0;
        push({.cells = {cell(paragraph.text, paragraph.emphasis == Emphasis::Small ? kSmall : kBody,
                  Measure::kLeft + inset, kRight - inset, "P")},
            .before = framed ? 10.0 : 7.0,
            .paddingTop = padding,
            .paddingBottom = padding,
            .side = framed ? Side::Frame : Side::None});
    }

    void add(const FieldGroup& group)
    {
        const std::size_t first = m_flow.rows.size();
        const bool ruled = m_flow.rows.back().below.has_value();
        const std::size_t list = m_flow.tags.add("L", 0);
        for (const Field& field : group.fields) {
            const std::size_t item = m_flow.tags.add("LI", list);
            const double valueAt = Measure::kLeft + kLabelWidth + kGutter;
            Style value = kBody;
            value.grey = field.value.empty() ? 0.45 : 0;
            push({.cells = {cell(field.label, kLabel, Measure::kLeft, Measure::kLeft + kLabelWidth, "Lbl",
                                item),
                      cell(stated(field.value), value, valueAt, kRight, "LBody", item)},
                .before = m_flow.rows.size() > first ? 0.0
                    : ruled                          ? 4.0
                                                     : 10.0,
                .paddingTop = 4,
                .paddingBottom = 4.5,
                .above = m_flow.rows.size() > first || ruled ? std::nullopt : std::optional(kHairline),
                .below = kHairline});
        }
        hold(first, group.keep);
    }

    void add(const TickList& list)
    {
        const std::size_t first = m_flow.rows.size();
        if (!list.question.empty())
            push({.cells = {cell(list.question, kBody, Measure::kLeft, kRight, "P")},
                .before = 9,
                .paddingBottom = 1,
                .keepWithNext = true});
        const std::size_t parent = m_flow.tags.add("L", 0);
        for (const TickBox& box : list.boxes) {
            const std::size_t item = m_flow.tags.add("LI", parent);
            const bool ticked = box.tick == Tick::Ticked;
            const double textAt = Measure::kLeft + kNumberWidth;
            Style style = kBody;
            style.grey = ticked ? 0 : 0.3;
            RowCell mark = cell(ticked ? "☒" : "☐", kBox, Measure::kLeft + 4, textAt, "Lbl", item);
            mark.ornament = true;
            push({.cells = {std::move(mark), cell(box.text, style, textAt, kRight, "LBody", item)},
                .before = m_flow.rows.size() == first ? 9.0 : 5.0});
        }
        hold(first, Keep::Flowing);
    }

    void add(const NumberedList& list)
    {
        const std::size_t parent = m_flow.tags.add("L", 0);
        int number = list.first;
        for (const std::string& text : list.items) {
            const std::size_t item = m_flow.tags.add("LI", parent);
            const double textAt = Measure::kLeft + kNumberWidth;
            push({.cells = {cell(fmt::format("{}.", number++), kBody, Measure::kLeft, textAt, "Lbl", item),
                      cell(text, kBody, textAt, kRight, "LBody", item)},
                .before = 7});
        }
    }

    void add(const Quotation& quotation)
    {
        const std::size_t quote = m_flow.tags.add("BlockQuote", 0);
        const double textAt = Measure::kLeft + kNumberWidth + kQuoteIndent - 6;
        Style style = kBody;
        style.size = 9.5;
        style.grey = 0.15;
        push({.cells = {cell(quotation.text, style, textAt, kRight - kQuoteIndent, "P", quote)},
            .before = 8,
            .side = Side::Bar,
            .keepWithNext = false});
        if (quotation.source.empty())
            return;
        m_flow.rows.back().keepWithNext = true;
        push({.cells = {cell("— " + quotation.source, kSmall, textAt, kRight - kQuoteIndent, "P", quote)},
            .paddingTop = 2,
            .side = Side::Bar});
    }

    void add(const PageBreak& /*pageBreak*/) { m_pageBreak = true; }

    void add(const Table& table)
    {
        std::size_t columnCount = std::max<std::size_t>(table.headings.size(), 1);
        for (const std::vector<std::string>& row : table.rows)
            columnCount = std::max(columnCount, row.size());
        const std::size_t tag = m_flow.tags.add("Table", 0);
        const std::size_t head = m_flow.rows.size();
        pushTableRow(table, table.headings, columnCount, tag, "TH");
        m_flow.rows.back().before = 10;
        m_flow.rows.back().above = kStrongRule;
        m_flow.rows.back().below = kThinRule;
        m_flow.rows.back().keepWithNext = true;
        for (const std::vector<std::string>& row : table.rows) {
            pushTableRow(table, row, columnCount, tag, "TD");
            m_flow.rows.back().below = kHairline;
            m_flow.rows.back().repeatedHead = head;
        }
        m_flow.rows.back().below = kStrongRule;
    }

    void pushTableRow(const Table& table, const std::vector<std::string>& texts, std::size_t columnCount,
        std::size_t tableTag, const std::string& role)
    {
        const std::vector<double> widths = columnWidths(table, columnCount);
        const std::size_t rowTag = m_flow.tags.add("TR", tableTag);
        PageRow row{.cells = {}, .paddingTop = 3.5, .paddingBottom = 4};
        double x = Measure::kLeft;
        for (std::size_t column = 0; column < columnCount; ++column) {
            const std::string_view text = column < texts.size() ? std::string_view(texts[column]) : "";
            row.cells.push_back(
                cell(text, role == "TH" ? kColumnHead : kTableCell, x, x + widths[column] - 8, role, rowTag));
            x += widths[column];
        }
        push(std::move(row));
    }

    /// The width each column would take for its longest text on one line, up to a limit.
    static std::vector<double> wantedWidths(const Table& table, std::size_t columnCount)
    {
        constexpr double kCharacter = 5.4;
        constexpr double kColumnGap = 14;
        constexpr int kMost = 60;
        std::vector<double> wanted(columnCount, 28);
        const auto see = [&](const std::vector<std::string>& texts) {
            for (std::size_t column = 0; column < texts.size(); ++column)
                wanted[column] = std::max(
                    wanted[column], std::min(columns(texts[column]), kMost) * kCharacter + kColumnGap);
        };
        see(table.headings);
        std::for_each(table.rows.begin(), table.rows.end(), see);
        return wanted;
    }

    /// Gives each column what it wants when that is no more than a fair share of what is left, and shares the
    /// rest evenly among the wider ones; room to spare goes to all in proportion.
    static std::vector<double> columnWidths(const Table& table, std::size_t columnCount)
    {
        const std::vector<double> wanted = wantedWidths(table, columnCount);
        std::vector<std::size_t> narrowFirst(columnCount);
        std::iota(narrowFirst.begin(), narrowFirst.end(), std::size_t{0});
        std::ranges::stable_sort(narrowFirst, {}, [&](std::size_t column) { return wanted[column]; });
        std::vector<double> widths(columnCount);
        double left = Measure::kTextWidth;
        std::size_t columnsLeft = columnCount;
        for (const std::size_t column : narrowFirst) {
            widths[column] = std::min(wanted[column], left / static_cast<double>(columnsLeft--));
            left -= widths[column];
        }
        const double stretch = Measure::kTextWidth / (Measure::kTextWidth - left);
        for (double& width : widths)
            width *= stretch;
        return widths;
    }

    const Document& m_document;
    const TypeSetter& m_setter;
    RowFlow m_flow;
    bool m_pageBreak = false;
};

} // namespace

RowFlow flowRows(const Document& document, const TypeSetter& setter)
{
    return RowComposer(document, setter).compose();
}

} // namespace tutela::documents

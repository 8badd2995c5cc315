#include "core/documents/paginate.h"

#include <algorithm>

namespace tutela::documents {

namespace {

constexpr std::size_t kFewestLines = 2;

/// How far a row has been put on pages: for each cell the next line.
using Progress = std::vector<std::size_t>;

/// Space above the first line of a cell that brings the first baselines of the row to one height.
double drop(const PageRow& row, const RowCell& cell)
{
    double baseline = 0;
    for (const RowCell& other : row.cells) {
        if (!other.ornament)
            baseline = std::max(baseline, other.text.lines.front().baseline);
    }
    return baseline - cell.text.lines.front().baseline;
}

double heightOfLines(const PageRow& row, const RowCell& cell, std::size_t first, std::size_t last)
{
    if (first >= last || cell.ornament)
        return 0;
    const double lead = first == 0 ? drop(row, cell) : 0;
    return lead + cell.text.lines[last - 1].bottom - cell.text.lines[first].top;
}

double heightFrom(const PageRow& row, const Progress& from, const Progress& to)
{
    double height = 0;
    for (std::size_t at = 0; at < row.cells.size(); ++at)
        height = std::max(height, heightOfLines(row, row.cells[at], from[at], to[at]));
    return row.paddingTop + height + row.paddingBottom;
}

Progress startOf(const PageRow& row)
{
    return Progress(row.cells.size(), 0);
}

Progress endOf(const PageRow& row)
{
    Progress end;
    for (const RowCell& cell : row.cells)
        end.push_back(cell.text.lines.size());
    return end;
}

/// The least height a row needs where it begins: two lines, or all of it when it cannot be divided.
double leastHeight(const PageRow& row)
{
    Progress to = endOf(row);
    for (std::size_t& lines : to)
        lines = lines < 2 * kFewestLines ? lines : kFewestLines;
    return heightFrom(row, startOf(row), to);
}

class Paginator final {
public:
    Paginator(const RowFlow& flow, double bottom)
        : m_flow(flow)
        , m_bottom(bottom)
    {
    }

    Pagination paginate()
    {
        m_result.pages.emplace_back();
        for (m_index = 0; m_index < m_flow.rows.size(); ++m_index)
            place(m_flow.rows[m_index]);
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool atTop() const { return m_y <= m_top; }

    [[nodiscard]] double room() const { return m_bottom - m_y; }

    /// Headings that would take most of each page are not repeated.
    [[nodiscard]] bool isModest(const PageRow& head) const
    {
        return heightFrom(head, startOf(head), endOf(head)) < (m_bottom - Measure::kTop) / 4;
    }

    void turnPage(const PageRow& row)
    {
        m_result.pages.emplace_back();
        m_y = Measure::kTop;
        if (row.repeatedHead && isModest(m_flow.rows[*row.repeatedHead])) {
            PageRow head = m_flow.rows[*row.repeatedHead];
            for (RowCell& cell : head.cells)
                cell.tag.reset();
            // The texts that are placed belong to the flow; only the tags of the copy differ.
            put(head, m_flow.rows[*row.repeatedHead], startOf(head), endOf(head));
        }
        m_top = m_y;
    }

    /// The height that a row needs together with the rows it must stay with.
    [[nodiscard]] double needed(std::size_t index) const
    {
        double height = 0;
        for (; index < m_flow.rows.size(); ++index) {
            const PageRow& row = m_flow.rows[index];
            const bool last = !row.keepWithNext || index + 1 == m_flow.rows.size();
            if (last)
                return height + row.before + leastHeight(row);
            height += row.before + heightFrom(row, startOf(row), endOf(row));
        }
        return height;
    }

    void place(const PageRow& row)
    {
        const double mostOnAPage = m_bottom - Measure::kTop;
        const double wanted = needed(m_index);
        const bool follows = m_index > 0 && m_flow.rows[m_index - 1].keepWithNext;
        const bool fits = wanted <= room() || wanted > mostOnAPage || follows;
        if ((row.beginsPage || !fits) && !atTop())
            turnPage(row);
        if (!atTop())
            m_y += row.before;
        m_result.places.push_back({static_cast<int>(m_result.pages.size()) - 1, m_y});
        Progress from = startOf(row);
        const Progress end = endOf(row);
        while (from != end) {
            const Progress to = fitting(row, from);
            if (to == from) {
                turnPage(row);
                if (from == startOf(row))
                    m_result.places.back() = {static_cast<int>(m_result.pages.size()) - 1, m_y};
                continue;
            }
            put(row, row, from, to);
            from = to;
            if (from != end)
                turnPage(row);
        }
    }

    /// The lines that still fit here; none when the row had better begin on the next page.
    [[nodiscard]] Progress fitting(const PageRow& row, const Progress& from) const
    {
        Progress to = endOf(row);
        if (heightFrom(row, from, to) <= room())
            return to;
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const std::size_t all = to[at];
            while (to[at] > from[at] && !fits(row, at, from[at], to[at]))
                --to[at];
            if (to[at] == all)
                continue;
            if (all - to[at] < kFewestLines && to[at] > from[at])
                to[at] = std::max(from[at], all - kFewestLines);
            if (to[at] - from[at] < kFewestLines && !atTop())
                return from;
        }
        if (to == from && atTop())
            return oneMore(row, from);
        return to;
    }

    [[nodiscard]] bool fits(const PageRow& row, std::size_t at, std::size_t first, std::size_t last) const
    {
        return row.paddingTop + heightOfLines(row, row.cells[at], first, last) + row.paddingBottom <= room();
    }

    /// On an empty page at least one line is placed, whatever its height.
    static Progress oneMore(const PageRow& row, Progress from)
    {
        for (std::size_t at = 0; at < row.cells.size(); ++at)
            from[at] = std::min(from[at] + 1, row.cells[at].text.lines.size());
        return from;
    }

    void put(const PageRow& row, const PageRow& owner, const Progress& from, const Progress& to)
    {
        PlacedPage& page = m_result.pages.back();
        const double top = m_y;
        const double height = heightFrom(row, from, to);
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            if (from[at] >= to[at])
                continue;
            const RowCell& cell = row.cells[at];
            const double lead = from[at] == 0 ? drop(row, cell) : 0;
            page.texts.push_back(
                {&owner.cells[at].text, from[at], to[at], cell.x, top + row.paddingTop + lead, cell.tag});
        }
        m_y += height;
        addRules(page, row, top, to == endOf(row));
    }

    void addRules(PlacedPage& page, const PageRow& row, double top, bool complete)
    {
        const auto rule = [&](double y, const Rule& what) {
            page.rules.push_back({Measure::kLeft, y, Measure::kTextWidth, what.thickness, what.grey});
        };
        if (row.above)
            rule(top, *row.above);
        if (row.below && complete)
            rule(m_y, *row.below);
        const double height = m_y - top;
        if (row.side == Side::Bar)
            page.rules.push_back({row.cells.front().x - 12, top, 1.6, height, 0.65});
        if (row.side != Side::Frame)
            return;
        constexpr double kLine = 0.8;
        rule(top, {kLine, 0});
        rule(m_y - kLine, {kLine, 0});
        page.rules.push_back({Measure::kLeft, top, kLine, height, 0});
        page.rules.push_back({Measure::kLeft + Measure::kTextWidth - kLine, top, kLine, height, 0});
    }

    const RowFlow& m_flow;
    double m_bottom;
    double m_top = Measure::kTop;
    double m_y = Measure::kTop;
    std::size_t m_index = 0;
    Pagination m_result;
};

} // namespace

Pagination paginate(const RowFlow& flow, double bottom)
{
    return Paginator(flow, bottom).paginate();
}

} // namespace tutela::documents

#pragma once

#include <optional>
#include <vector>

#include "core/documents/page_rows.h"

namespace tutela::documents {

/// Some lines of one cell at a place on a page.
struct PlacedText {
    const SetText* text; ///< owned by the RowFlow
    std::size_t firstLine;
    std::size_t lastLine; ///< the first line that is not placed here
    double x;
    double y; ///< of the top of the first line
    std::optional<std::size_t> tag;
};

/// A filled rectangle: a rule or a bar.
struct PlacedRule {
    double x;
    double y;
    double width;
    double height;
    double grey;
};

struct PlacedPage {
    std::vector<PlacedText> texts;
    std::vector<PlacedRule> rules;
};

/// Where a row begins.
struct RowPlace {
    int page; ///< from 0
    double y;
};

struct Pagination {
    std::vector<PlacedPage> pages;
    std::vector<RowPlace> places; ///< one for each row of the flow
};

/// Puts the rows on pages whose text ends at `bottom`. Headings stay with what follows, no line of a longer
/// text stands alone at the end or the top of a page, a table repeats its headings.
[[nodiscard]] Pagination paginate(const RowFlow& flow, double bottom);

} // namespace tutela::documents

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/documents/document.h"
#include "core/documents/tag_tree.h"
#include "core/documents/type_setter.h"

namespace tutela::documents {

/// A horizontal rule.
struct Rule {
    double thickness;
    double grey;
};

/// One column of a row; all first lines of a row stand on one baseline.
struct RowCell {
    SetText text;
    double x; ///< from the left edge of the page
    std::optional<std::size_t> tag; ///< no tag: an artifact
    bool ornament = false; ///< a symbol, whose font must not make the row higher
};

/// What stands beside a row and is drawn along its whole height.
enum class Side { None, Bar, Frame };

/// The unit that is put on pages: cells side by side, which may be divided between pages at their lines.
struct PageRow {
    std::vector<RowCell> cells;
    double before = 0; ///< space above, dropped at the top of a page
    double paddingTop = 0;
    double paddingBottom = 0;
    std::optional<Rule> above = {};
    std::optional<Rule> below = {};
    Side side = Side::None;
    bool keepWithNext = false;
    bool beginsPage = false;
    std::optional<std::size_t> repeatedHead = {}; ///< the row repeated on top of each further page
};

/// An entry of the outline.
struct OutlineEntry {
    std::string title;
    int level;
    std::size_t row;
};

/// A document as rows, with its logical structure.
struct RowFlow {
    std::vector<PageRow> rows;
    std::vector<OutlineEntry> outline;
    TagTree tags;
};

/// Sets the title and all blocks of a document.
[[nodiscard]] RowFlow flowRows(const Document& document, const TypeSetter& setter);

} // namespace tutela::documents

#pragma once

class QTableView;

namespace tutela::ui {

/// Lets long texts of a table break into lines, and keeps the table as high as its rows are at the width it
/// has, so that only the page scrolls. To be called again when its rows have changed.
void fitWrapped(QTableView* table);

} // namespace tutela::ui

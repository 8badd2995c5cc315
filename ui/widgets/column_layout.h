#pragma once

#include <optional>
#include <vector>

#include <QObject>
#include <QString>

#include "core/base/json.h"

class QTableView;

namespace tutela::ui {

/// The columns of a list: as wide as their content at first, then as the person draws them. Two or more
/// columns of names share what the others leave, in proportion to their widths, so that the list always fills
/// its place.
class ColumnLayout final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnLayout)

public:
    /// `ids` name the columns in what is kept; `sharing` are the numbers of the columns of names.
    ColumnLayout(QTableView* table, std::vector<QString> ids, std::vector<int> sharing);

    /// The columns in their usual order, as wide as what they show.
    void reset();

    /// `{"columns": [{"id", "width"}]}` from left to right. What is not understood is left as it is.
    void restore(const Json& layout);
    [[nodiscard]] Json toJson() const;

    [[nodiscard]] bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// The person moved or drew a column.
    void changed();

private:
    /// Gives the names what the others leave; the column that the person just drew keeps its width.
    void share(std::optional<int> drawn = std::nullopt);
    void resized(int column);
    [[nodiscard]] int contentWidth(int column) const;

    QTableView* m_table;
    std::vector<QString> m_ids;
    std::vector<int> m_sharing;
    bool m_usual = true; ///< nobody has drawn a column yet
    bool m_own = false; ///< the change is ours, not the person's
};

} // namespace tutela::ui

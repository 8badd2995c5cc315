#pragma once

#include <map>

#include "core/interfaces/search_desk.h"
#include "ui/models/row_model.h"

namespace tutela::ui {

/// What a search found, best first.
class HitModel final : public RowModel<interfaces::SearchHit> {
    Q_OBJECT

public:
    enum Column { FileNumber, Where, Text, ColumnCount };

    using RowModel::RowModel;

    /// The tab on which each act stands.
    void setTabs(std::map<std::string, std::string> tabs) { m_tabs = std::move(tabs); }

    /// The tab that shows the hit; the overview for an act of no tab.
    [[nodiscard]] std::string tabOf(const interfaces::SearchHit& hit) const;

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QString key(const interfaces::SearchHit& hit) const override;
    [[nodiscard]] QString text(const interfaces::SearchHit& hit, int column) const override;

private:
    std::map<std::string, std::string> m_tabs;
};

} // namespace tutela::ui

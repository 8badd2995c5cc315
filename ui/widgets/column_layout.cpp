#include "ui/widgets/column_layout.h"

#include <algorithm>
#include <numeric>

#include <QAbstractItemDelegate>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include "ui/convert.h"

namespace tutela::ui {

namespace {

constexpr int kNarrowest = 56;
constexpr int kWidest = 1200;
constexpr int kNarrowestName = 120;
constexpr int kWidestContent = 260;
constexpr int kNarrowestContent = 84;
constexpr int kMargin = 1;
constexpr int kNamesFirst = 24; // names are worth so many pixels more than other words
constexpr int kRowsMeasured = 50;

} // namespace

ColumnLayout::ColumnLayout(QTableView* table, std::vector<QString> ids, std::vector<int> sharing)
    : QObject(table)
    , m_table(table)
    , m_ids(std::move(ids))
    , m_sharing(std::move(sharing))
{
    QHeaderView* header = table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionsMovable(true);
    table->setTextElideMode(Qt::ElideRight);
    table->viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) { resized(column); });
    connect(header, &QHeaderView::sectionMoved, this, [this] {
        if (m_own)
            return;
        m_usual = false;
        Q_EMIT changed();
    });
}

// Where not everything fits, the widest columns give way, so that the short ones stay whole. The first says
// what a row is about and never gives way.
void ColumnLayout::reset()
{
    m_usual = true;
    QHeaderView* header = m_table->horizontalHeader();
    std::vector<int> widths;
    for (int column = 0; column < header->count(); ++column)
        widths.push_back(std::min(contentWidth(column), kWidestContent));
    const auto need = [&](std::size_t column) {
        const bool name =
            std::find(m_sharing.begin(), m_sharing.end(), static_cast<int>(column)) != m_sharing.end();
        return widths[column] - (name ? kNamesFirst : 0);
    };
    int over = std::accumulate(widths.begin(), widths.end(), 0) - m_table->viewport()->width();
    for (; over > 0; --over) {
        std::size_t widest = 1;
        for (std::size_t column = 2; column < widths.size(); ++column)
            widest = need(column) > need(widest) ? column : widest;
        if (widest >= widths.size() || widths[widest] <= kNarrowestContent)
            break;
        --widths[widest];
    }
    m_own = true;
    for (int column = 0; column < header->count(); ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->resizeSection(column, widths[static_cast<std::size_t>(column)]);
    }
    m_own = false;
    share();
}

int ColumnLayout::contentWidth(int column) const
{
    const QAbstractItemModel* model = m_table->model();
    int widest = m_table->horizontalHeader()->sectionSizeHint(column);
    for (int row = 0; row < std::min(model->rowCount(), kRowsMeasured); ++row) {
        const QModelIndex index = model->index(row, column);
        QStyleOptionViewItem option;
        option.initFrom(m_table);
        option.font = m_table->font();
        option.widget = m_table;
        widest = std::max(widest, m_table->itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    return widest + kMargin;
}

void ColumnLayout::restore(const Json& layout)
{
    m_usual = false;
    m_own = true;
    QHeaderView* header = m_table->horizontalHeader();
    int place = 0;
    for (const Json& item : layout.items("columns")) {
        const auto found = std::find(m_ids.begin(), m_ids.end(), toQt(item.text("id")));
        const Json* width = item.find("width");
        if (found == m_ids.end() || width == nullptr || !width->isInteger())
            continue;
        const int column = static_cast<int>(found - m_ids.begin());
        header->moveSection(header->visualIndex(column), place++);
        header->resizeSection(
            column, static_cast<int>(std::clamp<std::int64_t>(width->asInteger(), kNarrowest, kWidest)));
    }
    m_own = false;
    share();
}

Json ColumnLayout::toJson() const
{
    const QHeaderView* header = m_table->horizontalHeader();
    Json::Array columns;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        columns.push_back(Json::object({{"id", toStd(m_ids.at(static_cast<std::size_t>(column)))},
            {"width", std::int64_t{header->sectionSize(column)}}}));
    }
    return Json::object({{"columns", std::move(columns)}});
}

bool ColumnLayout::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        if (m_usual)
            reset();
        else
            share();
    }
    return QObject::eventFilter(watched, event);
}

void ColumnLayout::resized(int column)
{
    if (m_own)
        return;
    m_usual = false;
    share(column);
    Q_EMIT changed();
}

void ColumnLayout::share(std::optional<int> drawn)
{
    QHeaderView* header = m_table->horizontalHeader();
    std::vector<int> names = m_sharing;
    std::erase(names, drawn.value_or(-1));
    const int before = std::accumulate(names.begin(), names.end(), 0,
        [&](int sum, int column) { return sum + header->sectionSize(column); });
    const int place = m_table->viewport()->width();
    if (before <= 0 || place <= 0)
        return;
    const int free = place - (header->length() - before);
    const int left = std::max(free, kNarrowestName * static_cast<int>(names.size()));
    m_own = true;
    int rest = left;
    for (const int column : names) {
        const int part = column == names.back()
            ? rest
            : static_cast<int>(std::int64_t{left} * header->sectionSize(column) / before);
        header->resizeSection(column, part);
        rest -= part;
    }
    m_own = false;
}

} // namespace tutela::ui

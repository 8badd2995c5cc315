#include "ui/models/hit_model.h"

#include "ui/convert.h"
#include "ui/words.h"

namespace tutela::ui {

using interfaces::SearchHit;

std::string HitModel::tabOf(const SearchHit& hit) const
{
    const auto found = m_tabs.find(hit.where);
    return found == m_tabs.end() ? std::string("overview") : found->second;
}

QString HitModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case FileNumber:
        return tr("File no.");
    case Where:
        return tr("Where");
    case Text:
        return tr("Text");
    case ColumnCount:
        break;
    }
    return {};
}

QString HitModel::key(const SearchHit& hit) const
{
    return toQt(hit.caseId.text() + "/" + hit.where + "/" + hit.snippet);
}

QString HitModel::text(const SearchHit& hit, int column) const
{
    switch (static_cast<Column>(column)) {
    case FileNumber:
        return toQt(hit.caseId.text());
    case Where:
        return term("tab", tabOf(hit)) + QStringLiteral("\n")
            + (hit.where.empty() ? tr("Provider") : term("act", hit.where));
    case Text:
        return toQt(hit.snippet).simplified();
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tutela::ui

#include "ui/models/provider_model.h"

#include "ui/convert.h"

namespace tutela::ui {

QString ProviderModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return tr("Provider");
    case Number:
        return tr("No.");
    case MemberState:
        return tr("Member State");
    case Language:
        return tr("Language");
    case Services:
        return tr("Services");
    case Overdue:
        return tr("Duties");
    case ColumnCount:
        break;
    }
    return {};
}

QString ProviderModel::key(const ProviderListRow& row) const
{
    return toQt(row.provider.id.text());
}

QString ProviderModel::text(const ProviderListRow& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return toQt(row.provider.details.name);
    case Number:
        return toQt(row.provider.id.text());
    case MemberState:
        return toQt(row.provider.details.memberState);
    case Language:
        return toQt(row.provider.details.language);
    case Services:
        return QString::number(row.provider.services);
    case Overdue:
        if (row.overdue == 0)
            return {};
        return row.overdue == 1 ? tr("1 service overdue") : tr("%1 services overdue").arg(row.overdue);
    case ColumnCount:
        break;
    }
    return {};
}

std::optional<CellChip> ProviderModel::chip(const ProviderListRow& row, int column) const
{
    if (column != Overdue || row.overdue == 0)
        return std::nullopt;
    return CellChip{Tone::Danger, Glyph::Alert};
}

} // namespace tutela::ui

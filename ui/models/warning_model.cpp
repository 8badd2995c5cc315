#include "ui/models/warning_model.h"

#include "ui/convert.h"
#include "ui/words.h"

namespace tutela::ui {

using interfaces::WarningRow;

CellChip chipOf(WarningLevel level)
{
    switch (level) {
    case WarningLevel::Late:
        return {Tone::Danger, Glyph::Alert};
    case WarningLevel::Near:
        return {Tone::Warning, Glyph::Alert};
    case WarningLevel::Note:
        return {Tone::Neutral, Glyph::Dot};
    }
    return {};
}

QString WarningModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case Level:
        return tr("How pressing");
    case FileNumber:
        return tr("File no.");
    case Provider:
        return tr("Provider");
    case Text:
        return tr("Warning");
    case Law:
        return tr("Law");
    case ColumnCount:
        break;
    }
    return {};
}

QString WarningModel::key(const WarningRow& row) const
{
    return toQt(row.caseId.text()) + QStringLiteral("/") + term("warning-kind", toText(row.warning.kind))
        + QStringLiteral("/") + toQt(row.warning.clock) + ui::text(row.warning.text);
}

QString WarningModel::text(const WarningRow& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Level:
        return term("warning-level", toText(row.warning.level));
    case FileNumber:
        return toQt(row.caseId.text());
    case Provider:
        return toQt(row.provider);
    case Text:
        return ui::text(row.warning.text);
    case Law:
        return toQt(row.warning.law);
    case ColumnCount:
        break;
    }
    return {};
}

std::optional<CellChip> WarningModel::chip(const WarningRow& row, int column) const
{
    return column == Level ? std::optional(chipOf(row.warning.level)) : std::nullopt;
}

} // namespace tutela::ui

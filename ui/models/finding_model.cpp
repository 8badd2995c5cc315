#include "ui/models/finding_model.h"

#include "ui/convert.h"
#include "ui/words.h"

namespace tutela::ui {

using interfaces::FindingView;

namespace {

bool isMustFix(const FindingView& finding)
{
    return finding.severity == "must-fix";
}

bool isNote(const FindingView& finding)
{
    return finding.severity == "note";
}

} // namespace

QString FindingModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case Severity:
        return tr("Weight");
    case Text:
        return tr("Point to check");
    case Place:
        return tr("Where");
    case Law:
        return tr("Law");
    case ColumnCount:
        break;
    }
    return {};
}

QString FindingModel::key(const FindingView& row) const
{
    return toQt(row.code + "@" + row.path);
}

QString FindingModel::text(const FindingView& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Severity:
        if (isMustFix(row))
            return tr("Must be fixed");
        return isNote(row) ? tr("Note") : tr("To check");
    case Text:
        return ui::text(row.text);
    case Place:
        return toQt(row.path);
    case Law:
        return lawText(row.law);
    case ColumnCount:
        break;
    }
    return {};
}

std::optional<CellChip> FindingModel::chip(const FindingView& row, int column) const
{
    if (column != Severity)
        return std::nullopt;
    if (isMustFix(row))
        return CellChip{Tone::Danger, Glyph::Alert};
    return isNote(row) ? CellChip{Tone::Neutral, Glyph::Circle} : CellChip{Tone::Warning, Glyph::Question};
}

} // namespace tutela::ui

#include "ui/models/document_model.h"

#include "ui/convert.h"
#include "ui/words.h"

namespace tutela::ui {

QString DocumentModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return tr("Document");
    case Flag:
        return tr("Before you open it");
    case Source:
        return tr("Came with");
    case Size:
        return tr("Size");
    case Digest:
        return tr("SHA-256");
    case ColumnCount:
        break;
    }
    return {};
}

QString DocumentModel::key(const FiledDocument& row) const
{
    return toQt(row.document.id.text());
}

QString DocumentModel::text(const FiledDocument& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return toQt(row.document.name);
    case Flag:
        return row.document.flag ? word(*row.document.flag) : QString();
    case Source:
        return row.source;
    case Size:
        return sizeText(row.document.size);
    case Digest:
        return toQt(row.document.sha256);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant DocumentModel::sortValue(const FiledDocument& row, int column) const
{
    return column == Size ? QVariant(static_cast<qlonglong>(row.document.size)) : QVariant(text(row, column));
}

} // namespace tutela::ui

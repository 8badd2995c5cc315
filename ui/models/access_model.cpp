#include "ui/models/access_model.h"

#include "ui/convert.h"
#include "ui/words.h"

namespace tutela::ui {

QString AccessModel::title(int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return tr("Document");
    case Source:
        return tr("Came with");
    case WhichParty:
        return tr("Party");
    case State:
        return tr("Access");
    case Since:
        return tr("Since");
    case Ground:
        return tr("Ground");
    case ColumnCount:
        break;
    }
    return {};
}

QString AccessModel::key(const AccessLine& row) const
{
    return toQt(row.document.id.text()) + u'/' + toQt(toText(row.state.party));
}

QString AccessModel::text(const AccessLine& row, int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return toQt(row.document.name);
    case Source:
        return row.source;
    case WhichParty:
        return term("party", toText(row.state.party));
    case State:
        return term("disclosure", toText(row.state.state));
    case Since:
        return row.state.on ? dateText(*row.state.on) : QString();
    case Ground:
        return toQt(row.state.ground);
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tutela::ui

#include "ui/widgets/wrapped_table.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

void fitRows(QTableView* table)
{
    table->resizeRowsToContents();
    const int frame = 2 * table->frameWidth();
    table->setFixedHeight(
        table->horizontalHeader()->sizeHint().height() + table->verticalHeader()->length() + frame + 2);
}

/// Measures the rows again when the width changes.
class WidthWatch final : public QObject {
public:
    explicit WidthWatch(QTableView* table)
        : QObject(table)
        , m_table(table)
    {
        setObjectName(u"widthWatch"_s);
        table->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const bool handled = QObject::eventFilter(watched, event);
        if ((event->type() == QEvent::Resize || event->type() == QEvent::Show)
            && m_width != m_table->width()) {
            m_width = m_table->width();
            QMetaObject::invokeMethod(
                this, [this] { fitRows(m_table); }, Qt::QueuedConnection);
        }
        return handled;
    }

private:
    QTableView* m_table;
    int m_width = -1;
};

} // namespace

void fitWrapped(QTableView* table)
{
    if (table->findChild<QObject*>(u"widthWatch"_s, Qt::FindDirectChildrenOnly) == nullptr)
        new WidthWatch(table);
    table->setWordWrap(true);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fitRows(table);
}

} // namespace tutela::ui

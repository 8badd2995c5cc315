#include "ui/widgets/shortcut_sheet.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

ShortcutSheet::ShortcutSheet(QWidget* parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard"));
    const std::pair<QString, QString> keys[] = {
        {u"?"_s, tr("This sheet")},
        {u"Ctrl+K"_s, tr("Go to: acts, pages, files by number")},
        {u"Ctrl+1"_s, tr("My work")},
        {u"Ctrl+2"_s, tr("Receive a filing")},
        {u"Ctrl+3"_s, tr("Register log")},
        {u"Ctrl+4"_s, tr("Calendar; arrows, PgUp, PgDown and Enter in the month")},
        {u"Ctrl+5"_s, tr("Absences and substitutes")},
        {u"Ctrl+6"_s, tr("Warnings")},
        {u"Ctrl+7"_s, tr("Legal texts")},
        {u"Ctrl+8"_s, tr("Providers and their recurring duties")},
        {u"Ctrl+F"_s, tr("Search in all cases")},
        {u"/"_s, tr("Filter My work by provider")},
        {u"Enter"_s, tr("Open the selected case")},
        {u"Alt+1 … Alt+9"_s, tr("Go to a tab of the case")},
        {u"Ctrl+PgDown, Ctrl+PgUp"_s, tr("Next and previous tab of the case")},
        {u"Ctrl+Enter"_s, tr("Perform the act that is filled in")},
        {u"Esc"_s, tr("Close the form; the draft is kept")},
        {u"Ctrl+W"_s, tr("Close the case")},
        {u"F5"_s, tr("Refresh")},
    };
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(12);
    layout->addWidget(label(tr("Keyboard"), TextKind::Title));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kPageMargin);
    grid->setVerticalSpacing(kGap);
    int row = 0;
    for (const auto& [key, what] : keys) {
        grid->addWidget(label(key, TextKind::Strong), row, 0);
        grid->addWidget(label(what), row, 1);
        ++row;
    }
    layout->addLayout(grid);
    QPushButton* done = button(tr("Close"), "closeSheet", ButtonKind::Primary);
    layout->addWidget(done, 0, Qt::AlignRight);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace tutela::ui

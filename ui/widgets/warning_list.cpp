#include "ui/widgets/warning_list.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/models/warning_model.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

WarningList::WarningList(const std::vector<CaseWarning>& warnings, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"warningList"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    QFrame* panel = card("warnings");
    cardLayout(panel)->addWidget(label(tr("Warnings"), TextKind::Heading));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const CaseWarning& warning : warnings) {
        const CellChip look = chipOf(warning.level);
        auto* chip = new Chip({term("warning-level", toText(warning.level)), look.tone, look.glyph});
        grid->addWidget(chip, row, 0, Qt::AlignTop | Qt::AlignLeft);
        grid->addWidget(paragraph(ui::text(warning.text)), row, 1, Qt::AlignTop);
        grid->addWidget(label(toQt(warning.law), TextKind::Caption), row, 2, Qt::AlignTop);
        ++row;
    }
    cardLayout(panel)->addLayout(grid);
    layout->addWidget(panel);
}

} // namespace tutela::ui

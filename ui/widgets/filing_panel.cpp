#include "ui/widgets/filing_panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/models/finding_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/technology_sheet.h"
#include "ui/widgets/wrapped_table.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

FilingPanel::FilingPanel(const interfaces::FilingView& filing, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"filingPanel"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    addSummary(filing);
    addFindings(filing);
    for (const interfaces::TechnologyView& technology : filing.technologies)
        layout->addWidget(technologyCard(technology));
    addSections(filing);
}

void FilingPanel::addSummary(const interfaces::FilingView& filing)
{
    QFrame* panel = card("filingSummary");
    QStringList services;
    for (const std::string& service : filing.services)
        services << toQt(service);
    cardLayout(panel)->addWidget(paragraph(
        filing.provider.empty() ? tr("Provider not declared") : toQt(filing.provider), TextKind::Heading));
    cardLayout(panel)->addWidget(
        paragraph(services.isEmpty() ? tr("No service declared") : services.join(u", "_s), TextKind::Body));
    cardLayout(panel)->addWidget(paragraph(
        tr("Form %1 · original kept as received, SHA-256 %2").arg(toQt(filing.form), toQt(filing.sha256)),
        TextKind::Caption));
    layout()->addWidget(panel);
}

void FilingPanel::addFindings(const interfaces::FilingView& filing)
{
    QFrame* panel = card("pointsToCheck");
    auto* head = new QHBoxLayout;
    head->addWidget(label(tr("Points to check"), TextKind::Heading));
    head->addStretch(1);
    const bool clean = filing.findings.empty();
    head->addWidget(new Chip({clean ? tr("None") : QString::number(filing.findings.size()),
        clean ? Tone::Good : Tone::Warning, clean ? Glyph::Check : Glyph::Question}));
    cardLayout(panel)->addLayout(head);
    if (clean) {
        cardLayout(panel)->addWidget(paragraph(
            tr("The form is complete as far as the program can tell. Its substance is yours to judge."),
            TextKind::Muted));
    } else {
        cardLayout(panel)->addWidget(paragraph(tr("Defects do not stop the filing from being received; they "
                                                  "are grounds to ask for information."),
            TextKind::Muted));
        QTableView* view = table("findingTable", tr("Points to check"));
        auto* model = new FindingModel(view);
        model->replace(filing.findings);
        view->setModel(model);
        view->setColumnWidth(FindingModel::Severity, 140);
        view->setColumnWidth(FindingModel::Place, 200);
        view->setColumnWidth(FindingModel::Law, 110);
        stretch(view, FindingModel::Text);
        fitWrapped(view);
        cardLayout(panel)->addWidget(view);
    }
    layout()->addWidget(panel);
}

void FilingPanel::addSections(const interfaces::FilingView& filing)
{
    for (const auto& section : filing.sections) {
        if (section.items.empty())
            continue;
        QFrame* panel = card("filingSection");
        cardLayout(panel)->addWidget(paragraph(toQt(section.heading), TextKind::Heading));
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(kWideGap);
        grid->setVerticalSpacing(6);
        grid->setColumnStretch(1, 1);
        grid->setColumnMinimumWidth(0, 160);
        int row = 0;
        for (const auto& [name, value] : section.items) {
            QLabel* caption = paragraph(toQt(name), TextKind::Muted);
            caption->setMaximumWidth(220);
            grid->addWidget(caption, row, 0, Qt::AlignTop);
            grid->addWidget(paragraph(foreignText(value)), row, 1, Qt::AlignTop);
            ++row;
        }
        cardLayout(panel)->addLayout(grid);
        layout()->addWidget(panel);
    }
}

} // namespace tutela::ui

#include "ui/widgets/technology_sheet.h"

#include <QFrame>
#include <QGridLayout>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/models/plain_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/wrapped_table.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

QString sheetWord(std::string_view id)
{
    return term("technology-sheet", id);
}

QString orNotStated(const QString& stated)
{
    return stated.trimmed().isEmpty() ? sheetWord("not-stated") : stated;
}

QString orNotStated(const std::string& stated)
{
    return orNotStated(toQt(stated));
}

QTableView* sheetTable(
    const char* name, const char* title, const QStringList& columns, std::vector<PlainRow> rows)
{
    QTableView* view = table(name, sheetWord(title));
    auto* model = new PlainModel(columns, view);
    model->replace(std::move(rows));
    view->setModel(model);
    return view;
}

void addSheetFacts(QFrame* panel, const domain::DeclaredTechnology& stated)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kWideGap);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, 160);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [name, value] : {std::pair("description", &stated.description),
             std::pair("source", &stated.source), std::pair("necessary", &stated.strictlyNecessary),
             std::pair("centre-list", &stated.centreList), std::pair("board-opinion", &stated.boardOpinion),
             std::pair("encryption", &stated.encryptionEffect)}) {
        QLabel* caption = paragraph(sheetWord(name), TextKind::Muted);
        caption->setMaximumWidth(220);
        grid->addWidget(caption, row, 0, Qt::AlignTop);
        grid->addWidget(paragraph(orNotStated(*value)), row, 1, Qt::AlignTop);
        ++row;
    }
    cardLayout(panel)->addLayout(grid);
}

/// "False positives: 0.8 in a thousand"
QString rateLines(const domain::DeclaredTechnology& stated)
{
    QStringList lines;
    for (const domain::DeclaredRate& rate : stated.rates)
        lines << toQt(rate.measureText) + u": "_s + toQt(rate.value) + u" "_s + toQt(rate.unitText);
    return lines.join(u'\n');
}

void addAlternatives(QFrame* panel, const domain::DeclaredTechnology& stated)
{
    cardLayout(panel)->addWidget(label(sheetWord("alternatives"), TextKind::Strong));
    std::vector<PlainRow> rows{{u"0"_s,
        {orNotStated(stated.name), orNotStated(stated.effectiveness), orNotStated(stated.intrusiveness),
            orNotStated(rateLines(stated)), sheetWord("chosen")}}};
    for (const domain::DeclaredAlternative& other : stated.alternatives)
        rows.push_back({QString::number(rows.size()),
            {orNotStated(other.name), orNotStated(other.effectiveness), orNotStated(other.intrusiveness),
                orNotStated(other.errors), orNotStated(other.reason)}});
    QTableView* view = sheetTable("alternativeTable", "alternatives",
        {sheetWord("name"), sheetWord("effectiveness"), sheetWord("intrusiveness"), sheetWord("errors"),
            sheetWord("reason")},
        std::move(rows));
    view->setColumnWidth(0, 150);
    for (const int column : {1, 2, 3, 4})
        stretch(view, column);
    fitWrapped(view);
    cardLayout(panel)->addWidget(view);
    if (stated.alternatives.empty())
        cardLayout(panel)->addWidget(paragraph(sheetWord("no-alternatives"), TextKind::Problem));
}

QString measuredText(const domain::DeclaredRate& rate)
{
    QStringList parts;
    if (rate.measuredOn)
        parts << dateText(*rate.measuredOn);
    if (!rate.measuredBy.empty())
        parts << toQt(rate.measuredBy);
    return parts.join(u", "_s);
}

QString testDataText(const domain::DeclaredRate& rate)
{
    QStringList parts;
    if (!rate.measured.empty())
        parts << toQt(rate.measured);
    parts << (rate.testSize ? ui::text(Message{"technology-sheet.items", {{"count", *rate.testSize}}})
                            : sheetWord("not-stated"));
    return parts.join(u'\n');
}

void addRates(QFrame* panel, const domain::DeclaredTechnology& stated)
{
    cardLayout(panel)->addWidget(label(sheetWord("rates"), TextKind::Strong));
    if (stated.rates.empty()) {
        cardLayout(panel)->addWidget(paragraph(sheetWord("no-rates"), TextKind::Problem));
        return;
    }
    std::vector<PlainRow> rows;
    for (const domain::DeclaredRate& rate : stated.rates)
        rows.push_back({QString::number(rows.size()),
            {orNotStated(rate.measureText),
                rate.value.empty() ? sheetWord("not-stated") : toQt(rate.value + " " + rate.unitText),
                orNotStated(rate.of), testDataText(rate), orNotStated(rate.prevalence),
                orNotStated(measuredText(rate))}});
    QTableView* view = sheetTable("rateTable", "rates",
        {sheetWord("rate-of"), sheetWord("rate"), sheetWord("of"), sheetWord("test-data"),
            sheetWord("prevalence"), sheetWord("measured")},
        std::move(rows));
    view->setColumnWidth(0, 130);
    view->setColumnWidth(1, 140);
    for (const int column : {2, 3, 4, 5})
        stretch(view, column);
    fitWrapped(view);
    cardLayout(panel)->addWidget(view);
}

void addAlarms(QFrame* panel, const interfaces::TechnologyView& technology)
{
    const domain::DeclaredTechnology& stated = technology.stated;
    QString said = stated.falseAlarms ? QString::number(*stated.falseAlarms) : sheetWord("not-stated");
    if (!stated.falseAlarmsBasis.empty())
        said += u"\n"_s + toQt(stated.falseAlarmsBasis);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kWideGap);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, 160);
    grid->setColumnStretch(1, 1);
    const QString computed = ui::text(technology.alarms.how);
    int row = 0;
    for (const auto& [name, value] :
        {std::pair("stated-alarms", said), std::pair("computed-alarms", computed)}) {
        QLabel* caption = paragraph(sheetWord(name), TextKind::Muted);
        caption->setMaximumWidth(220);
        grid->addWidget(caption, row, 0, Qt::AlignTop);
        QLabel* words = paragraph(value);
        words->setObjectName(toQt(name));
        grid->addWidget(words, row, 1, Qt::AlignTop);
        ++row;
    }
    cardLayout(panel)->addLayout(grid);
    if (!technology.alarms.differs)
        return;
    auto* differs = new Notice("alarmsDiffer");
    cardLayout(panel)->addWidget(differs);
    differs->show(Tone::Warning, ui::text(*technology.alarms.differs));
}

} // namespace

QFrame* technologyCard(const interfaces::TechnologyView& technology)
{
    QFrame* panel = card("technologySheet");
    cardLayout(panel)->addWidget(paragraph(
        ui::text(Message{"technology-sheet.sheet", {{"name", toStd(orNotStated(technology.stated.name))}}}),
        TextKind::Heading));
    addSheetFacts(panel, technology.stated);
    addAlternatives(panel, technology.stated);
    addRates(panel, technology.stated);
    addAlarms(panel, technology);
    return panel;
}

} // namespace tutela::ui

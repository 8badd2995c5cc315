#include "ui/widgets/weighing_tables.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/models/plain_model.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/wrapped_table.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

struct WeighingTables {
    Q_DECLARE_TR_FUNCTIONS(WeighingTables)
};

CellChip viewChip(const interfaces::PointRow& row)
{
    if (!row.view)
        return row.leftOut ? CellChip{Tone::Neutral, Glyph::None} : CellChip{Tone::Warning, Glyph::Question};
    switch (*row.view) {
    case PointView::Followed:
        return {Tone::Good, Glyph::None};
    case PointView::FollowedInPart:
        return {Tone::Warning, Glyph::None};
    case PointView::NotFollowed:
        return {Tone::Danger, Glyph::None};
    case PointView::NotRelevant:
        return {Tone::Neutral, Glyph::None};
    }
    return {};
}

QString viewText(const interfaces::PointRow& row)
{
    if (!row.view)
        return term("authority_view", row.leftOut ? "left-out" : "open");
    return term("authority_view", toText(*row.view));
}

QString pointText(const interfaces::PointRow& row)
{
    QString text = toQt(row.text);
    if (row.superseded)
        text += u"\n"_s + WeighingTables::tr("Superseded by a later opinion.");
    return text;
}

/// What the provider says: where, and how far.
QString adjustmentText(const interfaces::PointRow& row)
{
    QStringList parts;
    if (!row.placeInPlan.empty())
        parts << toQt(row.placeInPlan);
    if (row.adjustment)
        parts << term("adjustment", toText(*row.adjustment));
    if (!row.explanation.empty())
        parts << toQt(row.explanation);
    return parts.isEmpty() ? u"–"_s : parts.join(u"\n"_s);
}

QString treatmentText(const interfaces::PointRow& row)
{
    QStringList parts;
    if (!row.reason.empty())
        parts << toQt(row.reason);
    if (!row.place.empty())
        parts << WeighingTables::tr("In the request: %1").arg(toQt(row.place));
    if (row.on)
        parts << WeighingTables::tr("Recorded on %1").arg(dateText(*row.on));
    if (row.earlier > 0)
        parts << WeighingTables::tr("Earlier views in the history: %1").arg(row.earlier);
    return parts.isEmpty() ? u"–"_s : parts.join(u"\n"_s);
}

QString groundsText(const interfaces::ConditionRow& row, GroundSide side)
{
    QStringList parts;
    for (const interfaces::GroundView& ground : row.grounds) {
        if (ground.side != side)
            continue;
        QStringList cited;
        for (const std::string& one : ground.restsOn)
            cited << toQt(one);
        parts << toQt(ground.id) + u": "_s + toQt(ground.text) + u"\n"_s
                + (cited.isEmpty() ? WeighingTables::tr("Rests on nothing in the file")
                                   : WeighingTables::tr("Rests on %1").arg(cited.join(u", "_s)));
    }
    return parts.isEmpty() ? u"–"_s : parts.join(u"\n\n"_s);
}

} // namespace

QFrame* pointCard(const std::vector<interfaces::PointRow>& all, PointSource source)
{
    enum Column { Number, Point, Adjusted, View, Reason };

    std::vector<PlainRow> rows;
    for (const interfaces::PointRow& row : all) {
        if (row.source == source)
            rows.push_back({toQt(row.id),
                {toQt(row.id), pointText(row), adjustmentText(row), viewText(row), treatmentText(row)}, View,
                viewChip(row)});
    }
    if (rows.empty())
        return nullptr;
    QFrame* panel = card("points");
    const QString title = WeighingTables::tr("How each point was dealt with");
    cardLayout(panel)->addWidget(label(title, TextKind::Heading));
    QTableView* view = table("pointTable", title);
    auto* model = new PlainModel(
        {WeighingTables::tr("No."), WeighingTables::tr("Point"), WeighingTables::tr("Adjusted in plan at"),
            WeighingTables::tr("Authority's view"), WeighingTables::tr("Reason")},
        view);
    model->replace(std::move(rows));
    view->setModel(model);
    view->setColumnHidden(Adjusted, source != PointSource::Advice);
    view->setColumnWidth(Number, 60);
    view->setColumnWidth(Adjusted, 170);
    view->setColumnWidth(View, 175);
    stretch(view, Point);
    stretch(view, Reason);
    fitWrapped(view);
    cardLayout(panel)->addWidget(view);
    return panel;
}

QPushButton* addPointButton(QFrame& card, const char* name, const QString& text,
    const std::function<void(const std::string& point)>& go)
{
    auto* view = card.findChild<QTableView*>(u"pointTable"_s);
    const auto chosen = [view, go] {
        const auto& rows = qobject_cast<PlainModel*>(view->model())->rows();
        const auto open = std::find_if(
            rows.begin(), rows.end(), [](const PlainRow& row) { return row.chip.glyph == Glyph::Question; });
        const auto first = open == rows.end() ? 0 : static_cast<int>(open - rows.begin());
        const int row = view->selectionModel()->hasSelection() ? view->currentIndex().row() : first;
        go(toStd(rows.at(static_cast<std::size_t>(row)).key));
    };
    QPushButton* made = button(text, name);
    made->setToolTip(WeighingTables::tr("For the point chosen in the table"));
    if (auto* row = card.findChild<QHBoxLayout*>(u"pointButtons"_s)) {
        row->insertWidget(row->count() - 1, made);
    } else {
        row = new QHBoxLayout;
        row->setObjectName(u"pointButtons"_s);
        row->addWidget(made);
        row->addStretch(1);
        cardLayout(&card)->addLayout(row);
        QObject::connect(view, &QTableView::activated, view, chosen);
    }
    QObject::connect(made, &QPushButton::clicked, view, chosen);
    return made;
}

QFrame* conditionCard(const std::vector<interfaces::ConditionRow>& conditions)
{
    enum Column { Condition, For, Against, Law };

    QFrame* panel = card("conditions");
    const QString title = WeighingTables::tr("Conditions and balancing (Art 7(4))");
    cardLayout(panel)->addWidget(label(title, TextKind::Heading));
    cardLayout(panel)->addWidget(paragraph(
        WeighingTables::tr("What the authority weighs for and against the order. The request is drafted from "
                           "it; the court gives its own reasons."),
        TextKind::Muted));
    QTableView* view = table("conditionTable", title);
    auto* model = new PlainModel({WeighingTables::tr("Condition"), WeighingTables::tr("For"),
                                     WeighingTables::tr("Against"), WeighingTables::tr("Law")},
        view);
    std::vector<PlainRow> rows;
    for (const interfaces::ConditionRow& row : conditions)
        rows.push_back({toQt(row.condition),
            {term("condition", row.condition), groundsText(row, GroundSide::For),
                groundsText(row, GroundSide::Against), lawText(row.law)}});
    model->replace(std::move(rows));
    view->setModel(model);
    view->setColumnWidth(Condition, 180);
    view->setColumnWidth(Law, 130);
    stretch(view, For);
    stretch(view, Against);
    fitWrapped(view);
    cardLayout(panel)->addWidget(view);
    return panel;
}

} // namespace tutela::ui

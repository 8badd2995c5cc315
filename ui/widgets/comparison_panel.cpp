#include "ui/widgets/comparison_panel.h"

#include <algorithm>
#include <utility>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/models/finding_model.h"
#include "ui/models/plain_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/wrapped_table.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

CellChip chipOf(FieldChange change)
{
    switch (change) {
    case FieldChange::Same:
        return {Tone::Neutral, Glyph::Dash};
    case FieldChange::Changed:
        return {Tone::Warning, Glyph::Dot};
    case FieldChange::Added:
        return {Tone::Good, Glyph::Play};
    case FieldChange::Removed:
        return {Tone::Danger, Glyph::Circle};
    }
    return {};
}

QString orDash(const std::string& stated)
{
    return stated.empty() ? u"–"_s : toQt(stated);
}

QString nameOf(const interfaces::FilingReference& filing)
{
    return ComparisonPanel::tr("%1, version %2, received on %3")
        .arg(toQt(filing.caseId.text()))
        .arg(filing.version)
        .arg(dateText(filing.receivedOn));
}

} // namespace

ComparisonPanel::ComparisonPanel(interfaces::ComparisonDesk& desk, DocumentId later,
    std::vector<interfaces::FilingReference> earlier, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_later(std::move(later))
    , m_earlier(std::move(earlier))
{
    setObjectName(u"comparisonPanel"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(choiceCard());
    compare();
}

QFrame* ComparisonPanel::choiceCard()
{
    QFrame* panel = card("comparison");
    cardLayout(panel)->addWidget(label(tr("What changed since an earlier filing"), TextKind::Heading));
    auto* row = new QHBoxLayout;
    row->addWidget(label(tr("Compare with"), TextKind::Muted));
    m_choice = named(new ChoiceBox, u"compareWith"_s, tr("Compare with"));
    for (const auto& filing : m_earlier)
        m_choice->addItem(nameOf(filing));
    row->addWidget(m_choice);
    row->addStretch(1);
    m_all = named(
        new QCheckBox(tr("Show unchanged fields too")), u"showUnchanged"_s, tr("Show unchanged fields too"));
    row->addWidget(m_all);
    cardLayout(panel)->addLayout(row);
    m_result = new QVBoxLayout;
    m_result->setSpacing(12);
    cardLayout(panel)->addLayout(m_result);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ComparisonPanel::compare);
    connect(m_all, &QCheckBox::toggled, this, &ComparisonPanel::showFields);
    return panel;
}

void ComparisonPanel::compare()
{
    const auto at = static_cast<std::size_t>(std::max(0, m_choice->currentIndex()));
    auto view = m_desk.compare(m_earlier.at(at).original, m_later);
    m_all->setEnabled(view.ok());
    if (!view) {
        clear(m_result);
        m_result->addWidget(paragraph(ui::text(view.error()), TextKind::Problem));
        return;
    }
    m_view = std::move(view).value();
    showFields();
}

void ComparisonPanel::showFields()
{
    clear(m_result);
    addFindings();
    std::vector<domain::ComparedField> shown;
    std::copy_if(m_view.fields.begin(), m_view.fields.end(), std::back_inserter(shown),
        [this](const auto& field) { return m_all->isChecked() || field.change != FieldChange::Same; });
    if (shown.empty())
        m_result->addWidget(paragraph(
            tr("Nothing differs: every field says what the earlier filing said."), TextKind::Muted));
    else
        addFields(shown);
}

void ComparisonPanel::addFindings()
{
    if (m_view.findings.empty())
        return;
    const QString title = tr("Points to check against the earlier filing");
    m_result->addWidget(label(title, TextKind::Strong));
    QTableView* view = table("contradictionTable", title);
    auto* model = new FindingModel(view);
    model->replace(m_view.findings);
    view->setModel(model);
    view->setColumnHidden(FindingModel::Place, true);
    view->setColumnWidth(FindingModel::Severity, 140);
    view->setColumnWidth(FindingModel::Law, 130);
    stretch(view, FindingModel::Text);
    fitWrapped(view);
    m_result->addWidget(view);
}

void ComparisonPanel::addFields(const std::vector<domain::ComparedField>& fields)
{
    enum Column { Section, Field, Before, Now, Change };

    QTableView* view = table("comparisonTable", tr("Fields side by side"));
    auto* model = new PlainModel({tr("Section"), tr("Field"), tr("Before"), tr("Now"), tr("Change")}, view);
    std::vector<PlainRow> rows;
    for (const auto& field : fields)
        rows.push_back({QString::number(rows.size()),
            {toQt(field.section), toQt(field.label), foreignText(field.before), foreignText(field.after),
                term("field-change", toText(field.change))},
            Change, chipOf(field.change)});
    model->replace(std::move(rows));
    view->setModel(model);
    view->setColumnWidth(Section, 150);
    view->setColumnWidth(Field, 150);
    view->setColumnWidth(Change, 120);
    stretch(view, Before);
    stretch(view, Now);
    fitWrapped(view);
    m_result->addWidget(view);
}

QFrame* riskCard(const std::vector<interfaces::RiskRow>& risks)
{
    enum Column { Service, Risk, Filing, Before, After };

    QFrame* panel = card("riskOverTime");
    const QString title = ComparisonPanel::tr("Risk over time");
    cardLayout(panel)->addWidget(label(title, TextKind::Heading));
    cardLayout(panel)->addWidget(paragraph(
        ComparisonPanel::tr(
            "In the provider's own terms, severity before likelihood, from every risk report on these "
            "services."),
        TextKind::Muted));
    QTableView* view = table("riskTable", title);
    auto* model = new PlainModel(
        {ComparisonPanel::tr("Service"), ComparisonPanel::tr("Risk"), ComparisonPanel::tr("Filing"),
            ComparisonPanel::tr("Before the measures"), ComparisonPanel::tr("After the measures")},
        view);
    std::vector<PlainRow> rows;
    for (const interfaces::RiskRow& row : risks)
        rows.push_back({QString::number(rows.size()),
            {toQt(row.stated.service),
                row.stated.risk.empty() ? term("compare", "residual-risk") : toQt(row.stated.risk),
                nameOf(row.filing), orDash(row.stated.before), orDash(row.stated.after)}});
    model->replace(std::move(rows));
    view->setModel(model);
    view->setColumnWidth(Service, 140);
    view->setColumnWidth(Risk, 150);
    view->setColumnWidth(Filing, 180);
    stretch(view, Before);
    stretch(view, After);
    fitWrapped(view);
    cardLayout(panel)->addWidget(view);
    return panel;
}

} // namespace tutela::ui

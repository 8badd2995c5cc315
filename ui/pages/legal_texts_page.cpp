#include "ui/pages/legal_texts_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/models/plain_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFirstColumn = 330;
constexpr int kOtherColumn = 215;

QString valueText(const std::string& value)
{
    if (const auto day = parseDay(value))
        return dateText(*day);
    const auto length = parseLength(value);
    return length ? lengthText(*length) : toQt(value);
}

QString lengthText(const interfaces::DefinedClock& clock)
{
    if (clock.length)
        return ui::lengthText(*clock.length);
    if (clock.cap)
        return LegalTextsPage::tr("Set by the authority, at most %1").arg(ui::lengthText(*clock.cap));
    if (clock.floor)
        return LegalTextsPage::tr("Set by the authority, at least %1").arg(ui::lengthText(*clock.floor));
    return clock.setByAuthority ? LegalTextsPage::tr("Set by the authority")
                                : LegalTextsPage::tr("No figure");
}

CellChip chipOf(const interfaces::Checked& checked)
{
    if (checked.verified)
        return {Tone::Good, Glyph::Check};
    return checked.tag == "office" ? CellChip{Tone::Neutral, Glyph::Person}
                                   : CellChip{Tone::Warning, Glyph::Question};
}

QString sideText(const std::optional<std::string>& side)
{
    return side ? valueText(*side) : LegalTextsPage::tr("(not there)");
}

} // namespace

LegalTextsPage::LegalTextsPage(interfaces::Office& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_text(named(new ChoiceBox, u"legalText"_s, tr("Legal text")))
    , m_other(named(new ChoiceBox, u"legalTextToCompare"_s, tr("Compare with")))
    , m_title(paragraph({}, TextKind::Heading))
    , m_source(paragraph({}, TextKind::Muted))
    , m_leftOut(paragraph({}))
    , m_notice(new Notice("legalTextsNotice"))
    , m_tabs(named(new QTabWidget, u"legalTextTabs"_s, tr("Parts of the legal text")))
    , m_parameters(addTable("parameterTable", tr("Figures"),
          {tr("Figure"), tr("Value"), tr("Provision"), tr("How it was checked")}, 2))
    , m_readings(addTable("readingTable", tr("Readings"),
          {tr("Question"), tr("Followed"), tr("Other readings"), tr("Provision")}, 2))
    , m_clocks(addTable("definedClockTable", tr("Clocks"),
          {tr("Clock"), tr("Name"), tr("Length"), tr("To be kept by"), tr("Provision"), tr("Use"),
              tr("How it was checked")},
          1))
    , m_differences(addTable("differenceTable", tr("Differences"),
          {tr("Where"), tr("In this text"), tr("In the other text")}, 0))
{
    setObjectName(u"legalTextsPage"_s);
    setProperty("kind", u"page"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideGap, 20, kWideGap, kWideGap);
    layout->setSpacing(10);
    layout->addWidget(label(tr("Legal texts"), TextKind::Title));
    auto* choice = new QHBoxLayout;
    choice->setSpacing(12);
    choice->addWidget(label(tr("Legal text"), TextKind::Muted));
    choice->addWidget(m_text, 1);
    choice->addWidget(label(tr("Compare with"), TextKind::Muted));
    choice->addWidget(m_other, 1);
    layout->addLayout(choice);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_notice, m_title, m_source, m_leftOut})
        layout->addWidget(widget);
    layout->addWidget(m_tabs, 1);
    connect(m_text, &QComboBox::currentIndexChanged, this, &LegalTextsPage::showText);
    connect(m_other, &QComboBox::currentIndexChanged, this, [this] {
        showDifferences();
        if (!m_other->currentData().toString().isEmpty())
            m_tabs->setCurrentIndex(m_tabs->count() - 1);
    });
}

PlainModel* LegalTextsPage::addTable(
    const char* name, const QString& title, const QStringList& titles, int stretched)
{
    QTableView* view = table(name, title);
    auto* model = new PlainModel(titles, view);
    view->setModel(model);
    view->setWordWrap(true);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (int column = 0; column < titles.size(); ++column)
        view->setColumnWidth(column, column == 0 ? kFirstColumn : kOtherColumn);
    stretch(view, stretched);
    m_tabs->addTab(view, title);
    return model;
}

void LegalTextsPage::start()
{
    if (m_text->count() == 0) {
        const QSignalBlocker quiet(m_text);
        const QSignalBlocker quietToo(m_other);
        m_other->addItem(tr("No other text"), QString());
        for (const auto& row : m_office.legalTexts().list()) {
            const QString name = row.applied ? tr("%1 (applied here)").arg(toQt(row.title)) : toQt(row.title);
            m_text->addItem(name, toQt(row.id));
            m_other->addItem(name, toQt(row.id));
            if (row.applied)
                m_text->setCurrentIndex(m_text->count() - 1);
        }
    }
    showText();
    m_text->setFocus(Qt::OtherFocusReason);
}

void LegalTextsPage::showText()
{
    m_notice->clear();
    const auto view = m_office.legalTexts().show(toStd(m_text->currentData().toString()));
    if (!view) {
        m_notice->show(Tone::Danger, ui::text(view.error()));
        return;
    }
    const interfaces::LegalTextRow& row = view.value().text;
    m_title->setText(toQt(row.title));
    m_source->setText(toQt(row.source) + (row.inForce ? QString() : tr(". Not in force: it binds nobody.")));
    QStringList leftOut;
    for (const auto& part : view.value().leftOut)
        leftOut << tr("%1: absent. %2.").arg(term("case-kind", part.caseKind), toQt(part.law));
    m_leftOut->setText(leftOut.join(u'\n'));
    m_leftOut->setVisible(!leftOut.isEmpty());
    showParameters(view.value());
    showReadings(view.value());
    showClocks(view.value());
    showDifferences();
}

void LegalTextsPage::showParameters(const interfaces::LegalTextView& view)
{
    std::vector<PlainRow> rows;
    for (const auto& item : view.parameters)
        rows.push_back({toQt(item.key),
            {term("parameter", item.key), valueText(item.value), toQt(item.article),
                term("verification", item.checked.tag)},
            3, chipOf(item.checked)});
    m_parameters->replace(std::move(rows));
}

void LegalTextsPage::showReadings(const interfaces::LegalTextView& view)
{
    std::vector<PlainRow> rows;
    for (const auto& item : view.readings) {
        const auto option = [&](const std::string& name) { return term("reading." + item.key, name); };
        QStringList others;
        for (const std::string& name : item.options) {
            if (name != item.followed)
                others << option(name);
        }
        rows.push_back({toQt(item.key),
            {term("reading", item.key), option(item.followed), others.join(u'\n'), toQt(item.law)}});
    }
    m_readings->replace(std::move(rows));
}

void LegalTextsPage::showClocks(const interfaces::LegalTextView& view)
{
    std::vector<PlainRow> rows;
    for (const auto& item : view.clocks)
        rows.push_back({toQt(item.id),
            {toQt(item.id), term("clock", item.id), lengthText(item), term(Term{item.actor}), toQt(item.law),
                item.used ? tr("Used") : tr("Not yet used"), term("verification", item.checked.tag)},
            6, chipOf(item.checked)});
    m_clocks->replace(std::move(rows));
}

void LegalTextsPage::showDifferences()
{
    std::vector<PlainRow> rows;
    const QString other = m_other->currentData().toString();
    const int tab = m_tabs->count() - 1;
    m_tabs->setTabVisible(tab, !other.isEmpty());
    if (other.isEmpty())
        return m_differences->replace({});
    const auto found = m_office.legalTexts().compare(toStd(m_text->currentData().toString()), toStd(other));
    if (!found)
        return m_notice->show(Tone::Danger, ui::text(found.error()));
    for (const auto& item : found.value())
        rows.push_back({toQt(item.item), {toQt(item.item), sideText(item.first), sideText(item.second)}});
    m_tabs->setTabText(tab, tr("Differences (%1)").arg(rows.size()));
    m_differences->replace(std::move(rows));
}

} // namespace tutela::ui

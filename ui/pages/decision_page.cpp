#include "ui/pages/decision_page.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include "ui/acts/act_panel.h"
#include "ui/convert.h"
#include "ui/pages/case_header.h"
#include "ui/pages/case_page.h"
#include "ui/pages/case_section.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/card_view.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/file_choice.h"
#include "ui/widgets/filing_panel.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

QString scopeText(const OrderScope& scope)
{
    QStringList parts;
    for (const std::string& part : scope.parts)
        parts << toQt(part);
    return DecisionPage::tr("%1 to %2 · %3")
        .arg(dateText(scope.start), dateText(scope.end),
            parts.isEmpty() ? DecisionPage::tr("the whole service") : parts.join(u", "_s));
}

} // namespace

DecisionPage::DecisionPage(interfaces::Office& office, const CaseId& caseId, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_caseId(caseId)
    , m_header(new CaseHeader)
    , m_jump(named<QComboBox>(new ChoiceBox, u"bundleJump"_s, tr("Go to a document of the bundle")))
    , m_choices(new QWidget)
    , m_act(new ActPanel(office))
{
    setObjectName(u"decisionPage"_s);
    setProperty("kind", u"page"_s);
    m_choices->setObjectName(u"decisionChoices"_s);
    const ScrollPage bundle = scrollPage("bundle", tr("Bundle"));
    m_scroll = bundle.area;
    m_bundle = bundle.content;
    auto* left = new QWidget;
    left->setObjectName(u"bundleSide"_s);
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    head->addWidget(label(tr("The file as it was filed"), TextKind::Heading), 1);
    m_jump->setMinimumContentsLength(20);
    m_jump->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    head->addWidget(m_jump);
    leftColumn->addLayout(head);
    leftColumn->addWidget(m_scroll, 1);
    auto* right = new QWidget;
    right->setObjectName(u"decisionSide"_s);
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->addWidget(m_choices);
    rightColumn->addWidget(m_act, 1);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(u"decisionSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(kWideGap);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setSizes({600, 600});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    auto* body = new QVBoxLayout;
    body->setContentsMargins(kWideGap, 12, kWideGap, kWideGap);
    body->addWidget(splitter);
    layout->addLayout(body, 1);
    connect(m_act, &ActPanel::performed, this, &DecisionPage::done);
    connect(m_act, &ActPanel::closed, this, &DecisionPage::left);
    connect(m_jump, &QComboBox::activated, this, [this](int row) {
        auto* card = m_jump->itemData(row).value<QWidget*>();
        if (card != nullptr)
            m_scroll->verticalScrollBar()->setValue(card->y());
    });
}

void DecisionPage::open(const std::string& act)
{
    auto opened = m_office.cases().open(m_caseId, std::nullopt);
    const auto offers = m_office.cases().acts(m_caseId);
    if (!opened || !offers)
        return;
    m_view = std::move(opened).value();
    m_decisions.clear();
    for (const auto& offer : offers.value()) {
        if (isDecision(offer))
            m_decisions.push_back(offer);
    }
    m_header->show(*m_view);
    showBundle();
    showChoices(act);
    choose(act);
}

void DecisionPage::showBundle()
{
    clear(m_bundle);
    m_jump->clear();
    m_jump->addItem(tr("Go to…"));
    showFrame(m_bundle);
    for (const std::string_view tab : interfaces::kTabs) {
        bool first = true;
        for (const auto& card : m_view->cards) {
            if (card.tab != tab)
                continue;
            if (first)
                m_bundle->addWidget(label(term("tab", tab), TextKind::Strong));
            first = false;
            auto* view = new CardView(card);
            m_bundle->addWidget(view);
            m_jump->addItem(
                term("tab", tab) + u": "_s + ui::text(card.title), QVariant::fromValue<QWidget*>(view));
            connect(view, &CardView::documentWanted, this, [this](const interfaces::DocumentView& document) {
                const QString path =
                    fileChoice().toSave(this, tr("Save a copy"), safeFileName(document.name));
                const auto bytes = m_office.cases().document(document.id);
                if (!path.isEmpty() && bytes)
                    static_cast<void>(writeFile(path, bytes.value()));
            });
        }
        for (const ReceivedFiling& filing : filingsOn(m_view->file, tab)) {
            if (const auto read = m_office.intake().filing(filing.original))
                m_bundle->addWidget(new FilingPanel(read.value()));
        }
    }
    m_bundle->addStretch(1);
}

// What the decision may not go beyond, and the dates that bind it.
void DecisionPage::showFrame(QVBoxLayout* column)
{
    QFrame* panel = card("frame");
    cardLayout(panel)->addWidget(label(tr("What the decision may not go beyond"), TextKind::Heading));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kWideGap);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString& name, const QString& value) {
        grid->addWidget(label(name, TextKind::Muted), row, 0, Qt::AlignTop);
        grid->addWidget(paragraph(value), row, 1, Qt::AlignTop);
        ++row;
    };
    if (m_view->file.request)
        add(tr("Requested"), scopeText(m_view->file.request->scope));
    if (!m_view->file.drafts.empty())
        add(tr("Commented on"), scopeText(m_view->file.drafts.back().scope));
    for (const auto& clock : m_view->clocks) {
        if (clock.end && (clock.state == ClockState::Running || clock.state == ClockState::NotStarted))
            add(clockName(clock.id, clock.service), tr("%1 (%2)").arg(dateText(*clock.end), toQt(clock.law)));
    }
    if (m_view->file.request && !m_view->file.request->bundleHash.empty()) {
        // Sixty-four letters without a space do not wrap by themselves.
        QString hash = toQt(m_view->file.request->bundleHash);
        add(tr("Bundle, SHA-256"), hash.insert(hash.size() / 2, u'\n'));
    }
    cardLayout(panel)->addLayout(grid);
    column->addWidget(panel);
}

void DecisionPage::showChoices(const std::string& act)
{
    delete m_choices->layout();
    qDeleteAll(m_choices->findChildren<QRadioButton*>());
    delete m_group;
    m_group = new QButtonGroup(this);
    auto* row = new QHBoxLayout(m_choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kWideGap);
    for (const auto& offer : m_decisions) {
        auto* choice = new QRadioButton(term("act", offer.act));
        named(choice, u"decide."_s + toQt(offer.act), choice->text());
        choice->setEnabled(offer.allowed);
        if (!offer.allowed && !offer.whyNot.empty())
            choice->setToolTip(ui::text(offer.whyNot.front().text));
        choice->setChecked(offer.act == act);
        m_group->addButton(choice);
        row->addWidget(choice);
        connect(choice, &QRadioButton::clicked, this, [this, name = offer.act] { choose(name); });
    }
    row->addStretch(1);
}

void DecisionPage::choose(const std::string& act)
{
    const auto found = std::find_if(
        m_decisions.begin(), m_decisions.end(), [&](const auto& offer) { return offer.act == act; });
    if (found != m_decisions.end())
        m_act->open(*found, m_view);
}

} // namespace tutela::ui

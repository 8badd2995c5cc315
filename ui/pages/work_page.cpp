#include "ui/pages/work_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/models/worklist_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/column_layout.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/stand_in_row.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFilterDelayMilliseconds = 150;
constexpr int kKeepDelayMilliseconds = 800;
constexpr std::size_t kPage = 50;
constexpr std::size_t kDraftsShown = 6;
constexpr std::string_view kList = "my-work";

// What the order of the list is called in a kept layout, by the column whose head gives it.
constexpr std::tuple<int, interfaces::WorklistSort, std::string_view> kOrders[] = {
    {WorklistModel::NextDate, interfaces::WorklistSort::Due, "due"},
    {WorklistModel::DaysLeft, interfaces::WorklistSort::Due, "due"},
    {WorklistModel::FileNumber, interfaces::WorklistSort::CaseNumber, "case"},
    {WorklistModel::Provider, interfaces::WorklistSort::Provider, "provider"},
    {WorklistModel::Stage, interfaces::WorklistSort::Step, "step"},
};

template <class Enum> QComboBox* choice(const char* name, const QString& all, const QString& spoken)
{
    QComboBox* box = named(new ChoiceBox, QString::fromLatin1(name), spoken);
    box->addItem(all, -1);
    for (const auto& [value, text] : Vocabulary<Enum>::kTexts)
        box->addItem(word(value), static_cast<int>(value));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

template <class Enum> std::optional<Enum> chosen(const QComboBox* box)
{
    const int value = box->currentData().toInt();
    return value < 0 ? std::nullopt : std::optional(static_cast<Enum>(value));
}

} // namespace

WorkPage::WorkPage(interfaces::Office& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_model(new WorklistModel(this))
    , m_table(table("workTable", tr("My work")))
    , m_notice(new Notice("workNotice"))
    , m_standIns(new StandInRow)
    , m_stack(new QStackedLayout)
    , m_askSoon(new QTimer(this))
    , m_keepSoon(new QTimer(this))
{
    setObjectName(u"workPage"_s);
    setProperty("kind", u"page"_s);
    m_askSoon->setSingleShot(true);
    m_askSoon->setInterval(kFilterDelayMilliseconds);
    connect(m_askSoon, &QTimer::timeout, this, &WorkPage::ask);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideGap, 20, kWideGap, kWideGap);
    layout->setSpacing(12);
    for (QWidget* part :
        std::initializer_list<QWidget*>{head(), filters(), draftRow(), dutyRow(), m_standIns, m_notice})
        layout->addWidget(part);
    connect(m_standIns, &StandInRow::changed, this, &WorkPage::ask);
    m_table->setModel(m_model);
    m_stack->addWidget(m_table);
    m_stack->addWidget(emptyState());
    layout->addLayout(m_stack, 1);
    m_more = button(tr("Show more"), "showMore");
    layout->addWidget(m_more);
    connect(m_more, &QPushButton::clicked, this, &WorkPage::more);
    connect(m_table, &QTableView::activated, this, &WorkPage::openRow);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, &WorkPage::sortBy);
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_columns = new ColumnLayout(
        m_table, WorklistModel::columnIds(), {WorklistModel::Provider, WorklistModel::Service});
    m_keepSoon->setSingleShot(true);
    m_keepSoon->setInterval(kKeepDelayMilliseconds);
    connect(m_keepSoon, &QTimer::timeout, this, &WorkPage::keepLayout);
    connect(m_columns, &ColumnLayout::changed, m_keepSoon, qOverload<>(&QTimer::start));
}

WorkPage::~WorkPage()
{
    putAway();
}

QWidget* WorkPage::head()
{
    auto* holder = new QWidget;
    holder->setObjectName(u"workHead"_s);
    auto* row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_summary = label({}, TextKind::Muted);
    m_newCase = button(tr("New case  ▾"), "newCase");
    m_newCase->setAccessibleName(tr("New case"));
    row->addWidget(label(tr("My work"), TextKind::Title));
    row->addWidget(m_summary, 0, Qt::AlignBottom);
    row->addStretch(1);
    QPushButton* exported = button(tr("Export calendar…"), "exportMyCalendar");
    connect(exported, &QPushButton::clicked, this, &WorkPage::exportWanted);
    row->addWidget(exported);
    row->addWidget(m_newCase);
    return holder;
}

QWidget* WorkPage::draftRow()
{
    auto* holder = new QWidget;
    holder->setObjectName(u"workDrafts"_s);
    m_drafts = new FlowLayout(kGap);
    holder->setLayout(m_drafts);
    holder->hide();
    return holder;
}

// What recurs for services is no case: it is announced here, so that nothing lapses unseen.
QWidget* WorkPage::dutyRow()
{
    m_duties = new QWidget;
    m_duties->setObjectName(u"workDuties"_s);
    auto* row = new QHBoxLayout(m_duties);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    m_dutyChip = new Chip({QString(), Tone::Danger, Glyph::Alert});
    QPushButton* show = button(tr("Show the providers"), "showOverdueDuties", ButtonKind::Link);
    row->addWidget(m_dutyChip);
    row->addWidget(show);
    row->addStretch(1);
    m_duties->hide();
    connect(show, &QPushButton::clicked, this, &WorkPage::dutiesWanted);
    return m_duties;
}

void WorkPage::showDuties()
{
    const auto overdue = m_office.duties().overdue();
    const std::size_t count = overdue ? overdue.value().size() : 0;
    m_duties->setVisible(count > 0);
    if (count > 0)
        m_dutyChip->show({count == 1 ? tr("1 service has an overdue duty")
                                     : tr("%1 services have overdue duties").arg(count),
            Tone::Danger, Glyph::Alert});
}

QWidget* WorkPage::filters()
{
    auto* holder = new QWidget;
    holder->setObjectName(u"workFilters"_s);
    auto* row = new FlowLayout(kGap);
    holder->setLayout(row);
    m_provider = named(new QLineEdit, u"filterProvider"_s, tr("Filter by provider"));
    m_provider->setPlaceholderText(tr("Provider  ( / )"));
    m_provider->setClearButtonEnabled(true);
    m_provider->setFixedWidth(200);
    m_kind = choice<CaseKind>("filterKind", tr("Every kind"), tr("Filter by kind"));
    m_stage = choice<Step>("filterStage", tr("Every stage"), tr("Filter by stage"));
    m_waitingFor =
        choice<WaitingFor>("filterWaitingFor", tr("Waiting for anybody"), tr("Filter by whom it waits for"));
    m_onlyMine = new QCheckBox(tr("Only mine"));
    m_withClosed = new QCheckBox(tr("With closed cases"));
    named(m_onlyMine, u"filterOnlyMine"_s, m_onlyMine->text());
    named(m_withClosed, u"filterWithClosed"_s, m_withClosed->text());
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_provider, m_kind, m_stage, m_waitingFor, m_onlyMine, m_withClosed}) {
        part->setFixedHeight(34);
        row->addWidget(part);
    }
    connect(m_provider, &QLineEdit::textChanged, m_askSoon, qOverload<>(&QTimer::start));
    connect(m_provider, &QLineEdit::returnPressed, this, &WorkPage::focusList);
    for (QComboBox* box : {m_kind, m_stage, m_waitingFor})
        connect(box, &QComboBox::currentIndexChanged, this, &WorkPage::ask);
    for (QCheckBox* box : {m_onlyMine, m_withClosed})
        connect(box, &QCheckBox::toggled, this, &WorkPage::ask);
    return holder;
}

QWidget* WorkPage::emptyState()
{
    QFrame* panel = card("workEmpty");
    m_emptyTitle = label({}, TextKind::Heading);
    m_emptyText = paragraph({}, TextKind::Muted);
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyAct = button({}, "emptyAct", ButtonKind::Primary);
    QVBoxLayout* column = cardLayout(panel);
    column->addStretch(1);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyText);
    column->addSpacing(kGap);
    column->addWidget(m_emptyAct, 0, Qt::AlignCenter);
    column->addStretch(2);
    connect(m_emptyAct, &QPushButton::clicked, this, [this] {
        if (isFiltered())
            clearFilters();
        else
            Q_EMIT intakeWanted();
    });
    return panel;
}

interfaces::WorklistQuery WorkPage::query() const
{
    interfaces::WorklistQuery made;
    made.kind = chosen<CaseKind>(m_kind);
    made.step = chosen<Step>(m_stage);
    made.waitingFor = chosen<WaitingFor>(m_waitingFor);
    made.provider = toStd(m_provider->text().trimmed());
    made.onlyMine = m_onlyMine->isChecked() && !m_standIns->desk();
    made.responsible = m_standIns->desk();
    made.withClosed = m_withClosed->isChecked();
    made.sort = m_sort;
    made.limit = static_cast<std::int64_t>(m_shown);
    return made;
}

bool WorkPage::isFiltered() const
{
    return !m_provider->text().trimmed().isEmpty() || m_kind->currentIndex() > 0
        || m_stage->currentIndex() > 0 || m_waitingFor->currentIndex() > 0 || m_onlyMine->isChecked()
        || m_standIns->desk();
}

void WorkPage::clearFilters()
{
    for (QObject* part :
        std::initializer_list<QObject*>{m_provider, m_kind, m_stage, m_waitingFor, m_onlyMine, m_withClosed})
        part->blockSignals(true);
    m_provider->clear();
    for (QComboBox* box : {m_kind, m_stage, m_waitingFor})
        box->setCurrentIndex(0);
    m_onlyMine->setChecked(false);
    m_withClosed->setChecked(false);
    m_standIns->clear();
    for (QObject* part :
        std::initializer_list<QObject*>{m_provider, m_kind, m_stage, m_waitingFor, m_onlyMine, m_withClosed})
        part->blockSignals(false);
    ask();
}

void WorkPage::start()
{
    m_sort = interfaces::WorklistSort::Due;
    m_table->horizontalHeader()->setSortIndicatorShown(false);
    showNewCases();
    clearFilters();
    restoreLayout();
    showDrafts();
    showDuties();
    focusList();
}

void WorkPage::ask()
{
    m_shown = kPage;
    const auto page = m_office.worklist().page(query());
    if (!page) {
        m_model->replace({});
        m_notice->show(Tone::Danger, ui::text(page.error()));
        return;
    }
    m_notice->clear();
    m_model->replace(page.value().rows);
    if (m_model->rowCount() > 0)
        m_table->selectRow(0);
    showState(page.value());
}

void WorkPage::refresh()
{
    const auto page = m_office.worklist().page(query());
    if (!page)
        return;
    m_model->refresh(page.value().rows);
    showState(page.value());
    showDrafts();
    showDuties();
}

void WorkPage::more()
{
    auto next = query();
    next.limit = static_cast<std::int64_t>(kPage);
    next.after = m_next;
    const auto page = m_office.worklist().page(next);
    if (!page) {
        m_notice->show(Tone::Danger, ui::text(page.error()));
        return;
    }
    m_model->append(page.value().rows);
    m_shown += kPage;
    showState(page.value());
}

void WorkPage::showState(const interfaces::WorklistPage& page)
{
    m_standIns->show(page);
    m_next = page.next;
    m_more->setVisible(!m_next.empty());
    const auto& rows = m_model->rows();
    const auto overdue = std::count_if(
        rows.begin(), rows.end(), [](const auto& row) { return row.clockState == ClockState::Overdue; });
    QString summary =
        m_next.empty() ? tr("%1 cases").arg(rows.size()) : tr("first %1 cases").arg(rows.size());
    if (rows.size() == 1)
        summary = tr("1 case");
    if (overdue > 0)
        summary += tr(" · %1 overdue").arg(overdue);
    m_summary->setText(rows.empty() ? QString() : summary);
    m_stack->setCurrentIndex(rows.empty() ? 1 : 0);
    m_emptyTitle->setText(isFiltered() ? tr("No case fits these filters") : tr("Nothing waits for you"));
    m_emptyText->setText(isFiltered() ? tr("Other cases may be there; clear the filters to see them.")
                                      : tr("Cases appear here when it is your turn, with the next statutory "
                                           "date first. A new case begins when a "
                                           "provider’s risk report is received."));
    m_emptyAct->setText(isFiltered() ? tr("Clear the filters") : tr("Receive a filing"));
    const auto person = m_office.signIn().signedIn();
    const bool receives = person && std::any_of(person->roles.begin(), person->roles.end(), [](Role role) {
        return role == Role::Coordinator || role == Role::Registrar;
    });
    m_emptyAct->setVisible(isFiltered() || receives);
}

bool WorkPage::hasRoleFor(const interfaces::ActOffer& offer) const
{
    const auto person = m_office.signIn().signedIn();
    return person && std::any_of(person->roles.begin(), person->roles.end(), [&offer](Role role) {
        return std::find(offer.roles.begin(), offer.roles.end(), role) != offer.roles.end();
    });
}

// Acts that open a case begin here, because there is no case yet on whose page they could stand.
void WorkPage::showNewCases()
{
    delete m_newCase->menu();
    auto* menu = new QMenu(m_newCase);
    named(menu, u"newCaseMenu"_s, tr("New case"));
    menu->setToolTipsVisible(true);
    const auto offers = m_office.cases().acts(std::nullopt);
    bool any = false;
    if (offers) {
        for (const auto& offer : offers.value()) {
            if (!offer.from.empty())
                continue;
            QAction* action =
                menu->addAction(term("act", offer.act), this, [this, offer] { Q_EMIT actWanted(offer); });
            action->setObjectName(u"act."_s + toQt(offer.act));
            // What the legal text leaves out is shown with the reason, and cannot be begun.
            const auto absent = std::find_if(offer.whyNot.begin(), offer.whyNot.end(),
                [](const interfaces::WhyNot& reason) { return reason.code == "E_NOT_IN_TEXT"; });
            if (absent != offer.whyNot.end())
                action->setToolTip(ui::text(absent->text));
            const bool possible = absent == offer.whyNot.end() && (offer.allowed || hasRoleFor(offer));
            action->setEnabled(possible);
            any = any || possible;
        }
    }
    m_newCase->setMenu(menu);
    m_newCase->setVisible(any);
}

void WorkPage::sortBy(int column)
{
    for (const auto& [of, order, name] : kOrders) {
        if (of != column)
            continue;
        showOrder(order);
        m_keepSoon->start();
        ask();
        return;
    }
}

void WorkPage::showOrder(interfaces::WorklistSort order)
{
    m_sort = order;
    const auto found = std::find_if(std::begin(kOrders), std::end(kOrders),
        [order](const auto& one) { return std::get<interfaces::WorklistSort>(one) == order; });
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->horizontalHeader()->setSortIndicator(std::get<0>(*found), Qt::AscendingOrder);
}

void WorkPage::keepLayout()
{
    m_keepSoon->stop();
    Json layout = m_columns->toJson();
    for (const auto& [column, order, name] : kOrders) {
        if (order == m_sort)
            layout.set("sort", std::string(name));
    }
    if (const auto kept = m_office.own().keepLayout(kList, layout); !kept)
        m_notice->show(Tone::Warning, ui::text(kept.error()));
}

// The list as this person left it; for a new one, as wide as what it shows.
void WorkPage::restoreLayout()
{
    const auto kept = m_office.own().layout(kList);
    const Json* layout = kept && kept.value() ? &*kept.value() : nullptr;
    for (const auto& [column, order, name] : kOrders) {
        if (layout != nullptr && layout->text("sort") == name && order != m_sort) {
            showOrder(order);
            ask();
        }
    }
    m_columns->reset();
    if (layout != nullptr)
        m_columns->restore(*layout);
}

void WorkPage::putAway()
{
    if (m_keepSoon->isActive())
        keepLayout();
}

void WorkPage::resetLayout()
{
    showOrder(interfaces::WorklistSort::Due);
    ask();
    m_columns->reset();
    keepLayout();
}

// What the person began and has not recorded: it is found again even when the case left the list.
void WorkPage::showDrafts()
{
    const auto drafts = m_office.own().drafts();
    QStringList names;
    for (const auto& row : drafts ? drafts.value() : std::vector<interfaces::DraftRow>())
        names << (row.key.caseId ? toQt(row.key.caseId->text()) : QString()) + u'.' + toQt(row.key.act);
    if (names == m_draftNames)
        return;
    m_draftNames = names;
    clear(m_drafts);
    m_drafts->parentWidget()->setVisible(!names.isEmpty());
    if (names.isEmpty())
        return;
    QLabel* said = label(tr("Your drafts:"), TextKind::Muted);
    m_drafts->addWidget(said);
    for (const auto& row : drafts.value()) {
        if (static_cast<std::size_t>(m_drafts->count()) > kDraftsShown)
            break;
        QString name = term("act", row.key.act);
        if (row.key.caseId)
            name = toQt(row.key.caseId->text()) + u" · "_s + name;
        QPushButton* open = button(name, "draft", ButtonKind::Link);
        open->setObjectName(u"draft."_s + names.at(m_drafts->count() - 1));
        open->setToolTip(tr("Kept on %1. Opens the form where you left it.").arg(instantText(row.keptAt)));
        m_drafts->addWidget(open);
        said->setFixedHeight(open->sizeHint().height());
        connect(open, &QPushButton::clicked, this, [this, key = row.key] { Q_EMIT draftWanted(key); });
    }
}

void WorkPage::openRow(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT caseWanted(m_model->row(index.row()).caseId);
}

void WorkPage::focusFilter()
{
    m_provider->setFocus(Qt::ShortcutFocusReason);
    m_provider->selectAll();
}

void WorkPage::focusList()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

} // namespace tutela::ui

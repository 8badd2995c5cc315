#include "ui/pages/providers_page.h"

#include <algorithm>
#include <map>

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/models/provider_model.h"
#include "ui/pages/provider_forms.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/clock_list.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

/// Label and value in two columns; empty values are left out.
void addFacts(QVBoxLayout* layout, const std::vector<std::pair<QString, QString>>& facts)
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kWideGap);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& [name, value] : facts) {
        if (value.isEmpty())
            continue;
        grid->addWidget(label(name, TextKind::Muted), row, 0, Qt::AlignTop);
        grid->addWidget(paragraph(value), row, 1);
        ++row;
    }
    layout->addLayout(grid);
}

template <class Details> QString validity(const interfaces::FactVersion<Details>& version)
{
    if (version.validTo && *version.validTo < version.validFrom)
        return ProvidersPage::tr("Replaced by an entry for the same day");
    if (!version.validTo)
        return ProvidersPage::tr("Since %1").arg(dateText(version.validFrom));
    return ProvidersPage::tr("%1 to %2").arg(dateText(version.validFrom), dateText(*version.validTo));
}

QString summaryOf(const interfaces::ProviderDetails& details)
{
    QStringList parts;
    for (const std::string* part :
        {&details.name, &details.establishment, &details.memberState, &details.representative,
            &details.representativeState, &details.contactPoint, &details.language}) {
        if (!part->empty())
            parts << toQt(*part);
    }
    return parts.join(u" · "_s);
}

QString summaryOf(const interfaces::ServiceDetails& details)
{
    QStringList parts{toQt(details.name), term("service-kind", toText(details.kind))};
    if (details.offeredFrom)
        parts << ProvidersPage::tr("offered since %1").arg(dateText(*details.offeredFrom));
    if (details.offeredUntil)
        parts << ProvidersPage::tr("until %1").arg(dateText(*details.offeredUntil));
    if (details.riskClass)
        parts << ProvidersPage::tr("risk class %1").arg(term("risk-class", toText(*details.riskClass)));
    return parts.join(u" · "_s);
}

/// What held before, the newest first; opens on demand.
template <class Details>
void addFactHistory(
    QVBoxLayout* layout, const std::vector<interfaces::FactVersion<Details>>& history, const QString& spoken)
{
    if (history.size() < 2)
        return;
    QPushButton* show =
        button(ProvidersPage::tr("History (%1)").arg(history.size()), "showFactHistory", ButtonKind::Link);
    show->setCheckable(true);
    show->setAccessibleName(spoken);
    layout->addWidget(show);
    auto* quote = new QFrame;
    quote->setObjectName(u"factHistory"_s);
    quote->setProperty("kind", u"quote"_s);
    auto* rows = new QVBoxLayout(quote);
    rows->setContentsMargins(12, 10, 12, 10);
    for (const auto& version : history) {
        auto* head = new QHBoxLayout;
        head->addWidget(label(validity(version), TextKind::Strong));
        if (version.applies)
            head->addWidget(new Chip({ProvidersPage::tr("Applies"), Tone::Good, Glyph::Check}));
        head->addStretch(1);
        head->addWidget(
            label(ProvidersPage::tr("%1, %2").arg(toQt(version.by), instantText(version.recordedAt)),
                TextKind::Caption));
        rows->addLayout(head);
        rows->addWidget(paragraph(summaryOf(version.details), TextKind::Muted));
    }
    quote->hide();
    layout->addWidget(quote);
    QObject::connect(show, &QPushButton::toggled, quote, &QWidget::setVisible);
}

} // namespace

ProvidersPage::ProvidersPage(interfaces::Office& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_model(new ProviderModel(this))
    , m_table(table("providerTable", tr("Providers")))
    , m_stack(new QStackedLayout(this))
    , m_notice(new Notice("providersNotice"))
{
    setObjectName(u"providersPage"_s);
    setProperty("kind", u"page"_s);
    m_stack->addWidget(listPage());
    m_stack->addWidget(detailPage());
}

QWidget* ProvidersPage::listPage()
{
    auto* page = new QWidget;
    page->setObjectName(u"providerListPage"_s);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kWideGap, 20, kWideGap, kWideGap);
    layout->setSpacing(12);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    m_summary = label({}, TextKind::Muted);
    m_add = button(tr("Add provider"), "addProvider", ButtonKind::Primary);
    head->addWidget(label(tr("Providers"), TextKind::Title));
    head->addWidget(m_summary, 0, Qt::AlignBottom);
    head->addStretch(1);
    head->addWidget(m_add);
    layout->addLayout(head);
    layout->addWidget(applicationCard());
    layout->addWidget(filters());
    layout->addWidget(m_notice);
    m_table->setModel(m_model);
    stretch(m_table, ProviderModel::Name);
    m_empty = paragraph({}, TextKind::Muted);
    m_empty->setAlignment(Qt::AlignCenter);
    QFrame* empty = card("providersEmpty");
    cardLayout(empty)->addWidget(m_empty, 1);
    m_listStack = new QStackedLayout;
    m_listStack->addWidget(m_table);
    m_listStack->addWidget(empty);
    layout->addLayout(m_listStack, 1);
    connect(m_table, &QTableView::activated, this, &ProvidersPage::openRow);
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (editProvider(m_office, std::nullopt, this))
            showList();
    });
    return page;
}

QWidget* ProvidersPage::applicationCard()
{
    QFrame* panel = card("applicationDate");
    auto* row = new QHBoxLayout;
    row->setSpacing(kWideGap);
    m_application = paragraph({}, TextKind::Muted);
    m_recordApplication = button(tr("Record the date…"), "recordApplicationDate");
    row->addWidget(m_application, 1);
    row->addWidget(m_recordApplication);
    cardLayout(panel)->addLayout(row);
    connect(m_recordApplication, &QPushButton::clicked, this, [this] {
        if (recordApplicationDate(m_office, this))
            showList();
    });
    return panel;
}

QWidget* ProvidersPage::filters()
{
    auto* holder = new QWidget;
    holder->setObjectName(u"providerFilters"_s);
    auto* row = new FlowLayout(kGap);
    holder->setLayout(row);
    m_search = named(new QLineEdit, u"providerSearch"_s, tr("Search providers by name or number"));
    m_search->setPlaceholderText(tr("Name or number"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(260);
    m_onlyOverdue = new QCheckBox(tr("Only with overdue duties"));
    named(m_onlyOverdue, u"providerOnlyOverdue"_s, m_onlyOverdue->text());
    for (QWidget* part : std::initializer_list<QWidget*>{m_search, m_onlyOverdue}) {
        part->setFixedHeight(34);
        row->addWidget(part);
    }
    connect(m_search, &QLineEdit::textChanged, this, &ProvidersPage::showList);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_onlyOverdue, &QCheckBox::toggled, this, &ProvidersPage::showList);
    return holder;
}

QWidget* ProvidersPage::detailPage()
{
    auto* page = new QWidget;
    page->setObjectName(u"providerDetailPage"_s);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(kWideGap, 20, kWideGap, 0);
    layout->setSpacing(kGap);
    m_back = button(tr("← All providers"), "backToProviders", ButtonKind::Link);
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), page);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, m_back, &QPushButton::click);
    m_title = paragraph({}, TextKind::Title);
    layout->addWidget(m_back);
    layout->addWidget(m_title);
    const ScrollPage scroll = scrollPage("providerScroll", tr("Provider"));
    m_detail = scroll.content;
    layout->addWidget(scroll.area, 1);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_open.reset();
        showList();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    return page;
}

void ProvidersPage::start(ProviderFilter filter)
{
    m_open.reset();
    m_search->blockSignals(true);
    m_onlyOverdue->blockSignals(true);
    m_search->clear();
    m_onlyOverdue->setChecked(filter == ProviderFilter::Overdue);
    m_search->blockSignals(false);
    m_onlyOverdue->blockSignals(false);
    showList();
    m_table->setFocus(Qt::OtherFocusReason);
}

void ProvidersPage::refresh()
{
    if (m_open)
        showDetail();
    else
        showList();
}

bool ProvidersPage::maintains() const
{
    const auto person = m_office.signIn().signedIn();
    return person && std::any_of(person->roles.begin(), person->roles.end(), [](Role role) {
        return role == Role::Coordinator || role == Role::Registrar;
    });
}

void ProvidersPage::showApplication()
{
    const auto date = m_office.duties().applicationDate();
    if (!date)
        return;
    QString said =
        tr("The legal text is a proposal and not in force, and no date of application is recorded: "
           "the dates of first assessments do not run. A head of authority records it.");
    if (date.value().day && date.value().inForce)
        said = tr("The regulation applies from %1. %2")
                   .arg(dateText(*date.value().day), toQt(date.value().basis));
    else if (date.value().day)
        said = tr("The legal text is a proposal and not in force. This register assumes that it applies from "
                  "%1: %2")
                   .arg(dateText(*date.value().day), toQt(date.value().basis));
    m_application->setText(said);
    m_recordApplication->setVisible(date.value().mayRecord);
}

void ProvidersPage::showList()
{
    m_stack->setCurrentIndex(0);
    m_notice->clear();
    m_add->setVisible(maintains());
    showApplication();
    const auto providers = m_office.providers().providers();
    const auto overdue = m_office.duties().overdue();
    if (!providers || !overdue) {
        m_notice->show(Tone::Danger, ui::text(!providers ? providers.error() : overdue.error()));
        m_model->replace({});
        return;
    }
    std::map<ProviderId, std::int64_t> late;
    for (const auto& file : overdue.value())
        ++late[file.service.provider];
    const QString wanted = m_search->text().trimmed();
    std::vector<ProviderListRow> rows;
    for (const auto& provider : providers.value()) {
        const auto found = late.find(provider.id);
        ProviderListRow row{provider, found == late.end() ? 0 : found->second};
        const bool named = toQt(provider.details.name).contains(wanted, Qt::CaseInsensitive)
            || toQt(provider.id.text()).contains(wanted, Qt::CaseInsensitive);
        if (named && (row.overdue > 0 || !m_onlyOverdue->isChecked()))
            rows.push_back(std::move(row));
    }
    m_summary->setText(rows.size() == 1 ? tr("1 provider") : tr("%1 providers").arg(rows.size()));
    m_model->replace(std::move(rows));
    for (int column = ProviderModel::Number; column < ProviderModel::ColumnCount; ++column)
        m_table->resizeColumnToContents(column);
    m_table->selectRow(0);
    m_listStack->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    const bool filtered = !wanted.isEmpty() || m_onlyOverdue->isChecked();
    m_empty->setText(filtered ? tr("No provider fits. Clear the search to see all.")
                              : tr("No provider is registered yet. One is added here, or when its first risk "
                                   "report is received."));
}

void ProvidersPage::openRow(const QModelIndex& index)
{
    if (index.isValid())
        open(m_model->row(index.row()).provider.id);
}

void ProvidersPage::open(const ProviderId& provider)
{
    m_open = provider;
    showDetail();
    m_back->setFocus(Qt::OtherFocusReason);
}

void ProvidersPage::showDetail()
{
    clear(m_detail);
    m_stack->setCurrentIndex(1);
    const auto file = m_office.duties().provider(*m_open);
    if (!file) {
        m_title->setText(toQt(m_open->text()));
        m_detail->addWidget(paragraph(ui::text(file.error()), TextKind::Problem));
        return;
    }
    m_title->setText(toQt(file.value().provider.details.name));
    m_detail->addWidget(factsCard(file.value()));
    auto* head = new QHBoxLayout;
    head->addWidget(label(tr("Services"), TextKind::Heading));
    head->addStretch(1);
    if (maintains()) {
        QPushButton* add = button(tr("Add service"), "addService");
        head->addWidget(add);
        connect(add, &QPushButton::clicked, this, [this] {
            if (editService(m_office, *m_open, std::nullopt, this))
                showDetail();
        });
    }
    m_detail->addLayout(head);
    for (const auto& service : file.value().services)
        m_detail->addWidget(serviceCard(service));
    if (file.value().services.empty())
        m_detail->addWidget(paragraph(tr("No service of this provider is registered yet."), TextKind::Muted));
    m_detail->addStretch(1);
}

QWidget* ProvidersPage::factsCard(const interfaces::ProviderFile& file)
{
    QFrame* panel = card("providerFacts");
    const interfaces::ProviderDetails& details = file.provider.details;
    auto* head = new QHBoxLayout;
    head->addWidget(label(tr("What is known"), TextKind::Heading));
    head->addStretch(1);
    if (maintains()) {
        QPushButton* change = button(tr("Change"), "changeProvider");
        change->setAccessibleName(tr("Change what is known of %1").arg(toQt(details.name)));
        head->addWidget(change);
        connect(change, &QPushButton::clicked, this, [this, known = file.provider] {
            if (editProvider(m_office, known, this))
                showDetail();
        });
    }
    cardLayout(panel)->addLayout(head);
    const QString state = toQt(jurisdictionOf(details));
    const QString represented = details.representativeState.empty()
        ? toQt(details.representative)
        : tr("%1 (%2)").arg(toQt(details.representative), toQt(details.representativeState));
    addFacts(cardLayout(panel),
        {{tr("No."), toQt(file.provider.id.text())}, {tr("Main establishment"), toQt(details.establishment)},
            {tr("Member State"), toQt(details.memberState)},
            {tr("Legal representative (Art 24)"), represented},
            {tr("Under the jurisdiction of (Art 33)"),
                state.isEmpty() ? tr("Every Member State: neither an establishment nor a representative is "
                                     "recorded; the dates use the authority’s own holidays")
                                : state},
            {tr("Contact point (Art 23)"), toQt(details.contactPoint)},
            {tr("Language (Art 23(3))"), toQt(details.language)},
            {tr("So since"), dateText(details.validFrom)}});
    addFactHistory(cardLayout(panel), file.history, tr("History of the provider"));
    return panel;
}

QWidget* ProvidersPage::serviceHead(const interfaces::ServiceFile& file)
{
    auto* holder = new QWidget;
    holder->setObjectName(u"serviceHead"_s);
    auto* head = new QHBoxLayout(holder);
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(paragraph(toQt(file.service.details.name), TextKind::Heading), 1);
    if (!maintains())
        return holder;
    QPushButton* measures = button(tr("Record measures in place"), "recordMeasures");
    QPushButton* change = button(tr("Change"), "changeService");
    const QString name = toQt(file.service.details.name);
    measures->setAccessibleName(tr("Record measures in place for %1").arg(name));
    change->setAccessibleName(tr("Change what is known of %1").arg(name));
    head->addWidget(measures);
    head->addWidget(change);
    connect(measures, &QPushButton::clicked, this, [this, known = file.service] {
        if (recordMeasures(m_office, known, this))
            showDetail();
    });
    connect(change, &QPushButton::clicked, this, [this, known = file.service] {
        if (editService(m_office, known.provider, known, this))
            showDetail();
    });
    return holder;
}

QWidget* ProvidersPage::serviceCard(const interfaces::ServiceFile& file)
{
    QFrame* panel = card("service");
    panel->setObjectName(u"service."_s + toQt(file.service.id.text()));
    QVBoxLayout* layout = cardLayout(panel);
    const interfaces::ServiceDetails& details = file.service.details;
    layout->addWidget(serviceHead(file));
    addFacts(layout,
        {{tr("No."), toQt(file.service.id.text())}, {tr("Kind"), term("service-kind", toText(details.kind))},
            {tr("Offered since"), details.offeredFrom ? dateText(*details.offeredFrom) : tr("Not recorded")},
            {tr("Offered until"), dateText(details.offeredUntil)},
            {tr("Risk class"),
                details.riskClass ? term("risk-class", toText(*details.riskClass)) : QString()}});
    addFactHistory(layout, file.history, tr("History of %1").arg(toQt(details.name)));
    if (file.cycles.empty())
        layout->addWidget(
            paragraph(tr("The legal text has no recurring duty for this service."), TextKind::Muted));
    else
        layout->addWidget(new ClockList(file.cycles));
    if (file.cases.empty())
        return panel;
    auto* cases = new FlowLayout(kGap);
    QLabel* files = label(tr("Files:"), TextKind::Muted);
    cases->addWidget(files);
    for (const auto& one : file.cases) {
        QPushButton* go =
            button(tr("%1 · %2").arg(toQt(one.id.text()), word(one.step)), "serviceCase", ButtonKind::Link);
        go->setObjectName(u"serviceCase."_s + toQt(one.id.text()));
        cases->addWidget(go);
        files->setFixedHeight(go->sizeHint().height());
        connect(go, &QPushButton::clicked, this, [this, id = one.id] { Q_EMIT caseWanted(id); });
    }
    layout->addLayout(cases);
    return panel;
}

} // namespace tutela::ui

#include "ui/pages/case_section.h"

#include <set>

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/models/access_model.h"
#include "ui/models/document_model.h"
#include "ui/models/history_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/action_bar.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/card_view.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/clock_list.h"
#include "ui/widgets/comparison_panel.h"
#include "ui/widgets/filing_panel.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/order_timeline.h"
#include "ui/widgets/warning_list.h"
#include "ui/widgets/weighing_tables.h"
#include "ui/widgets/wrapped_table.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

bool belongsOn(const interfaces::ActOffer& offer, std::string_view tab)
{
    const auto* end = std::end(interfaces::kTabs);
    const bool known = std::find(std::begin(interfaces::kTabs), end, offer.tab) != end;
    return known ? offer.tab == tab : tab == "overview";
}

const interfaces::ActOffer* sendingOf(const std::vector<interfaces::ActOffer>& offers)
{
    const auto found = std::find_if(offers.begin(), offers.end(),
        [](const auto& offer) { return offer.allowed && offer.act.starts_with("record-letter-out"); });
    return found == offers.end() ? nullptr : &*found;
}

std::vector<const interfaces::Card*> cardsOn(const interfaces::CaseView& view, std::string_view tab)
{
    std::set<EntrySeq> inTables;
    for (const interfaces::PointRow& row : view.points)
        inTables.insert({row.adjustedIn, row.viewedIn});
    for (const interfaces::ConditionRow& row : view.conditions) {
        for (const interfaces::GroundView& ground : row.grounds)
            inTables.insert(ground.entry);
    }
    std::vector<const interfaces::Card*> cards;
    for (const auto& card : view.cards) {
        const bool said =
            inTables.contains(card.entry) && !card.recordedFromDocument && card.documents.empty();
        if (card.tab == tab && !said)
            cards.push_back(&card);
    }
    std::stable_sort(
        cards.begin(), cards.end(), [](const auto* a, const auto* b) { return a->entry > b->entry; });
    return cards;
}

std::vector<ReceivedFiling> filingsOn(const CaseFile& file, std::string_view tab)
{
    const auto isOn = [&](const ReceivedFiling& filing) {
        if (filing.form.empty() || filing.movedTo)
            return false;
        if (file.kind == CaseKind::Assessment)
            return tab == "risk-report";
        return filing.kind == FilingKind::ImplementationPlan ? tab == "implementation-plan"
                                                             : tab == "prior-consultation";
    };
    std::vector<ReceivedFiling> filings;
    std::copy_if(file.filings.rbegin(), file.filings.rend(), std::back_inserter(filings), isOn);
    return filings;
}

namespace {

constexpr std::string_view kTreatmentAct = "treat-point";
constexpr std::string_view kAdjustmentAct = "record-adjustment";

/// The languages in which papers are printed, one of them chosen.
QComboBox* languageBox(const QString& name, const QString& accessible, std::string_view chosen)
{
    auto* box = named(new ChoiceBox, name, accessible);
    for (const std::string_view code : interfaces::kLetterLanguages)
        box->addItem(QLocale::languageToString(QLocale(toQt(code)).language()), toQt(code));
    box->setCurrentIndex(std::max(0, box->findData(toQt(chosen))));
    return box;
}

/// A button that saves something and the language in which it is printed.
QHBoxLayout* saveRow(QPushButton* save, QComboBox* language)
{
    auto* row = new QHBoxLayout;
    row->addWidget(save);
    row->addWidget(label(CaseSection::tr("in"), TextKind::Muted));
    row->addWidget(language);
    row->addStretch(1);
    return row;
}

} // namespace

CaseSection::CaseSection(interfaces::Office& office, const interfaces::CaseView& view,
    const std::vector<interfaces::ActOffer>& offers, std::string_view tab, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_view(view)
    , m_content(nullptr)
    , m_recordsLetters(sendingOf(offers) != nullptr)
{
    std::copy_if(offers.begin(), offers.end(), std::back_inserter(m_pointActs), [](const auto& offer) {
        return offer.allowed && !offer.onlyFromDocument
            && (offer.act == kTreatmentAct || offer.act == kAdjustmentAct);
    });
    setObjectName(u"section."_s + toQt(tab));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    const ScrollPage scroll = scrollPage("sectionScroll", term("tab", tab));
    outer->addWidget(scroll.area);
    m_content = scroll.content;
    m_content->addWidget(label(term("tab", tab), TextKind::Heading));
    std::vector<interfaces::ActOffer> own;
    std::copy_if(offers.begin(), offers.end(), std::back_inserter(own),
        [&](const auto& offer) { return belongsOn(offer, tab); });
    if (!own.empty()) {
        auto* acts = new ActionBar(own);
        m_content->addWidget(acts);
        connect(acts, &ActionBar::wanted, this, &CaseSection::actWanted);
    }
    const int before = m_content->count();
    addContent(tab);
    addCards(tab);
    if (m_content->count() == before)
        m_content->addWidget(paragraph(view.mustDeclareFirst
                ? tr("The file opens to the judges to whom it is allocated, once they have declared that "
                     "they have no conflict.")
                : tr("Nothing here yet. What is recorded with the acts above appears on this page."),
            TextKind::Muted));
    m_content->addStretch(1);
}

void CaseSection::addContent(std::string_view tab)
{
    if (tab == "overview")
        addOverview();
    else if (tab == "order")
        addOrder();
    else if (tab == "request" || tab == "decision")
        addBundle();
    else if (tab == "letters")
        addLetters();
    else if (tab == "documents")
        addDocuments();
    else if (tab == "access-to-the-file")
        addAccess();
    else if (tab == "who-can-see-this")
        addAudiences();
    else if (tab == "history")
        addHistory();
    addWeighing(tab);
    addFilings(tab);
}

void CaseSection::addOverview()
{
    if (!m_view.warnings.empty())
        m_content->addWidget(new WarningList(m_view.warnings));
    auto* clocks = new ClockList(m_view.clocks);
    m_content->addWidget(clocks);
    connect(clocks, &ClockList::sheetWanted, this, &CaseSection::dateSheetWanted);
}

// How points were dealt with, and what was weighed.
void CaseSection::addWeighing(std::string_view tab)
{
    if (tab == "opinions")
        addPoints(PointSource::Opinion);
    else if (tab == "prior-consultation")
        addPoints(PointSource::Advice);
    else if (tab == "draft-and-comments")
        addPoints(PointSource::Comments);
    else if (tab == "request" && !m_view.conditions.empty())
        m_content->addWidget(conditionCard(m_view.conditions));
}

// A point is dealt with where it is read; what the plan made of one concerns advice alone.
void CaseSection::addPoints(PointSource source)
{
    QFrame* panel = pointCard(m_view.points, source);
    if (panel == nullptr)
        return;
    m_content->addWidget(panel);
    for (const interfaces::ActOffer& offer : m_pointActs) {
        if (offer.act == kAdjustmentAct && source != PointSource::Advice)
            continue;
        addPointButton(*panel, "pointAct", term("act", offer.act) + u"…"_s,
            [this, offer](const std::string& point) { Q_EMIT pointActWanted(offer, point); })
            ->setProperty("act", toQt(offer.act));
    }
}

void CaseSection::addFilings(std::string_view tab)
{
    const auto filings = filingsOn(m_view.file, tab);
    if (tab == "risk-report")
        addRisks();
    for (const ReceivedFiling& received : filings) {
        const auto filing = m_office.intake().filing(received.original);
        if (!filing) {
            m_content->addWidget(paragraph(tr("What was received on %1 cannot be shown. %2")
                                               .arg(dateText(received.receivedOn), ui::text(filing.error())),
                TextKind::Problem));
            continue;
        }
        if (filings.size() > 1)
            m_content->addWidget(label(
                tr("Version %1, received on %2").arg(received.version).arg(dateText(received.receivedOn)),
                TextKind::Heading));
        auto earlier = m_office.comparisons().earlierFilings(received.original);
        if (earlier && !earlier.value().empty())
            m_content->addWidget(
                new ComparisonPanel(m_office.comparisons(), received.original, std::move(earlier).value()));
        m_content->addWidget(new FilingPanel(filing.value()));
    }
}

void CaseSection::addRisks()
{
    const auto risks = m_office.comparisons().risks(m_view.file.id);
    if (risks && !risks.value().empty())
        m_content->addWidget(riskCard(risks.value()));
}

void CaseSection::addOrder()
{
    const auto order = m_office.cases().order(m_view.file.id);
    if (!order)
        return;
    m_content->addWidget(new OrderTimeline(order.value(), m_office.clock().today()));
    const auto& signedFile = order.value().signedFile;
    if (signedFile) {
        auto* copy = new Notice("unsignedCopy");
        m_content->addWidget(copy);
        copy->show(Tone::Warning,
            ui::text(Message{"order.unsigned-copy", {{"file", signedFile->name}}}) + u"\n"_s
                + term(Term{signedFile->preserved ? "signed-file.preserved" : "signed-file.differs"}));
    }
    QPushButton* save =
        button(signedFile ? tr("Save the unsigned copy as PDF…") : tr("Save the order as PDF…"), "saveOrder");
    auto* language = languageBox(u"orderLanguage"_s, tr("Language of the order"), order.value().language);
    m_content->addLayout(saveRow(save, language));
    connect(save, &QPushButton::clicked, this,
        [this, language] { Q_EMIT orderDocumentWanted(language->currentData().toString()); });
}

// The file as it went to the court, for the authority and the court alone.
void CaseSection::addBundle()
{
    if (!m_view.file.request || m_view.file.request->bundleHash.empty())
        return;
    QPushButton* save = button(tr("Save the bundle for the court as PDF…"), "saveBundle");
    auto* language = languageBox(u"bundleLanguage"_s, tr("Language of the bundle"), "en");
    m_content->addLayout(saveRow(save, language));
    connect(save, &QPushButton::clicked, this,
        [this, language] { Q_EMIT bundleWanted(language->currentData().toString()); });
}

// Letters that the register drafted; they are sent outside.
void CaseSection::addLetters()
{
    const auto letters = m_office.letters().drafted(m_view.file.id);
    if (!letters)
        return;
    for (const interfaces::LetterView& letter : letters.value())
        addLetter(letter);
}

void CaseSection::addLetter(const interfaces::LetterView& letter)
{
    QFrame* panel = card("letter");
    panel->setProperty("letter", toQt(letter.id));
    auto* head = new QHBoxLayout;
    head->addWidget(paragraph(ui::text(letter.subject), TextKind::Strong), 1);
    const ChipLook look = letter.sentOn
        ? ChipLook{tr("↑ Sent on %1").arg(dateText(*letter.sentOn)), Tone::Accent, Glyph::None}
        : ChipLook{tr("Draft, not sent"), Tone::Neutral, Glyph::None};
    head->addWidget(new Chip(look), 0, Qt::AlignTop);
    cardLayout(panel)->addLayout(head);
    cardLayout(panel)->addWidget(
        paragraph((letter.ofCourt ? tr("%1 · from the issuing authority to %2 · since %3")
                                  : tr("%1 · to %2 · since %3"))
                      .arg(toQt(letter.id), toQt(letter.addressee), dateText(letter.since)),
            TextKind::Muted));
    if (!letter.declared.empty()) {
        auto* hint = new Notice("letterDeclared");
        hint->show(Tone::Warning,
            ui::text({"letter.declared", {{"declared", Term{"language." + letter.declared}}}}));
        cardLayout(panel)->addWidget(hint);
    }
    QPushButton* save = button(tr("Save as PDF…"), "saveLetter");
    save->setAccessibleName(tr("Save as PDF: letter to %1").arg(toQt(letter.addressee)));
    auto* language = languageBox(
        u"letterLanguage"_s, tr("Language of the letter to %1").arg(toQt(letter.addressee)), letter.language);
    QHBoxLayout* row = saveRow(save, language);
    if (!letter.sentOn && !letter.ofCourt && m_recordsLetters) {
        QPushButton* sent = button(tr("Record as sent…"), "letterSent");
        sent->setAccessibleName(tr("Record as sent: letter to %1").arg(toQt(letter.addressee)));
        row->addWidget(sent);
        connect(sent, &QPushButton::clicked, this,
            [this, letter, language] { Q_EMIT letterSent(letter, language->currentData().toString()); });
    }
    cardLayout(panel)->addLayout(row);
    m_content->addWidget(panel);
    connect(save, &QPushButton::clicked, this,
        [this, letter, language] { Q_EMIT letterWanted(letter, language->currentData().toString()); });
}

void CaseSection::addDocuments()
{
    std::vector<FiledDocument> documents;
    for (const auto& card : m_view.cards) {
        for (const auto& document : card.documents)
            documents.push_back({document, ui::text(card.title)});
    }
    if (documents.empty())
        return;
    QTableView* view = table("documentTable", tr("Documents"));
    auto* model = new DocumentModel(view);
    model->replace(std::move(documents));
    view->setModel(model);
    view->setColumnWidth(DocumentModel::Flag, 180);
    view->setColumnWidth(DocumentModel::Source, 170);
    view->setColumnWidth(DocumentModel::Size, 80);
    view->setColumnWidth(DocumentModel::Digest, 130);
    stretch(view, DocumentModel::Name);
    fitHeight(view);
    m_content->addWidget(
        paragraph(tr("Enter saves a copy. Documents are never shown inside the program."), TextKind::Muted));
    m_content->addWidget(view);
    connect(view, &QTableView::activated, this,
        [this, model](const QModelIndex& index) { Q_EMIT documentWanted(model->row(index.row()).document); });
}

void CaseSection::addAccess()
{
    std::vector<AccessLine> lines;
    for (const auto& row : m_view.access) {
        for (const auto& state : row.parties) {
            if (state.party == Party::Provider || state.state != DisclosureState::NotDecided)
                lines.push_back({row.document, ui::text(row.cameWith), state});
        }
    }
    if (lines.empty())
        return;
    QTableView* view = table("accessTable", tr("What the parties have of the file"));
    auto* model = new AccessModel(view);
    model->replace(std::move(lines));
    view->setModel(model);
    view->setColumnWidth(AccessModel::Source, 150);
    view->setColumnWidth(AccessModel::WhichParty, 90);
    view->setColumnWidth(AccessModel::State, 150);
    view->setColumnWidth(AccessModel::Since, 110);
    stretch(view, AccessModel::Name);
    stretch(view, AccessModel::Ground);
    fitWrapped(view);
    m_content->addWidget(view);
    QPushButton* save = button(tr("Save index as PDF…"), "saveAccessIndex");
    m_content->addWidget(save, 0, Qt::AlignLeft);
    connect(save, &QPushButton::clicked, this, &CaseSection::accessIndexWanted);
}

void CaseSection::addAudiences()
{
    QFrame* panel = card("audiences");
    cardLayout(panel)->addWidget(
        paragraph(tr("These institutions and people can see this case:"), TextKind::Muted));
    for (const std::string& audience : m_view.audiences)
        cardLayout(panel)->addWidget(paragraph(u"•  "_s + term(Term{audience})));
    if (m_view.audiences.empty())
        cardLayout(panel)->addWidget(paragraph(tr("Only you, as far as you may know."), TextKind::Body));
    m_content->addWidget(panel);
}

void CaseSection::addHistory()
{
    QTableView* view = table("historyTable", tr("History"));
    auto* model = new HistoryModel(view);
    std::vector<interfaces::HistoryRow> rows = m_view.history;
    std::sort(
        rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.streamSeq > b.streamSeq; });
    model->replace(std::move(rows));
    view->setModel(model);
    const std::pair<int, int> widths[] = {{HistoryModel::Number, 56}, {HistoryModel::When, 150},
        {HistoryModel::By, 180}, {HistoryModel::Stage, 230}, {HistoryModel::Source, 170}};
    for (const auto& [column, width] : widths)
        view->setColumnWidth(column, width);
    stretch(view, HistoryModel::What);
    fitHeight(view);
    m_content->addWidget(view);
}

void CaseSection::addCards(std::string_view tab)
{
    for (const auto* card : cardsOn(m_view, tab)) {
        auto* view = new CardView(*card);
        m_content->addWidget(view);
        connect(view, &CardView::documentWanted, this, &CaseSection::documentWanted);
    }
}

} // namespace tutela::ui

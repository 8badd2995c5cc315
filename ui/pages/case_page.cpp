#include "ui/pages/case_page.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QListWidget>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/acts/act_form.h"
#include "ui/acts/act_panel.h"
#include "ui/convert.h"
#include "ui/pages/case_header.h"
#include "ui/pages/case_section.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/file_choice.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

bool isDecision(const interfaces::ActOffer& offer)
{
    return offer.binding && !offer.onlyFromDocument && offer.tab == "decision"
        && (offer.to == Step::OrderIssued || offer.to == Step::OrderIssuedInPart
            || offer.to == Step::Refused);
}

CasePage::CasePage(interfaces::Office& office, const CaseId& caseId, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_caseId(caseId)
    , m_header(new CaseHeader)
    , m_notice(new Notice("caseNotice"))
    , m_tabs(named(new QListWidget, u"caseTabs"_s, tr("Tabs of the case")))
    , m_sections(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_act(new ActPanel(office))
{
    setObjectName(u"case."_s + toQt(caseId.text()));
    setProperty("kind", u"page"_s);
    build();
    addShortcuts();
    reload();
}

void CasePage::build()
{
    m_tabs->setProperty("kind", u"sections"_s);
    m_tabs->setFixedWidth(216);
    m_tabs->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sections->setObjectName(u"sections"_s);
    m_sections->setMinimumWidth(320);
    m_act->hide();
    m_splitter->setObjectName(u"caseSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(12);
    m_splitter->addWidget(m_sections);
    m_splitter->addWidget(m_act);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto* body = new QHBoxLayout;
    body->setContentsMargins(kWideGap, 12, kWideGap, kWideGap);
    body->setSpacing(12);
    body->addWidget(m_tabs);
    auto* column = new QVBoxLayout;
    column->setSpacing(kGap);
    column->addWidget(m_notice);
    column->addWidget(m_splitter, 1);
    body->addLayout(column, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(body, 1);
    connect(m_tabs, &QListWidget::currentRowChanged, this, &CasePage::openTab);
    connect(m_act, &ActPanel::performed, this, [this](const interfaces::ActReceipt& receipt) {
        reload();
        showReceipt(receipt);
        focusTabs();
        Q_EMIT performed();
    });
    connect(m_act, &ActPanel::refused, this, &CasePage::reload);
    connect(m_act, &ActPanel::closed, this, &CasePage::focusTabs);
}

void CasePage::addShortcuts()
{
    for (int number = 1; number <= 9; ++number) {
        auto* go = new QShortcut(QKeySequence(static_cast<int>(Qt::ALT) | (Qt::Key_0 + number)), this);
        go->setContext(Qt::WidgetWithChildrenShortcut);
        connect(go, &QShortcut::activated, this, [this, number] {
            if (number <= m_tabs->count())
                m_tabs->setCurrentRow(number - 1);
        });
    }
    for (const auto& [key, by] : {std::pair(Qt::Key_PageDown, 1), std::pair(Qt::Key_PageUp, -1)}) {
        auto* step = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        step->setContext(Qt::WidgetWithChildrenShortcut);
        connect(step, &QShortcut::activated, this, [this, by = by] { stepTab(by); });
    }
}

void CasePage::reload()
{
    const auto opened = m_office.cases().open(m_caseId, std::nullopt);
    if (!opened) {
        m_notice->show(Tone::Danger, ui::text(opened.error()));
        return;
    }
    const QString current =
        m_tabs->currentItem() != nullptr ? m_tabs->currentItem()->data(Qt::UserRole).toString() : QString();
    m_view = opened.value();
    const auto offers = m_office.cases().acts(m_caseId);
    m_offers = offers ? offers.value() : std::vector<interfaces::ActOffer>();
    const auto letters = m_office.letters().drafted(m_caseId);
    m_hasLetters = letters && !letters.value().empty();
    m_header->show(*m_view);
    if (m_act->isOpen())
        m_act->follow(*m_view);
    fillTabs(current);
}

void CasePage::showReceipt(const interfaces::ActReceipt& receipt)
{
    QStringList lines{tr("Recorded as entry %1. Stage: %2.").arg(receipt.streamSeq).arg(word(receipt.step))};
    for (const interfaces::ClockChange& change : receipt.moved) {
        const auto end = [](const std::optional<interfaces::ClockStand>& stand) {
            return stand && stand->end ? dateText(*stand->end) : tr("no date");
        };
        if (change.before)
            lines << tr("%1: %2 → %3")
                         .arg(clockName(change.id, change.service), end(change.before), end(change.after));
    }
    for (const Message& warning : receipt.warnings)
        lines << ui::text(warning);
    m_notice->show(receipt.warnings.empty() ? Tone::Good : Tone::Warning, lines.join(u'\n'));
}

bool CasePage::hasContent(std::string_view tab) const
{
    if (tab == "overview" || tab == "history" || tab == "who-can-see-this")
        return true;
    if (tab == "access-to-the-file" && !m_view->access.empty())
        return true;
    if (tab == "order" && m_view->file.order)
        return m_view->file.order->decision != CourtDecision::Refused;
    if (tab == "letters" && m_hasLetters)
        return true;
    if (tab == "request" && !m_view->conditions.empty())
        return true;
    if (!filingsOn(m_view->file, tab).empty())
        return true;
    return std::any_of(m_view->cards.begin(), m_view->cards.end(), [tab](const auto& card) {
        return card.tab == tab || (tab == "documents" && !card.documents.empty());
    });
}

void CasePage::fillTabs(const QString& current)
{
    const QSignalBlocker quiet(m_tabs);
    m_tabs->clear();
    while (m_sections->count() > 0) {
        QWidget* old = m_sections->widget(0);
        m_sections->removeWidget(old);
        old->deleteLater();
    }
    for (const std::string_view tab : interfaces::kTabs) {
        const auto onTab = [tab](const auto& offer) { return belongsOn(offer, tab); };
        const bool any = std::any_of(m_offers.begin(), m_offers.end(), onTab);
        const bool possible = std::any_of(m_offers.begin(), m_offers.end(),
            [&](const auto& offer) { return offer.allowed && !offer.onlyFromDocument && onTab(offer); });
        if (!hasContent(tab) && !any)
            continue;
        const std::size_t cards = cardsOn(*m_view, tab).size();
        QString words = term("tab", tab);
        if (cards > 0)
            words += u"  (%1)"_s.arg(cards);
        if (possible)
            words += u"  •"_s;
        auto* item = new QListWidgetItem(words, m_tabs);
        item->setData(Qt::UserRole, toQt(tab));
        item->setToolTip(possible ? tr("You can act here") : QString());
        item->setData(Qt::AccessibleTextRole,
            possible ? tr("%1, you can act here").arg(term("tab", tab)) : term("tab", tab));
        if (!hasContent(tab) && !possible)
            item->setForeground(theme().muted);
        auto* place = new QWidget;
        place->setObjectName(u"place."_s + toQt(tab));
        new QVBoxLayout(place);
        place->layout()->setContentsMargins(0, 0, 0, 0);
        m_sections->addWidget(place);
    }
    m_tabs->setCurrentRow(std::max(0, static_cast<int>(tabs().indexOf(current))));
    openTab(m_tabs->currentRow());
}

QStringList CasePage::tabs() const
{
    QStringList ids;
    for (int row = 0; row < m_tabs->count(); ++row)
        ids << m_tabs->item(row)->data(Qt::UserRole).toString();
    return ids;
}

void CasePage::openTab(int row)
{
    if (row < 0 || !m_view)
        return;
    QWidget* place = m_sections->widget(row);
    if (place->layout()->count() == 0) {
        const std::string tab = toStd(m_tabs->item(row)->data(Qt::UserRole).toString());
        auto* section = new CaseSection(m_office, *m_view, m_offers, tab);
        place->layout()->addWidget(section);
        connect(section, &CaseSection::actWanted, this, &CasePage::startAct);
        connect(section, &CaseSection::pointActWanted, this, &CasePage::startPointAct);
        connect(section, &CaseSection::documentWanted, this, &CasePage::saveDocument);
        connect(section, &CaseSection::orderDocumentWanted, this, &CasePage::saveOrder);
        connect(section, &CaseSection::bundleWanted, this, &CasePage::saveBundle);
        connect(section, &CaseSection::dateSheetWanted, this, &CasePage::saveDateSheet);
        connect(section, &CaseSection::accessIndexWanted, this, &CasePage::saveAccessIndex);
        connect(section, &CaseSection::letterSent, this, &CasePage::recordSent);
        connect(section, &CaseSection::letterWanted, this, &CasePage::saveLetter);
    }
    m_sections->setCurrentIndex(row);
}

void CasePage::stepTab(int by)
{
    if (m_tabs->count() > 0)
        m_tabs->setCurrentRow((m_tabs->currentRow() + by + m_tabs->count()) % m_tabs->count());
}

void CasePage::showTab(const QString& tab)
{
    const auto row = static_cast<int>(tabs().indexOf(tab));
    if (row >= 0)
        m_tabs->setCurrentRow(row);
}

void CasePage::startAct(const interfaces::ActOffer& offer)
{
    m_notice->clear();
    if (isDecision(offer)) {
        Q_EMIT decisionWanted(offer);
        return;
    }
    for (const std::string_view tab : interfaces::kTabs) {
        if (belongsOn(offer, tab))
            showTab(toQt(tab));
    }
    openForm(offer);
}

void CasePage::startPointAct(const interfaces::ActOffer& offer, const std::string& point)
{
    m_notice->clear();
    openForm(offer);
    if (m_act->form()->isEmpty())
        m_act->form()->fill({Json::object({{"point", point}}), {}});
}

void CasePage::openForm(const interfaces::ActOffer& offer)
{
    m_act->open(offer, m_view);
    m_splitter->setSizes({m_splitter->width() * 11 / 20, m_splitter->width() * 9 / 20});
}

void CasePage::focusTabs()
{
    m_tabs->setFocus(Qt::OtherFocusReason);
}

void CasePage::saveDocument(const interfaces::DocumentView& document)
{
    const QString path = fileChoice().toSave(this, tr("Save a copy"), safeFileName(document.name));
    if (path.isEmpty())
        return;
    const auto bytes = m_office.cases().document(document.id);
    if (!bytes)
        m_notice->show(Tone::Danger, ui::text(bytes.error()));
    else if (writeFile(path, bytes.value()))
        m_notice->show(Tone::Good, tr("Saved as %1.").arg(path));
    else
        m_notice->show(Tone::Danger, tr("%1 could not be written.").arg(path));
}

void CasePage::saveOrder(const QString& language)
{
    const QString name = toQt(m_caseId.text()) + u"-"_s + language + u".pdf"_s;
    const QString path = fileChoice().toSave(this, tr("Save the order"), name);
    if (!path.isEmpty())
        savePdf(path, [&] { return m_office.cases().orderDocument(m_caseId, toStd(language)); });
}

void CasePage::saveBundle(const QString& language)
{
    const QString name = toQt(m_caseId.text()) + u"-bundle-"_s + language + u".pdf"_s;
    const QString path = fileChoice().toSave(this, tr("Save the bundle for the court"), name);
    if (!path.isEmpty())
        savePdf(path, [&] { return m_office.cases().bundleDocument(m_caseId, toStd(language)); });
}

// Opens the form with what is known of the letter; day, channel and proof are for the person to fill in.
void CasePage::recordSent(const interfaces::LetterView& letter, const QString& language)
{
    const interfaces::ActOffer* offer = sendingOf(m_offers);
    if (offer == nullptr)
        return;
    startAct(*offer);
    const std::string& party = letter.party.id;
    std::string with = party.substr(party.find('.') + 1);
    if (party == "party.coordinating-authorities")
        with = "coordinating-authority";
    Json known = Json::object({{"drafted_letter", letter.id}, {"letter_language", toStd(language)},
        {"concerning", toStd(ui::text(letter.subject))}});
    if (party == "party.body-asked")
        with = "other";
    else if (party == "party.new-authority")
        with = "coordinating-authority";
    if (party == "party.body-asked" || party == "party.new-authority")
        known.set("correspondent_name", letter.addressee);
    known.set("correspondent", with);
    m_act->form()->fill({std::move(known), {}});
}

void CasePage::saveLetter(const interfaces::LetterView& letter, const QString& language)
{
    const QString name = toQt(m_caseId.text()) + u"-"_s + toQt(letter.id) + u"-"_s + language + u".pdf"_s;
    const QString path = fileChoice().toSave(this, tr("Save the letter"), name);
    if (!path.isEmpty())
        savePdf(path, [&] { return m_office.letters().pdf(m_caseId, letter.id, toStd(language)); });
}

void CasePage::savePdf(const QString& path, const std::function<Result<std::string>()>& made)
{
    QGuiApplication::setOverrideCursor(Qt::BusyCursor);
    const auto bytes = made();
    QGuiApplication::restoreOverrideCursor();
    if (!bytes)
        m_notice->show(Tone::Danger, ui::text(bytes.error()));
    else if (writeFile(path, bytes.value()))
        m_notice->show(Tone::Good, tr("Saved as %1.").arg(path));
    else
        m_notice->show(Tone::Danger, tr("%1 could not be written.").arg(path));
}

void CasePage::saveDateSheet(const QString& clock)
{
    const QString name = toQt(m_caseId.text()) + u"-"_s + QString(clock).replace(u'/', u'-') + u".pdf"_s;
    const QString path = fileChoice().toSave(this, tr("Save “Why this date?”"), name);
    if (!path.isEmpty())
        savePdf(path, [&] { return m_office.cases().dateSheet(m_caseId, toStd(clock)); });
}

void CasePage::saveAccessIndex()
{
    const QString path =
        fileChoice().toSave(this, tr("Save “Access to the file”"), toQt(m_caseId.text()) + u"-access.pdf"_s);
    if (!path.isEmpty())
        savePdf(path, [&] { return m_office.cases().accessIndex(m_caseId); });
}

} // namespace tutela::ui

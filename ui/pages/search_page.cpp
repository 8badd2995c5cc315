#include "ui/pages/search_page.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/models/hit_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kAskDelayMilliseconds = 250;
constexpr int kLongestWords = 200;
constexpr int kRowHeight = 62;
constexpr std::int64_t kHits = 50;

// A single letter is the beginning of half of all words.
bool isTooShort(const QString& words)
{
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    return std::none_of(parts.begin(), parts.end(), [](const QString& part) { return part.size() > 1; });
}

} // namespace

SearchPage::SearchPage(interfaces::Office& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_model(new HitModel(this))
    , m_words(named(new QLineEdit, u"searchWords"_s, tr("Words to look for")))
    , m_summary(label({}, TextKind::Muted))
    , m_table(table("searchTable", tr("What was found")))
    , m_notice(new Notice("searchNotice"))
    , m_stack(new QStackedLayout)
    , m_askSoon(new QTimer(this))
{
    setObjectName(u"searchPage"_s);
    setProperty("kind", u"page"_s);
    m_words->setPlaceholderText(tr("Words of a text, a name, a question …"));
    m_words->setClearButtonEnabled(true);
    m_words->setMaxLength(kLongestWords);
    m_words->setMinimumHeight(38);
    m_table->setModel(m_model);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->setColumnWidth(HitModel::FileNumber, 124);
    m_table->setColumnWidth(HitModel::Where, 240);
    stretch(m_table, HitModel::Text);
    m_stack->addWidget(m_table);
    m_stack->addWidget(emptyState());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideGap, 20, kWideGap, kWideGap);
    layout->setSpacing(12);
    layout->addWidget(label(tr("Search"), TextKind::Title));
    layout->addWidget(m_words);
    layout->addWidget(m_notice);
    layout->addWidget(m_summary);
    layout->addLayout(m_stack, 1);
    m_askSoon->setSingleShot(true);
    m_askSoon->setInterval(kAskDelayMilliseconds);
    connect(m_askSoon, &QTimer::timeout, this, &SearchPage::ask);
    connect(m_words, &QLineEdit::textChanged, m_askSoon, qOverload<>(&QTimer::start));
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        ask();
        if (m_model->rowCount() > 0)
            m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table, &QTableView::activated, this, &SearchPage::openRow);
    ask();
}

QWidget* SearchPage::emptyState()
{
    QFrame* panel = card("searchEmpty");
    m_emptyTitle = label({}, TextKind::Heading);
    m_emptyText = paragraph({}, TextKind::Muted);
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyText->setAlignment(Qt::AlignCenter);
    QVBoxLayout* column = cardLayout(panel);
    column->addStretch(1);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyText);
    column->addStretch(2);
    return panel;
}

void SearchPage::start()
{
    std::map<std::string, std::string> tabs;
    const auto offers = m_office.cases().acts(std::nullopt);
    for (const auto& offer : offers ? offers.value() : std::vector<interfaces::ActOffer>())
        tabs.emplace(offer.act, offer.tab);
    m_model->setTabs(std::move(tabs));
    ask();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void SearchPage::forget()
{
    m_askSoon->stop();
    m_words->clear();
    m_askSoon->stop();
    m_model->replace({});
}

void SearchPage::say(const QString& title, const QString& text)
{
    m_model->replace({});
    m_summary->clear();
    m_emptyTitle->setText(title);
    m_emptyText->setText(text);
    m_stack->setCurrentIndex(1);
}

void SearchPage::ask()
{
    m_askSoon->stop();
    m_notice->clear();
    const QString words = m_words->text().simplified();
    if (words.isEmpty())
        return say(tr("Search in all cases that you may see"),
            tr("Every word must occur in the same text; the beginning of a word is enough."));
    if (isTooShort(words))
        return say(tr("Go on typing"), tr("At least one word of two letters is needed."));
    const auto hits = m_office.search().search(toStd(words), kHits);
    if (!hits) {
        say(tr("Nothing could be searched"), {});
        m_notice->show(Tone::Danger, ui::text(hits.error()));
        return;
    }
    if (hits.value().empty())
        return say(tr("Nothing found for “%1”").arg(words),
            tr("Only texts of cases that you may see are searched. Try the beginning of a word, or fewer "
               "words."));
    m_model->replace(hits.value());
    m_table->selectRow(0);
    const auto count = static_cast<std::int64_t>(hits.value().size());
    m_summary->setText(count == kHits ? tr("The first %1 places; one more word narrows them down.").arg(count)
            : count == 1              ? tr("1 place. Enter opens the case there.")
                         : tr("%1 places, the best first. Enter opens the case there.").arg(count));
    m_stack->setCurrentIndex(0);
}

void SearchPage::openRow(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    const interfaces::SearchHit hit = m_model->row(index.row());
    Q_EMIT caseWanted(hit.caseId, toQt(m_model->tabOf(hit)));
}

} // namespace tutela::ui

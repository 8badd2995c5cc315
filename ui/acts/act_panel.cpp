#include "ui/acts/act_panel.h"

#include <algorithm>

#include <QCheckBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/acts/moved_dates.h"
#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCheckDelayMilliseconds = 250;
constexpr int kKeepDelayMilliseconds = 1500;

QString reasonLine(const interfaces::WhyNot& reason)
{
    const QString sentence = ui::text(reason.text);
    return reason.law.empty() ? sentence : sentence + u" ("_s + toQt(reason.law) + u")"_s;
}

} // namespace

ActPanel::ActPanel(interfaces::Office& office, QWidget* parent)
    : QFrame(parent)
    , m_office(office)
    , m_checkSoon(new QTimer(this))
    , m_keepSoon(new QTimer(this))
{
    setObjectName(u"actPanel"_s);
    setProperty("kind", u"card"_s);
    setMinimumWidth(380);
    m_checkSoon->setSingleShot(true);
    m_checkSoon->setInterval(kCheckDelayMilliseconds);
    connect(m_checkSoon, &QTimer::timeout, this, &ActPanel::check);
    m_keepSoon->setSingleShot(true);
    m_keepSoon->setInterval(kKeepDelayMilliseconds);
    connect(m_keepSoon, &QTimer::timeout, this, &ActPanel::keepDraft);
    auto* post = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    post->setContext(Qt::WidgetWithChildrenShortcut);
    connect(post, &QShortcut::activated, this, &ActPanel::perform);
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &ActPanel::close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideGap, kWideGap, kWideGap, kWideGap);
    layout->setSpacing(12);
}

ActPanel::~ActPanel()
{
    keepDraft();
}

void ActPanel::open(const interfaces::ActOffer& offer, const std::optional<interfaces::CaseView>& view)
{
    keepDraft();
    m_offer = offer;
    m_view = view;
    build();
    offerDraft();
    check();
    show();
    if (!m_offer.fields.empty())
        m_form->editor(m_offer.fields.front().name)->setFocus();
    else
        m_perform->setFocus();
}

void ActPanel::close()
{
    putAway();
    Q_EMIT closed();
}

void ActPanel::putAway()
{
    keepDraft();
    m_checkSoon->stop();
    clear(layout());
    m_form = nullptr;
    m_moved = nullptr;
    hide();
}

void ActPanel::follow(const interfaces::CaseView& view)
{
    m_view = view;
}

void ActPanel::build()
{
    clear(layout());
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    addHead(column);
    ScrollPage scroll = scrollPage("actScroll", tr("Form"));
    FormContext context{&m_office, m_view ? &*m_view : nullptr, m_offer};
    m_form = new ActForm(context, m_offer.onlyFromDocument ? FromDocument::Yes : FromDocument::No);
    m_form->setObjectName(u"actForm"_s);
    scroll.content->addWidget(m_form);
    m_moved = m_offer.touchesClocks ? new MovedDates : nullptr;
    if (m_moved != nullptr)
        scroll.content->addWidget(m_moved);
    scroll.content->addStretch(1);
    column->addWidget(scroll.area, 1);
    m_warnings = new Notice("actWarnings");
    column->addWidget(m_warnings);
    m_differences = new Notice("actDifferences");
    column->addWidget(m_differences);
    addFoot(column);
    m_typed = false;
    connect(m_form, &ActForm::changed, this, [this] {
        m_checkSoon->start();
        m_typed = true;
        if (!m_keepSoon->isActive())
            m_keepSoon->start();
    });
}

void ActPanel::addHead(QVBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    QLabel* title = paragraph(actLabel(m_offer), TextKind::Heading);
    head->addWidget(title, 1);
    m_discard = button(tr("Discard draft"), "discardDraft", ButtonKind::Link);
    m_discard->hide();
    head->addWidget(m_discard, 0, Qt::AlignTop);
    actOnSecondPress(m_discard, tr("Discard for good?"), [this] { discardDraft(); });
    QPushButton* leave = button(tr("Close"), "closeAct", ButtonKind::Link);
    leave->setToolTip(tr("Closes the form and keeps your draft (Esc)"));
    head->addWidget(leave, 0, Qt::AlignTop);
    column->addLayout(head);
    connect(leave, &QPushButton::clicked, this, &ActPanel::close);
    QStringList facts;
    if (!m_offer.law.empty())
        facts << toQt(m_offer.law);
    if (m_offer.to)
        facts << tr("Stage afterwards: %1").arg(word(*m_offer.to));
    if (!facts.isEmpty())
        column->addWidget(paragraph(facts.join(u" · "_s), TextKind::Muted));
    m_notice = new Notice("actNotice");
    column->addWidget(m_notice);
    if (m_offer.points.empty())
        return;
    QStringList points;
    for (const auto& point : m_offer.points)
        points << ui::text(point.text);
    auto* toCheck = new Notice("actPoints");
    column->addWidget(toCheck);
    toCheck->show(Tone::Warning, tr("To check before:") + u"\n• "_s + points.join(u"\n• "_s));
}

void ActPanel::addFoot(QVBoxLayout* column)
{
    m_reasons = new Notice("actReasons");
    column->addWidget(m_reasons);
    m_sign = nullptr;
    if (m_offer.binding) {
        m_sign = new QCheckBox(m_offer.onlyFromDocument ? tr("I sign this record personally")
                                                        : tr("I sign this act personally"));
        named(m_sign, u"signPersonally"_s, m_sign->text());
        m_sign->setToolTip(tr("A binding act carries your personal signature and cannot be taken back."));
        column->addWidget(m_sign);
    }
    auto* foot = new QHBoxLayout;
    m_perform =
        button(m_offer.onlyFromDocument ? text(Message{"from-document.group", {}}) : term("act", m_offer.act),
            "performAct", ButtonKind::Primary);
    m_perform->setToolTip(tr("Ctrl+Enter"));
    foot->addWidget(m_perform);
    foot->addWidget(label(tr("Ctrl+Enter"), TextKind::Caption));
    foot->addStretch(1);
    column->addLayout(foot);
    connect(m_perform, &QPushButton::clicked, this, &ActPanel::perform);
}

interfaces::DraftKey ActPanel::draftKey() const
{
    return {m_view ? std::optional(m_view->file.id) : std::nullopt, m_offer.act};
}

interfaces::ActRequest ActPanel::request() const
{
    interfaces::ActRequest made;
    made.act = m_offer.act;
    made.data = m_form->data();
    made.attachments = m_form->files();
    if (m_view) {
        made.caseId = m_view->file.id;
        made.expectedStreamSeq = m_view->file.streamSeq;
    }
    return made;
}

void ActPanel::offerDraft()
{
    const auto kept = m_office.own().draft(draftKey());
    if (!kept || !kept.value())
        return fillSuggested();
    m_form->fill(kept.value()->draft);
    m_typed = false;
    m_keepSoon->stop();
    m_discard->show();
    QString said = tr("Your draft of %1 was put back. Nothing has been recorded yet.")
                       .arg(instantText(kept.value()->keptAt));
    if (kept.value()->draft.filesLeftOut)
        said += u" "_s + tr("Its files were too large to be kept: attach them again.");
    m_notice->show(Tone::Accent, said);
}

// What follows from the file; the person reads it and changes what is to be changed.
void ActPanel::fillSuggested()
{
    if (!m_offer.suggested.isObject() || m_offer.suggested.asObject().empty())
        return;
    m_form->fill({m_offer.suggested, {}});
    m_typed = false;
    m_keepSoon->stop();
    m_notice->show(Tone::Accent,
        tr("Filled in from the file: what the draft covers, and the grounds recorded under the conditions. "
           "Read it and complete it."));
}

void ActPanel::keepDraft()
{
    m_keepSoon->stop();
    if (m_form == nullptr || !m_typed)
        return;
    const bool empty = m_form->isEmpty();
    const auto kept = empty ? m_office.own().discardDraft(draftKey())
                            : m_office.own().keepDraft(draftKey(), m_form->draft());
    m_typed = !kept.ok();
    m_discard->setVisible(!empty);
    if (!kept)
        m_notice->show(Tone::Warning, tr("Your draft could not be kept. %1").arg(ui::text(kept.error())));
}

void ActPanel::discardDraft()
{
    m_keepSoon->stop();
    if (const auto gone = m_office.own().discardDraft(draftKey()); !gone) {
        m_notice->show(Tone::Danger, ui::text(gone.error()));
        return;
    }
    build();
    check();
    m_notice->show(Tone::Accent, tr("The draft was discarded."));
    if (!m_offer.fields.empty())
        m_form->editor(m_offer.fields.front().name)->setFocus();
}

void ActPanel::check()
{
    if (m_form == nullptr)
        return;
    const auto preview = m_office.cases().preview(request());
    if (!preview)
        return;
    showReasons(preview.value().refused);
    showNotes(preview.value());
    if (m_moved != nullptr)
        m_moved->show(preview.value());
}

void ActPanel::showNotes(const interfaces::ActPreview& preview)
{
    const auto list = [](Notice* notice, Tone tone, const QString& head, const QStringList& lines) {
        if (lines.isEmpty())
            notice->clear();
        else
            notice->show(tone, head + u"\n• "_s + lines.join(u"\n• "_s));
    };
    QStringList warnings;
    for (const Message& warning : preview.warnings) {
        const bool above = std::any_of(m_offer.points.begin(), m_offer.points.end(),
            [&](const interfaces::WhyNot& point) { return point.text == warning; });
        if (!above)
            warnings << ui::text(warning);
    }
    list(m_warnings, Tone::Warning, tr("To consider:"), warnings);
    QStringList differences;
    for (const Message& difference : preview.differences)
        differences << ui::text(difference);
    list(m_differences, Tone::Accent, tr("Differences from the request:"), differences);
}

void ActPanel::showReasons(const std::vector<interfaces::WhyNot>& reasons)
{
    QStringList lines;
    for (const auto& reason : m_form->showReasons(reasons)) {
        const QString sentence = reasonLine(reason);
        if (!lines.contains(sentence))
            lines << sentence;
    }
    if (lines.isEmpty())
        m_reasons->clear();
    else
        m_reasons->show(Tone::Warning, tr("Not possible yet:") + u"\n• "_s + lines.join(u"\n• "_s));
}

void ActPanel::perform()
{
    if (m_form == nullptr)
        return;
    m_checkSoon->stop();
    keepDraft();
    if (!m_form->isComplete()) {
        m_form->revealAll();
        m_notice->show(Tone::Danger, tr("Some fields still need something. They are marked below."));
        return;
    }
    if (m_sign != nullptr && !m_sign->isChecked()) {
        m_notice->show(Tone::Danger, tr("Tick “%1” first: this act binds.").arg(m_sign->text()));
        m_sign->setFocus();
        return;
    }
    QGuiApplication::setOverrideCursor(Qt::BusyCursor);
    const auto receipt = m_office.cases().perform(request());
    QGuiApplication::restoreOverrideCursor();
    if (!receipt) {
        m_notice->show(Tone::Danger,
            ui::text(receipt.error()) + u"\n"_s + tr("Nothing was recorded; your draft is kept."));
        m_form->revealAll();
        Q_EMIT refused();
        return;
    }
    m_keepSoon->stop();
    clear(layout());
    m_form = nullptr;
    m_moved = nullptr;
    hide();
    Q_EMIT performed(receipt.value());
}

} // namespace tutela::ui

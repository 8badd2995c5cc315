#include "ui/acts/act_panel.h"

#include <QCheckBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCheckDelayMilliseconds = 250;

QString reasonLine(const interfaces::WhyNot& reason)
{
    const QString sentence = ui::text(reason.text);
    return reason.law.empty() ? sentence : sentence + u" ("_s + toQt(reason.law) + u")"_s;
}

} // namespace

ActPanel::ActPanel(interfaces::Office& office, Drafts& drafts, QWidget* parent)
    : QFrame(parent)
    , m_office(office)
    , m_drafts(drafts)
    , m_checkSoon(new QTimer(this))
{
    setObjectName(u"actPanel"_s);
    setProperty("kind", u"card"_s);
    setMinimumWidth(380);
    m_checkSoon->setSingleShot(true);
    m_checkSoon->setInterval(kCheckDelayMilliseconds);
    connect(m_checkSoon, &QTimer::timeout, this, &ActPanel::check);
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

ActPanel::~ActPanel() = default;

void ActPanel::open(const interfaces::ActOffer& offer, const std::optional<interfaces::CaseView>& view)
{
    keepDraft();
    m_offer = offer;
    m_view = view;
    build();
    if (const auto kept = m_drafts.find(draftKey()); kept != m_drafts.end()) {
        m_form->fill(kept->second);
        m_notice->show(Tone::Accent, tr("Your draft of this act was kept. Nothing has been recorded yet."));
    }
    check();
    show();
    if (!m_offer.fields.empty())
        m_form->editor(m_offer.fields.front().name)->setFocus();
    else
        m_perform->setFocus();
}

void ActPanel::close()
{
    keepDraft();
    m_checkSoon->stop();
    clear(layout());
    m_form = nullptr;
    hide();
    Q_EMIT closed();
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
    m_form = new ActForm(context, fromDocument());
    m_form->setObjectName(u"actForm"_s);
    scroll.content->addWidget(m_form);
    scroll.content->addStretch(1);
    column->addWidget(scroll.area, 1);
    addFoot(column);
    connect(m_form, &ActForm::changed, this, [this] { m_checkSoon->start(); });
}

void ActPanel::addHead(QVBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    head->addWidget(label(term("act", m_offer.act), TextKind::Heading), 1);
    QPushButton* leave = button(tr("Close"), "closeAct", ButtonKind::Link);
    leave->setToolTip(tr("Closes the form and keeps your draft (Esc)"));
    head->addWidget(leave);
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
}

void ActPanel::addFoot(QVBoxLayout* column)
{
    m_reasons = new Notice("actReasons");
    column->addWidget(m_reasons);
    m_sign = nullptr;
    if (m_offer.binding) {
        m_sign = new QCheckBox(tr("I sign this act personally"));
        named(m_sign, u"signPersonally"_s, m_sign->text());
        m_sign->setToolTip(tr("A binding act carries your personal signature and cannot be taken back."));
        column->addWidget(m_sign);
    }
    auto* foot = new QHBoxLayout;
    m_perform = button(term("act", m_offer.act), "performAct", ButtonKind::Primary);
    m_perform->setToolTip(tr("Ctrl+Enter"));
    foot->addWidget(m_perform);
    foot->addWidget(label(tr("Ctrl+Enter"), TextKind::Caption));
    foot->addStretch(1);
    column->addLayout(foot);
    connect(m_perform, &QPushButton::clicked, this, &ActPanel::perform);
}

DraftKey ActPanel::draftKey() const
{
    const auto person = m_office.signIn().signedIn();
    return {person ? person->person.text() : std::string(), m_view ? m_view->file.id.text() : std::string(),
        m_offer.act};
}

FromDocument ActPanel::fromDocument() const
{
    const auto person = m_office.signIn().signedIn();
    if (!m_offer.outside || !person)
        return FromDocument::No;
    const bool ownAct = std::any_of(person->roles.begin(), person->roles.end(), [this](Role role) {
        return institutionOf(role) != Institution::Authority
            && std::find(m_offer.roles.begin(), m_offer.roles.end(), role) != m_offer.roles.end();
    });
    return ownAct ? FromDocument::No : FromDocument::Yes;
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

void ActPanel::keepDraft()
{
    if (m_form == nullptr)
        return;
    Draft draft = m_form->draft();
    const bool isEmpty = draft.files.empty()
        && std::all_of(draft.data.asObject().begin(), draft.data.asObject().end(),
            [](const auto& member) { return member.second.isBool() && !member.second.asBool(); });
    if (isEmpty)
        m_drafts.erase(draftKey());
    else
        m_drafts[draftKey()] = std::move(draft);
}

void ActPanel::check()
{
    if (m_form == nullptr)
        return;
    keepDraft();
    const auto reasons = m_office.cases().check(request());
    if (reasons)
        showReasons(reasons.value());
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
        m_notice->show(Tone::Danger, tr("Tick “I sign this act personally” first: this act binds."));
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
    m_drafts.erase(draftKey());
    clear(layout());
    m_form = nullptr;
    hide();
    Q_EMIT performed(receipt.value());
}

} // namespace tutela::ui

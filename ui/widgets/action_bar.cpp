#include "ui/widgets/action_bar.h"

#include <QGridLayout>
#include <QMenu>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/flow_layout.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

QPushButton* actButton(const interfaces::ActOffer& offer, ButtonKind kind)
{
    QPushButton* made = button(actLabel(offer), "act", kind);
    made->setObjectName(u"act."_s + toQt(offer.act));
    return made;
}

// The first reason is the one that has to go first; the others stand in the tooltip.
QString reasonText(const interfaces::ActOffer& offer)
{
    if (offer.whyNot.empty())
        return ActionBar::tr("Not for you, or not at this stage.");
    const auto& first = offer.whyNot.front();
    const QString sentence = ui::text(first.text);
    return first.law.empty() ? sentence : sentence + u" ("_s + toQt(first.law) + u")"_s;
}

QString allReasons(const interfaces::ActOffer& offer)
{
    QStringList lines;
    for (const auto& reason : offer.whyNot)
        lines << ui::text(reason.text);
    return lines.join(u'\n');
}

// Papers are kept beside the procedure, and so is the question whose desk it is: nothing comes next there,
// least of all a quarantine.
bool isBesideProcedure(const interfaces::ActOffer& offer)
{
    return offer.act == "assign" || offer.act == "assign-detection" || offer.tab == "letters"
        || offer.tab == "documents" || offer.tab == "access-to-the-file" || offer.tab == "history";
}

// The act that comes next in the ordinary course: the one that binds, or the first. Between several that bind
// the choice is the person's, and giving up is never suggested.
const interfaces::ActOffer* nextOf(const std::vector<interfaces::ActOffer>& offers)
{
    const interfaces::ActOffer* first = nullptr;
    const interfaces::ActOffer* binding = nullptr;
    for (const auto& offer : offers) {
        if (!offer.allowed || offer.onlyFromDocument || isBesideProcedure(offer)
            || offer.to == Step::Withdrawn || offer.to == Step::NotPursued)
            continue;
        if (offer.binding && binding != nullptr)
            return nullptr;
        binding = offer.binding ? &offer : binding;
        first = first == nullptr ? &offer : first;
    }
    return binding != nullptr ? binding : first;
}

} // namespace

ActionBar::ActionBar(const std::vector<interfaces::ActOffer>& offers, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"actionBar"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    addPossible(offers);
    addImpossible(offers);
}

void ActionBar::addPossible(const std::vector<interfaces::ActOffer>& offers)
{
    auto* row = new FlowLayout(kGap);
    const interfaces::ActOffer* next = nextOf(offers);
    bool first = true;
    for (const auto& offer : offers) {
        if (!offer.allowed || offer.onlyFromDocument)
            continue;
        QPushButton* act = actButton(offer, &offer == next ? ButtonKind::Primary : ButtonKind::Plain);
        first = false;
        act->setToolTip(toQt(offer.law));
        row->addWidget(act);
        connect(act, &QPushButton::clicked, this, [this, offer] { Q_EMIT wanted(offer); });
    }
    if (QPushButton* record = recordButton(offers)) {
        first = false;
        row->addWidget(record);
    }
    if (first) {
        delete row;
        return;
    }
    qobject_cast<QVBoxLayout*>(layout())->addLayout(row);
}

// What other institutions do themselves stands apart from this person's own acts.
QPushButton* ActionBar::recordButton(const std::vector<interfaces::ActOffer>& offers)
{
    const QString words = text(Message{"from-document.group", {}});
    QPushButton* made = button(words + u"  ▾"_s, "recordFromDocument");
    made->setAccessibleName(words);
    made->setToolTip(tr("Acts of other institutions that came to you as a signed document"));
    auto* menu = new QMenu(made);
    named(menu, u"recordFromDocumentMenu"_s, words);
    for (const auto& offer : offers) {
        if (!offer.allowed || !offer.onlyFromDocument)
            continue;
        QAction* act = menu->addAction(term("act", offer.act), this, [this, offer] { Q_EMIT wanted(offer); });
        act->setObjectName(u"act."_s + toQt(offer.act));
        act->setToolTip(toQt(offer.law));
    }
    if (menu->isEmpty()) {
        delete made;
        return nullptr;
    }
    made->setMenu(menu);
    return made;
}

void ActionBar::addImpossible(const std::vector<interfaces::ActOffer>& offers)
{
    auto* list = new QWidget;
    list->setObjectName(u"impossibleActs"_s);
    auto* grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kWideGap);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int count = 0;
    for (const auto& offer : offers) {
        if (offer.allowed)
            continue;
        QPushButton* act = actButton(offer, ButtonKind::Plain);
        act->setEnabled(false);
        act->setToolTip(allReasons(offer));
        const QString why = reasonText(offer);
        act->setAccessibleDescription(why);
        grid->addWidget(act, count, 0);
        grid->addWidget(paragraph(why, TextKind::Muted), count, 1, Qt::AlignVCenter);
        ++count;
    }
    if (count == 0) {
        delete list;
        return;
    }
    const QString closedText = tr("▸ Not possible now (%1)").arg(count);
    const QString openText = tr("▾ Not possible now (%1)").arg(count);
    QPushButton* toggle = button(closedText, "showImpossible", ButtonKind::Link);
    toggle->setCheckable(true);
    toggle->setToolTip(tr("Shows the other acts of this page and why they cannot be performed"));
    list->hide();
    connect(toggle, &QPushButton::toggled, list, [list, toggle, closedText, openText](bool open) {
        list->setVisible(open);
        toggle->setText(open ? openText : closedText);
    });
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->addWidget(toggle);
    column->addWidget(list);
}

} // namespace tutela::ui

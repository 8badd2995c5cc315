#include "ui/widgets/card_view.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

// Days and instants are written as everywhere else; the value as it came is what is left.
QString valueText(const interfaces::FieldView& field)
{
    QStringList lines;
    for (const Message& one : field.lines)
        lines << ui::text(one);
    if (!lines.isEmpty())
        return lines.join(u'\n');
    if (field.instant)
        return instantText(*field.instant);
    return field.day ? dateText(*field.day) : toQt(field.value);
}

// Which way a letter went is seen at once, and a note is never taken for one.
ChipLook statusLook(const Term& status)
{
    if (status.id == "status.letter-in")
        return {u"↓ "_s + term(status), Tone::Good, Glyph::None};
    if (status.id == "status.letter-out")
        return {u"↑ "_s + term(status), Tone::Accent, Glyph::None};
    if (status.id == "status.internal-note")
        return {term(status), Tone::Warning, Glyph::Person};
    return {term(status), Tone::Neutral, Glyph::None};
}

} // namespace

CardView::CardView(const interfaces::Card& card, QWidget* parent)
    : QFrame(parent)
{
    setObjectName(u"card"_s);
    setProperty("kind", u"card"_s);
    setProperty("entry", static_cast<qlonglong>(card.entry));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideGap, 12, kWideGap, 14);
    layout->setSpacing(kGap);
    addHead(card);
    addFields(card);
    addDocuments(card);
}

void CardView::addHead(const interfaces::Card& card)
{
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    auto* head = new QHBoxLayout;
    head->setSpacing(kGap);
    QString title = ui::text(card.title);
    if (!card.id.empty() && !title.contains(toQt(card.id)))
        title += u" · "_s + toQt(card.id);
    QLabel* heading = paragraph(title, TextKind::Heading);
    head->addWidget(heading, 1);
    if (card.recordedFromDocument)
        head->addWidget(
            new Chip({tr("Recorded from a document"), Tone::Paused, Glyph::Document}), 0, Qt::AlignTop);
    if (!card.confirmed)
        head->addWidget(new Chip({tr("Not yet confirmed"), Tone::Warning, Glyph::Question}), 0, Qt::AlignTop);
    if (card.status)
        head->addWidget(new Chip(statusLook(*card.status)), 0, Qt::AlignTop);
    column->addLayout(head);
    QStringList origin{instantText(card.at)};
    if (!card.by.empty())
        origin << toQt(card.by);
    column->addWidget(paragraph(origin.join(u" · "_s), TextKind::Caption));
}

void CardView::addFields(const interfaces::Card& card)
{
    if (card.fields.empty())
        return;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kWideGap);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, 150);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto& field : card.fields) {
        QLabel* name = paragraph(ui::text(field.label), TextKind::Muted);
        name->setMaximumWidth(190);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(paragraph(valueText(field)), row, 1, Qt::AlignTop);
        ++row;
    }
    qobject_cast<QVBoxLayout*>(layout())->addLayout(grid);
}

void CardView::addDocuments(const interfaces::Card& card)
{
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    for (const auto& document : card.documents) {
        QPushButton* open = button(
            u"%1 (%2)"_s.arg(toQt(document.name), sizeText(document.size)), "document", ButtonKind::Link);
        open->setToolTip(tr("Save a copy. SHA-256: %1").arg(toQt(document.sha256)));
        column->addWidget(open);
        connect(open, &QPushButton::clicked, this, [this, document] { Q_EMIT documentWanted(document); });
    }
}

} // namespace tutela::ui

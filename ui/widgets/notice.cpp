#include "ui/widgets/notice.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include "ui/theme/glyphs.h"
#include "ui/widgets/basics.h"

namespace tutela::ui {

namespace {

Glyph glyphFor(Tone tone)
{
    switch (tone) {
    case Tone::Neutral:
    case Tone::Accent:
        return Glyph::Circle;
    case Tone::Good:
        return Glyph::Check;
    case Tone::Warning:
    case Tone::Danger:
        return Glyph::Alert;
    case Tone::Paused:
        return Glyph::Pause;
    }
    return Glyph::None;
}

} // namespace

Notice::Notice(const char* name, QWidget* parent)
    : QFrame(parent)
    , m_text(paragraph({}))
{
    setObjectName(QString::fromLatin1(name));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(38, 10, 12, 10);
    layout->addWidget(m_text);
    hide();
}

void Notice::show(Tone tone, const QString& text)
{
    m_tone = tone;
    m_text->setText(text);
    setAccessibleName(text);
    update();
    setVisible(!text.isEmpty());
    QAccessibleEvent said(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void Notice::clear()
{
    m_text->clear();
    hide();
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::paintEvent(QPaintEvent*)
{
    const ToneColors& colors = theme().tone(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.ground);
    painter.drawRoundedRect(rect(), 8, 8);
    paintGlyph(painter, glyphFor(m_tone), QRectF(15, 14, 12, 12), colors.ink);
}

void Notice::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        update();
    QFrame::changeEvent(event);
}

} // namespace tutela::ui

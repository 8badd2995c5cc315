#include "ui/widgets/basics.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTimer>

#include "ui/models/chip_delegate.h"
#include "ui/theme/theme.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

QString kindName(TextKind kind)
{
    switch (kind) {
    case TextKind::Title:
        return u"title"_s;
    case TextKind::Heading:
        return u"heading"_s;
    case TextKind::Strong:
        return u"strong"_s;
    case TextKind::Body:
        return u"body"_s;
    case TextKind::Muted:
        return u"muted"_s;
    case TextKind::Caption:
        return u"caption"_s;
    case TextKind::Problem:
        return u"problem"_s;
    }
    return {};
}

QString kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Plain:
        return u"plain"_s;
    case ButtonKind::Primary:
        return u"primary"_s;
    case ButtonKind::Link:
        return u"link"_s;
    case ButtonKind::Nav:
        return u"nav"_s;
    }
    return {};
}

} // namespace

namespace {

// A wrapped label that does not ask for the height it would have at its narrowest.
class Paragraph final : public QLabel {
public:
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, fontMetrics().lineSpacing()}; }
};

// Words longer than a SHA-256 may break, so that no foreign text can push a page apart.
QString breakable(const QString& text)
{
    constexpr int kLongestWord = 64;
    QString out;
    int run = 0;
    for (const QChar letter : text) {
        run = letter.isSpace() ? 0 : run + 1;
        if (run > kLongestWord) {
            out += QChar(0x200b);
            run = 1;
        }
        out += letter;
    }
    return out;
}

QLabel* prepared(QLabel* made, const QString& text, TextKind kind)
{
    made->setTextFormat(Qt::PlainText);
    made->setText(breakable(text));
    made->setProperty("kind", kindName(kind));
    made->setObjectName(u"label"_s);
    return made;
}

} // namespace

QLabel* label(const QString& text, TextKind kind)
{
    return prepared(new QLabel, text, kind);
}

QLabel* paragraph(const QString& text, TextKind kind)
{
    QLabel* made = prepared(new Paragraph, text, kind);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    made->setSizePolicy(policy);
    return made;
}

QPushButton* button(const QString& text, const char* name, ButtonKind kind)
{
    auto* made = new QPushButton(text);
    made->setObjectName(QString::fromLatin1(name));
    made->setProperty("kind", kindName(kind));
    made->setAutoDefault(false);
    made->setCursor(Qt::PointingHandCursor);
    made->setSizePolicy(
        kind == ButtonKind::Nav ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    return made;
}

void actOnSecondPress(QPushButton* button, const QString& sure, const std::function<void()>& act)
{
    constexpr int kAsksMilliseconds = 6000;
    QObject::connect(button, &QPushButton::clicked, button, [button, sure, act, usual = button->text()] {
        if (button->text() == sure)
            return act();
        button->setText(sure);
        QTimer::singleShot(kAsksMilliseconds, button, [button, usual] { button->setText(usual); });
    });
}

QFrame* card(const char* name)
{
    auto* made = new QFrame;
    made->setObjectName(QString::fromLatin1(name));
    made->setProperty("kind", u"card"_s);
    auto* layout = new QVBoxLayout(made);
    layout->setContentsMargins(kWideGap, 12, kWideGap, 14);
    layout->setSpacing(kGap);
    return made;
}

QVBoxLayout* cardLayout(QFrame* card)
{
    return qobject_cast<QVBoxLayout*>(card->layout());
}

QFrame* line()
{
    auto* made = new QFrame;
    made->setObjectName(u"line"_s);
    made->setProperty("kind", u"line"_s);
    made->setFixedHeight(1);
    return made;
}

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->setParent(nullptr);
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clear(inner);
        }
        delete item;
    }
}

ScrollPage scrollPage(const char* name, const QString& spokenName)
{
    auto* area = named(new QScrollArea, QString::fromLatin1(name), spokenName);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto* page = new QWidget;
    page->setObjectName(QString::fromLatin1(name) + u"Content"_s);
    page->setProperty("kind", u"page"_s);
    auto* content = new QVBoxLayout(page);
    content->setContentsMargins(0, 0, kGap, kWideGap);
    content->setSpacing(12);
    area->setWidget(page);
    return {area, page, content};
}

QTableView* table(const char* name, const QString& spokenName)
{
    auto* view = named(new QTableView, QString::fromLatin1(name), spokenName);
    view->setItemDelegate(new ChipDelegate(view));
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(38);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setMinimumSectionSize(56);
    return view;
}

void stretch(QTableView* view, int column)
{
    view->horizontalHeader()->setStretchLastSection(false);
    view->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

void fitHeight(QTableView* view)
{
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int rows = view->model() != nullptr ? view->model()->rowCount() : 0;
    view->setFixedHeight(38 * (rows + 1) + 5);
    view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace tutela::ui

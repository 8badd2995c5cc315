#include "ui/widgets/month_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include "ui/convert.h"
#include "ui/models/date_model.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;
using std::chrono::days;

namespace {

constexpr int kWeeks = 6;
constexpr int kWeekDays = 7;
constexpr int kLineHeight = 17;
constexpr int kSmall = 11;

enum CellRole {
    NumberRole = Qt::UserRole + 100,
    OutsideRole, ///< belongs to another month
    TodayRole,
    OffRole, ///< the name of the day off, or an empty text on weekends; invalid on working days
    LinesRole, ///< QVariantList of {text, tone, glyph}
};

/// Paints one day: its number, the holiday, then what is due as far as there is room.
class DayDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        const bool isOff = index.data(OffRole).isValid();
        painter->fillRect(option.rect, isOff ? theme().sunken : theme().surface);
        painter->setPen(theme().border);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
        const QRect inner = option.rect.adjusted(7, 5, -6, -4);
        paintNumber(*painter, inner, index);
        paintLines(*painter, inner.adjusted(0, 21, 0, 0), index.data(LinesRole).toList());
        if ((option.state & QStyle::State_Selected) != 0) {
            painter->setPen(QPen(theme().accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        painter->restore();
    }

private:
    static void paintNumber(QPainter& painter, const QRect& place, const QModelIndex& index)
    {
        QFont font = painter.font();
        font.setPixelSize(13);
        font.setBold(index.data(TodayRole).toBool());
        painter.setFont(font);
        const QString number = index.data(NumberRole).toString();
        const int wide = painter.fontMetrics().horizontalAdvance(number);
        if (index.data(TodayRole).toBool()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme().accent);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.drawRoundedRect(QRect(place.left() - 4, place.top() - 1, wide + 8, 19), 5, 5);
            painter.setPen(theme().onAccent);
        } else {
            painter.setPen(index.data(OutsideRole).toBool() ? theme().muted : theme().ink);
        }
        painter.drawText(QRect(place.left(), place.top(), wide + 2, 18), Qt::AlignVCenter, number);
        font.setBold(false);
        font.setPixelSize(kSmall);
        painter.setFont(font);
        painter.setPen(theme().muted);
        const QRect rest = place.adjusted(wide + 10, 0, 0, 0);
        painter.drawText(QRect(rest.left(), rest.top(), rest.width(), 18), Qt::AlignVCenter,
            painter.fontMetrics().elidedText(index.data(OffRole).toString(), Qt::ElideRight, rest.width()));
    }

    static void paintLines(QPainter& painter, const QRect& place, const QVariantList& lines)
    {
        const auto room = static_cast<qsizetype>(std::max(1, place.height() / kLineHeight));
        const qsizetype shown = lines.size() > room ? room - 1 : lines.size();
        QRect at(place.left(), place.top(), place.width(), kLineHeight);
        for (qsizetype number = 0; number < shown; ++number) {
            const QVariantList line = lines.at(number).toList();
            const ToneColors& colours = theme().tone(static_cast<Tone>(line.at(1).toInt()));
            const QRect box = at.adjusted(-2, 0, 2, -2);
            painter.setPen(Qt::NoPen);
            painter.setBrush(colours.ground);
            painter.drawRoundedRect(box, 4, 4);
            paintGlyph(painter, static_cast<Glyph>(line.at(2).toInt()),
                QRectF(box.left() + 3, box.top() + 2.5, 10, 10), colours.ink);
            painter.setPen(colours.ink);
            const QRect words = box.adjusted(16, 0, -3, 0);
            painter.drawText(words, Qt::AlignVCenter,
                painter.fontMetrics().elidedText(line.at(0).toString(), Qt::ElideRight, words.width()));
            at.translate(0, kLineHeight);
        }
        if (shown < lines.size()) {
            painter.setPen(theme().muted);
            painter.drawText(at, Qt::AlignVCenter, MonthView::tr("%1 more").arg(lines.size() - shown));
        }
    }
};

} // namespace

MonthView::MonthView(QWidget* parent)
    : QTableWidget(kWeeks, kWeekDays, parent)
{
    named(this, u"monthView"_s, tr("Month"));
    setItemDelegate(new DayDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    setHorizontalHeaderLabels({tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun")});
    connect(this, &QTableWidget::currentCellChanged, this, [this](int row, int column) {
        if (!m_filling && row >= 0)
            Q_EMIT dayChanged(dayAt(row, column));
    });
    connect(this, &QTableWidget::cellDoubleClicked, this,
        [this](int row, int column) { Q_EMIT dayTaken(dayAt(row, column)); });
}

std::pair<Day, Day> MonthView::rangeOf(Day day)
{
    const std::chrono::year_month_day date{day};
    const Day first{date.year() / date.month() / 1};
    const Day monday = first - (std::chrono::weekday{first} - std::chrono::Monday);
    return {monday, monday + days{kWeeks * kWeekDays - 1}};
}

Day MonthView::dayAt(int row, int column) const
{
    return m_first + days{kWeekDays * row + column};
}

Day MonthView::current() const
{
    return currentRow() < 0 ? m_shown : dayAt(currentRow(), currentColumn());
}

void MonthView::show(Day day, Day today, const std::vector<interfaces::CalendarDate>& dates,
    const std::vector<interfaces::NamedDay>& daysOff)
{
    m_filling = true;
    m_shown = day;
    m_today = today;
    m_first = rangeOf(day).first;
    for (int row = 0; row < kWeeks; ++row) {
        for (int column = 0; column < kWeekDays; ++column)
            fillCell(row, column, dates, daysOff);
    }
    const auto place = static_cast<int>((day - m_first).count());
    setCurrentCell(place / kWeekDays, place % kWeekDays);
    m_filling = false;
}

void MonthView::fillCell(int row, int column, const std::vector<interfaces::CalendarDate>& dates,
    const std::vector<interfaces::NamedDay>& daysOff)
{
    const Day day = dayAt(row, column);
    const std::chrono::year_month_day date{day};
    auto* cell = new QTableWidgetItem;
    cell->setData(NumberRole, static_cast<unsigned>(date.day()));
    cell->setData(OutsideRole, date.month() != std::chrono::year_month_day{m_shown}.month());
    cell->setData(TodayRole, day == m_today);
    if (column >= 5)
        cell->setData(OffRole, QString());
    QStringList spoken{dateText(day)};
    for (const auto& off : daysOff) {
        if (off.day != day || off.calendar != CalendarChoice::Authority)
            continue;
        if (!off.disputed)
            cell->setData(OffRole, toQt(off.name));
        spoken << (off.disputed ? tr("disputed holiday: %1") : tr("holiday: %1")).arg(toQt(off.name));
    }
    QVariantList lines;
    for (const auto& one : dates) {
        if (one.day != day)
            continue;
        const CellChip look = lookOf(one);
        const QString words = toQt(one.caseId.text()) + u"  "_s + clockName(one.clockId, one.service);
        lines << QVariant(QVariantList{words, static_cast<int>(look.tone), static_cast<int>(look.glyph)});
        spoken << words;
    }
    cell->setData(LinesRole, lines);
    cell->setData(Qt::AccessibleTextRole, spoken.join(u", "_s));
    cell->setToolTip(spoken.join(u'\n'));
    setItem(row, column, cell);
}

void MonthView::step(int by)
{
    const Day to = current() + days{by};
    const auto place = static_cast<int>((to - m_first).count());
    if (place < 0 || place >= kWeeks * kWeekDays)
        return Q_EMIT monthWanted(to);
    setCurrentCell(place / kWeekDays, place % kWeekDays);
}

void MonthView::keyPressEvent(QKeyEvent* event)
{
    const Day at = current();
    const std::chrono::year_month_day date{at};
    const auto inMonth = [&](int by) {
        const auto moved = date + std::chrono::months{by};
        return moved.ok() ? Day(moved) : Day(moved.year() / moved.month() / std::chrono::last);
    };
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT dayTaken(at);
    case Qt::Key_PageUp:
        return Q_EMIT monthWanted(inMonth(-1));
    case Qt::Key_PageDown:
        return Q_EMIT monthWanted(inMonth(1));
    case Qt::Key_Home:
        return Q_EMIT monthWanted(m_today);
    case Qt::Key_Up:
        return step(-kWeekDays);
    case Qt::Key_Down:
        return step(kWeekDays);
    case Qt::Key_Left:
        return step(-1);
    case Qt::Key_Right:
        return step(1);
    default:
        break;
    }
    QTableWidget::keyPressEvent(event);
}

} // namespace tutela::ui

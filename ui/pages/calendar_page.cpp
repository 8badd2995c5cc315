#include "ui/pages/calendar_page.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/day_hints.h"
#include "ui/models/date_model.h"
#include "ui/pages/addition_panel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/month_view.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;
using std::chrono::days;

namespace {

constexpr int kSideWidth = 560;
constexpr std::int64_t kMostDates = 1000;

/// The agenda goes back to everything overdue and so far ahead.
constexpr int kAgendaBack = 3650;
constexpr int kAgendaAhead = 366;
constexpr int kLoadWeeks = 7;

} // namespace

CalendarPage::CalendarPage(interfaces::Office& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_dates(new DateModel(this))
    , m_load(new LoadModel(this))
    , m_month(new MonthView)
    , m_list(table("dateTable", tr("Statutory dates")))
    , m_weeks(table("loadTable", tr("Weeks of this desk")))
    , m_additions(new AdditionPanel(office))
    , m_name(label({}, TextKind::Heading))
    , m_listName(label({}, TextKind::Heading))
    , m_typedDay(label({}, TextKind::Muted))
    , m_goTo(named(new QLineEdit, u"calendarGoTo"_s, tr("Go to day")))
    , m_onlyMine(new QCheckBox(tr("Only mine")))
    , m_notice(new Notice("calendarNotice"))
{
    setObjectName(u"calendarPage"_s);
    setProperty("kind", u"page"_s);
    m_list->setModel(m_dates);
    m_weeks->setModel(m_load);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideGap, 20, kWideGap, kWideGap);
    layout->setSpacing(12);
    layout->addWidget(head());
    layout->addWidget(m_notice);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(kWideGap);
    columns->addWidget(m_month, 1);
    m_side = side();
    columns->addWidget(m_side, 1);
    columns->addWidget(m_additions, 1);
    layout->addLayout(columns, 1);
    connect(m_month, &MonthView::dayChanged, this, &CalendarPage::selectDay);
    connect(m_month, &MonthView::dayTaken, this, &CalendarPage::takeDay);
    connect(m_month, &MonthView::monthWanted, this, &CalendarPage::goTo);
    connect(m_list, &QTableView::activated, this, &CalendarPage::openRow);
    connect(m_additions, &AdditionPanel::changed, this, &CalendarPage::refresh);
}

QWidget* CalendarPage::head()
{
    auto* holder = new QWidget;
    holder->setObjectName(u"calendarHead"_s);
    auto* rows = new QVBoxLayout(holder);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(12);
    auto* top = new QHBoxLayout;
    top->setSpacing(kGap);
    top->addWidget(label(tr("Calendar"), TextKind::Title));
    top->addStretch(1);
    m_showMonth = button(tr("Month"), "calendarMonth", ButtonKind::Nav);
    m_showAgenda = button(tr("Agenda"), "calendarAgenda", ButtonKind::Nav);
    m_showAdditions = button(tr("Days added"), "calendarAdditions", ButtonKind::Nav);
    for (const auto& [made, mode] : {std::pair(m_showMonth, Mode::Month),
             std::pair(m_showAgenda, Mode::Agenda), std::pair(m_showAdditions, Mode::Additions)}) {
        made->setCheckable(true);
        made->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        made->setMinimumWidth(made->sizeHint().width() + kGap); // bold when checked
        top->addWidget(made);
        connect(made, &QPushButton::clicked, this, [this, mode = mode] { showMode(mode); });
    }
    top->addSpacing(kWideGap);
    QPushButton* exported = button(tr("Export calendar…"), "exportCalendar");
    top->addWidget(exported);
    connect(exported, &QPushButton::clicked, this, &CalendarPage::exportWanted);
    rows->addLayout(top);
    m_turning = new QWidget;
    m_turning->setObjectName(u"calendarTurning"_s);
    auto* turning = new QHBoxLayout(m_turning);
    turning->setContentsMargins(0, 0, 0, 0);
    turning->setSpacing(kGap);
    QPushButton* before = button(u"‹"_s, "previousMonth");
    QPushButton* today = button(tr("Today"), "thisMonth");
    QPushButton* after = button(u"›"_s, "nextMonth");
    before->setAccessibleName(tr("Previous month"));
    after->setAccessibleName(tr("Next month"));
    for (QPushButton* one : {before, today, after})
        turning->addWidget(one);
    const auto turn = [this](int by) {
        const std::chrono::year_month_day date{m_day};
        goTo(Day((date.year() / date.month() + std::chrono::months{by}) / 1));
    };
    connect(before, &QPushButton::clicked, this, [turn] { turn(-1); });
    connect(after, &QPushButton::clicked, this, [turn] { turn(1); });
    connect(today, &QPushButton::clicked, this, [this] { goTo(m_office.clock().today()); });
    turning->addSpacing(kGap);
    turning->addWidget(m_name);
    turning->addStretch(1);
    turning->addWidget(m_typedDay);
    m_goTo->setPlaceholderText(tr("31.3. or +14d"));
    m_goTo->setFixedWidth(130);
    turning->addWidget(m_goTo);
    turning->addWidget(named(m_onlyMine, u"calendarOnlyMine"_s, m_onlyMine->text()));
    connect(m_goTo, &QLineEdit::returnPressed, this, &CalendarPage::goToTyped);
    connect(m_goTo, &QLineEdit::textChanged, this, [this](const QString& typed) {
        const auto day = readTypedDay(typed, m_office.clock().today());
        m_typedDay->setText(day ? weekdayText(*day) + u", "_s + dateText(*day) : QString());
    });
    connect(m_onlyMine, &QCheckBox::toggled, this, &CalendarPage::refresh);
    rows->addWidget(m_turning);
    return holder;
}

QWidget* CalendarPage::side()
{
    auto* holder = new QWidget;
    holder->setObjectName(u"calendarSide"_s);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_listName);
    column->addWidget(m_list, 3);
    m_weekCard = new QWidget;
    m_weekCard->setObjectName(u"calendarLoad"_s);
    auto* weeks = new QVBoxLayout(m_weekCard);
    weeks->setContentsMargins(0, kGap, 0, 0);
    weeks->setSpacing(kGap);
    weeks->addWidget(label(tr("Your weeks: dates and working days"), TextKind::Heading));
    weeks->addWidget(m_weeks, 1);
    column->addWidget(m_weekCard, 2);
    m_list->setColumnWidth(DateModel::DayColumn, 146);
    m_list->setColumnWidth(DateModel::DaysLeft, 138);
    m_list->setColumnWidth(DateModel::FileNumber, 112);
    m_list->setColumnWidth(DateModel::Provider, 200);
    m_list->setColumnWidth(DateModel::Responsible, 140);
    stretch(m_list, DateModel::Clock);
    m_weeks->setColumnWidth(LoadModel::Dates, 100);
    m_weeks->setColumnWidth(LoadModel::WorkingDays, 120);
    stretch(m_weeks, LoadModel::Week);
    return holder;
}

void CalendarPage::forget()
{
    m_day = m_office.clock().today();
    m_mode = Mode::Month;
    m_onlyMine->setChecked(false);
    m_goTo->clear();
    m_notice->clear();
}

void CalendarPage::start()
{
    if (m_day == Day{})
        m_day = m_office.clock().today();
    showMode(m_mode);
}

void CalendarPage::showMode(Mode mode)
{
    m_mode = mode;
    m_showMonth->setChecked(mode == Mode::Month);
    m_showAgenda->setChecked(mode == Mode::Agenda);
    m_showAdditions->setChecked(mode == Mode::Additions);
    m_month->setVisible(mode == Mode::Month);
    m_side->setVisible(mode != Mode::Additions);
    m_additions->setVisible(mode == Mode::Additions);
    m_turning->setVisible(mode != Mode::Additions);
    m_side->setMinimumWidth(mode == Mode::Month ? kSideWidth : 0);
    m_side->setMaximumWidth(mode == Mode::Month ? kSideWidth : QWIDGETSIZE_MAX);
    for (const int column : {DateModel::Provider, DateModel::Responsible})
        m_list->setColumnHidden(column, mode == Mode::Month);
    const auto person = m_office.signIn().signedIn();
    const bool authority = person && std::any_of(person->roles.begin(), person->roles.end(), [](Role role) {
        return institutionOf(role) == Institution::Authority;
    });
    m_showAdditions->setVisible(authority);
    m_weekCard->setVisible(authority && mode == Mode::Month);
    refresh();
    if (mode == Mode::Month)
        m_month->setFocus(Qt::OtherFocusReason);
    else if (mode == Mode::Agenda)
        m_list->setFocus(Qt::OtherFocusReason);
    else
        m_additions->start();
}

void CalendarPage::refresh()
{
    if (!m_office.signIn().signedIn() || m_day == Day{})
        return;
    showMonthName();
    if (m_mode == Mode::Additions)
        return;
    showDates();
    showLoad();
}

void CalendarPage::showMonthName()
{
    QString name = QLocale::c().toString(toQt(m_day), u"MMMM yyyy"_s);
    if (!m_office.calendar().isCovered(m_day))
        name += tr(" — holidays of this year are not settled");
    m_name->setText(name);
    m_name->setVisible(m_mode == Mode::Month);
}

void CalendarPage::showDates()
{
    const Day today = m_office.clock().today();
    const auto [first, last] = MonthView::rangeOf(m_day);
    const bool agenda = m_mode == Mode::Agenda;
    interfaces::DatesQuery query{.from = agenda ? today - days{kAgendaBack} : first,
        .to = agenda ? std::max(today, m_day) + days{kAgendaAhead} : last,
        .onlyMine = m_onlyMine->isChecked(),
        .limit = kMostDates};
    const auto dates = m_office.calendar().dates(query);
    const auto off = m_office.calendar().daysOff(first, last);
    if (!dates || !off) {
        m_dates->replace({});
        m_notice->show(Tone::Danger, ui::text((!dates ? dates.error() : off.error())));
        return;
    }
    m_notice->clear();
    m_dates->replace(dates.value());
    if (!agenda)
        m_month->show(m_day, today, dates.value(), off.value());
    if (!agenda || m_day != today)
        selectDay(m_day);
    else if (!dates.value().empty())
        m_list->selectRow(0);
    const auto count = static_cast<std::int64_t>(dates.value().size());
    if (count == query.limit)
        m_listName->setText(tr("The first %1 dates").arg(count));
    else if (count == 0)
        m_listName->setText(agenda ? tr("No statutory date runs") : tr("No statutory date in these weeks"));
    else
        m_listName->setText(
            agenda ? tr("Statutory dates, the overdue first") : tr("Statutory dates in these weeks"));
}

void CalendarPage::showLoad()
{
    if (m_weekCard->isHidden())
        return;
    const auto person = m_office.signIn().signedIn();
    const auto loads = m_office.calendar().load(
        {.person = person->person, .from = MonthView::rangeOf(m_day).first, .weeks = kLoadWeeks});
    m_load->replace(
        loads && !loads.value().empty() ? loads.value().front().weeks : std::vector<interfaces::WeekLoad>());
}

void CalendarPage::goTo(Day day)
{
    m_day = day;
    refresh();
}

void CalendarPage::selectDay(Day day)
{
    m_day = day;
    if (const int row = m_dates->rowFrom(day); row >= 0) {
        m_list->selectRow(row);
        m_list->scrollTo(m_dates->index(row, 0), QAbstractItemView::PositionAtTop);
    }
}

// One date opens its case; several are chosen from in the list.
void CalendarPage::takeDay(Day day)
{
    const auto& rows = m_dates->rows();
    const auto count =
        std::count_if(rows.begin(), rows.end(), [day](const auto& row) { return row.day == day; });
    if (count == 0)
        return;
    selectDay(day);
    if (count == 1)
        openRow(m_list->currentIndex());
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

void CalendarPage::openRow(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT caseWanted(m_dates->row(index.row()).caseId);
}

void CalendarPage::goToTyped()
{
    const auto day = readTypedDay(m_goTo->text(), m_office.clock().today());
    if (!day) {
        m_notice->show(Tone::Warning, tr("Not a day. Write 31.3.2027, 31.3., +14d or +2w."));
        return;
    }
    goTo(*day);
    if (m_mode == Mode::Month)
        m_month->setFocus(Qt::OtherFocusReason);
}

} // namespace tutela::ui

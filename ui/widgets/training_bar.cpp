#include "ui/widgets/training_bar.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

// A day of the training clock begins at the same hour as an office.
constexpr int kOfficeOpens = 9;

} // namespace

TrainingBar::TrainingBar(interfaces::Office& office, QWidget* parent)
    : QFrame(parent)
    , m_office(office)
    , m_today(label({}, TextKind::Strong))
    , m_problem(label({}, TextKind::Problem))
    , m_nextDay(button(tr("Next day"), "nextDay"))
    , m_nextDeadline(button(tr("Next deadline"), "nextDeadline"))
    , m_typedDay(new QLineEdit)
{
    setObjectName(u"trainingBar"_s);
    build();
    refresh();
}

void TrainingBar::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kPageMargin, 6, kPageMargin, 6);
    row->setSpacing(kGap);
    row->addWidget(label(tr("Training register"), TextKind::Strong));
    row->addWidget(label(tr("— fictitious; the clock moves only forward."), TextKind::Body));
    row->addWidget(m_problem);
    row->addStretch(1);
    row->addWidget(m_today);
    row->addSpacing(kGap);
    row->addWidget(m_nextDay);
    row->addWidget(m_nextDeadline);
    named(m_typedDay, u"goToDay"_s, tr("Go to day"));
    m_typedDay->setPlaceholderText(tr("Go to day"));
    m_typedDay->setToolTip(tr("31.3.2027, +14d, +3m; then Enter"));
    m_typedDay->setFixedWidth(110);
    row->addWidget(m_typedDay);
    connect(m_nextDay, &QPushButton::clicked, this,
        [this] { goTo(m_office.clock().today() + std::chrono::days(1)); });
    connect(m_nextDeadline, &QPushButton::clicked, this, [this] {
        if (const auto day = m_office.clock().nextDeadline())
            goTo(*day);
    });
    connect(m_typedDay, &QLineEdit::returnPressed, this, [this] {
        const auto day = readTypedDay(m_typedDay->text(), m_office.clock().today());
        if (day)
            goTo(*day);
        else
            m_problem->setText(tr("Not a day."));
    });
}

void TrainingBar::refresh()
{
    setVisible(m_office.signIn().registerFacts().training && m_office.signIn().signedIn().has_value());
    if (!isVisibleTo(parentWidget()))
        return;
    m_problem->clear();
    m_today->setText(instantText(m_office.clock().now()));
    const auto next = m_office.clock().nextDeadline();
    m_nextDeadline->setEnabled(next.has_value());
    m_nextDeadline->setToolTip(next ? dateText(*next) : tr("No clock is running in the cases you see."));
}

void TrainingBar::goTo(Day day)
{
    const auto moved = m_office.clock().advanceTo(instantAt(day, kOfficeOpens, 0));
    if (!moved) {
        m_problem->setText(ui::text(moved.error()).section(u'\n', 0, 0));
        return;
    }
    m_typedDay->clear();
    refresh();
    Q_EMIT this->moved();
}

void TrainingBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().warning.ground);
}

} // namespace tutela::ui

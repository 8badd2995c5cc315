#include "ui/pages/appointment_page.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/day_hints.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

ChipLook standingOf(const Appointment& one, Day today)
{
    if (one.ended)
        return {AppointmentPage::tr("Ended"), Tone::Neutral, Glyph::Dash};
    if (!one.confirmed)
        return {AppointmentPage::tr("To be confirmed"), Tone::Warning, Glyph::Question};
    if (today < one.firstDay)
        return {AppointmentPage::tr("To come"), Tone::Neutral, Glyph::Circle};
    return {AppointmentPage::tr("In force"), Tone::Good, Glyph::Check};
}

} // namespace

AppointmentPage::AppointmentPage(interfaces::Office& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_notice(new Notice("appointmentNotice"))
{
    setObjectName(u"appointmentPage"_s);
    setProperty("kind", u"page"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, kPageMargin);
    layout->setSpacing(12);
    layout->addWidget(label(tr("Absences and substitutes"), TextKind::Title));
    layout->addWidget(form());
    layout->addWidget(m_notice);
    const ScrollPage scroll = scrollPage("appointmentScroll", tr("Absences and substitutes"));
    m_list = scroll.content;
    layout->addWidget(scroll.area, 1);
}

QWidget* AppointmentPage::form()
{
    QFrame* panel = card("newAppointment");
    cardLayout(panel)->addWidget(label(tr("New entry"), TextKind::Heading));
    m_kind = named(new ChoiceBox, u"appointmentKind"_s, tr("What"));
    for (const auto& [value, text] : Vocabulary<AppointmentKind>::kTexts)
        m_kind->addItem(term("appointment-kind", text), static_cast<int>(value));
    m_person = named(new ChoiceBox, u"appointmentPerson"_s, tr("Who"));
    m_standsFor = named(new ChoiceBox, u"appointmentStandsFor"_s, tr("For the files of"));
    m_from = named(new QLineEdit, u"appointmentFrom"_s, tr("First day"));
    m_to = named(new QLineEdit, u"appointmentTo"_s, tr("Last day"));
    m_from->setPlaceholderText(tr("today"));
    m_to->setPlaceholderText(tr("31.3. or +14d"));
    m_standsForName = label(m_standsFor->accessibleName(), TextKind::Caption);
    m_understood = label({}, TextKind::Muted);
    QPushButton* add = button(tr("Record"), "addAppointment", ButtonKind::Primary);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    int column = 0;
    for (QWidget* part : std::initializer_list<QWidget*>{m_kind, m_person, m_standsFor, m_from, m_to}) {
        grid->addWidget(
            part == m_standsFor ? m_standsForName : label(part->accessibleName(), TextKind::Caption), 0,
            column);
        grid->addWidget(part, 1, column);
        grid->setColumnStretch(column, part == m_from || part == m_to ? 0 : 1);
        ++column;
    }
    m_from->setFixedWidth(130);
    m_to->setFixedWidth(130);
    grid->addWidget(add, 1, column);
    cardLayout(panel)->addLayout(grid);
    cardLayout(panel)->addWidget(m_understood);
    connect(add, &QPushButton::clicked, this, &AppointmentPage::add);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AppointmentPage::showKind);
    for (QLineEdit* field : {m_from, m_to})
        connect(field, &QLineEdit::textChanged, this, &AppointmentPage::showKind);
    return panel;
}

AppointmentKind AppointmentPage::kind() const
{
    return static_cast<AppointmentKind>(m_kind->currentData().toInt());
}

void AppointmentPage::start()
{
    m_notice->clear();
    m_from->clear();
    m_to->clear();
    fillPeople();
    showKind();
    showAppointments();
}

void AppointmentPage::fillPeople()
{
    const auto people = m_office.appointments().colleagues();
    const auto me = m_office.signIn().signedIn();
    m_person->clear();
    m_standsFor->clear();
    for (const auto& person : people ? people.value() : std::vector<interfaces::Colleague>()) {
        const bool coordinates =
            std::find(person.roles.begin(), person.roles.end(), Role::Coordinator) != person.roles.end();
        m_person->addItem(toQt(person.name), toQt(person.id.text()));
        if (coordinates)
            m_standsFor->addItem(toQt(person.name), toQt(person.id.text()));
    }
    for (QComboBox* box : {m_person, m_standsFor}) {
        if (const int own = me ? box->findData(toQt(me->person.text())) : -1; own >= 0)
            box->setCurrentIndex(own);
    }
}

// What was understood of the days stands under the fields while they are typed.
void AppointmentPage::showKind()
{
    const bool substitute = kind() == AppointmentKind::Substitute;
    m_standsFor->setVisible(substitute);
    m_standsForName->setVisible(substitute);
    const Day today = m_office.clock().today();
    const auto from =
        m_from->text().trimmed().isEmpty() ? std::optional(today) : readTypedDay(m_from->text(), today);
    const auto to = readTypedDay(m_to->text(), from.value_or(today));
    QStringList parts;
    if (from)
        parts << tr("from %1, %2").arg(weekdayText(*from), dateText(*from));
    if (to)
        parts << tr("to %1, %2").arg(weekdayText(*to), dateText(*to));
    QString text = m_to->text().isEmpty() ? QString() : parts.join(u' ');
    if (kind() == AppointmentKind::ActingHead)
        text += (text.isEmpty() ? QString() : u". "_s)
            + tr("An administrator records it; it counts when a second one has confirmed it.");
    m_understood->setText(text);
    m_understood->setVisible(!text.isEmpty());
}

void AppointmentPage::add()
{
    const Day today = m_office.clock().today();
    const auto from =
        m_from->text().trimmed().isEmpty() ? std::optional(today) : readTypedDay(m_from->text(), today);
    const auto to = readTypedDay(m_to->text(), from.value_or(today));
    if (!from || !to) {
        m_notice->show(Tone::Danger, tr("Give the first and the last day: 31.3.2027, 31.3. or +14d."));
        return;
    }
    interfaces::AppointmentRequest request{.kind = kind(),
        .person = PersonId(toStd(m_person->currentData().toString())),
        .firstDay = *from,
        .lastDay = *to};
    if (kind() == AppointmentKind::Substitute)
        request.standsFor = PersonId(toStd(m_standsFor->currentData().toString()));
    const auto added = m_office.appointments().appoint(request);
    if (!added) {
        m_notice->show(Tone::Danger, ui::text(added.error()));
        return;
    }
    m_from->clear();
    m_to->clear();
    m_notice->show(Tone::Good,
        kind() == AppointmentKind::ActingHead
            ? tr("Recorded. It counts when a second administrator has confirmed it.")
            : tr("Recorded."));
    showAppointments();
}

void AppointmentPage::showAppointments()
{
    clear(m_list);
    const auto views = m_office.appointments().appointments(false);
    if (!views) {
        m_notice->show(Tone::Danger, ui::text(views.error()));
        return;
    }
    if (views.value().empty())
        m_list->addWidget(label(tr("Nobody is away and nobody stands in."), TextKind::Muted));
    for (const auto& view : views.value())
        m_list->addWidget(appointmentCard(view));
    m_list->addStretch(1);
}

QWidget* AppointmentPage::appointmentCard(const interfaces::AppointmentView& view)
{
    const Appointment& one = view.appointment;
    QFrame* panel = card("appointment");
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    QString what = term("appointment-kind", toText(one.kind));
    if (one.standsFor)
        what = tr("Looks after the files of %1").arg(toQt(view.standsFor));
    row->addWidget(label(toQt(view.person), TextKind::Strong));
    row->addWidget(label(what));
    row->addWidget(label(u"%1 – %2"_s.arg(dateText(one.firstDay), dateText(one.lastDay)), TextKind::Muted));
    row->addStretch(1);
    row->addWidget(new Chip(standingOf(one, m_office.clock().today())));
    if (!one.confirmed && !one.ended) {
        QPushButton* confirm = button(tr("Confirm"), "confirmAppointment");
        confirm->setAccessibleName(tr("Confirm %1 as acting head").arg(toQt(view.person)));
        row->addWidget(confirm);
        connect(confirm, &QPushButton::clicked, this, [this, id = one.id] {
            settle(m_office.appointments().confirmAppointment(id), tr("Confirmed."));
        });
    }
    if (!one.ended) {
        const bool begun = one.firstDay <= m_office.clock().today();
        QPushButton* end = button(begun ? tr("End now") : tr("Take back"), "endAppointment");
        end->setAccessibleName(tr("End the entry of %1").arg(toQt(view.person)));
        row->addWidget(end);
        actOnSecondPress(end, tr("Really end?"),
            [this, id = one.id] { settle(m_office.appointments().endAppointment(id), tr("Ended.")); });
    }
    cardLayout(panel)->addLayout(row);
    cardLayout(panel)->addWidget(
        label(tr("Recorded by %1, entry %2").arg(toQt(view.enteredBy)).arg(one.id), TextKind::Caption));
    return panel;
}

void AppointmentPage::settle(const Result<Done>& result, const QString& success)
{
    m_notice->show(result ? Tone::Good : Tone::Danger, result ? success : ui::text(result.error()));
    showAppointments();
}

} // namespace tutela::ui

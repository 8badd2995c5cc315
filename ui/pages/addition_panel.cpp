#include "ui/pages/addition_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

AdditionPanel::AdditionPanel(interfaces::Office& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_notice(new Notice("additionNotice"))
{
    setObjectName(u"additionPanel"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(
        paragraph(tr("Holidays of a later decree or of a region, and days on which the authority "
                     "works although its calendar has a holiday. All running clocks are counted "
                     "with them. The head of authority adds them, with reason and source."),
            TextKind::Muted));
    layout->addWidget(form());
    layout->addWidget(m_notice);
    const ScrollPage scroll = scrollPage("additionScroll", tr("Days added"));
    m_list = scroll.content;
    layout->addWidget(scroll.area, 1);
}

QWidget* AdditionPanel::form()
{
    m_form = card("newAddition");
    cardLayout(m_form)->addWidget(label(tr("Add days"), TextKind::Heading));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(kGap);
    m_days = named(new QLineEdit, u"additionDays"_s, tr("Days"));
    m_days->setPlaceholderText(tr("31.3.2027, 1.4.2027"));
    m_effect = named(new ChoiceBox, u"additionEffect"_s, tr("They are"));
    for (const auto& [value, text] : Vocabulary<DayEffect>::kTexts)
        m_effect->addItem(term("day-effect", text), static_cast<int>(value));
    m_calendar = named(new ChoiceBox, u"additionCalendar"_s, tr("In the calendar of"));
    for (const auto& [value, text] : Vocabulary<CalendarChoice>::kTexts)
        m_calendar->addItem(term("calendar-choice", text), static_cast<int>(value));
    m_name = named(new QLineEdit, u"additionName"_s, tr("Name of the holiday"));
    m_reason = named(new QLineEdit, u"additionReason"_s, tr("Reason"));
    m_source = named(new QLineEdit, u"additionSource"_s, tr("Source: decree or list"));
    QWidget* const fields[] = {m_days, m_effect, m_calendar, m_name, m_reason, m_source};
    int at = 0;
    for (QWidget* part : fields) {
        grid->addWidget(label(part->accessibleName(), TextKind::Caption), at / 3 * 2, at % 3);
        grid->addWidget(part, at / 3 * 2 + 1, at % 3);
        ++at;
    }
    cardLayout(m_form)->addLayout(grid);
    auto* acts = new QHBoxLayout;
    QPushButton* preview = button(tr("Show the dates that move"), "previewAddition");
    m_add = button(tr("Add"), "addAddition", ButtonKind::Primary);
    acts->addStretch(1);
    acts->addWidget(preview);
    acts->addWidget(m_add);
    cardLayout(m_form)->addLayout(acts);
    connect(preview, &QPushButton::clicked, this, &AdditionPanel::preview);
    connect(m_add, &QPushButton::clicked, this, &AdditionPanel::add);
    // What is added is what was shown: a change asks for another look.
    for (QLineEdit* field : {m_days, m_name, m_reason, m_source})
        connect(field, &QLineEdit::textChanged, this, [this] { m_add->setEnabled(false); });
    for (QComboBox* box : {m_effect, m_calendar})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { m_add->setEnabled(false); });
    m_add->setEnabled(false);
    return m_form;
}

void AdditionPanel::start()
{
    m_notice->clear();
    showAdditions();
}

void AdditionPanel::showAdditions()
{
    const auto person = m_office.signIn().signedIn();
    const bool isHead =
        person && std::find(person->roles.begin(), person->roles.end(), Role::Head) != person->roles.end();
    m_form->setVisible(isHead);
    clear(m_list);
    const auto additions = m_office.calendar().additions();
    if (!additions) {
        m_notice->show(Tone::Danger, ui::text(additions.error()));
        return;
    }
    if (additions.value().empty())
        m_list->addWidget(label(tr("Nothing was added to the calendars of this register."), TextKind::Muted));
    for (auto view = additions.value().rbegin(); view != additions.value().rend(); ++view)
        m_list->addWidget(additionCard(*view, isHead && !view->withdrawn));
    m_list->addStretch(1);
}

QWidget* AdditionPanel::additionCard(const interfaces::AdditionView& view, bool mayWithdraw)
{
    QFrame* panel = card("addition");
    auto* head = new QHBoxLayout;
    QStringList written;
    for (const Day day : view.addition.days)
        written << dateText(day);
    const QString what = view.addition.effect == DayEffect::Holiday
        ? toQt(view.addition.name)
        : term("day-effect", toText(view.addition.effect));
    head->addWidget(label(written.join(u", "_s) + u"  ·  "_s + what, TextKind::Strong));
    head->addStretch(1);
    head->addWidget(view.withdrawn ? new Chip({tr("Withdrawn"), Tone::Neutral, Glyph::Dash})
                                   : new Chip({tr("In force"), Tone::Good, Glyph::Check}));
    cardLayout(panel)->addLayout(head);
    cardLayout(panel)->addWidget(
        paragraph(toQt(view.addition.reason) + u" — "_s + toQt(view.addition.source)));
    cardLayout(panel)->addWidget(label(
        tr("%1, %2, entry %3").arg(toQt(view.by), instantText(view.at)).arg(view.id), TextKind::Caption));
    if (!mayWithdraw)
        return panel;
    auto* acts = new QHBoxLayout;
    auto* reason = named(new QLineEdit, u"withdrawReason"_s, tr("Why it is withdrawn"));
    reason->setPlaceholderText(reason->accessibleName());
    QPushButton* withdrawn = button(tr("Withdraw"), "withdrawAddition");
    acts->addWidget(reason, 1);
    acts->addWidget(withdrawn);
    cardLayout(panel)->addLayout(acts);
    actOnSecondPress(
        withdrawn, tr("Withdraw?"), [this, id = view.id, reason] { withdraw(id, reason->text().trimmed()); });
    connect(withdrawn, &QPushButton::clicked, this, [this, id = view.id] {
        if (const auto moved = m_office.calendar().previewWithdrawal(id))
            showPreview(moved.value());
    });
    return panel;
}

std::optional<CalendarAddition> AdditionPanel::typed()
{
    CalendarAddition addition{static_cast<CalendarChoice>(m_calendar->currentData().toInt()),
        static_cast<DayEffect>(m_effect->currentData().toInt()), {}, toStd(m_name->text().trimmed()),
        toStd(m_reason->text().trimmed()), toStd(m_source->text().trimmed())};
    const auto parts = m_days->text().split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        const auto day = readTypedDay(part, m_office.clock().today());
        if (!day) {
            m_notice->show(
                Tone::Danger, tr("“%1” is not a day. Write 31.3.2027 or 2027-03-31.").arg(part.trimmed()));
            return std::nullopt;
        }
        addition.days.push_back(*day);
    }
    return addition;
}

void AdditionPanel::preview()
{
    const auto addition = typed();
    if (!addition)
        return;
    const auto moved = m_office.calendar().previewAddition(*addition);
    m_add->setEnabled(moved.ok());
    if (moved)
        showPreview(moved.value());
    else
        m_notice->show(Tone::Danger, ui::text(moved.error()));
}

void AdditionPanel::showPreview(const interfaces::CalendarPreview& preview)
{
    QStringList lines{preview.dates == 0
            ? tr("No date of an open case moves.")
            : tr("Dates that move: %1, in %2 open cases.").arg(preview.dates).arg(preview.cases)};
    for (const auto& moved : preview.first)
        lines << u"%1  %2: %3 → %4"_s.arg(toQt(moved.caseId.text()), clockName(moved.clockId, moved.service),
            dateText(moved.before), moved.after ? dateText(*moved.after) : tr("no date"));
    if (preview.dates > static_cast<std::int64_t>(preview.first.size()))
        lines << tr("and %1 more").arg(preview.dates - static_cast<std::int64_t>(preview.first.size()));
    m_notice->show(preview.dates == 0 ? Tone::Accent : Tone::Warning, lines.join(u'\n'));
}

void AdditionPanel::add()
{
    const auto addition = typed();
    if (!addition)
        return;
    const auto added = m_office.calendar().addToCalendar(*addition);
    if (!added) {
        m_notice->show(Tone::Danger, ui::text(added.error()));
        return;
    }
    for (QLineEdit* field : {m_days, m_name, m_reason, m_source})
        field->clear();
    showAdditions();
    m_notice->show(
        Tone::Good, tr("Added as entry %1. The running clocks were counted anew.").arg(added.value()));
    Q_EMIT changed();
}

void AdditionPanel::withdraw(std::int64_t id, const QString& reason)
{
    const auto done = m_office.calendar().withdrawAddition(id, toStd(reason));
    if (!done) {
        m_notice->show(Tone::Danger, ui::text(done.error()));
        return;
    }
    showAdditions();
    m_notice->show(Tone::Good, tr("Withdrawn. The running clocks were counted anew."));
    Q_EMIT changed();
}

} // namespace tutela::ui

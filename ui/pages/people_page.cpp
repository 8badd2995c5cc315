#include "ui/pages/people_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

PeoplePage::PeoplePage(interfaces::Office& office, QWidget* parent)
    : QWidget(parent)
    , m_office(office)
    , m_notice(new Notice("peopleNotice"))
{
    setObjectName(u"peoplePage"_s);
    setProperty("kind", u"page"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, kPageMargin);
    layout->setSpacing(12);
    layout->addWidget(label(tr("People"), TextKind::Title));
    layout->addWidget(newPersonCard());
    layout->addWidget(m_notice);
    const ScrollPage scroll = scrollPage("peopleScroll", tr("People"));
    m_list = scroll.content;
    layout->addWidget(scroll.area, 1);
}

QWidget* PeoplePage::newPersonCard()
{
    QFrame* panel = card("newPerson");
    cardLayout(panel)->addWidget(label(tr("New person"), TextKind::Heading));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGap);
    m_signInName = named(new QLineEdit, u"newSignInName"_s, tr("Sign-in name"));
    m_name = named(new QLineEdit, u"newName"_s, tr("Full name"));
    m_password = named(new QLineEdit, u"newPassword"_s, tr("First password"));
    m_password->setEchoMode(QLineEdit::Password);
    for (QLineEdit* field : {m_signInName, m_name, m_password}) {
        field->setPlaceholderText(field->accessibleName());
        row->addWidget(field, 1);
    }
    QPushButton* add = button(tr("Add"), "addPerson", ButtonKind::Primary);
    row->addWidget(add);
    cardLayout(panel)->addLayout(row);
    connect(add, &QPushButton::clicked, this, &PeoplePage::add);
    return panel;
}

void PeoplePage::start()
{
    m_notice->clear();
    showPeople();
}

void PeoplePage::showPeople()
{
    clear(m_list);
    const auto people = m_office.people().people();
    if (!people) {
        m_notice->show(Tone::Danger, ui::text(people.error()));
        return;
    }
    for (const auto& person : people.value())
        m_list->addWidget(personCard(person));
    m_list->addStretch(1);
}

QWidget* PeoplePage::personCard(const interfaces::PersonView& person)
{
    QFrame* panel = card("person");
    panel->setObjectName(u"person."_s + toQt(person.signInName));
    auto* head = new QHBoxLayout;
    head->addWidget(label(toQt(person.name), TextKind::Strong));
    head->addWidget(label(toQt(person.signInName) + u" · "_s + toQt(person.id.text()), TextKind::Caption));
    head->addStretch(1);
    if (person.disabled)
        head->addWidget(new Chip({tr("Disabled"), Tone::Danger, Glyph::Dash}));
    cardLayout(panel)->addLayout(head);
    auto* roles = new FlowLayout(kGap);
    for (const auto& grant : person.grants) {
        roles->addWidget(
            new Chip({grant.confirmed ? word(grant.role) : tr("%1, to be confirmed").arg(word(grant.role)),
                grant.confirmed ? Tone::Accent : Tone::Warning,
                grant.confirmed ? Glyph::Person : Glyph::Question}));
        if (grant.confirmed)
            continue;
        QPushButton* confirm = button(tr("Confirm"), "confirmRole", ButtonKind::Link);
        confirm->setAccessibleName(tr("Confirm %1 for %2").arg(word(grant.role), toQt(person.name)));
        roles->addWidget(confirm);
        connect(confirm, &QPushButton::clicked, this, [this, id = person.id, role = grant.role] {
            show(m_office.people().confirm(id, role), tr("Confirmed."));
        });
    }
    cardLayout(panel)->addLayout(roles);
    auto* acts = new QHBoxLayout;
    auto* role = named(new ChoiceBox, u"roleToGrant"_s, tr("Role for %1").arg(toQt(person.name)));
    for (const auto& [value, text] : Vocabulary<Role>::kTexts)
        role->addItem(word(value), static_cast<int>(value));
    QPushButton* grant = button(tr("Give role"), "grantRole");
    QPushButton* disable = button(tr("Disable"), "disablePerson");
    grant->setAccessibleName(tr("Give the role to %1").arg(toQt(person.name)));
    disable->setAccessibleName(tr("Disable %1").arg(toQt(person.name)));
    disable->setEnabled(!person.disabled);
    acts->addWidget(role);
    acts->addWidget(grant);
    acts->addStretch(1);
    acts->addWidget(disable);
    cardLayout(panel)->addLayout(acts);
    connect(grant, &QPushButton::clicked, this, [this, id = person.id, role] {
        show(m_office.people().grant(id, static_cast<Role>(role->currentData().toInt())),
            tr("Given. It counts when a second administrator has confirmed it."));
    });
    actOnSecondPress(disable, tr("Disable for good?"),
        [this, id = person.id] { show(m_office.people().disable(id), tr("Disabled.")); });
    return panel;
}

void PeoplePage::add()
{
    const auto added = m_office.people().addPerson(
        toStd(m_signInName->text().trimmed()), toStd(m_name->text().trimmed()), toStd(m_password->text()));
    m_password->clear();
    if (!added) {
        m_notice->show(Tone::Danger, ui::text(added.error()));
        return;
    }
    m_signInName->clear();
    m_name->clear();
    m_notice->show(Tone::Good, tr("Added. The password has to be changed at the first sign-in."));
    showPeople();
}

void PeoplePage::show(const Result<Done>& result, const QString& success)
{
    m_notice->show(result ? Tone::Good : Tone::Danger, result ? success : ui::text(result.error()));
    showPeople();
}

} // namespace tutela::ui

#include "ui/widgets/stand_in_row.h"

#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

StandInRow::StandInRow(QWidget* parent)
    : QWidget(parent)
    , m_buttons(new FlowLayout(kGap))
    , m_missing(new Notice("workMissing"))
{
    setObjectName(u"workStandIns"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_missing);
    layout->addLayout(m_buttons);
    hide();
}

void StandInRow::clear()
{
    m_desk.reset();
    m_people.clear();
    ui::clear(m_buttons);
}

void StandInRow::show(const interfaces::WorklistPage& page)
{
    QStringList missing;
    for (const Message& message : page.missing)
        missing << ui::text(message);
    if (missing.isEmpty())
        m_missing->clear();
    else
        m_missing->show(Tone::Warning, missing.join(u'\n'));
    setVisible(!missing.isEmpty() || !page.standsInFor.empty());
    QStringList people;
    for (const auto& other : page.standsInFor)
        people << toQt(other.person.text());
    if (people == m_people)
        return;
    m_people = people;
    ui::clear(m_buttons);
    for (const auto& other : page.standsInFor) {
        QPushButton* only =
            button(tr("You stand in for %1: only their files").arg(toQt(other.name)), "standIn");
        only->setObjectName(u"standIn."_s + toQt(other.person.text()));
        only->setCheckable(true);
        only->setChecked(m_desk == other.person);
        m_buttons->addWidget(only);
        connect(only, &QPushButton::toggled, this, [this, person = other.person](bool on) {
            m_desk = on ? std::optional(person) : std::nullopt;
            Q_EMIT changed();
        });
    }
}

} // namespace tutela::ui

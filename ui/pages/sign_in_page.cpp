#include "ui/pages/sign_in_page.h"

#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

SignInPage::SignInPage(interfaces::SignInDesk& desk, std::vector<TrainingPerson> people, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_people(std::move(people))
    , m_name(named(new QLineEdit, u"signInName"_s, tr("Sign-in name")))
    , m_password(named(new QLineEdit, u"signInPassword"_s, tr("Password")))
    , m_notice(new Notice("signInNotice"))
{
    setObjectName(u"signInPage"_s);
    setProperty("kind", u"page"_s);
    auto* column = new QVBoxLayout;
    column->setSpacing(kWideGap);
    const auto facts = desk.registerFacts();
    column->addWidget(label(tr("Tutela"), TextKind::Title));
    column->addWidget(paragraph(
        facts.authority.empty() ? tr("Register of the Coordinating Authority") : toQt(facts.authority),
        TextKind::Muted));
    if (facts.openedWithoutHead) {
        auto* warning = new Notice("headNotice");
        warning->show(Tone::Warning,
            tr("The file that pins the identity of this register was missing. Check where this copy came "
               "from."));
        column->addWidget(warning);
    }
    auto* row = new QHBoxLayout;
    row->setSpacing(kWideGap);
    row->addWidget(form(), 0, Qt::AlignTop);
    if (facts.training && !m_people.empty())
        row->addWidget(trainingPeople(), 0, Qt::AlignTop);
    column->addLayout(row);
    auto* middle = new QGridLayout(this);
    middle->addLayout(column, 1, 1);
    middle->setRowStretch(0, 1);
    middle->setRowStretch(2, 2);
    middle->setColumnStretch(0, 1);
    middle->setColumnStretch(2, 1);
}

QWidget* SignInPage::form()
{
    QFrame* panel = card("signInForm");
    panel->setFixedWidth(340);
    QVBoxLayout* layout = cardLayout(panel);
    layout->addWidget(label(tr("Sign in"), TextKind::Heading));
    layout->addWidget(m_notice);
    for (const auto& [caption, field] :
        {std::pair(tr("Name"), m_name), std::pair(tr("Password"), m_password)}) {
        QLabel* title = label(caption, TextKind::Strong);
        title->setBuddy(field);
        layout->addWidget(title);
        layout->addWidget(field);
    }
    m_password->setEchoMode(QLineEdit::Password);
    layout->addSpacing(kGap);
    QPushButton* enter = button(tr("Sign in"), "signIn", ButtonKind::Primary);
    layout->addWidget(enter);
    connect(enter, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    return panel;
}

QWidget* SignInPage::trainingPeople()
{
    QFrame* panel = card("trainingPeople");
    panel->setMinimumWidth(380);
    cardLayout(panel)->addWidget(label(tr("Training register: be one of these people"), TextKind::Heading));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(kWideGap);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const TrainingPerson& person : m_people) {
        QPushButton* be = button(toQt(person.name), "trainingPerson", ButtonKind::Link);
        be->setObjectName(u"training."_s + toQt(person.signInName));
        be->setAccessibleName(
            tr("Fill in the name and password of %1, %2").arg(toQt(person.name), toQt(person.role)));
        grid->addWidget(be, row, 0);
        grid->addWidget(label(toQt(person.role), TextKind::Muted), row, 1);
        ++row;
        connect(be, &QPushButton::clicked, this, [this, person] {
            m_name->setText(toQt(person.signInName));
            m_password->setText(toQt(person.password));
            m_password->setFocus();
        });
    }
    cardLayout(panel)->addLayout(grid);
    cardLayout(panel)->addWidget(
        paragraph(tr("A click fills in the name and password; then press Enter."), TextKind::Caption));
    return panel;
}

void SignInPage::start()
{
    m_notice->clear();
    m_password->clear();
    m_name->setFocus();
    m_name->selectAll();
}

void SignInPage::signIn()
{
    QGuiApplication::setOverrideCursor(Qt::BusyCursor);
    const auto result = m_desk.signIn(toStd(m_name->text().trimmed()), toStd(m_password->text()));
    QGuiApplication::restoreOverrideCursor();
    m_password->clear();
    if (result) {
        m_notice->clear();
        Q_EMIT signedIn();
        return;
    }
    m_notice->show(Tone::Danger, ui::text(result.error()));
    m_password->setFocus();
}

} // namespace tutela::ui

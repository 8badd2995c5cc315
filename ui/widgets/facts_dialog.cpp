#include "ui/widgets/facts_dialog.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/choice_box.h"
#include "ui/widgets/notice.h"
#include "ui/words.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFactsDialogWidth = 560;

} // namespace

FactsDialog::FactsDialog(const QString& title, const QString& explanation, QWidget* parent)
    : QDialog(parent)
    , m_fields(new QGridLayout)
    , m_notice(new Notice("factsNotice"))
{
    setObjectName(u"factsDialog"_s);
    setWindowTitle(title);
    setMinimumWidth(kFactsDialogWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    layout->setSpacing(kGap);
    layout->addWidget(label(title, TextKind::Title));
    if (!explanation.isEmpty())
        layout->addWidget(paragraph(explanation, TextKind::Muted));
    layout->addWidget(m_notice);
    m_fields->setHorizontalSpacing(kWideGap);
    m_fields->setVerticalSpacing(kGap);
    m_fields->setColumnStretch(1, 1);
    layout->addLayout(m_fields);
    layout->addSpacing(kGap);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    QPushButton* cancel = button(tr("Cancel"), "cancelFacts");
    QPushButton* save = button(tr("Save"), "saveFacts", ButtonKind::Primary);
    save->setDefault(true);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &FactsDialog::save);
}

void FactsDialog::place(QWidget* field, const QString& title, const QString& hint)
{
    const int row = m_fields->rowCount();
    QLabel* caption = label(title, TextKind::Strong);
    caption->setBuddy(field);
    m_fields->addWidget(caption, row, 0);
    m_fields->addWidget(field, row, 1);
    if (!hint.isEmpty())
        m_fields->addWidget(paragraph(hint, TextKind::Caption), row + 1, 1);
}

QLineEdit* FactsDialog::addLine(
    const QString& name, const QString& title, const QString& value, const QString& hint)
{
    auto* field = named(new QLineEdit(value), name, title);
    place(field, title, hint);
    return field;
}

QLineEdit* FactsDialog::addDay(
    const QString& name, const QString& title, std::optional<Day> value, const QString& hint)
{
    QLineEdit* field = addLine(name, title, value ? toQt(formatDay(*value)) : QString(), hint);
    field->setPlaceholderText(tr("YYYY-MM-DD"));
    return field;
}

QComboBox* FactsDialog::addChoice(const QString& name, const QString& title,
    const std::vector<std::pair<QString, int>>& choices, int chosen, const QString& hint)
{
    auto* box = named(new ChoiceBox, name, title);
    for (const auto& [words, value] : choices) {
        box->addItem(words, value);
        if (value == chosen)
            box->setCurrentIndex(box->count() - 1);
    }
    place(box, title, hint);
    return box;
}

Result<std::optional<Day>> FactsDialog::dayOf(const QLineEdit* field, Day today)
{
    const QString typed = field->text().trimmed();
    if (typed.isEmpty())
        return std::optional<Day>();
    const auto day = readTypedDay(typed, today);
    if (!day)
        return Error{.code = ErrorCode::BadInput,
            .what = {"ui.facts.day", {{"field", toStd(field->accessibleName())}}}};
    return std::optional<Day>(*day);
}

void FactsDialog::save()
{
    const auto saved = m_save();
    if (saved)
        accept();
    else
        m_notice->show(Tone::Danger, ui::text(saved.error()));
}

} // namespace tutela::ui

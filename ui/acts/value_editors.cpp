#include "ui/acts/value_editors.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>

#include "ui/convert.h"
#include "ui/day_hints.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/choice_box.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr LengthUnit kUnits[] = {LengthUnit::Days, LengthUnit::WorkingDays, LengthUnit::Weeks,
    LengthUnit::Months, LengthUnit::Years, LengthUnit::Hours};

QString unitText(LengthUnit unit)
{
    return lengthText(Length{2, unit}).section(u' ', 1);
}

std::optional<QTime> readTime(const QString& text)
{
    static const QRegularExpression kPattern(u"^(\\d{1,2})[:.](\\d{2})$"_s);
    const auto match = kPattern.match(text.trimmed());
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    return match.hasMatch() && time.isValid() ? std::optional(time) : std::nullopt;
}

QHBoxLayout* row(QWidget* holder)
{
    auto* layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    return layout;
}

} // namespace

LineEditor::LineEditor()
    : m_line(new QLineEdit)
{
    holdOnly(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::changed);
}

Json LineEditor::value() const
{
    const QString text = m_line->text().trimmed();
    return text.isEmpty() ? Json() : Json(toStd(text));
}

void LineEditor::setValue(const Json& value)
{
    m_line->setText(value.isString() ? toQt(value.asString()) : QString());
}

void LineEditor::speakAs(const QString& name)
{
    named(m_line, objectName() + u".line"_s, name);
}

QWidget* LineEditor::main() const
{
    return m_line;
}

TextEditor::TextEditor()
    : m_text(new QPlainTextEdit)
{
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(110);
    holdOnly(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &FieldEditor::changed);
}

Json TextEditor::value() const
{
    const QString text = m_text->toPlainText();
    return text.trimmed().isEmpty() ? Json() : Json(toStd(text));
}

void TextEditor::setValue(const Json& value)
{
    m_text->setPlainText(value.isString() ? toQt(value.asString()) : QString());
}

void TextEditor::speakAs(const QString& name)
{
    named(m_text, objectName() + u".text"_s, name);
}

QWidget* TextEditor::main() const
{
    return m_text;
}

DayEditor::DayEditor(interfaces::Office& office)
    : m_office(&office)
    , m_today(office.clock().today())
    , m_line(new QLineEdit)
    , m_understood(label({}, TextKind::Muted))
{
    m_line->setPlaceholderText(tr("31.3.2027 or +14d"));
    m_line->setFixedWidth(170);
    auto* layout = row(this);
    layout->addWidget(m_line);
    layout->addWidget(m_understood, 1);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        showUnderstood();
        Q_EMIT changed();
    });
}

void DayEditor::showUnderstood()
{
    const auto day = readTypedDay(m_line->text(), m_today);
    m_understood->setText(day ? dayWithHints(*m_office, *day) : QString());
}

Json DayEditor::value() const
{
    const auto day = readTypedDay(m_line->text(), m_today);
    return day ? Json(formatDay(*day)) : Json();
}

void DayEditor::setValue(const Json& value)
{
    const auto day = value.isString() ? parseDay(value.asString()) : std::nullopt;
    m_line->setText(dateText(day));
}

QString DayEditor::problem() const
{
    return m_line->text().trimmed().isEmpty() || readTypedDay(m_line->text(), m_today)
        ? QString()
        : tr("Not a day. Write 31.3.2027, 2027-03-31 or +14d.");
}

void DayEditor::speakAs(const QString& name)
{
    named(m_line, objectName() + u".day"_s, name);
}

QWidget* DayEditor::main() const
{
    return m_line;
}

MomentEditor::MomentEditor(const interfaces::OfficeClock& clock)
    : m_clock(&clock)
    , m_day(new QLineEdit)
    , m_time(new QLineEdit)
{
    m_day->setPlaceholderText(tr("31.3.2027"));
    m_day->setFixedWidth(120);
    m_time->setPlaceholderText(tr("09:30"));
    m_time->setFixedWidth(72);
    QPushButton* now = button(tr("Now"), "momentNow");
    auto* layout = row(this);
    layout->addWidget(m_day);
    layout->addWidget(m_time);
    layout->addWidget(now);
    layout->addStretch(1);
    setFocusProxy(m_day);
    connect(m_day, &QLineEdit::textChanged, this, &FieldEditor::changed);
    connect(m_time, &QLineEdit::textChanged, this, &FieldEditor::changed);
    connect(now, &QPushButton::clicked, this, [this] {
        m_day->setText(dateText(m_clock->today()));
        m_time->setText(timeText(m_clock->now()));
    });
}

Json MomentEditor::value() const
{
    const auto day = readTypedDay(m_day->text(), m_clock->today());
    const auto time = readTime(m_time->text());
    return day && time ? Json(formatInstant(instantAt(*day, time->hour(), time->minute()))) : Json();
}

void MomentEditor::setValue(const Json& value)
{
    const auto instant = value.isString() ? parseInstant(value.asString()) : std::nullopt;
    m_day->setText(instant ? instantText(*instant).section(u", "_s, 0, 0) : QString());
    m_time->setText(instant ? timeText(*instant) : QString());
}

QString MomentEditor::problem() const
{
    if (m_day->text().isEmpty() && m_time->text().isEmpty())
        return {};
    return value().isNull() ? tr("Give a day (31.3.2027) and a time (09:30).") : QString();
}

void MomentEditor::speakAs(const QString& name)
{
    named(m_day, objectName() + u".day"_s, tr("%1, day").arg(name));
    named(m_time, objectName() + u".time"_s, tr("%1, time").arg(name));
}

QWidget* MomentEditor::main() const
{
    return m_day;
}

LengthEditor::LengthEditor()
    : m_amount(new QLineEdit)
    , m_unit(new ChoiceBox)
{
    m_amount->setFixedWidth(72);
    for (const LengthUnit unit : kUnits)
        m_unit->addItem(unitText(unit), static_cast<int>(unit));
    auto* layout = row(this);
    layout->addWidget(m_amount);
    layout->addWidget(m_unit);
    layout->addStretch(1);
    setFocusProxy(m_amount);
    connect(m_amount, &QLineEdit::textChanged, this, &FieldEditor::changed);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &FieldEditor::changed);
}

Json LengthEditor::value() const
{
    bool isNumber = false;
    const qlonglong amount = m_amount->text().trimmed().toLongLong(&isNumber);
    if (!isNumber || amount <= 0)
        return {};
    return Json(formatLength(Length{amount, static_cast<LengthUnit>(m_unit->currentData().toInt())}));
}

void LengthEditor::setValue(const Json& value)
{
    const auto length = value.isString() ? parseLength(value.asString()) : std::nullopt;
    m_amount->setText(length ? QString::number(length->amount) : QString());
    if (length)
        m_unit->setCurrentIndex(m_unit->findData(static_cast<int>(length->unit)));
}

QString LengthEditor::problem() const
{
    return m_amount->text().trimmed().isEmpty() || !value().isNull() ? QString()
                                                                     : tr("Write a whole number above 0.");
}

void LengthEditor::speakAs(const QString& name)
{
    named(m_amount, objectName() + u".amount"_s, tr("%1, number").arg(name));
    named(m_unit, objectName() + u".unit"_s, tr("%1, unit").arg(name));
}

QWidget* LengthEditor::main() const
{
    return m_amount;
}

IntegerEditor::IntegerEditor()
    : m_line(new QLineEdit)
{
    m_line->setMaximumWidth(170);
    holdOnly(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::changed);
}

Json IntegerEditor::value() const
{
    bool isNumber = false;
    const qlonglong number = m_line->text().trimmed().toLongLong(&isNumber);
    return isNumber ? Json(static_cast<std::int64_t>(number)) : Json();
}

void IntegerEditor::setValue(const Json& value)
{
    m_line->setText(value.isInteger() ? QString::number(value.asInteger()) : QString());
}

QString IntegerEditor::problem() const
{
    return m_line->text().trimmed().isEmpty() || !value().isNull() ? QString() : tr("Write a whole number.");
}

void IntegerEditor::speakAs(const QString& name)
{
    named(m_line, objectName() + u".number"_s, name);
}

QWidget* IntegerEditor::main() const
{
    return m_line;
}

FlagEditor::FlagEditor()
    : m_box(new QCheckBox(tr("Yes")))
{
    holdOnly(m_box);
    connect(m_box, &QCheckBox::toggled, this, &FieldEditor::changed);
}

Json FlagEditor::value() const
{
    return Json(m_box->isChecked());
}

void FlagEditor::setValue(const Json& value)
{
    m_box->setChecked(value.isBool() && value.asBool());
}

void FlagEditor::speakAs(const QString& name)
{
    named(m_box, objectName() + u".flag"_s, name);
}

QWidget* FlagEditor::main() const
{
    return m_box;
}

} // namespace tutela::ui

#include "ui/acts/list_editors.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "ui/convert.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

namespace tutela::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPointHeight = 64;

QStringList codesIn(const QString& text)
{
    static const QRegularExpression kBetween(u"[,;\\s]+"_s);
    return text.split(kBetween, Qt::SkipEmptyParts);
}

} // namespace

CodesEditor::CodesEditor()
    : m_line(new QLineEdit)
{
    m_line->setPlaceholderText(tr("for example: public-posts, groups"));
    holdOnly(m_line);
    connect(m_line, &QLineEdit::textChanged, this, &FieldEditor::changed);
}

Json CodesEditor::value() const
{
    Json::Array codes;
    for (const QString& code : codesIn(m_line->text()))
        codes.emplace_back(toStd(code));
    return codes.empty() ? Json() : Json(std::move(codes));
}

void CodesEditor::setValue(const Json& value)
{
    QStringList codes;
    if (value.isArray()) {
        for (const Json& code : value.asArray())
            codes << toQt(code.isString() ? std::string_view(code.asString()) : std::string_view());
    }
    m_line->setText(codes.join(u", "_s));
}

QString CodesEditor::problem() const
{
    static const QRegularExpression kCode(u"^[a-z0-9-]{1,40}$"_s);
    for (const QString& code : codesIn(m_line->text())) {
        if (!kCode.match(code).hasMatch())
            return tr("“%1”: only small letters, digits and hyphens, at most 40.").arg(code);
    }
    return {};
}

void CodesEditor::speakAs(const QString& name)
{
    named(m_line, objectName() + u".codes"_s, name);
}

QWidget* CodesEditor::main() const
{
    return m_line;
}

TickEditor::TickEditor(const std::vector<ChoiceItem>& items)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    for (const ChoiceItem& item : items) {
        auto* box = new QCheckBox(item.label);
        column->addWidget(box);
        m_boxes.emplace_back(item.value, box);
        connect(box, &QCheckBox::toggled, this, &FieldEditor::changed);
    }
    if (items.empty())
        column->addWidget(paragraph(tr("Nothing to choose from"), TextKind::Muted));
    else
        setFocusProxy(m_boxes.front().second);
}

Json TickEditor::value() const
{
    Json::Array ticked;
    for (const auto& [value, box] : m_boxes) {
        if (box->isChecked())
            ticked.emplace_back(value);
    }
    return ticked.empty() ? Json() : Json(std::move(ticked));
}

void TickEditor::setValue(const Json& value)
{
    const Json::Array wanted = value.isArray() ? value.asArray() : Json::Array();
    for (const auto& [own, box] : m_boxes)
        box->setChecked(std::find(wanted.begin(), wanted.end(), Json(own)) != wanted.end());
}

void TickEditor::speakAs(const QString& name)
{
    for (const auto& [value, box] : m_boxes)
        named(box, objectName() + u"."_s + toQt(value), tr("%1: %2").arg(name, box->text()));
}

QWidget* TickEditor::main() const
{
    return m_boxes.empty() ? const_cast<TickEditor*>(this) : static_cast<QWidget*>(m_boxes.front().second);
}

PointsEditor::PointsEditor()
    : m_list(new QVBoxLayout)
{
    m_list->setSpacing(kGap);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(m_list);
    QPushButton* add = button(tr("Add a point"), "addPoint", ButtonKind::Link);
    layout->addWidget(add);
    addPoint({});
    connect(add, &QPushButton::clicked, this, [this] {
        addPoint({});
        m_points.back()->setFocus();
    });
}

Json PointsEditor::value() const
{
    Json::Array points;
    for (const QPlainTextEdit* point : m_points) {
        if (!point->toPlainText().trimmed().isEmpty())
            points.emplace_back(toStd(point->toPlainText()));
    }
    return points.empty() ? Json() : Json(std::move(points));
}

void PointsEditor::setValue(const Json& value)
{
    const Json::Array points = value.isArray() ? value.asArray() : Json::Array();
    while (m_points.size() < points.size())
        addPoint({});
    for (std::size_t at = 0; at < m_points.size(); ++at) {
        const bool given = at < points.size() && points[at].isString();
        m_points[at]->setPlainText(given ? toQt(points[at].asString()) : QString());
    }
}

void PointsEditor::speakAs(const QString& name)
{
    m_spokenName = name;
    nameParts();
}

QWidget* PointsEditor::main() const
{
    return m_points.front();
}

void PointsEditor::addPoint(const QString& text)
{
    auto* point = new QPlainTextEdit(text);
    point->setTabChangesFocus(true);
    point->setFixedHeight(kPointHeight);
    m_points.push_back(point);
    auto* row = new QHBoxLayout;
    QLabel* number = label(QString::number(m_points.size()) + u"."_s, TextKind::Muted);
    number->setFixedWidth(20);
    row->addWidget(number, 0, Qt::AlignTop);
    row->addWidget(point, 1);
    m_list->addLayout(row);
    nameParts();
    connect(point, &QPlainTextEdit::textChanged, this, &FieldEditor::changed);
}

void PointsEditor::nameParts()
{
    for (std::size_t at = 0; at < m_points.size(); ++at)
        named(m_points[at], objectName() + u".point%1"_s.arg(at + 1),
            tr("%1, point %2").arg(m_spokenName).arg(at + 1));
}

} // namespace tutela::ui

#include "ui/acts/list_editors.h"

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

#include "core/filings/check_filing.h"

#include <algorithm>

#include "core/base/day.h"
#include "core/filings/json_path.h"

namespace tutela::filings {

namespace {

using domain::Severity;

const Json* valueAt(const Json& scope, std::string_view path)
{
    const auto dot = path.find('.');
    const Json* value = scope.find(path.substr(0, dot));
    if (value == nullptr || dot == std::string_view::npos)
        return value;
    return valueAt(*value, path.substr(dot + 1));
}

bool isFilled(const Json& value)
{
    if (value.isString())
        return !isBlank(value.asString());
    if (value.isArray())
        return !value.asArray().empty();
    return !value.isNull();
}

bool holds(const Json& scope, const Condition& condition)
{
    const Json* value = valueAt(scope, condition.path);
    if (value == nullptr)
        return false;
    if (!condition.is)
        return isFilled(*value);
    if (value->isArray())
        return std::ranges::find(value->asArray(), *condition.is) != value->asArray().end();
    return *value == *condition.is;
}

Term typeTerm(FieldType type)
{
    return {"filing.type." + std::string(toText(type))};
}

class Checker final {
public:
    explicit Checker(const Form& form)
        : m_form(form)
    {
    }

    std::vector<domain::Finding> check(const Json& filing);

private:
    void object(const Json& json, const std::vector<Field>& fields, const std::string& path);
    void required(const Field& field, const std::string& path);
    void value(const Json& json, const Field& field, const std::string& path);
    void text(const Json& json, const Field& field, const std::string& path);
    void integer(const Json& json, const Field& field, const std::string& path);
    void choice(const Json& json, const Field& field, const std::string& path);
    void list(const Json& json, const Field& field, const std::string& path);
    void objects(const Json& json, const Field& field, const std::string& path);
    void items(const Json& json, const Field& field, const std::string& path);
    void rule(const FormRule& rule, const Json& scope, const std::string& path);
    void ruleInLists(
        const FormRule& rule, const Json& scope, const std::string& path, std::string_view lists);
    void embeddedFiles(const Json& json, const std::string& path);

    bool isType(bool right, const Field& field, const std::string& path)
    {
        if (!right)
            add("filing.wrong-type", field, path, typeTerm(field.type));
        return right;
    }

    void add(const std::string& code, const Field& field, const std::string& path,
        const FindingDetail& detail = {})
    {
        m_findings.add(code, Severity::MustFix, path, field.law, field.label, detail);
    }

    const Form& m_form;
    FindingList m_findings;
};

void Checker::required(const Field& field, const std::string& path)
{
    if (field.requirement == Requirement::Required)
        add(field.missing, field, path);
}

void Checker::object(const Json& json, const std::vector<Field>& fields, const std::string& path)
{
    for (const Field& field : fields) {
        const Json* member = json.find(field.id);
        const std::string place = memberPath(path, field.id);
        if (member == nullptr || (m_form.open && member->isNull()))
            required(field, place);
        else
            value(*member, field, place);
    }
    for (const auto& [key, member] : json.asObject()) {
        if (path == "$" && (key == "form" || key == "formVersion"))
            continue;
        if (!std::ranges::any_of(fields, [&name = key](const Field& field) { return field.id == name; }))
            m_findings.add("filing.unknown-field", m_form.open ? Severity::ToCheck : Severity::MustFix,
                memberPath(path, key), {}, key);
    }
}

void Checker::value(const Json& json, const Field& field, const std::string& path)
{
    switch (field.type) {
    case FieldType::Text:
        return text(json, field, path);
    case FieldType::Day:
        if (isType(json.isString(), field, path) && !parseDay(json.asString()))
            add("filing.no-day", field, path, json.asString());
        return;
    case FieldType::Integer:
        return integer(json, field, path);
    case FieldType::Boolean:
        isType(json.isBool(), field, path);
        return;
    case FieldType::Choice:
        if (isType(json.isString(), field, path))
            choice(json, field, path);
        return;
    case FieldType::List:
        return list(json, field, path);
    case FieldType::Group:
        if (isType(json.isObject(), field, path))
            object(json, field.fields, path);
        return;
    case FieldType::Objects:
        return objects(json, field, path);
    case FieldType::Any:
        return;
    case FieldType::Scalar:
        isType(!json.isObject() && !json.isArray(), field, path);
        return;
    }
}

void Checker::text(const Json& json, const Field& field, const std::string& path)
{
    if (!isType(json.isString(), field, path))
        return;
    if (isBlank(json.asString()))
        return required(field, path);
    if (field.maxLength && characters(json.asString()) > *field.maxLength)
        add("filing.too-long", field, path, std::to_string(*field.maxLength));
}

void Checker::integer(const Json& json, const Field& field, const std::string& path)
{
    if (!isType(json.isInteger(), field, path))
        return;
    if ((field.minimum && json.asInteger() < *field.minimum)
        || (field.maximum && json.asInteger() > *field.maximum))
        add("filing.out-of-range", field, path, std::to_string(json.asInteger()));
}

void Checker::choice(const Json& json, const Field& field, const std::string& path)
{
    if (std::ranges::none_of(
            field.choices, [&json](const Choice& choice) { return choice.id == json.asString(); }))
        add("filing.unknown-choice", field, path, json.asString());
}

void Checker::items(const Json& json, const Field& field, const std::string& path)
{
    if (json.asArray().empty())
        required(field, path);
    if (field.maxItems && json.asArray().size() > *field.maxItems)
        add("filing.too-many", field, path, std::to_string(*field.maxItems));
}

void Checker::list(const Json& json, const Field& field, const std::string& path)
{
    if (!isType(json.isArray(), field, path))
        return;
    items(json, field, path);
    for (std::size_t i = 0; i < json.asArray().size(); ++i) {
        const Json& item = json.asArray()[i];
        const std::string place = itemPath(path, i);
        if (!item.isString())
            add("filing.wrong-type", field, place, typeTerm(FieldType::Text));
        else if (isBlank(item.asString()))
            add("filing.missing", field, place);
        else if (!field.choices.empty())
            choice(item, field, place);
        else
            text(item, field, place);
    }
}

void Checker::objects(const Json& json, const Field& field, const std::string& path)
{
    if (!isType(json.isArray(), field, path))
        return;
    items(json, field, path);
    for (std::size_t i = 0; i < json.asArray().size(); ++i) {
        const std::string place = itemPath(path, i);
        if (json.asArray()[i].isObject())
            object(json.asArray()[i], field.fields, place);
        else
            add("filing.wrong-type", field, place, typeTerm(FieldType::Group));
    }
}

void Checker::rule(const FormRule& rule, const Json& scope, const std::string& path)
{
    const auto holdsHere = [&scope](const Condition& condition) { return holds(scope, condition); };
    if (!std::ranges::all_of(rule.when, holdsHere) || std::ranges::any_of(rule.need, holdsHere))
        return;
    m_findings.add(rule.code, rule.severity, path + "." + rule.need.front().path, rule.law,
        std::string(scope.text("name")));
}

void Checker::ruleInLists(
    const FormRule& rule, const Json& scope, const std::string& path, std::string_view lists)
{
    const auto dot = lists.find('.');
    const std::string list(lists.substr(0, dot));
    const auto& items = scope.items(list);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!items[i].isObject())
            continue;
        const std::string place = itemPath(memberPath(path, list), i);
        if (dot == std::string_view::npos)
            this->rule(rule, items[i], place);
        else
            ruleInLists(rule, items[i], place, lists.substr(dot + 1));
    }
}

/// Pictures and files hidden in a text as a data address are named, so that nobody opens them unprepared.
void Checker::embeddedFiles(const Json& json, const std::string& path)
{
    if (json.isString()) {
        const std::string& value = json.asString();
        const auto start = value.find("data:");
        if (start != std::string::npos && value.find(";base64,", start) != std::string::npos)
            m_findings.add("filing.embedded-file", Severity::ToCheck, path, {});
    } else if (json.isArray()) {
        for (std::size_t i = 0; i < json.asArray().size(); ++i)
            embeddedFiles(json.asArray()[i], itemPath(path, i));
    } else if (json.isObject()) {
        for (const auto& [key, member] : json.asObject())
            embeddedFiles(member, memberPath(path, key));
    }
}

std::vector<domain::Finding> Checker::check(const Json& filing)
{
    object(filing, m_form.fields, "$");
    if (const Json* version = filing.find("formVersion");
        version != nullptr && *version != Json(m_form.version))
        m_findings.add("filing.other-form-version", Severity::MustFix, "$.formVersion", {}, m_form.title,
            m_form.version);
    for (const FormRule& each : m_form.rules) {
        if (each.each.empty())
            rule(each, filing, "$");
        else
            ruleInLists(each, filing, "$", each.each);
    }
    embeddedFiles(filing, "$");
    return m_findings.take();
}

} // namespace

void FindingList::add(const std::string& code, Severity severity, const std::string& path,
    const std::string& law, const std::string& field, const FindingDetail& detail)
{
    if (m_findings.size() >= kMaxFindings) {
        ++m_left;
        return;
    }
    if (!m_keys.insert(code + " " + path).second)
        return;
    Argument argument{"detail", detail};
    if (auto* text = std::get_if<std::string>(&argument.value))
        *text = shortened(*text);
    m_findings.push_back(
        {code, severity, path, law, {code, {{"field", shortened(field)}, std::move(argument)}}});
}

std::vector<domain::Finding> FindingList::take()
{
    if (m_left > 0)
        m_findings.push_back({"filing.more-findings", Severity::ToCheck, "$", {},
            {"filing.more-findings", {{"count", static_cast<std::int64_t>(m_left)}}}});
    m_left = 0;
    return std::move(m_findings);
}

std::vector<domain::Finding> checkFiling(const Json& filing, const Form& form)
{
    return filing.isObject() ? Checker(form).check(filing)
                             : std::vector<domain::Finding>{{"filing.not-an-object", Severity::MustFix, "$",
                                 {}, {"filing.not-an-object", {}}}};
}

} // namespace tutela::filings

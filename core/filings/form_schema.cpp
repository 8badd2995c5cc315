#include "core/filings/form_schema.h"

namespace tutela::filings {

namespace {

constexpr const char* kNotBlank = "[^ \\t\\r\\n]";

Json number(std::size_t value)
{
    return static_cast<std::int64_t>(value);
}

Json fieldSchema(const Field& field, const Form& form);

Json objectSchema(const std::vector<Field>& fields, const Form& form)
{
    Json properties = Json::object();
    Json::Array required;
    for (const Field& field : fields) {
        properties.set(field.id, fieldSchema(field, form));
        if (field.requirement == Requirement::Required)
            required.emplace_back(field.id);
    }
    Json out = Json::object({{"type", "object"}, {"properties", std::move(properties)}});
    if (!required.empty())
        out.set("required", std::move(required));
    if (!form.open)
        out.set("additionalProperties", false);
    return out;
}

Json choiceIds(const Field& field)
{
    Json::Array ids;
    for (const Choice& choice : field.choices)
        ids.emplace_back(choice.id);
    return ids;
}

Json textSchema(const Field& field)
{
    Json out = Json::object({{"type", "string"}});
    if (field.requirement == Requirement::Required)
        out.set("pattern", kNotBlank);
    if (field.maxLength)
        out.set("maxLength", number(*field.maxLength));
    return out;
}

Json listItemSchema(const Field& field)
{
    if (!field.choices.empty())
        return Json::object({{"enum", choiceIds(field)}});
    Json out = textSchema(field);
    out.set("pattern", kNotBlank);
    return out;
}

Json arraySchema(const Field& field, Json item)
{
    Json out = Json::object({{"type", "array"}, {"items", std::move(item)}});
    if (field.requirement == Requirement::Required)
        out.set("minItems", 1);
    if (field.maxItems)
        out.set("maxItems", number(*field.maxItems));
    return out;
}

Json valueSchema(const Field& field, const Form& form)
{
    switch (field.type) {
    case FieldType::Text:
        return textSchema(field);
    case FieldType::Day:
        return Json::object(
            {{"type", "string"}, {"format", "date"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}});
    case FieldType::Integer: {
        Json out = Json::object({{"type", "integer"}});
        if (field.minimum)
            out.set("minimum", *field.minimum);
        if (field.maximum)
            out.set("maximum", *field.maximum);
        return out;
    }
    case FieldType::Boolean:
        return Json::object({{"type", "boolean"}});
    case FieldType::Choice:
        return Json::object({{"enum", choiceIds(field)}});
    case FieldType::List:
        return arraySchema(field, listItemSchema(field));
    case FieldType::Group:
        return objectSchema(field.fields, form);
    case FieldType::Objects:
        return arraySchema(field, objectSchema(field.fields, form));
    case FieldType::Any:
        return Json::object();
    case FieldType::Scalar:
        return Json::object({{"type", Json::Array{"string", "number", "boolean"}}});
    }
    return {};
}

Json fieldSchema(const Field& field, const Form& form)
{
    Json out = valueSchema(field, form);
    if (form.open && field.requirement == Requirement::Optional)
        out = Json::object({{"anyOf", Json::Array{std::move(out), Json::object({{"type", "null"}})}}});
    out.set("title", field.label);
    if (!field.help.empty())
        out.set("description", field.help);
    if (!field.law.empty())
        out.set("$comment", field.law);
    return out;
}

/// The schema that holds for an object when the condition does.
Json conditionSchema(const Condition& condition)
{
    Json leaf;
    if (condition.is)
        leaf = Json::object({{"anyOf",
            Json::Array{Json::object({{"const", *condition.is}}),
                Json::object({{"type", "array"}, {"contains", Json::object({{"const", *condition.is}})}})}}});
    else
        leaf = Json::object(
            {{"pattern", kNotBlank}, {"minItems", 1}, {"not", Json::object({{"type", "null"}})}});
    std::string_view path = condition.path;
    while (true) {
        const auto dot = path.rfind('.');
        const std::string key(path.substr(dot == std::string_view::npos ? 0 : dot + 1));
        leaf = Json::object(
            {{"properties", Json::object({{key, std::move(leaf)}})}, {"required", Json::Array{key}}});
        if (dot == std::string_view::npos)
            return leaf;
        path = path.substr(0, dot);
    }
}

Json conditionsSchema(const std::vector<Condition>& conditions)
{
    Json::Array out;
    for (const Condition& condition : conditions)
        out.push_back(conditionSchema(condition));
    return out;
}

void addRules(Json& schema, const Form& form, std::string_view each)
{
    Json::Array out;
    for (const FormRule& rule : form.rules) {
        if (rule.each != each || rule.severity != domain::Severity::MustFix)
            continue;
        Json need = Json::object({{"anyOf", conditionsSchema(rule.need)}, {"$comment", rule.law}});
        if (rule.when.empty())
            out.push_back(std::move(need));
        else
            out.push_back(Json::object(
                {{"if", Json::object({{"allOf", conditionsSchema(rule.when)}})}, {"then", need}}));
    }
    if (!out.empty())
        schema.set("allOf", std::move(out));
}

} // namespace

Json formSchema(const Form& form)
{
    Json out = objectSchema(form.fields, form);
    out.set("$schema", "https://json-schema.org/draft/2020-12/schema");
    out.set("$id", "urn:tutela:form:" + form.id + ":" + std::to_string(form.version));
    out.set("title", form.title);
    Json& properties = out.asObject().find("properties")->second;
    for (const Field& field : form.fields) {
        if (field.type == FieldType::Objects && !form.open) {
            Json& schema = properties.asObject().find(field.id)->second;
            addRules(schema.asObject().find("items")->second, form, field.id);
        }
    }
    addRules(out, form, {});
    properties.set("formVersion", Json::object({{"const", form.version}}));
    if (!form.open) {
        properties.set("form", Json::object({{"const", form.id}}));
        Json* required = &out.asObject()["required"];
        if (required->isNull())
            *required = Json::Array{};
        required->asArray().emplace_back("form");
    }
    return out;
}

} // namespace tutela::filings

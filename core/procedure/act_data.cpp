#include "core/procedure/act_data.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/day.h"
#include "core/base/length.h"

namespace tutela::procedure {

namespace {

constexpr std::size_t kMaxLine = 500;
constexpr std::size_t kMaxText = 64 * 1024;
constexpr std::size_t kMaxPoints = 200;
constexpr std::string_view kPointPattern = "^[A-Za-z0-9-]{1,40}([.][0-9]{1,4})?$";
constexpr std::string_view kRecordedFrom = "recorded_from";

bool isCode(const std::string& text)
{
    return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// "DL10", "DL07/R1"
bool isPeriod(const std::string& text)
{
    const auto slash = text.find('/');
    return isCode(text.substr(0, slash)) && (slash == std::string::npos || isCode(text.substr(slash + 1)));
}

bool isBlank(const std::string& text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

bool isFilled(const std::string& text, std::size_t limit)
{
    return !isBlank(text) && text.size() <= limit;
}

/// "O1.2", "V1"
bool isPoint(const std::string& text)
{
    const auto dot = text.find('.');
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return isCode(text.substr(0, dot))
        && (dot == std::string::npos
            || (dot + 1 < text.size() && text.size() - dot <= 5
                && std::ranges::all_of(text.substr(dot + 1), isDigit)));
}

bool isPointText(const std::string& text)
{
    return isFilled(text, kMaxText);
}

bool isListOf(const FieldDefinition& field, const Json& value, bool (*fits)(const std::string&))
{
    return value.isArray() && value.asArray().size() <= kMaxPoints
        && (!field.required || !value.asArray().empty())
        && std::ranges::all_of(
            value.asArray(), [fits](const Json& item) { return item.isString() && fits(item.asString()); });
}

/// Periods are counted from a day for decades in both directions, so the days of acts keep away from the ends
/// of the calendar.
std::string_view dayProblem(std::optional<Day> day, std::string_view none)
{
    using namespace std::chrono;
    if (!day)
        return none;
    constexpr Day kFirst{year{1900} / January / 1};
    constexpr Day kLast{year{2999} / December / 31};
    return kFirst <= *day && *day <= kLast ? "" : "field-problem.day-range";
}

/// The id of the message that says what the field must hold, or empty when the value does.
std::string_view problemOf(
    const FieldDefinition& field, const Json& value, const std::vector<std::string>& files)
{
    const std::string text = value.isString() ? value.asString() : std::string();
    switch (field.type) {
    case FieldType::Line:
        return isFilled(text, kMaxLine) && text.find('\n') == std::string::npos ? "" : "field-problem.line";
    case FieldType::Text:
        return isFilled(text, kMaxText) ? "" : "field-problem.text";
    case FieldType::Date:
        return dayProblem(parseDay(text), "field-problem.day");
    case FieldType::Moment: {
        const auto moment = parseInstant(text);
        return dayProblem(
            moment ? std::optional(std::chrono::floor<std::chrono::days>(*moment)) : std::nullopt,
            "field-problem.instant");
    }
    case FieldType::Duration: {
        const auto length = parseLength(text);
        return length && length->amount >= 0 ? "" : "field-problem.length";
    }
    case FieldType::Integer:
        return value.isInteger() ? "" : "field-problem.integer";
    case FieldType::Flag:
        return value.isBool() ? "" : "field-problem.flag";
    case FieldType::Choice:
        return std::ranges::find(field.options, text) != field.options.end() ? "" : "field-problem.choice";
    case FieldType::FiledDocuments:
    case FieldType::Persons:
    case FieldType::EvidenceItems:
    case FieldType::Codes:
        return isListOf(field, value, isCode) ? "" : "field-problem.codes";
    case FieldType::OpinionPoints:
        return isListOf(field, value, isPoint) ? "" : "field-problem.opinion-points";
    case FieldType::Points:
        return isListOf(field, value, isPointText) ? "" : "field-problem.points";
    case FieldType::Service:
    case FieldType::Provider:
    case FieldType::Case:
    case FieldType::Request:
    case FieldType::Hearing:
    case FieldType::Consultation:
    case FieldType::Question:
    case FieldType::LateAnswer:
    case FieldType::Correction:
    case FieldType::OrderItem:
    case FieldType::FiledDocument:
    case FieldType::ConditionCell:
    case FieldType::Person:
        return isCode(text) ? "" : "field-problem.reference";
    case FieldType::OpinionPoint:
        return isPoint(text) ? "" : "field-problem.reference";
    case FieldType::Period:
        return isPeriod(text) ? "" : "field-problem.reference";
    case FieldType::Entry:
    case FieldType::Receipt:
        return value.isInteger() && value.asInteger() >= 0 ? "" : "field-problem.integer";
    case FieldType::Document:
        return std::ranges::find(files, text) != files.end() ? "" : "field-problem.document";
    }
    return "field-problem.text";
}

Message fieldMessage(std::string_view id, const std::string& field)
{
    return {std::string(id), {{"field", Term{"field." + field}}}};
}

void checkRecordedFrom(
    const Json& data, const std::vector<std::string>& files, std::vector<FieldProblem>& problems)
{
    static const FieldDefinition kFields[] = {{"document", FieldType::Document, true, {}},
        {"authenticity", FieldType::Text, true, {}}, {"author", FieldType::Line, true, {}}};
    const Json& source = *data.find(kRecordedFrom);
    for (const FieldDefinition& field : kFields) {
        const Json* value = source.find(field.name);
        const std::string path = fmt::format("$.{}.{}", kRecordedFrom, field.name);
        if (value == nullptr)
            problems.push_back({path, fieldMessage("field-problem.missing", field.name)});
        else if (const auto problem = problemOf(field, *value, files); !problem.empty())
            problems.push_back({path, fieldMessage(problem, field.name)});
    }
}

Json schemaOf(const FieldDefinition& field)
{
    const auto pattern = [](std::string_view text) {
        return Json::object({{"type", "string"}, {"pattern", text}});
    };
    switch (field.type) {
    case FieldType::Line:
        return Json::object(
            {{"type", "string"}, {"minLength", 1}, {"maxLength", static_cast<int>(kMaxLine)}});
    case FieldType::Text:
        return Json::object(
            {{"type", "string"}, {"minLength", 1}, {"maxLength", static_cast<int>(kMaxText)}});
    case FieldType::Date:
        return Json::object({{"type", "string"}, {"format", "date"}});
    case FieldType::Moment:
        return Json::object({{"type", "string"}, {"format", "date-time"}});
    case FieldType::Duration:
        return pattern("^P(T[0-9]+H|[0-9]+(WD|D|W|M|Y))$");
    case FieldType::Integer:
        return Json::object({{"type", "integer"}});
    case FieldType::Flag:
        return Json::object({{"type", "boolean"}});
    case FieldType::Choice: {
        Json::Array options;
        for (const std::string& option : field.options)
            options.emplace_back(option);
        return Json::object({{"enum", Json(std::move(options))}});
    }
    case FieldType::FiledDocuments:
    case FieldType::Persons:
    case FieldType::EvidenceItems:
    case FieldType::Codes:
        return Json::object({{"type", "array"}, {"minItems", field.required ? 1 : 0},
            {"items", pattern("^[A-Za-z0-9-]{1,40}$")}});
    case FieldType::OpinionPoints:
        return Json::object(
            {{"type", "array"}, {"minItems", field.required ? 1 : 0}, {"items", pattern(kPointPattern)}});
    case FieldType::OpinionPoint:
        return pattern(kPointPattern);
    case FieldType::Points:
        return Json::object({{"type", "array"}, {"minItems", field.required ? 1 : 0},
            {"items", Json::object({{"type", "string"}, {"minLength", 1}})}});
    case FieldType::Service:
    case FieldType::Provider:
    case FieldType::Case:
    case FieldType::Request:
    case FieldType::Hearing:
    case FieldType::Consultation:
    case FieldType::Question:
    case FieldType::LateAnswer:
    case FieldType::Correction:
    case FieldType::OrderItem:
    case FieldType::FiledDocument:
    case FieldType::ConditionCell:
    case FieldType::Person:
        return pattern("^[A-Za-z0-9-]{1,40}$");
    case FieldType::Period:
        return pattern("^[A-Za-z0-9-]{1,40}(/[A-Za-z0-9-]{1,40})?$");
    case FieldType::Entry:
    case FieldType::Receipt:
        return Json::object({{"type", "integer"}, {"minimum", 0}});
    case FieldType::Document:
        return Json::object({{"type", "string"}, {"minLength", 1}});
    }
    return Json::object();
}

Json recordedFromSchema()
{
    const Json text = Json::object({{"type", "string"}, {"minLength", 1}});
    return Json::object({{"type", "object"}, {"additionalProperties", false},
        {"required", Json::array({"document", "authenticity", "author"})},
        {"properties", Json::object({{"document", text}, {"authenticity", text}, {"author", text}})}});
}

bool isText(FieldType type)
{
    return type == FieldType::Line || type == FieldType::Text;
}

} // namespace

std::vector<FieldProblem> checkShape(
    const ActDefinition& act, const Json& data, const std::vector<std::string>& attachments)
{
    std::vector<FieldProblem> problems;
    if (!data.isObject())
        return {{"$", {"field-problem.object", {}}}};
    for (const auto& [name, value] : data.asObject()) {
        const bool known = std::ranges::find(act.fields, name, &FieldDefinition::name) != act.fields.end()
            || (act.outside && name == kRecordedFrom);
        if (!known)
            problems.push_back({"$." + name, {"field-problem.unknown", {{"field", name}}}});
    }
    for (const FieldDefinition& field : act.fields) {
        const Json* value = data.find(field.name);
        if (value == nullptr || value->isNull()) {
            if (field.required)
                problems.push_back({"$." + field.name, fieldMessage("field-problem.missing", field.name)});
            continue;
        }
        if (const auto problem = problemOf(field, *value, attachments); !problem.empty())
            problems.push_back({"$." + field.name, fieldMessage(problem, field.name)});
    }
    if (act.outside && data.find(kRecordedFrom) != nullptr)
        checkRecordedFrom(data, attachments, problems);
    return problems;
}

bool lacksWords(const ActDefinition& act, const FieldProblem& problem)
{
    if (problem.path.starts_with(fmt::format("$.{}.", kRecordedFrom)))
        return true;
    return std::ranges::any_of(act.fields, [&](const FieldDefinition& field) {
        const bool words =
            isText(field.type) || field.type == FieldType::Points || field.type == FieldType::Document;
        return words && problem.path == "$." + field.name;
    });
}

PartedData partData(const ActDefinition& act, const Json& data)
{
    PartedData parted;
    for (const FieldDefinition& field : act.fields) {
        const Json* value = data.find(field.name);
        if (value == nullptr || value->isNull())
            continue;
        if (isText(field.type)) {
            parted.content.set(field.name, *value);
        } else if (field.type == FieldType::Points) {
            parted.content.set(field.name, *value);
            parted.facts.set(field.name + "_count", static_cast<std::int64_t>(value->asArray().size()));
        } else {
            parted.facts.set(field.name, *value);
        }
    }
    if (const Json* source = data.find(kRecordedFrom))
        parted.content.set(kRecordedFrom, *source);
    return parted;
}

Json actSchema(const ActDefinition& act)
{
    Json properties = Json::object();
    Json::Array required;
    for (const FieldDefinition& field : act.fields) {
        properties.set(field.name, schemaOf(field));
        if (field.required)
            required.emplace_back(field.name);
    }
    if (act.outside)
        properties.set(kRecordedFrom, recordedFromSchema());
    return Json::object({
        {"$schema", "https://json-schema.org/draft/2020-12/schema"},
        {"title", act.name},
        {"description", act.law},
        {"type", "object"},
        {"additionalProperties", false},
        {"properties", std::move(properties)},
        {"required", Json(std::move(required))},
    });
}

} // namespace tutela::procedure

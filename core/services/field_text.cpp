#include "core/services/field_text.h"

#include <fmt/format.h>

#include "core/base/length.h"

namespace tutela::services {

std::string valueText(const FieldDefinition& field, const Json& value, const Catalogue& texts)
{
    switch (field.type) {
    case FieldType::Choice:
        return texts.term(
            fmt::format("{}.{}", field.name, value.isString() ? value.asString() : std::string()));
    case FieldType::Flag:
        return texts.term(value.isBool() && value.asBool() ? "flag.yes" : "flag.no");
    case FieldType::Duration: {
        const auto length = parseLength(value.isString() ? value.asString() : std::string());
        return length ? texts.text({"length", {{"length", *length}}}) : std::string();
    }
    case FieldType::Codes:
    case FieldType::FiledDocuments:
    case FieldType::Persons:
    case FieldType::OpinionPoints:
    case FieldType::EvidenceItems:
    case FieldType::Points: {
        std::string text;
        std::size_t number = 0;
        for (const Json& item : value.isArray() ? value.asArray() : Json::Array()) {
            const std::string one = item.isString() ? item.asString() : std::string();
            if (!text.empty())
                text += field.type == FieldType::Points ? "\n" : ", ";
            text += field.type == FieldType::Points ? fmt::format("{}. {}", ++number, one) : one;
        }
        return text;
    }
    case FieldType::Integer:
    case FieldType::Entry:
    case FieldType::Receipt:
        return value.isInteger() ? std::to_string(value.asInteger()) : std::string();
    case FieldType::Line:
    case FieldType::Text:
    case FieldType::Date:
    case FieldType::Moment:
    case FieldType::Service:
    case FieldType::Provider:
    case FieldType::Case:
    case FieldType::Request:
    case FieldType::Hearing:
    case FieldType::Consultation:
    case FieldType::Question:
    case FieldType::Period:
    case FieldType::LateAnswer:
    case FieldType::OpinionPoint:
    case FieldType::ConditionCell:
    case FieldType::Correction:
    case FieldType::OrderItem:
    case FieldType::Document:
    case FieldType::FiledDocument:
    case FieldType::Person:
        return value.isString() ? value.asString() : std::string();
    }
    return {};
}

} // namespace tutela::services

#include "core/base/json.h"

#include <fmt/format.h>

namespace tutela {

namespace {

void appendString(std::string& out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
            else
                out += c;
        }
    }
    out += '"';
}

/// Indentation: −1 writes on one line without spaces.
void append(std::string& out, const Json& value, int indent)
{
    const auto newLine = [&](int depth) {
        if (indent >= 0) {
            out += '\n';
            out.append(static_cast<std::size_t>(depth) * 2, ' ');
        }
    };
    const int inner = indent >= 0 ? indent + 1 : -1;
    if (value.isNull()) {
        out += "null";
    } else if (value.isBool()) {
        out += value.asBool() ? "true" : "false";
    } else if (value.isInteger()) {
        fmt::format_to(std::back_inserter(out), "{}", value.asInteger());
    } else if (value.isDecimal()) {
        out += value.asDecimal().text;
    } else if (value.isString()) {
        appendString(out, value.asString());
    } else if (value.isArray()) {
        out += '[';
        bool first = true;
        for (const Json& item : value.asArray()) {
            if (!first)
                out += ',';
            first = false;
            newLine(inner);
            append(out, item, inner);
        }
        if (!first)
            newLine(indent);
        out += ']';
    } else {
        out += '{';
        bool first = true;
        for (const auto& [key, item] : value.asObject()) {
            if (!first)
                out += ',';
            first = false;
            newLine(inner);
            appendString(out, key);
            out += indent >= 0 ? ": " : ":";
            append(out, item, inner);
        }
        if (!first)
            newLine(indent);
        out += '}';
    }
}

} // namespace

const Json* Json::find(std::string_view key) const
{
    const auto* object = std::get_if<Object>(&m_value);
    if (object == nullptr)
        return nullptr;
    const auto found = object->find(key);
    return found == object->end() ? nullptr : &found->second;
}

std::string_view Json::text(std::string_view key) const
{
    const Json* member = find(key);
    return member != nullptr && member->isString() ? std::string_view(member->asString())
                                                   : std::string_view();
}

std::int64_t Json::integer(std::string_view key, std::int64_t otherwise) const
{
    const Json* member = find(key);
    return member != nullptr && member->isInteger() ? member->asInteger() : otherwise;
}

bool Json::flag(std::string_view key, bool otherwise) const
{
    const Json* member = find(key);
    return member != nullptr && member->isBool() ? member->asBool() : otherwise;
}

const Json::Array& Json::items(std::string_view key) const
{
    static const Array none;
    const Json* member = find(key);
    return member != nullptr && member->isArray() ? member->asArray() : none;
}

void Json::set(std::string_view key, Json value)
{
    if (isNull())
        m_value = Object{};
    asObject().insert_or_assign(std::string(key), std::move(value));
}

std::string canonicalJson(const Json& value)
{
    std::string out;
    append(out, value, -1);
    return out;
}

std::string prettyJson(const Json& value)
{
    std::string out;
    append(out, value, 0);
    return out;
}

} // namespace tutela

#include "core/law/fields.h"

#include <algorithm>

namespace tutela::law {

Fields::Fields(const Json& object, std::string where, std::initializer_list<std::string_view> known)
    : m_object(object)
    , m_where(std::move(where))
{
    if (!object.isObject()) {
        m_error =
            Error{.code = ErrorCode::BadInput, .what = Message{"law.pack.no-object", {}}, .where = m_where};
        return;
    }
    for (const auto& [key, value] : object.asObject()) {
        if (std::find(known.begin(), known.end(), key) == known.end())
            refuse(key, "law.pack.unknown-key");
    }
}

std::string Fields::text(std::string_view key)
{
    std::string value = optionalText(key);
    if (value.empty())
        refuse(key, has(key) ? "law.pack.value" : "law.pack.missing");
    return value;
}

std::string Fields::optionalText(std::string_view key)
{
    const Json* member = m_object.find(key);
    if (member == nullptr)
        return {};
    if (!member->isString()) {
        refuse(key);
        return {};
    }
    return member->asString();
}

std::int64_t Fields::integer(std::string_view key, std::int64_t least, std::int64_t most)
{
    const Json* member = m_object.find(key);
    if (member == nullptr) {
        refuse(key, "law.pack.missing");
        return least;
    }
    if (!member->isInteger() || member->asInteger() < least || member->asInteger() > most) {
        refuse(key);
        return least;
    }
    return member->asInteger();
}

std::optional<Length> Fields::optionalLength(std::string_view key)
{
    if (!has(key))
        return std::nullopt;
    const auto length = parseLength(optionalText(key));
    if (!length || length->amount <= 0) {
        refuse(key);
        return std::nullopt;
    }
    return length;
}

std::vector<std::string> Fields::texts(std::string_view key)
{
    const Json* member = m_object.find(key);
    if (member == nullptr)
        return {};
    if (!member->isArray()) {
        refuse(key);
        return {};
    }
    std::vector<std::string> values;
    for (const Json& item : member->asArray()) {
        if (!item.isString() || item.asString().empty())
            refuse(key);
        else
            values.push_back(item.asString());
    }
    return values;
}

void Fields::refuse(std::string_view key, std::string_view problem)
{
    if (m_error)
        return;
    m_error = Error{.code = ErrorCode::BadInput,
        .what = Message{std::string(problem), {{"key", std::string(key)}}},
        .where = path(key)};
}

} // namespace tutela::law

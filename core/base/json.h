#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tutela {

/// A number that is not a whole number within ±(2^53−1), kept as it was written. We never compute with it.
struct Decimal {
    std::string text;

    friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// A JSON value. Objects are kept in ascending byte order of their keys, so that writing one is canonical.
class Json final {
public:
    using Array = std::vector<Json>;
    using Object = std::map<std::string, Json, std::less<>>;

    Json() = default;

    Json(std::nullptr_t) { } // NOLINT(google-explicit-constructor)

    Json(bool value) // NOLINT(google-explicit-constructor)
        : m_value(value)
    {
    }

    Json(int value) // NOLINT(google-explicit-constructor)
        : m_value(static_cast<std::int64_t>(value))
    {
    }

    Json(std::int64_t value) // NOLINT(google-explicit-constructor)
        : m_value(value)
    {
    }

    Json(Decimal value) // NOLINT(google-explicit-constructor)
        : m_value(std::move(value))
    {
    }

    Json(std::string value) // NOLINT(google-explicit-constructor)
        : m_value(std::move(value))
    {
    }

    Json(std::string_view value) // NOLINT(google-explicit-constructor)
        : m_value(std::string(value))
    {
    }

    Json(const char* value) // NOLINT(google-explicit-constructor)
        : m_value(std::string(value))
    {
    }

    Json(Array value) // NOLINT(google-explicit-constructor)
        : m_value(std::move(value))
    {
    }

    Json(Object value) // NOLINT(google-explicit-constructor)
        : m_value(std::move(value))
    {
    }

    /// `Json::object({{"key", value}, …})`.
    [[nodiscard]] static Json object(std::initializer_list<Object::value_type> members = {})
    {
        return Json(Object(members));
    }

    [[nodiscard]] static Json array(Array items = {}) { return Json(std::move(items)); }

    [[nodiscard]] bool isNull() const { return m_value.index() == 0; }

    [[nodiscard]] bool isBool() const { return std::holds_alternative<bool>(m_value); }

    [[nodiscard]] bool isInteger() const { return std::holds_alternative<std::int64_t>(m_value); }

    [[nodiscard]] bool isDecimal() const { return std::holds_alternative<Decimal>(m_value); }

    [[nodiscard]] bool isString() const { return std::holds_alternative<std::string>(m_value); }

    [[nodiscard]] bool isArray() const { return std::holds_alternative<Array>(m_value); }

    [[nodiscard]] bool isObject() const { return std::holds_alternative<Object>(m_value); }

    /// The value of that type. Throws std::bad_variant_access otherwise: ask first.
    [[nodiscard]] bool asBool() const { return std::get<bool>(m_value); }

    [[nodiscard]] std::int64_t asInteger() const { return std::get<std::int64_t>(m_value); }

    [[nodiscard]] const Decimal& asDecimal() const { return std::get<Decimal>(m_value); }

    [[nodiscard]] const std::string& asString() const { return std::get<std::string>(m_value); }

    [[nodiscard]] const Array& asArray() const { return std::get<Array>(m_value); }

    [[nodiscard]] Array& asArray() { return std::get<Array>(m_value); }

    [[nodiscard]] const Object& asObject() const { return std::get<Object>(m_value); }

    [[nodiscard]] Object& asObject() { return std::get<Object>(m_value); }

    /// The member of an object, or null-pointer when this is no object or has no such member.
    [[nodiscard]] const Json* find(std::string_view key) const;

    /// The string member of that name, or an empty text.
    [[nodiscard]] std::string_view text(std::string_view key) const;

    /// The integer member of that name, or `otherwise`.
    [[nodiscard]] std::int64_t integer(std::string_view key, std::int64_t otherwise = 0) const;

    /// The boolean member of that name, or `otherwise`.
    [[nodiscard]] bool flag(std::string_view key, bool otherwise = false) const;

    /// The items of the array member of that name, or an empty array.
    [[nodiscard]] const Array& items(std::string_view key) const;

    /// Sets a member; the value becomes an object when it was null.
    void set(std::string_view key, Json value);

    friend bool operator==(const Json&, const Json&) = default;

private:
    std::variant<std::nullptr_t, bool, std::int64_t, Decimal, std::string, Array, Object> m_value = nullptr;
};

/// The one byte sequence for a value: no spaces, keys ascending, shortest escapes (after RFC 8785, without
/// floats).
[[nodiscard]] std::string canonicalJson(const Json& value);

/// The same value for people, indented by two spaces.
[[nodiscard]] std::string prettyJson(const Json& value);

} // namespace tutela

#include "core/base/json_parse.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace tutela {

namespace {

constexpr std::int64_t kMaxSafeInteger = (std::int64_t{1} << 53) - 1;

std::string lineAndColumn(std::string_view text, std::size_t offset)
{
    std::size_t line = 1;
    std::size_t lineStart = 0;
    const std::size_t end = std::min(offset, text.size());
    for (std::size_t i = 0; i < end; ++i) {
        if (text[i] == '\n') {
            ++line;
            lineStart = i + 1;
        }
    }
    return fmt::format("{}:{}", line, end - lineStart + 1);
}

/// Builds the value without recursion and stops at the first limit passed.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
    Builder(const JsonLimits& limits)
        : m_limits(limits)
    {
    }

    bool null() override { return add(Json()); }

    bool boolean(bool value) override { return add(Json(value)); }

    bool number_integer(number_integer_t value) override
    {
        return add(
            value < -kMaxSafeInteger ? Json(Decimal{std::to_string(value)}) : Json(std::int64_t{value}));
    }

    bool number_unsigned(number_unsigned_t value) override
    {
        return add(value > static_cast<number_unsigned_t>(kMaxSafeInteger)
                ? Json(Decimal{std::to_string(value)})
                : Json(static_cast<std::int64_t>(value)));
    }

    bool number_float(number_float_t, const string_t& text) override { return add(Json(Decimal{text})); }

    bool string(string_t& value) override
    {
        if (value.size() > m_limits.maxStringBytes)
            return fail("json.string-too-long");
        if (value.find('\0') != string_t::npos)
            return fail("json.nul");
        return add(Json(std::move(value)));
    }

    bool binary(binary_t&) override { return fail("json.syntax"); }

    bool start_object(std::size_t) override { return open(Json(Json::Object{})); }

    bool key(string_t& value) override
    {
        if (value.size() > m_limits.maxKeyBytes)
            return fail("json.key-too-long");
        if (value.find('\0') != string_t::npos)
            return fail("json.nul");
        // Our own bodies are written in ascending order of the keys: none of them has to be looked up.
        const Json::Object& object = m_open.back().value.asObject();
        const bool last = object.empty() || object.rbegin()->first < value;
        if (!last && object.contains(value)) {
            m_detail = value;
            return fail("json.duplicate-key");
        }
        m_open.back().key = std::move(value);
        return true;
    }

    bool end_object() override { return close(); }

    bool start_array(std::size_t) override { return open(Json(Json::Array{})); }

    bool end_array() override { return close(); }

    bool parse_error(
        std::size_t position, const std::string&, const nlohmann::detail::exception& problem) override
    {
        m_offset = position == 0 ? 0 : position - 1;
        // A number outside the range of a double (out_of_range.406) is a number we cannot keep.
        return fail(problem.id == 406 ? "json.number-range" : "json.syntax");
    }

    [[nodiscard]] const char* problem() const { return m_problem; }

    [[nodiscard]] const std::string& detail() const { return m_detail; }

    [[nodiscard]] std::optional<std::size_t> offset() const { return m_offset; }

    [[nodiscard]] Json take() { return std::move(m_root); }

private:
    struct Level {
        Json value;
        std::string key;
    };

    bool fail(const char* problem)
    {
        if (m_problem == nullptr)
            m_problem = problem;
        return false;
    }

    bool count()
    {
        if (++m_values > m_limits.maxValues)
            return fail("json.too-many-values");
        return true;
    }

    bool add(Json value)
    {
        if (!count())
            return false;
        if (m_open.empty()) {
            m_root = std::move(value);
            return true;
        }
        Level& level = m_open.back();
        if (level.value.isArray())
            level.value.asArray().push_back(std::move(value));
        else
            level.value.asObject().emplace_hint(
                level.value.asObject().end(), std::move(level.key), std::move(value));
        return true;
    }

    bool open(Json value)
    {
        if (!count())
            return false;
        if (m_open.size() >= m_limits.maxDepth)
            return fail("json.too-deep");
        m_open.push_back({std::move(value), {}});
        return true;
    }

    bool close()
    {
        Json value = std::move(m_open.back().value);
        m_open.pop_back();
        --m_values; // it was counted when it was opened
        return add(std::move(value));
    }

    JsonLimits m_limits;
    std::vector<Level> m_open;
    Json m_root;
    std::size_t m_values = 0;
    const char* m_problem = nullptr;
    std::string m_detail;
    std::optional<std::size_t> m_offset;
};

/// Counts what the parser has consumed, so that a refused limit can name its place too.
class CountingIterator final {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** high)
        : m_at(at)
        , m_high(high)
    {
    }

    reference operator*() const { return *m_at; }

    CountingIterator& operator++()
    {
        ++m_at;
        *m_high = m_at;
        return *this;
    }

    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }

    bool operator!=(const CountingIterator& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    const char** m_high;
};

Error badJson(const char* id, std::string where, std::string detail)
{
    return {.code = ErrorCode::BadInput,
        .what = {id, {{"detail", std::move(detail)}}},
        .where = std::move(where)};
}

} // namespace

Result<Json> parseJson(std::string_view text, const JsonLimits& limits)
{
    if (text.size() > limits.maxBytes)
        return badJson("json.too-large", {}, std::to_string(limits.maxBytes));
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return badJson("json.empty", "1:1", {});
    if (text.starts_with("\xEF\xBB\xBF"))
        return badJson("json.byte-order-mark", "1:1", {});
    Builder builder(limits);
    const char* reached = text.data();
    const bool ok = nlohmann::json::sax_parse(CountingIterator(text.data(), &reached),
        CountingIterator(text.data() + text.size(), &reached), &builder);
    if (ok && builder.problem() == nullptr)
        return builder.take();
    const auto offset = builder.offset().value_or(static_cast<std::size_t>(reached - text.data()));
    return badJson(builder.problem() == nullptr ? "json.syntax" : builder.problem(),
        lineAndColumn(text, offset), builder.detail());
}

} // namespace tutela

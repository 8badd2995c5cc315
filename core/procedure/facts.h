#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/day.h"
#include "core/base/json.h"
#include "core/base/length.h"
#include "core/domain/case_file.h"
#include "core/domain/vocabulary.h"

namespace tutela::procedure {

/// Typed reading of an act's data or of an entry's facts. Every query gives nothing when the member is
/// missing or has another type, so that reading never fails: data are checked before they become facts.
class Facts final {
public:
    explicit Facts(const Json& json)
        : m_json(json)
    {
    }

    [[nodiscard]] bool has(std::string_view name) const;

    [[nodiscard]] std::string text(std::string_view name) const { return std::string(m_json.text(name)); }

    [[nodiscard]] std::optional<Day> day(std::string_view name) const { return parseDay(m_json.text(name)); }

    [[nodiscard]] std::optional<Instant> instant(std::string_view name) const
    {
        return parseInstant(m_json.text(name));
    }

    [[nodiscard]] std::optional<Length> length(std::string_view name) const
    {
        return parseLength(m_json.text(name));
    }

    [[nodiscard]] std::int64_t integer(std::string_view name) const { return m_json.integer(name); }

    [[nodiscard]] bool flag(std::string_view name) const { return m_json.flag(name); }

    [[nodiscard]] std::vector<std::string> codes(std::string_view name) const;

    template <class Enum> [[nodiscard]] std::optional<Enum> choice(std::string_view name) const
    {
        return fromText<Enum>(m_json.text(name));
    }

private:
    const Json& m_json;
};

/// What a draft, a request or an order covers, as its facts say.
[[nodiscard]] OrderScope scopeOf(const Facts& facts);

/// `day` plus a length by the calendar alone: no rolling, the end of a shorter month where the date does not
/// exist. For comparing lengths of different units; legal dates come from core/law. Hours count as whole
/// days, working days as days.
[[nodiscard]] Day plainlyAfter(Day day, Length length);

} // namespace tutela::procedure

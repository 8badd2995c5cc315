#include "core/base/length.h"

#include <charconv>

#include <fmt/format.h>

namespace tutela {

namespace {

struct UnitText {
    LengthUnit unit;
    std::string_view prefix;
    std::string_view suffix;
};

// `WD` before `D`, so that the longer suffix is tried first.
constexpr UnitText kUnits[] = {
    {LengthUnit::Hours, "PT", "H"},
    {LengthUnit::WorkingDays, "P", "WD"},
    {LengthUnit::Days, "P", "D"},
    {LengthUnit::Weeks, "P", "W"},
    {LengthUnit::Months, "P", "M"},
    {LengthUnit::Years, "P", "Y"},
};

} // namespace

std::optional<Length> parseLength(std::string_view text)
{
    const bool minus = text.starts_with('-');
    if (minus)
        text.remove_prefix(1);
    for (const UnitText& form : kUnits) {
        if (!text.starts_with(form.prefix) || !text.ends_with(form.suffix)
            || text.size() <= form.prefix.size() + form.suffix.size())
            continue;
        const auto digits =
            text.substr(form.prefix.size(), text.size() - form.prefix.size() - form.suffix.size());
        if (digits.size() > 6)
            return std::nullopt;
        std::int64_t amount = 0;
        const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), amount);
        if (problem != std::errc{} || end != digits.data() + digits.size() || amount < 0)
            continue;
        return Length{minus ? -amount : amount, form.unit};
    }
    return std::nullopt;
}

std::string formatLength(Length length)
{
    for (const UnitText& form : kUnits) {
        if (form.unit == length.unit) {
            return fmt::format("{}{}{}{}", length.amount < 0 ? "-" : "", form.prefix,
                length.amount < 0 ? -length.amount : length.amount, form.suffix);
        }
    }
    return {};
}

} // namespace tutela

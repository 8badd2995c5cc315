#include "core/procedure/facts.h"

namespace tutela::procedure {

bool Facts::has(std::string_view name) const
{
    const Json* member = m_json.find(name);
    return member != nullptr && !member->isNull() && !(member->isString() && member->asString().empty());
}

std::vector<std::string> Facts::codes(std::string_view name) const
{
    std::vector<std::string> codes;
    for (const Json& item : m_json.items(name)) {
        if (item.isString())
            codes.push_back(item.asString());
    }
    return codes;
}

OrderScope scopeOf(const Facts& facts)
{
    return {facts.codes("parts"), facts.day("start").value_or(Day{}), facts.day("end").value_or(Day{})};
}

Day plainlyAfter(Day day, Length length)
{
    using namespace std::chrono;
    const auto count = static_cast<int>(length.amount);
    switch (length.unit) {
    case LengthUnit::Hours:
        return day + days{(count + 23) / 24};
    case LengthUnit::Days:
    case LengthUnit::WorkingDays:
        return day + days{count};
    case LengthUnit::Weeks:
        return day + weeks{count};
    case LengthUnit::Months:
    case LengthUnit::Years: {
        const year_month_day start{day};
        const year_month_day moved =
            start + (length.unit == LengthUnit::Months ? months{count} : months{12 * count});
        return moved.ok() ? sys_days{moved} : sys_days{moved.year() / moved.month() / last};
    }
    }
    return day;
}

} // namespace tutela::procedure

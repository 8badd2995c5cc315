#include "core/procedure/clock_history.h"

#include <algorithm>

namespace tutela::procedure {

void ClockHistory::see(const std::vector<CaseDate>& running, Instant at)
{
    const std::int64_t sequence = m_seen++;
    for (const CaseDate& date : running) {
        const auto [found, isNew] = m_dates.try_emplace(date.clockId, ToldDate{date.clockId});
        ToldDate& told = found->second;
        if (!isNew && told.day == date.day && told.confirmed == date.confirmed && !told.cancelled)
            continue;
        told = {date.clockId, date.day, date.confirmed, false, sequence, at};
    }
    for (auto& [id, told] : m_dates) {
        const bool runs = std::ranges::find(running, id, &CaseDate::clockId) != running.end();
        if (runs || told.cancelled)
            continue;
        told.cancelled = true;
        told.sequence = sequence;
        told.changedAt = at;
    }
}

std::vector<ToldDate> ClockHistory::dates() const
{
    std::vector<ToldDate> dates;
    for (const auto& [id, told] : m_dates)
        dates.push_back(told);
    return dates;
}

} // namespace tutela::procedure

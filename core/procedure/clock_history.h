#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/domain/case_summary.h"

namespace tutela::procedure {

/// A date as a calendar program was or will be told of it.
struct ToldDate {
    std::string clockId;
    Day day{}; ///< the last one known
    bool confirmed = true;
    bool cancelled = false; ///< the clock was met, ended or stopped, or is another desk's now
    std::int64_t sequence = 0; ///< grows with each change of this date
    Instant changedAt{};
};

/// Follows the running clocks of a case from entry to entry, so that what was told earlier can be taken back
/// without keeping what was told.
class ClockHistory final {
public:
    /// The clocks that run after what happened at `at`.
    void see(const std::vector<CaseDate>& running, Instant at);

    /// Every clock that ever ran, by id.
    [[nodiscard]] std::vector<ToldDate> dates() const;

private:
    std::map<std::string, ToldDate> m_dates;
    std::int64_t m_seen = 0;
};

} // namespace tutela::procedure

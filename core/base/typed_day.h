#pragma once

#include <optional>
#include <string_view>

#include "core/base/day.h"

namespace tutela {

/// Reads a day as people type it: 2026-03-31, 31.3.2026, 31/3/2026, 31.3. (the next such day, today
/// included), 31 Mar 2026, 31 March 2026, today, tomorrow, and +14d, +2w, +1m, +1y from today. A month
/// without that day ends on its last one: +1m from 31 January is 28 or 29 February. Nothing for any other
/// text and for days that do not exist.
[[nodiscard]] std::optional<Day> parseTypedDay(std::string_view text, Day today);

} // namespace tutela

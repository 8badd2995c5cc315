#pragma once

#include "app/cli/wiring.h"

namespace tutela::cli {

/// Reference::period over core/law.
[[nodiscard]] Result<PeriodReport> countPeriod(const PeriodRequest& request);

/// Reference::calendar over core/law.
[[nodiscard]] Result<CalendarYear> calendarYear(std::string_view id, int year);

/// Reference::rulebooks over the embedded legal texts.
[[nodiscard]] std::vector<RulebookRow> rulebookRows();

} // namespace tutela::cli

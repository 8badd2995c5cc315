#pragma once

#include "app/cli/wiring.h"

namespace tutela::cli {

/// Reference::period over core/law.
[[nodiscard]] Result<PeriodReport> countPeriod(const PeriodRequest& request);

/// Reference::calendar over core/law.
[[nodiscard]] Result<CalendarYear> calendarYear(std::string_view id, int year);

/// Reference::rulebooks and Reference::rulebook over the embedded legal texts; and how two of them differ.
[[nodiscard]] std::vector<RulebookRow> rulebookRows();
[[nodiscard]] Result<Json> rulebookPack(std::string_view id);
[[nodiscard]] Result<std::vector<interfaces::TextDifference>> rulebookDifferences(
    std::string_view first, std::string_view second);

} // namespace tutela::cli

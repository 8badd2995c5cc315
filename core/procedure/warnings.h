#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/domain/case_file.h"
#include "core/domain/case_warning.h"
#include "core/law/rulebook.h"
#include "core/procedure/circumstances.h"

namespace tutela::procedure {

/// What is to be pointed out about the dates of a case on a day of the office's zone, most pressing first.
/// How early is the office's choice: parameters "notice.…" of the legal text, with defaults of five working
/// days for dates, one month for a stopped clock, two months for windows that close.
[[nodiscard]] std::vector<CaseWarning> warningsOf(
    const CaseFile& file, const law::Rulebook& rulebook, const Calendars& calendars, Day today);

/// Legal bases named by the legal text that lapse within the office's notice, or have lapsed; they concern
/// every file.
[[nodiscard]] std::vector<CaseWarning> lapsesOf(const law::Rulebook& rulebook, Day today);

/// Art 33: the provider is now established in, or represented from, another Member State than when the file
/// was opened, so that the file belongs to the Coordinating Authority there. Nothing when `stateNow` is
/// empty.
[[nodiscard]] std::optional<CaseWarning> seatMoved(const CaseFile& file, std::string_view stateNow);

} // namespace tutela::procedure

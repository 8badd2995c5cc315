#pragma once

#include "app/cli/context.h"
#include "app/cli/filing_text.h"
#include "core/base/json.h"
#include "core/interfaces/case_desk.h"

namespace tutela::cli {

/// The case as the contract writes it; `today` decides where its order stands, `filings` are those that were
/// read from their originals.
[[nodiscard]] Json caseJson(const interfaces::CaseView& view, const std::vector<CaseFiling>& filings,
    Day today, const Context& context);

/// The case for people: header, what to do, clocks, the file by tab, history.
[[nodiscard]] std::string caseText(
    const interfaces::CaseView& view, const std::vector<CaseFiling>& filings, const Context& context);

/// The header and one tab of the case: its cards, how points were dealt with, what was weighed, the
/// technologies of its plans.
[[nodiscard]] std::string tabText(const interfaces::CaseView& view, const std::vector<CaseFiling>& filings,
    std::string_view tab, const Context& context);

} // namespace tutela::cli

#pragma once

#include "app/cli/context.h"
#include "core/base/json.h"
#include "core/interfaces/case_desk.h"

namespace tutela::cli {

/// The case as the contract writes it; `today` decides where its order stands.
[[nodiscard]] Json caseJson(const interfaces::CaseView& view, Day today, const Context& context);

/// The case for people: header, what to do, clocks, the file by tab, history.
[[nodiscard]] std::string caseText(const interfaces::CaseView& view, const Context& context);

} // namespace tutela::cli

#pragma once

#include <optional>

#include "core/domain/case_file.h"
#include "core/law/rulebook.h"

namespace tutela::procedure {

/// By when each pass of a renewal has to be reached so that the next order applies on the day after this one
/// ends. The law fixes only the last day of receipt (Art 7(9)); the lengths before it are the office's own,
/// parameters "renewal.…" of the legal text.
struct RenewalPlan {
    Day begin{}; ///< work on the draft starts
    Day draft{}; ///< draft sent to the provider and the EU Centre (Art 7(3))
    Day plan{}; ///< re-sent draft, implementation plan demanded
    Day request{}; ///< request filed with the issuing authority
    Day receipt{}; ///< last day on which the provider may receive the next order
    Day firstDay{}; ///< the day after the end of this order

    friend bool operator==(const RenewalPlan&, const RenewalPlan&) = default;
};

/// The plan for the order of the case; nothing without one, or when a day cannot be counted.
[[nodiscard]] std::optional<RenewalPlan> renewalPlan(const CaseFile& file, const law::Rulebook& rulebook);

} // namespace tutela::procedure

#pragma once

#include <cstdint>
#include <stdexcept>
#include <vector>

#include "core/interfaces/office.h"

namespace tutela::bench {

/// The next act on an assessment that can go on for ever: ask for information, record the answer.
[[nodiscard]] interfaces::ActRequest nextAct(interfaces::Office& office, const CaseId& caseId);

/// Performs an act; ends the program with its refusal.
interfaces::ActReceipt perform(interfaces::Office& office, const interfaces::ActRequest& request);

/// Adds entries to the assessment until it has so many.
void growTo(interfaces::Office& office, const CaseId& caseId, std::int64_t entries);

/// Open assessments under review, at most so many.
[[nodiscard]] std::vector<CaseId> assessmentsUnderReview(interfaces::Office& office, std::int64_t most);

/// Opens the case as its page does; ends the program when it is refused.
interfaces::CaseView openCase(interfaces::Office& office, const CaseId& caseId);

/// The value, or the end of the program with the message id of the error.
template <class T> T orEnd(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().what.id + " " + result.error().where);
    return std::move(result).value();
}

} // namespace tutela::bench

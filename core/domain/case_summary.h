#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/case_file.h"

namespace tutela {

/// The last day to act of a running clock.
struct CaseDate {
    Day day{};
    std::string clockId;
    bool confirmed = true;

    friend bool operator==(const CaseDate&, const CaseDate&) = default;
};

/// What lists show of a case: follows from its entries and the legal text alone, never from today.
struct CaseSummary {
    CaseId id;
    CaseKind kind;
    Step step;
    ProviderId provider;
    std::vector<ServiceId> services;
    std::optional<DetectionKind> detectionKind;
    bool orderIssued = false;
    bool closed = false;
    std::int64_t streamSeq = 0;
    std::optional<PersonId> responsible;
    WaitingFor waitingFor = WaitingFor::Nobody;
    std::vector<Institution> audiences;
    std::optional<Day> due; ///< the earliest end among the clocks not yet met
    std::string clockId; ///< of that clock, or of a stopped one
    bool clockStopped = false;
    bool confirmed = true;
    std::vector<PersonId> desks = {}; ///< everybody who was ever responsible
    std::vector<CaseDate> dates = {}; ///< of the clocks not yet met; none once closed
};

/// Whether a detection file is over without an order, or closed.
[[nodiscard]] constexpr bool hasEnded(Step step)
{
    return step == Step::Closed || step == Step::Refused || step == Step::Withdrawn
        || step == Step::NotPursued;
}

} // namespace tutela

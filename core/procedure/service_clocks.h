#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/day.h"
#include "core/base/message.h"
#include "core/domain/service_record.h"
#include "core/law/calendar.h"
#include "core/law/clock_ledger.h"
#include "core/law/rulebook.h"

namespace tutela::procedure {

/// A running of a duty that recurs for a service, whatever cases there are about it.
struct ServiceClock {
    std::string id; ///< "DL01", "DL02/1" for the first cycle, "DL03/D-2026-0001" for the order of that case
    const law::ClockDefinition* definition = nullptr; ///< of the rulebook
    law::ClockFacts facts;
    std::vector<Message> reasons; ///< where the trigger and the fulfilment come from
    std::vector<Message> warnings;
};

/// From when the regulation applies; none: nobody recorded it, as long as the text is a proposal.
using ApplicationDay = std::optional<Day>;

/// The duties of the provider for one service, in the order of the articles, with all cycles so far and the
/// next one. `calendar` is that of the provider's Member State; later duties run from the ends of earlier
/// ones.
/// Law: Art 3(4), 3(4)(a), 4(2)(d), 5(1).
[[nodiscard]] std::vector<ServiceClock> serviceClocks(const ServiceRecord& record,
    ApplicationDay applicationDay, const law::Rulebook& rulebook, const law::Calendar& calendar);

/// A duty that is not fulfilled, by the earliest day on which its time can be over whatever holidays there
/// are: what a list looks at first.
struct OpenDuty {
    std::string clock;
    Day earliest{}; ///< last day to act when no holiday moves it
    std::optional<Day> endsOn; ///< the duty falls away on this day

    friend bool operator==(const OpenDuty&, const OpenDuty&) = default;
};

/// Duties of the service that have a date and are not fulfilled.
[[nodiscard]] std::vector<OpenDuty> openDuties(
    const ServiceRecord& record, ApplicationDay applicationDay, const law::Rulebook& rulebook);

/// Art 3(4)(a): the day of the update that came while the order of that case ran; nothing as long as none
/// did.
[[nodiscard]] std::optional<Day> updatedUnderOrder(const ServiceRecord& record, const CaseId& order,
    ApplicationDay applicationDay, const law::Rulebook& rulebook);

} // namespace tutela::procedure

#pragma once

#include <optional>
#include <vector>

#include "core/domain/service_record.h"
#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// Brings the list of open duties of a service up to what is recorded.
void projectDuties(Register& target, const ServiceId& service);

/// The same for all services, after the day of application changed or everything was built again.
void projectAllDuties(Register& target);

/// Reports and order of a case, and the duties of its services where they changed.
void projectServicesOf(Register& target, const CaseFile& file);

/// The duties of a service as they stand on a day, counted in the calendar of the provider's Member State:
/// the most pressing first, the fulfilled ones last.
[[nodiscard]] std::vector<interfaces::ClockView> cycleViews(
    Register& source, const ServiceId& service, Day today);

/// Whether the time of a duty is over, also where a calendar leaves its date unconfirmed.
[[nodiscard]] bool isOverdue(const interfaces::ClockView& clock);

} // namespace tutela::services

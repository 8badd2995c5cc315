#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/interfaces/case_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// Whose date it is.
struct DateSheetSubject {
    std::string reference; ///< number of the file or the service
    std::string provider;
    std::string service;
};

/// "Why this date?" for one of several clocks as a sheet of paper in PDF bytes: the steps, whose calendar,
/// the readings. Errors: BadInput when there is no clock of that id.
[[nodiscard]] Result<std::string> dateSheetBytes(Register& source, const DateSheetSubject& subject,
    const std::vector<interfaces::ClockView>& clocks, std::string_view id);

} // namespace tutela::services

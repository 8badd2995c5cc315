#pragma once

#include <QString>

#include "core/interfaces/office.h"

namespace tutela::ui {

/// "Friday, 3 Jul 2026", with the holiday it is or that it lies on a weekend, and how full its week is at the
/// desk of the person signed in: "Other dates of this desk in that week: 3. Working days: 4."
[[nodiscard]] QString dayWithHints(interfaces::Office& office, Day day);

/// The name of the authority's holiday on that day, or an empty text.
[[nodiscard]] QString holidayOn(interfaces::Office& office, Day day);

/// "Friday"
[[nodiscard]] QString weekdayText(Day day);

} // namespace tutela::ui

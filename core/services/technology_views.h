#pragma once

#include <vector>

#include "core/domain/filing.h"
#include "core/interfaces/technology_views.h"

namespace tutela::services {

/// The false alarms to expect in a month: the items looked at in it times the rate of false positives, or a
/// rate a day times 30. The first rate that is a number counts.
[[nodiscard]] interfaces::ExpectedAlarms expectedAlarms(const domain::DeclaredTechnology& technology);

/// The technologies of a plan as sheets; none for other filings.
[[nodiscard]] std::vector<interfaces::TechnologyView> technologyViews(const domain::Filing& filing);

} // namespace tutela::services

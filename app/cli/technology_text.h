#pragma once

#include <string>
#include <vector>

#include "app/cli/context.h"
#include "core/base/json.h"
#include "core/interfaces/technology_views.h"

namespace tutela::cli {

/// The technology sheets of a plan:
/// [{"name",…,"alternatives":[…],"error_rates":[…],"expected_false_alarms":{…}}]; null where nothing is
/// stated.
[[nodiscard]] Json technologiesJson(
    const std::vector<interfaces::TechnologyView>& technologies, const Context& context);

/// One sheet after the other: what it is, beside its alternatives, its error rates, false alarms a month.
[[nodiscard]] std::string technologiesText(
    const std::vector<interfaces::TechnologyView>& technologies, const Context& context);

} // namespace tutela::cli

#pragma once

#include <string>
#include <vector>

#include "app/cli/context.h"
#include "core/base/json.h"
#include "core/interfaces/intake_desk.h"

namespace tutela::cli {

/// A filing of a case with what its original says.
struct CaseFiling {
    DocumentId original;
    interfaces::FilingView view;
};

[[nodiscard]] Json findingsJson(const std::vector<interfaces::FindingView>& findings, const Context& context);

/// What a filing says, heading by heading: [{"heading","items":[{"label","text"}]}].
[[nodiscard]] Json contentJson(const interfaces::FilingView& filing);

/// Points to check, each with its article and its place.
[[nodiscard]] std::string findingsText(
    const std::vector<interfaces::FindingView>& findings, const Context& context);

/// A filing for people: what it is, its points to check, what it says.
[[nodiscard]] std::string filingText(const interfaces::FilingView& filing, const Context& context);

} // namespace tutela::cli

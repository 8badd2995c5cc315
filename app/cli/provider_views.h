#pragma once

#include <string>
#include <vector>

#include "app/cli/context.h"
#include "core/base/json.h"
#include "core/interfaces/duty_desk.h"

/// How providers, services and their recurring duties look in JSON and in text.
namespace tutela::cli {

[[nodiscard]] Json providerJson(const interfaces::ProviderView& provider);
[[nodiscard]] Json serviceJson(const interfaces::ServiceView& service);

/// The service with `cycles`, `cases` and `history`.
[[nodiscard]] Json serviceFileJson(const interfaces::ServiceFile& file, const Context& context);
[[nodiscard]] Json historyJson(
    const std::vector<interfaces::FactVersion<interfaces::ProviderDetails>>& history);

/// `YYYY-MM-DD` or nothing.
[[nodiscard]] std::string dayText(const std::optional<Day>& day);
[[nodiscard]] std::string servicesTable(
    const std::vector<interfaces::ServiceView>& services, const Context& context);

/// When which facts held, the newest first.
[[nodiscard]] std::string historyTable(
    const std::vector<interfaces::FactVersion<interfaces::ProviderDetails>>& history, const Context& context);
[[nodiscard]] std::string historyTable(
    const std::vector<interfaces::FactVersion<interfaces::ServiceDetails>>& history, const Context& context);

/// The name of the service and its duties, one line each.
[[nodiscard]] std::string cyclesText(const interfaces::ServiceFile& file, const Context& context);

} // namespace tutela::cli

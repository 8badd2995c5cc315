#pragma once

#include <optional>

#include "core/interfaces/office.h"

class QWidget;

namespace tutela::ui {

/// The forms of the Providers page. Each gives whether something was recorded.

/// A new provider without `known`, otherwise a change to it from a day on.
[[nodiscard]] bool editProvider(
    interfaces::Office& office, const std::optional<interfaces::ProviderView>& known, QWidget* parent);

/// The same for a service of a provider.
[[nodiscard]] bool editService(interfaces::Office& office, const ProviderId& provider,
    const std::optional<interfaces::ServiceView>& known, QWidget* parent);

/// Mitigation measures that are in place (Art 4(2)(d)).
[[nodiscard]] bool recordMeasures(
    interfaces::Office& office, const interfaces::ServiceView& service, QWidget* parent);

/// From when the regulation applies.
[[nodiscard]] bool recordApplicationDate(interfaces::Office& office, QWidget* parent);

} // namespace tutela::ui

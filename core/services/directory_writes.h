#pragma once

#include "core/domain/actor.h"
#include "core/interfaces/directory.h"
#include "core/services/register.h"
#include "core/services/writing.h"

namespace tutela::services {

/// The role in which a person of the authority keeps providers and services.
[[nodiscard]] Role registryRoleOf(const Actor& actor);

/// Adds a provider, or writes its changed facts with the day from which they hold.
ProviderId addProvider(
    Register& target, Writing& writing, Role role, const interfaces::ProviderDetails& details);
void changeProvider(Register& target, Writing& writing, Role role, const ProviderId& id,
    const interfaces::ProviderDetails& details);

/// The same for a service of a provider.
ServiceId addService(Register& target, Writing& writing, Role role, const ProviderId& provider,
    const interfaces::ServiceDetails& details);
void changeService(Register& target, Writing& writing, Role role, const ServiceId& id,
    const ProviderId& provider, const interfaces::ServiceDetails& details);

/// Facts and texts of an entry as details.
[[nodiscard]] interfaces::ProviderDetails providerDetails(const Json& facts, const Json& content);
[[nodiscard]] interfaces::ServiceDetails serviceDetails(const Json& facts, const Json& content);

[[nodiscard]] store::ProviderRow rowOf(const ProviderId& id, const interfaces::ProviderDetails& details);
[[nodiscard]] store::ServiceRow rowOf(
    const ServiceId& id, const ProviderId& provider, const interfaces::ServiceDetails& details);
[[nodiscard]] interfaces::ProviderView viewOf(const store::ProviderRow& row);
[[nodiscard]] interfaces::ServiceView viewOf(const store::ServiceRow& row);

/// Records from when the regulation applies, and counts every duty anew.
void recordApplicationDay(Register& target, Writing& writing, Role role, Day day, std::string_view basis);

} // namespace tutela::services

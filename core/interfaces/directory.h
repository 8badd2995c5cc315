#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"

namespace tutela::interfaces {

struct ProviderDetails {
    std::string name;
    std::string establishment; ///< seat in the Union
    std::string contactPoint; ///< Art 23
    std::string language; ///< two letters, Art 23(3)
    std::optional<Day> validFrom; ///< none: today
    std::string memberState = {}; ///< two letters, of the main establishment in the Union
    std::string representative = {}; ///< legal representative in the Union (Art 24), in addition or instead
    std::string representativeState = {}; ///< two letters: where the representative resides
};

/// The Member State under whose jurisdiction the provider is (Art 33): of its main establishment, else of its
/// legal representative; empty where neither is recorded. Its working days count for the provider.
[[nodiscard]] inline const std::string& jurisdictionOf(const ProviderDetails& provider)
{
    return provider.memberState.empty() ? provider.representativeState : provider.memberState;
}

struct ProviderView {
    ProviderId id;
    ProviderDetails details;
    std::int64_t services = 0;
};

struct ServiceDetails {
    std::string name;
    ServiceKind kind = ServiceKind::Hosting;
    std::optional<Day> validFrom; ///< none: today
    std::optional<Day> offeredFrom = {}; ///< first offered in the Union (Art 3(4)); may be before application
    std::optional<Day> offeredUntil = {}; ///< last day in the Union
    std::optional<RiskClass> riskClass = {}; ///< as the authority assigned it, where the text has classes
};

struct ServiceView {
    ServiceId id;
    ProviderId provider;
    ServiceDetails details;
};

struct GrantView {
    Role role;
    bool confirmed = false; ///< a grant waits until a second administrator confirms it
};

struct PersonView {
    PersonId id;
    std::string signInName;
    std::string name;
    std::vector<GrantView> grants;
    bool disabled = false;
};

/// Providers and their services, with valid-from and history.
class ProviderDirectory {
public:
    virtual ~ProviderDirectory() = default;
    [[nodiscard]] virtual Result<std::vector<ProviderView>> providers() = 0;
    [[nodiscard]] virtual Result<ProviderId> addProvider(const ProviderDetails& details) = 0;
    [[nodiscard]] virtual Result<Done> changeProvider(
        const ProviderId& id, const ProviderDetails& details) = 0;
    [[nodiscard]] virtual Result<std::vector<ServiceView>> services(
        const std::optional<ProviderId>& provider) = 0;
    [[nodiscard]] virtual Result<ServiceId> addService(
        const ProviderId& provider, const ServiceDetails& details) = 0;
    [[nodiscard]] virtual Result<Done> changeService(const ServiceId& id, const ServiceDetails& details) = 0;
};

/// People and their roles; administrators only.
class PeopleDirectory {
public:
    virtual ~PeopleDirectory() = default;
    [[nodiscard]] virtual Result<std::vector<PersonView>> people() = 0;
    [[nodiscard]] virtual Result<PersonId> addPerson(
        std::string_view signInName, std::string_view name, std::string_view password) = 0;
    [[nodiscard]] virtual Result<Done> disable(const PersonId& person) = 0;
    [[nodiscard]] virtual Result<Done> grant(const PersonId& person, Role role) = 0;
    [[nodiscard]] virtual Result<Done> confirm(const PersonId& person, Role role) = 0;
    [[nodiscard]] virtual Result<Done> resetPassword(const PersonId& person, std::string_view password) = 0;
};

} // namespace tutela::interfaces

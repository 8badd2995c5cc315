#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/actor.h"
#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"
#include "core/store/engine.h"

namespace tutela::store {

struct ProviderRow {
    ProviderId id;
    std::string name;
    std::string establishment;
    std::string contactPoint;
    std::string language;
    std::string validFrom;
    std::int64_t services = 0;
    std::string memberState = {}; ///< two letters; empty: not recorded
    std::string representative = {};
    std::string representativeState = {}; ///< two letters; empty: not recorded
};

struct ServiceRow {
    ServiceId id;
    ProviderId provider;
    std::string name;
    ServiceKind kind = ServiceKind::Hosting;
    std::string validFrom;
    std::string offeredFrom = {};
    std::string offeredUntil = {};
    std::string riskClass = {};
};

struct PersonRow {
    PersonId id;
    std::string signIn;
    std::string name;
    std::string signingKey; ///< hexadecimal
    std::string boxKey; ///< hexadecimal
    bool disabled = false;
};

struct GrantRow {
    Role role;
    PersonId grantedBy;
    bool confirmed = false;
};

/// Projections of providers, services and people.
class DirectoryStore final {
public:
    explicit DirectoryStore(Engine& engine)
        : m_engine(engine)
    {
    }

    /// What holds from the latest day stays: a correction of the past does not replace it.
    void project(const ProviderRow& provider);
    void project(const ServiceRow& service);
    void project(const PersonRow& person);
    void project(const PersonId& person, const GrantRow& grant);

    [[nodiscard]] std::vector<ProviderRow> providers();
    [[nodiscard]] std::optional<ProviderRow> provider(const ProviderId& id);
    [[nodiscard]] std::vector<ServiceRow> services();
    [[nodiscard]] std::optional<ServiceRow> service(const ServiceId& id);
    [[nodiscard]] std::vector<PersonRow> people();
    [[nodiscard]] std::optional<PersonRow> person(const PersonId& id);
    [[nodiscard]] std::optional<PersonRow> personBySignIn(std::string_view signIn);

    /// Who may sign in and holds the role, confirmed.
    [[nodiscard]] std::vector<PersonId> peopleWith(Role role);
    [[nodiscard]] std::vector<GrantRow> grants(const PersonId& person);

private:
    Engine& m_engine;
};

} // namespace tutela::store

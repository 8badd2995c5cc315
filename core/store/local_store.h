#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/access/lockout.h"
#include "core/domain/ids.h"
#include "core/store/engine.h"

namespace tutela::store {

/// What opens a person's keys with the password.
struct CredentialRow {
    std::string recipe; ///< JSON of access::PasswordRecipe
    std::string wrappedSeed;
    std::string sealedLogKey;
    bool mustChange = false;
};

/// Rows that belong to this file and not to the register's history.
class LocalStore final {
public:
    explicit LocalStore(Engine& engine)
        : m_engine(engine)
    {
    }

    [[nodiscard]] std::optional<std::string> setting(std::string_view name);
    void set(std::string_view name, std::string_view value);

    void setCredential(const PersonId& person, const CredentialRow& row);
    [[nodiscard]] std::optional<CredentialRow> credential(const PersonId& person);

    [[nodiscard]] access::Lockout lockout(const PersonId& person);
    void setLockout(const PersonId& person, const access::Lockout& lockout);

private:
    Engine& m_engine;
};

} // namespace tutela::store

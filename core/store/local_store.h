#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/access/lockout.h"
#include "core/access/ratchet.h"
#include "core/access/row_seal.h"
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

/// The wrong passwords since the last right one.
struct LockoutRow {
    access::Lockout lockout;
    std::optional<access::Ratchet> ratchet; ///< none until the row is sealed
};

/// A local row with what was stored as its seal.
struct SealedRow {
    access::LocalRow row;
    std::optional<std::string> seal; ///< none in a register that an older program made
    bool fitsItself = true; ///< whether its columns agree with one another
};

/// Rows that belong to this file and not to the register's history. Each is written with its seal, by
/// somebody who is signed in; the exceptions say so.
class LocalStore final {
public:
    explicit LocalStore(Engine& engine)
        : m_engine(engine)
    {
    }

    [[nodiscard]] std::optional<std::string> setting(std::string_view name);
    void set(std::string_view name, std::string_view value, const access::RowSealer& sealer);

    /// A setting that moves while nobody is signed in: the clock and the random counter of a training
    /// register. It has no seal.
    void setMoving(std::string_view name, std::string_view value);

    /// `signingKey` is the public key that the person has from now on: the seal covers it, so that an earlier
    /// row put back fits no more.
    void setCredential(const PersonId& person, const CredentialRow& row, std::string_view signingKey,
        const access::RowSealer& sealer);
    [[nodiscard]] std::optional<CredentialRow> credential(const PersonId& person);

    [[nodiscard]] std::optional<LockoutRow> lockout(const PersonId& person);

    /// Begins to count anew under a fresh ratchet.
    void resetLockout(const PersonId& person, const access::Ratchet& fresh, const access::RowSealer& sealer);

    /// Counts a wrong password, with nobody signed in: the ratchet moves as far as the count.
    void raiseLockout(const PersonId& person, const access::Lockout& next);

    /// Calls `each` for every row that has a seal or should have one: all settings, and the rows of that
    /// person or of everybody.
    void sealedRows(const std::optional<PersonId>& person, const std::function<void(const SealedRow&)>& each);

    /// Whether an older program made this register and its rows have no seals yet.
    [[nodiscard]] bool hasOlderRows();

    /// Seals the rows that an older program left without; the ratchets are fresh ones raised to the count.
    void sealAll(RandomSource& random, const access::RowSealer& sealer);

private:
    using EachRow = std::function<void(const SealedRow&)>;
    void settingRows(const EachRow& each);
    void credentialRows(const std::optional<PersonId>& person, const EachRow& each);
    void lockoutRows(const std::optional<PersonId>& person, const EachRow& each);

    Engine& m_engine;
};

} // namespace tutela::store

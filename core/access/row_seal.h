#pragma once

#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/signature.h"

namespace tutela::access {

/// A row that belongs to one register file and not to the register's history, as its seal sees it.
struct LocalRow {
    std::string table;
    std::string key; ///< what names the row in its table
    Json values; ///< every other column
};

/// Puts rows under the keyed digest of a register: the log key's Ed25519 signature (RFC 8032) over register,
/// table, key and values. Whoever is signed in can make one, anybody can check it, and who only edits the
/// file can do nothing but put back a row that stood there before.
class RowSealer final {
public:
    /// `signer` signs with the log key and lives at least as long as this.
    RowSealer(std::string origin, Signer signer)
        : m_origin(std::move(origin))
        , m_signer(std::move(signer))
    {
    }

    /// The 64 bytes of the seal.
    [[nodiscard]] std::string seal(const LocalRow& row) const;

private:
    std::string m_origin;
    Signer m_signer;
};

/// Whether the seal was made by the holder of that log key for this row of this register.
[[nodiscard]] bool sealFits(
    const SigningPublicKey& logKey, std::string_view origin, const LocalRow& row, std::string_view seal);

} // namespace tutela::access

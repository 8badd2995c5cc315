#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/access/keys.h"
#include "core/base/digest.h"

namespace tutela::access {

/// What a person signs when an act binds (approve, file, give opinion, decide, deliver, revoke). Neither the
/// register's own sequence nor the instant is in it, so that a court can sign on another machine.
struct BindingStatement {
    std::string store; ///< the register's origin
    std::string stream;
    std::int64_t expectedStreamSeq = 0; ///< the sequence that the entry will have in its stream
    std::string act;
    std::vector<Digest> commitments; ///< to content and documents, in the entry's order
    std::optional<Digest> bundle; ///< SHA-256 of the frozen file that was before the person
    Digest rulebook{}; ///< SHA-256 of the legal text's pack

    /// "tutela-act-v1\n" and the canonical JSON: the bytes that are signed.
    [[nodiscard]] std::string bytes() const;

    friend bool operator==(const BindingStatement&, const BindingStatement&) = default;
};

[[nodiscard]] Signature sign(const BindingStatement& statement, const PersonKeys& person);

[[nodiscard]] bool verify(
    const BindingStatement& statement, const SigningPublicKey& person, const Signature& signature);

} // namespace tutela::access

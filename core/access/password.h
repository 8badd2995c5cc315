#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/access/secret.h"
#include "core/base/json.h"
#include "core/base/message.h"
#include "core/base/result.h"

namespace tutela::access {

/// What one guess at a password costs (Argon2id, RFC 9106, one lane).
struct PasswordCost {
    std::uint64_t opslimit = 0; ///< passes over the memory
    std::size_t memlimitBytes = 0;

    [[nodiscard]] static constexpr PasswordCost forUse() { return {2, std::size_t{64} << 20}; }

    /// For training registers only, which hold nothing worth guessing.
    [[nodiscard]] static constexpr PasswordCost forTraining() { return {1, std::size_t{8} << 20}; }

    friend bool operator==(const PasswordCost&, const PasswordCost&) = default;
};

using PasswordSalt = std::array<std::uint8_t, 16>;

[[nodiscard]] PasswordSalt drawPasswordSalt(RandomSource& random);

/// What is kept beside a wrapped key so that the password can open it again; nothing of it is secret.
struct PasswordRecipe {
    PasswordSalt salt{};
    PasswordCost cost;

    [[nodiscard]] Json toJson() const;

    /// Errors: Integrity when members are missing, or the cost lies outside 1–16 passes and 8 MiB–1 GiB, so
    /// that a changed file can neither weaken the key nor stall the machine.
    [[nodiscard]] static Result<PasswordRecipe> fromJson(const Json& json);

    friend bool operator==(const PasswordRecipe&, const PasswordRecipe&) = default;
};

/// The key of a password. Throws std::bad_alloc when the machine lacks the memory. Not on the UI thread: it
/// takes some 50 ms.
[[nodiscard]] Secret deriveKey(std::string_view password, const PasswordSalt& salt, const PasswordCost& cost);

/// What a new password must be like.
struct PasswordRule {
    std::size_t fewestCharacters = 12;
    std::size_t mostBytes = 1024;
    std::size_t fewestOwnCharacters = 8; ///< that are no part of a well-known or own word
    std::size_t fewestDifferentCharacters = 5;
};

/// What speaks against a password, all at once; empty when it may be used. `ownWords` are the person's name,
/// sign-in name, office.
[[nodiscard]] std::vector<Message> passwordObjections(std::string_view password,
    std::span<const std::string_view> ownWords = {}, const PasswordRule& rule = {});

} // namespace tutela::access

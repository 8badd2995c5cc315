#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/services/register.h"
#include "core/services/writing.h"

namespace tutela::services {

enum class FirstPassword { MustChange, Stays };

/// Adds a person: keys from a new seed, wrapped under the password, the log key sealed to them.
/// Precondition: the session's person is an administrator (or the very first person).
[[nodiscard]] PersonId addPerson(Register& target, Writing& writing, std::string_view signInName,
    std::string_view name, std::string_view password, FirstPassword first);

/// Grants a role; it counts once a second administrator confirmed it, or at once in a new register's first
/// grants.
enum class GrantState { Waiting, Confirmed };
void addGrant(Register& target, Writing& writing, const PersonId& person, Role role, GrantState state);

/// The second administrator's confirmation.
void confirmGrant(Register& target, Writing& writing, const PersonId& person, const store::GrantRow& grant);

/// Opens the person's keys with the password. Errors: SignIn for every reason alike; Integrity naming the
/// local row that was changed behind the program's back.
[[nodiscard]] Result<std::shared_ptr<Session>> openSession(
    Register& target, std::string_view signInName, std::string_view password);

/// Wraps the keys of the open session under another password.
void changePassword(Register& target, Writing& writing, std::string_view password);

/// Gives a person who forgot the password new keys under a first password that must be changed.
void resetKeys(Register& target, Writing& writing, const store::PersonRow& person, std::string_view password);

/// Wrong passwords come while nobody is signed in who could sign an entry: the log learns of them here, at
/// the next right one, and the count begins anew.
void forgetFailures(Register& target, Writing& writing, const PersonId& person);

/// What speaks against a password for this person; Ok when nothing does.
[[nodiscard]] Result<Done> checkPassword(
    const Register& target, std::string_view password, std::string_view signInName, std::string_view name);

} // namespace tutela::services

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"

namespace tutela::interfaces {

struct SignedIn {
    PersonId person;
    std::string signInName;
    std::string name;
    std::vector<Role> roles;
    bool mustChangePassword = false;
};

/// Facts of the open register that do not depend on the person.
struct RegisterFacts {
    std::string authority;
    std::string memberState; ///< two letters
    std::string zone; ///< IANA name of the office's zone
    std::string storeId;
    std::string rulebook;
    bool training = false;
    bool openedWithoutHead = false; ///< the file that pins the register's identity was missing
};

/// Who sits at the desk.
class SignInDesk {
public:
    virtual ~SignInDesk() = default;

    /// Errors: SignIn for a wrong name or password alike, and while the person is locked out.
    [[nodiscard]] virtual Result<SignedIn> signIn(std::string_view signInName, std::string_view password) = 0;
    virtual void signOut() = 0;
    [[nodiscard]] virtual std::optional<SignedIn> signedIn() const = 0;
    [[nodiscard]] virtual Result<Done> changePassword(std::string_view current, std::string_view next) = 0;
    [[nodiscard]] virtual RegisterFacts registerFacts() const = 0;
};

} // namespace tutela::interfaces

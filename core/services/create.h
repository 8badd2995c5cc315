#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/domain/office_contacts.h"
#include "core/services/people.h"
#include "core/services/register.h"

namespace tutela::services {

/// Who administers a new register from the beginning.
struct FirstAdministrator {
    std::string signInName;
    std::string name;
    std::string password;
};

struct RegisterPlan {
    std::filesystem::path file;
    std::string authority;
    std::string memberState; ///< two letters; its calendar is taken into the register
    std::string zone; ///< IANA
    OfficeContacts contacts = {};
    std::string rulebook = "com-2022-209";
    std::array<FirstAdministrator, 2> administrators;
    FirstPassword firstPasswords = FirstPassword::MustChange;
    bool training = false;
    std::optional<std::uint64_t> seed; ///< training only
    std::optional<Instant> trainingNow; ///< training only; none: the machine's clock
};

/// Makes a new register and leaves it open with the first administrator signed in.
/// Errors: BadInput (unknown zone, rulebook, weak password), Storage (the file exists, cannot be written).
[[nodiscard]] Result<std::unique_ptr<Register>> createRegister(const RegisterPlan& plan);

} // namespace tutela::services

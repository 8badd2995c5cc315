#pragma once

#include <algorithm>
#include <vector>

#include "core/domain/ids.h"
#include "core/domain/vocabulary.h"

namespace tutela {

/// The person who acts, with the roles in force at that moment.
struct Actor {
    PersonId person;
    std::vector<Role> roles;

    [[nodiscard]] bool has(Role role) const { return std::ranges::find(roles, role) != roles.end(); }

    [[nodiscard]] bool belongsTo(Institution institution) const
    {
        return std::ranges::any_of(roles, [&](Role role) { return institutionOf(role) == institution; });
    }
};

} // namespace tutela

#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/domain/actor.h"
#include "core/services/guarded.h"
#include "core/services/register.h"
#include "core/services/writing.h"

namespace tutela::services {

using Roles = std::vector<Role>;

/// Who keeps providers and services, and who reads them.
inline const Roles kRegistry{Role::Coordinator, Role::Registrar};
inline const Roles kReadsRegistry{Role::Coordinator, Role::Registrar, Role::Head, Role::Auditor};

/// The actor when it has one of the roles. Errors: SignIn, NotAllowed.
[[nodiscard]] Result<Actor> needRole(Register& target, const Roles& roles);

/// Error BadInput for a text that is blank, longer than a line of 500 bytes, or several lines.
[[nodiscard]] Result<Done> checkDirectoryText(std::string_view field, std::string_view text);

/// Whom and what a refused change was about.
struct About {
    std::optional<PersonId> person;
    std::optional<Role> role;
};

/// As the log says it: only people who exist, since an id that is asked for is free text.
[[nodiscard]] Json factsOf(Register& target, const About& about);

/// One change to the register in one transaction, by somebody who has one of the roles; a refusal is kept in
/// the register's own stream with `factsOf()`. `Work` takes the actor and the writing and gives a Result.
template <class Work, class Facts>
auto changeRegister(Register& target, std::string_view act, const Roles& roles, Work&& work, Facts&& factsOf)
    -> std::invoke_result_t<Work, const Actor&, Writing&>
{
    using Answer = std::invoke_result_t<Work, const Actor&, Writing&>;
    return guarded([&]() -> Answer {
        std::optional<Error> refusal;
        {
            Writing writing(target);
            const auto actor = needRole(target, roles);
            Answer answer = actor ? work(actor.value(), writing) : Answer(actor.error());
            if (answer) {
                writing.finish();
                return answer;
            }
            refusal = answer.error();
        }
        keepRefusal(target, act, *refusal, factsOf());
        return *refusal;
    });
}

/// The same for a directory, with what a refused change was about.
template <class Work>
auto changeDirectory(Register& target, std::string_view act, const Roles& roles, Work&& work,
    const About& about = {}) -> std::invoke_result_t<Work, const Actor&, Writing&>
{
    return changeRegister(
        target, act, roles, std::forward<Work>(work), [&] { return factsOf(target, about); });
}

} // namespace tutela::services

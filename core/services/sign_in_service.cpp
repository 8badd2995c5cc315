#include "core/services/desks.h"
#include "core/services/guarded.h"
#include "core/services/local_rows.h"
#include "core/services/people.h"
#include "core/services/writing.h"

namespace tutela::services {

namespace {

/// Wrong passwords before this right one.
void recordFailures(Register& target)
{
    const PersonId person = target.session->person.id;
    const auto row = target.local.lockout(person);
    if (!row || row->lockout.failures == 0)
        return;
    Writing writing(target);
    forgetFailures(target, writing, person);
    writing.finish();
}

} // namespace

Result<interfaces::SignedIn> SignInService::signIn(std::string_view signInName, std::string_view password)
{
    return guarded([&]() -> Result<interfaces::SignedIn> {
        auto session = openSession(m_register, signInName, password);
        if (!session)
            return session.error();
        m_register.session = std::move(session).value();
        sealOlderRows(m_register);
        recordFailures(m_register);
        return *signedIn();
    });
}

void SignInService::signOut()
{
    m_register.session.reset();
}

std::optional<interfaces::SignedIn> SignInService::signedIn() const
{
    if (!m_register.session)
        return std::nullopt;
    const Session& session = *m_register.session;
    return interfaces::SignedIn{session.person.id, session.person.signIn, session.person.name,
        m_register.rolesOf(session.person.id), session.mustChangePassword};
}

Result<Done> SignInService::changePassword(std::string_view current, std::string_view next)
{
    return guarded([&]() -> Result<Done> {
        if (!m_register.session)
            return m_register.noActor();
        const store::PersonRow person = m_register.session->person;
        if (const auto again = openSession(m_register, person.signIn, current); !again)
            return again.error();
        if (const auto checked = checkPassword(m_register, next, person.signIn, person.name); !checked)
            return checked.error();
        Writing writing(m_register);
        forgetFailures(m_register, writing, person.id);
        services::changePassword(m_register, writing, next);
        writing.finish();
        return Done{};
    });
}

interfaces::RegisterFacts SignInService::registerFacts() const
{
    const RegisterIdentity& identity = m_register.identity();
    return {identity.authority, identity.memberState, identity.zone, identity.storeId,
        m_register.rulebook().id(), identity.training, m_register.openedWithoutHead()};
}

} // namespace tutela::services

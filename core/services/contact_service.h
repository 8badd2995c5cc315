#pragma once

#include <limits>

#include "core/domain/entry.h"
#include "core/interfaces/contact_desk.h"
#include "core/services/register.h"

namespace tutela::services {

/// Reads and changes how the offices are reached. Each change is an entry of the register's own stream that
/// names the one before it.
class ContactService final : public interfaces::ContactDesk {
public:
    explicit ContactService(Register& target)
        : m_register(target)
    {
    }

    [[nodiscard]] Result<interfaces::ContactsView> contacts() override;
    [[nodiscard]] Result<Done> changeContacts(const OfficeContacts& contacts) override;

private:
    Register& m_register;
};

/// How the offices were reached when the log had no entry after this one; without one as they are now.
[[nodiscard]] OfficeContacts contactsOf(
    Register& source, EntrySeq until = std::numeric_limits<EntrySeq>::max());

} // namespace tutela::services

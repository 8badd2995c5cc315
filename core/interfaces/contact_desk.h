#pragma once

#include <optional>
#include <string>

#include "core/base/day.h"
#include "core/base/result.h"
#include "core/domain/office_contacts.h"

namespace tutela::interfaces {

struct ContactsView {
    OfficeContacts contacts;
    std::optional<Instant> changedAt = {}; ///< none: as they were when the register was made
    std::string changedBy = {}; ///< name
    bool mayChange = false; ///< this person
};

/// How the offices are reached, as letters and orders print it from now on. What was sent, an order that was
/// decided and a bundle that was filed keep what they said.
class ContactDesk {
public:
    virtual ~ContactDesk() = default;

    /// For the people of the authority. Errors: NotAllowed.
    [[nodiscard]] virtual Result<ContactsView> contacts() = 0;

    /// By the head of authority or a registrar. Errors: NotAllowed, BadInput (longer than 500 bytes, control
    /// characters, no name of the court where there was one), Refused (changes nothing).
    [[nodiscard]] virtual Result<Done> changeContacts(const OfficeContacts& contacts) = 0;
};

} // namespace tutela::interfaces

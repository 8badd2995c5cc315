#include "core/services/contact_service.h"

#include <algorithm>
#include <charconv>

#include "core/services/directory_change.h"
#include "core/services/entry_content.h"

namespace tutela::services {

namespace {

constexpr const char* kChangeContacts = "change-contacts";
constexpr const char* kLastChange = "contacts_seq";
constexpr std::size_t kMaxContact = 500;
const Roles kChangesContacts{Role::Head, Role::Registrar};
const Roles kReadsContacts{
    Role::Coordinator, Role::Head, Role::Registrar, Role::Auditor, Role::Administrator};

/// Where each contact stands: in the content of an entry, and in the register as it was made.
struct ContactField {
    const char* name;
    std::string OfficeContacts::*member;
};

constexpr ContactField kContactFields[] = {
    {"authority_contact", &OfficeContacts::authority},
    {"court", &OfficeContacts::court},
    {"court_address", &OfficeContacts::courtAddress},
    {"eu_centre_contact", &OfficeContacts::euCentre},
    {"dpa_address", &OfficeContacts::dpa},
};

/// The last entry that changed the contacts and is not after `until`.
std::optional<Entry> lastChange(Register& source, EntrySeq until)
{
    const std::string stored = source.local.setting(kLastChange).value_or(std::string());
    EntrySeq seq = -1;
    std::from_chars(stored.data(), stored.data() + stored.size(), seq);
    while (seq >= 0) {
        const auto body = source.journal.body(seq);
        if (!body)
            break;
        Entry entry = store::entryOf(body->bytes);
        if (entry.seq <= until)
            return entry;
        const Json* previous = entry.facts.find("previous");
        seq = previous != nullptr && previous->isInteger() ? previous->asInteger() : -1;
    }
    return std::nullopt;
}

OfficeContacts contactsIn(Register& source, const std::optional<Entry>& change)
{
    OfficeContacts contacts;
    const Json content = change ? contentOf(source, change->seq) : Json::object();
    for (const ContactField& field : kContactFields)
        contacts.*field.member = change ? std::string(content.text(field.name))
                                        : source.local.setting(field.name).value_or(std::string());
    return contacts;
}

Result<Done> checkContacts(const OfficeContacts& was, const OfficeContacts& becomes)
{
    const auto bad = [](const char* id, const char* where) {
        return Error{.code = ErrorCode::BadInput, .what = {id, {}}, .where = where};
    };
    for (const ContactField& field : kContactFields) {
        const std::string& text = becomes.*field.member;
        const bool control = std::ranges::any_of(
            text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; });
        if (control || text.size() > kMaxContact)
            return bad("contacts.text", field.name);
    }
    if (becomes.court.empty() && !was.court.empty())
        return bad("contacts.court", "court");
    if (was == becomes)
        return Error{.code = ErrorCode::Refused, .what = {"contacts.unchanged", {}}};
    return Done{};
}

NewEntry contactsEntry(
    const std::optional<Entry>& previous, const OfficeContacts& was, const OfficeContacts& becomes)
{
    NewEntry entry{
        .stream = "register", .act = kChangeContacts, .effect = kChangeContacts, .law = "Art 8(1)"};
    Json::Array changed;
    entry.content = Json::object({});
    for (const ContactField& field : kContactFields) {
        entry.content.set(field.name, becomes.*field.member);
        if (was.*field.member != becomes.*field.member)
            changed.emplace_back(field.name);
    }
    entry.facts = Json::object({{"changed", std::move(changed)}});
    if (previous)
        entry.facts.set("previous", previous->seq);
    return entry;
}

} // namespace

Result<interfaces::ContactsView> ContactService::contacts()
{
    return guardedReading(m_register.engine, [&]() -> Result<interfaces::ContactsView> {
        const auto actor = needRole(m_register, kReadsContacts);
        if (!actor)
            return actor.error();
        const auto change = lastChange(m_register, std::numeric_limits<EntrySeq>::max());
        interfaces::ContactsView view{contactsIn(m_register, change)};
        if (change) {
            const auto person = m_register.directory.person(change->actor);
            view.changedAt = change->at;
            view.changedBy = person ? person->name : change->actor.text();
        }
        view.mayChange =
            std::ranges::any_of(kChangesContacts, [&](Role role) { return actor.value().has(role); });
        return view;
    });
}

Result<Done> ContactService::changeContacts(const OfficeContacts& contacts)
{
    return changeRegister(
        m_register, kChangeContacts, kChangesContacts,
        [&](const Actor& actor, Writing& writing) -> Result<Done> {
            const auto previous = lastChange(m_register, std::numeric_limits<EntrySeq>::max());
            const OfficeContacts was = contactsIn(m_register, previous);
            if (const auto checked = checkContacts(was, contacts); !checked)
                return checked.error();
            NewEntry entry = contactsEntry(previous, was, contacts);
            entry.role = actor.has(Role::Head) ? Role::Head : Role::Registrar;
            const Appended appended = writing.append(std::move(entry));
            m_register.local.set(kLastChange, std::to_string(appended.entry.seq), m_register.sealer());
            return Done{};
        },
        [] { return Json::object(); });
}

OfficeContacts contactsOf(Register& source, EntrySeq until)
{
    return contactsIn(source, lastChange(source, until));
}

} // namespace tutela::services

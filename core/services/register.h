#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/access/keys.h"
#include "core/base/clock_source.h"
#include "core/base/random_source.h"
#include "core/base/result.h"
#include "core/domain/actor.h"
#include "core/domain/entry.h"
#include "core/journal/head.h"
#include "core/law/rulebook.h"
#include "core/law/zone.h"
#include "core/procedure/act_definition.h"
#include "core/procedure/circumstances.h"
#include "core/store/appointment_store.h"
#include "core/store/calendar_store.h"
#include "core/store/case_store.h"
#include "core/store/directory_store.h"
#include "core/store/draft_store.h"
#include "core/store/engine.h"
#include "core/store/journal_store.h"
#include "core/store/local_store.h"
#include "core/store/search_store.h"
#include "core/store/service_store.h"
#include "core/store/vault_store.h"
#include "core/store/work_list.h"

namespace tutela::services {

/// The person signed in, with the keys that the password opened.
struct Session {
    store::PersonRow person;
    access::PersonKeys keys;
    access::LogKey logKey;
    bool mustChangePassword = false;
};

/// Facts of a register that are fixed when it is made.
struct RegisterIdentity {
    std::string storeId;
    std::string origin; ///< name of the log: "tutela-<store id>"
    std::string authority;
    std::string memberState;
    std::string zone;
    bool training = false;
    SigningPublicKey logKey;
};

/// Whether a register that does not fit its head may be opened: only to examine it, or a copy that has none.
enum class HeadCheck { Required, Skipped };

/// One open register: its file, its legal text and calendars, its clock, and who is signed in.
/// Functions throw store::StoreFailure; the desks turn that into an Error.
class Register final {
public:
    /// Opens an existing register, brings it up to date and compares it with its head.
    /// Throws StoreFailure: Storage, Integrity (no register, shorter than its head, forked), Version.
    Register(const std::filesystem::path& file, HeadCheck check);

    /// Opens a file that was just made by createRegister: no identity yet, no head.
    struct Fresh { };

    Register(const std::filesystem::path& file, Fresh fresh);

    /// Reads identity, legal text and calendars; called once they are stored.
    void load();

    /// The same for a register in the making, whose packs are not stored yet.
    void bootstrap(
        std::string_view rulebook, std::string_view calendar, std::string_view institutionsCalendar);

    [[nodiscard]] Instant now();

    [[nodiscard]] Day today() { return m_zone->dayOf(now()); }

    [[nodiscard]] const law::Zone& zone() const { return *m_zone; }

    [[nodiscard]] const RegisterIdentity& identity() const { return m_identity; }

    [[nodiscard]] const law::Rulebook& rulebook() const { return *m_rulebook; }

    [[nodiscard]] const procedure::ActTable& acts() const { return *m_acts; }

    [[nodiscard]] const procedure::Calendars& calendars() const { return *m_calendars; }

    /// Takes in what anybody added to the calendars since they were read. Each desk does so when it asks who
    /// is signed in.
    void refreshCalendars();

    /// The same whether or not anything seems to have changed.
    void readCalendars();

    /// The calendars as they were when the log had so many entries.
    [[nodiscard]] procedure::Calendars calendarsAt(EntrySeq size);

    /// The calendars with one more addition, or without one that is in force.
    [[nodiscard]] procedure::Calendars calendarsWith(const CalendarAddition& addition);
    [[nodiscard]] procedure::Calendars calendarsWithout(EntrySeq addition);

    /// The lists of a register made by an older program hold no dates yet: fills them in.
    void fillDates();

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }

    [[nodiscard]] bool openedWithoutHead() const { return m_openedWithoutHead; }

    /// Seals local rows with the log key. Precondition: somebody is signed in.
    [[nodiscard]] access::RowSealer sealer() const;

    /// Moves the clock of a training register. Precondition: training, and not backward.
    void setTrainingClock(Instant to);

    /// The person signed in with the roles in force now; nothing when nobody is, or somebody who has not
    /// changed the first password and may do and read nothing else before.
    [[nodiscard]] std::optional<Actor> actor();

    /// Why there is no actor: SignIn.
    [[nodiscard]] Error noActor();

    /// The roles of a person that a second administrator has confirmed, and those held today by appointment.
    [[nodiscard]] std::vector<Role> rolesOf(const PersonId& person);

    /// The role that an entry of the register's own stream names. Precondition: somebody is signed in.
    [[nodiscard]] Role sessionRole();

    /// The case and its entries; nothing when there is no such case.
    struct LoadedCase {
        CaseFile file;
        std::vector<Entry> entries;
    };

    [[nodiscard]] std::optional<LoadedCase> loadCase(const CaseId& id);

    /// Checks the head against the log as it is now; the message id of the first thing wrong, or empty.
    [[nodiscard]] std::string headProblem();

    store::Engine engine;
    store::JournalStore journal{engine};
    store::VaultStore vault{engine};
    store::CaseStore cases{engine};
    store::WorkList workList{engine};
    store::CalendarStore calendar{engine};
    store::AppointmentStore appointments{engine};
    store::DirectoryStore directory{engine};
    store::ServiceStore services{engine};
    store::LocalStore local{engine};
    store::SearchStore search{engine};
    store::DraftStore drafts{engine};
    std::shared_ptr<Session> session;

private:
    [[nodiscard]] std::string packOf(std::string_view setting);
    void loadIdentity();

    /// Builds the projections again where a migration asked for it.
    void bringUpToDate();

    std::filesystem::path m_file;
    RegisterIdentity m_identity;
    std::optional<law::Zone> m_zone;
    std::optional<law::Rulebook> m_rulebook;
    std::optional<procedure::ActTable> m_acts;
    std::optional<procedure::Calendars> m_packedCalendars; ///< as the packs have them
    std::optional<procedure::Calendars> m_calendars; ///< with what the register added
    EntrySeq m_calendarsChangedAt = 0;
    bool m_openedWithoutHead = false;
};

} // namespace tutela::services
